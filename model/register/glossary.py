"""What the abbreviations of the domain stand for, for readers who are new to it.

Each says how well it is known, as facts do, and cites what of the register says it; where the
register does not, it names its source. As what the paper uses a term is told in
`secas_2019/terms.py`.
"""

import re
from collections.abc import Mapping

from model.register.terms import Word

SECAS = "SECAS, smartenergycodecompany.co.uk"
OFGEM = "Ofgem, on the Retail Energy Code, ofgem.gov.uk"
DCC_TERMS = "DCC, glossary of terms, smartdcc.co.uk"
MRASCO = "MRASCo, on the Master Registration Agreement, mrasco.com"
ELECTRALINK = "ElectraLink, on the Retail Energy Code, electralink.co.uk"
WIKIPEDIA = "Wikipedia, Meter Point Administration Number"

WORDS = (
    Word(
        "BSC",
        "Balancing and Settlement Code",
        "Another code of the industry, in which agents of Suppliers are as little bound as RDPs "
        "are in the SEC.",
        "H",
        "2.1-d",
    ),
    Word(
        "CRS",
        "Centralised Registration Service",
        "What the DCC is licensed to provide; also the DCC in that capacity, on which the paper "
        "lays the duty to have registration data sent. Its two meanings are a finding.",
        "H",
        "1-b 2.1-a C6",
    ),
    Word(
        "CSS",
        "Centralised Switching Service",
        "The service, with its systems, through which customers change supplier after the change, "
        "and which then sends registration data to the DSP. Later texts say Central.",
        "H",
        "1-b 2.1-a 2.1-c",
    ),
    Word(
        "DCC",
        "Data Communications Company",
        "The licensee that runs the network of smart meters, and is also the CRS.",
        "H",
        "1-b 2.1-e",
        DCC_TERMS,
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
        "DSP",
        "Data Service Provider",
        "The DCC's provider, with the systems to which registration data is sent.",
        "H",
        "1-a 1-b",
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
        "PMA",
        "Policy Management Authority",
        "A committee under the SEC, here that of SMKI, which the design is put before.",
        "M",
        "6-c",
        "government consultation, new Smart Energy Code content: January 2015",
    ),
    Word(
        "RDP",
        "Registration Data Provider",
        "Sends registration data to the DSP today, and receives smart metering information; "
        "appointed by Network Parties, and not itself bound by the SEC.",
        "H",
        "1-a 2.1-d A1.rdp",
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
        "SECAS",
        "Smart Energy Code Administrator and Secretariat",
        "Administers the SEC, supports its Panel, and wrote the paper that is modelled here.",
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
        "SSC",
        "Security Sub Committee",
        "A committee under the SEC Panel, which the design is put before.",
        "H",
        "6-c",
    ),
    Word(
        "TABASC",
        "Technical Architecture and Business Architecture Sub Committee",
        "A committee under the SEC Panel, which the design is put before.",
        "H",
        "6-c",
        SECAS,
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
GLOSSARY: Mapping[str, Word] = {word.name: word for word in WORDS}
_WORD = re.compile(rf"\b({'|'.join(GLOSSARY)})(?=s?\b)")


def words_in(says: str) -> tuple[str, ...]:
    """Return the words of the glossary that a text has, each once."""
    return tuple(dict.fromkeys(_WORD.findall(says)))
