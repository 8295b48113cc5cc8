"""What stands in the glossary of what they use: codes, systems, keys and numbers."""

from model.register.terms import Word

SECAS = "SECAS, smartenergycodecompany.co.uk"
OFGEM = "Ofgem, on the Retail Energy Code, ofgem.gov.uk"
DCC_TERMS = "DCC, glossary of terms, smartdcc.co.uk"
MRASCO = "MRASCo, on the Master Registration Agreement, mrasco.com"
ELECTRALINK = "ElectraLink, on the Retail Energy Code, electralink.co.uk"
WIKIPEDIA = "Wikipedia, Meter Point Administration Number"

THINGS = (
    Word(
        "BSC",
        "Balancing and Settlement Code",
        "Another code of the industry, in which agents of Suppliers are as little bound as RDPs "
        "are in the SEC.",
        "H",
        "2.1-d",
    ),
    Word(
        "Comms Hub",
        "communications hub",
        "The device at a customer's premises through which smart meters reach the DCC's network.",
        "R",
        "2.2-d",
    ),
    Word(
        "DCCKI",
        "DCC Key Infrastructure",
        "The keys that secure the transport layer across the DCC's gateway.",
        "H",
        "A6.dccki",
        DCC_TERMS,
    ),
    Word(
        "ECOES",
        "Electricity Central Online Enquiry Service",
        "An enquiry service of today's electricity registrations; the paper's example of a system "
        "on which nobody can lay a duty.",
        "R",
        "2.1-c",
    ),
    Word(
        "IKI",
        "Infrastructure Key Infrastructure",
        "The credentials with which a responsible officer of a Party or RDP reaches SMKI services.",
        "R",
        "A6",
    ),
    Word(
        "MPAN",
        "Meter Point Administration Number",
        "The number of a metering point of electricity.",
        "M",
        source=WIKIPEDIA,
    ),
    Word(
        "MPAS",
        "Metering Point Administration Service",
        "The registration service of an electricity distributor, where switches are registered "
        "before the change.",
        "H",
        "B1.service",
        MRASCO,
    ),
    Word(
        "MPRN",
        "Meter Point Reference Number",
        "The number of a metering point of gas.",
        "M",
        source=WIKIPEDIA,
    ),
    Word(
        "MPRS",
        "Metering Point Registration System",
        "The systems that MPAS runs on.",
        "R",
        "C5.adapters",
    ),
    Word(
        "MPxN",
        "MPAN or MPRN",
        "The number of a metering point of either fuel; the paper writes MPXN.",
        "R",
        "2.2-d",
    ),
    Word(
        "MRA",
        "Master Registration Agreement",
        "The rules of electricity registrations before the change, replaced by the REC.",
        "H",
        "1-e 4-a",
        MRASCO,
    ),
    Word(
        "REC",
        "Retail Energy Code",
        "The code of 2019 that governs switching and registration, and replaces the MRA and the "
        "SPAA.",
        "H",
        "4-a",
        OFGEM,
    ),
    Word(
        "REGIS",
        "Registration Data Interface Specification",
        "Appendix X of the SEC: the files between DSP and RDPs.",
        "H",
        "2.3-f",
    ),
    Word(
        "REL",
        "Retail Energy Location",
        "A place where energy is supplied, which the CSS is helped to establish by the DCC's pairs "
        "of hub and metering point.",
        "H",
        "2.2-d",
    ),
    Word(
        "SCR",
        "Significant Code Review",
        "Ofgem's way to change several codes at once, by which these changes are made.",
        "H",
        "6-f",
        "Ofgem, Switching Programme Significant Code Review, ofgem.gov.uk",
    ),
    Word(
        "SEC",
        "Smart Energy Code",
        "The agreement of many Parties that governs smart metering in Great Britain.",
        "H",
        source=SECAS,
    ),
    Word(
        "SMKI",
        "Smart Metering Key Infrastructure",
        "The keys that registration data files are signed with.",
        "R",
        "A2.signed",
    ),
    Word(
        "SPAA",
        "Supply Point Administration Agreement",
        "The rules between gas suppliers and transporters before the change, replaced by the REC.",
        "M",
        "1-e 4-a",
        ELECTRALINK,
    ),
    Word(
        "UK Link",
        "the gas industry's registration system",
        "Where gas switches are registered before the change.",
        "H",
        "B2.request B2.secured",
    ),
    Word(
        "UNC",
        "Uniform Network Code",
        "The code of the gas networks.",
        "R",
        "1-e 4-a",
    ),
)
