"""What stands in the glossary of who takes part: parties, agents, services and committees."""

from model.register.terms import Word

SECAS = "SECAS, smartenergycodecompany.co.uk"
DCC_TERMS = "DCC, glossary of terms, smartdcc.co.uk"

BODIES = (
    Word(
        "Authority",
        "Gas and Electricity Markets Authority",
        "The regulator, for which Ofgem works; it decides when the change takes effect.",
        "R",
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
        "DSP",
        "Data Service Provider",
        "The DCC's provider, with the systems to which registration data is sent.",
        "H",
        "1-a 1-b",
    ),
    Word(
        "Network Party",
        "an electricity distributor or a gas transporter, as a Party to the SEC",
        "Owes today that its RDP sends registration data.",
        "R",
        "1-a 2.2-a A1.rdp",
    ),
    Word(
        "Ofgem",
        "Office of Gas and Electricity Markets",
        "The regulator's office, which directs the Switching Programme.",
        "M",
        source="LexisNexis, on the Retail Energy Code, lexisnexis.co.uk",
    ),
    Word(
        "Panel",
        "the SEC Panel",
        "Governs the SEC, with sub-committees; the text of the change is put before it.",
        "H",
        "6-e",
        SECAS,
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
        "SECAS",
        "Smart Energy Code Administrator and Secretariat",
        "Administers the SEC, supports its Panel, and wrote the paper that is modelled here.",
        "H",
        source=SECAS,
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
)
