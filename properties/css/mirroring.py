"""What the CSS has of an RDP: its entry, its record, its gateway and its incidents, row by row."""

from model.current.entry import ENTRY_RECORD, RDP_ENTRY
from model.current.gateway import RDP_GATEWAY
from model.current.incident import RDP_INCIDENT
from model.language import Claim, Mirrors

CSS_FOR_RDP = {"the Network Party": "the CRS", "Network Party": "CRS", "RDP": "CSS"}
CSS_FOR_RDP |= {"PROVIDER": "INDUSTRY"}  # there is one CSS, where each provider has its own
OF_THE_CSS = {
    "record of entry": "record of entry of the CSS",
    "has signifier and ID": "the CSS has signifier and ID",
    "has valid SMKI credentials": "the CSS has valid SMKI credentials",
    "has DCCKI credentials": "the CSS has DCCKI credentials",
    "has met the code of connection": "the CSS has met the code of connection",
    "has passed the entry tests": "the CSS has passed the entry tests",
}

MIRRORING: tuple[Claim, ...] = (
    Mirrors(
        "entry-mirrored",
        "The CSS enters, is suspended and is reinstated as an RDP is, with the CRS in the place of "
        "the Network Party.",
        cites="2.2-c 5-B 5-E3 5-L",
        machine="CSS entry",
        original=RDP_ENTRY,
        renaming=CSS_FOR_RDP,
    ),
    Mirrors(
        "entry-record-mirrored",
        "What the CSS must have been given and have passed is what an RDP must.",
        cites="2.2-c 5-G 5-L",
        machine="CSS entry record",
        original=ENTRY_RECORD,
        renaming={**CSS_FOR_RDP, **OF_THE_CSS},
    ),
    Mirrors(
        "gateway-mirrored",
        "The gateway of the CSS is connected, taken under control and restored as an RDP's is.",
        cites="2.2-c 5-H3 A-gateway-rdp",
        machine="CSS gateway",
        original=RDP_GATEWAY,
        renaming=CSS_FOR_RDP,
    ),
    Mirrors(
        "incident-mirrored",
        "An incident about the CSS is handled as one about an RDP is, with the CRS in the place of "
        "the Network Party.",
        cites="5-AG1 5-H1 A-awareness",
        machine="CSS incident",
        original=RDP_INCIDENT,
        renaming=CSS_FOR_RDP,
    ),
)
