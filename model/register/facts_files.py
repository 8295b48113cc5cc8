"""Registration data under the SEC before the CSS: parties, files and service flags."""

from model.language.sources import Fact

SEC_2013 = "SEC Stage 1 (2013), documents.pub/document/smart-energy-code.html"
GLOSSARY = "SEC glossary, smartenergycodecompany.co.uk/glossary"
REGIS = "SEC Appendix X (REGIS), definitions"
BASELINE = "DCC news, draft SSD incident management policy baselined"
FLAGGING = "SEC modification MP077, DCC service flagging"
CODE = "public source code"

FILES = (
    # A1 Structure and parties
    Fact(
        "A1",
        "H",
        "A supplier's role towards a device at a moment follows from who is registered at that "
        "moment for the Import MPAN, or for the Export MPAN where no Import MPAN is related.",
        GLOSSARY,
    ),
    Fact(
        "A1.section-e",
        "H",
        "In 2013 Section E had two parts: reliance on registration data (E1), and its provision "
        "to the DCC (E2).",
        SEC_2013,
    ),
    Fact(
        "A1.gateways",
        "H",
        "Section E came to cover the connections between the DCC and RDPs as well.",
        "SEC section overview, studylib.net/doc/18088085",
    ),
    Fact(
        "A1.rdp",
        "H",
        "An Electricity RDP is appointed by an Electricity Network Party and a Gas RDP by a Gas "
        "Network Party, and one RDP can serve several.",
        REGIS,
    ),
    Fact(
        "A1.capacities",
        "H",
        "The SEC already treats the DCC as a separate entity for each SMETS1 Service Provider "
        "that it relies on, so one legal person has several capacities.",
        GLOSSARY,
    ),
    # A2 Files and flags in Appendices X and Y
    Fact(
        "A2",
        "H",
        "An RDP sends registration data to the DCC in files, each from or for one or more "
        "Network Parties.",
        REGIS,
    ),
    Fact("A2.update-file", "H", "An update file tells the DCC of changes, periodically.", REGIS),
    Fact(
        "A2.refresh",
        "H",
        "A refresh file gives the DCC a list of registration data, in part or in full.",
        REGIS,
    ),
    Fact(
        "A2.refresh-rules",
        "H",
        "Since July 2015 the rules on refreshes stand in Appendix Y.",
        BASELINE,
    ),
    Fact(
        "A2.response-file",
        "H",
        "The receiver of a data file answers its sender with a response file, which holds the "
        "result of processing.",
        REGIS,
    ),
    Fact(
        "A2.status-file",
        "H",
        "The DCC sends each RDP a status file with the flag of every MPAN or Supply Meter Point "
        "registered to that RDP's Network Party.",
        REGIS,
    ),
    Fact(
        "A2.flag",
        "H",
        "The service flag first had the values Enrolled, Suspended and Withdrawn.",
        REGIS,
    ),
    Fact(
        "A2.transport",
        "H",
        "Files travel by FTPS, with a list of TLS versions that are supported.",
        REGIS,
    ),
    Fact(
        "A2.signed",
        "D",
        "Files are signed: their definitions point to the certificate policy for organisations "
        "and to the signer's SMKI certificate.",
        "derived from the definitions of REGIS",
    ),
    Fact(
        "A2.contacts",
        "H",
        "Under Appendix Y the DCC and each RDP must exchange contact details and keep them "
        "current.",
        GLOSSARY,
    ),
    Fact("A2.daily", "R", "Update files are daily, and empty when nothing has changed."),
    Fact("A2.sequence", "R", "Each sender numbers its files in sequence."),
    Fact(
        "A2.checks",
        "R",
        "The signature is checked first, then header and sequence number, then the records.",
    ),
    Fact("A2.rejection", "R", "A response file rejects a single record or a whole file."),
    Fact(
        "A2.unread",
        "gap",
        "The times of files, the rule on sequence numbers, the order of checks and the response "
        "codes were not seen.",
    ),
    # A3 The DCC service flag
    Fact(
        "A3",
        "H",
        "Wrong service flags hindered switching often enough that MP077 replaced two values, "
        "and a flag now says active (A), installed but not commissioned (I) or not active (N).",
        FLAGGING,
    ),
    Fact(
        "A3.gas",
        "H",
        "For gas the DCC sends a DXI file with E46 records, and the new flag values came on 5 "
        "November 2021.",
        "Xoserve change register, XRN5142",
    ),
    Fact(
        "A3.electricity",
        "M",
        "For electricity flow D0350 notifies the DCC service at a metering point, and D0172 "
        "sums up a file.",
        CODE,
    ),
    Fact("A3.rejection", "M", "For electricity flow D0351 rejects an update of the flag.", CODE),
    Fact(
        "A3.catalogue",
        "M",
        "The later data catalogue still has the flag as DI-025, with the values A, I and N.",
        CODE,
    ),
    Fact(
        "A3.answers",
        "D",
        "The path from DCC to RDP has a way back for rejections, so an RDP that only receives "
        "still sends answers.",
        "derived from A2.response-file and A3.rejection",
    ),
)
