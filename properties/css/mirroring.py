"""What the CSS has of an RDP, row by row: its incidents; entry and gateway are in the handover."""

from model.current.incident import RDP_INCIDENT
from model.language import Claim, Mirrors

CSS_FOR_RDP = {"the Network Party": "the CRS", "Network Party": "CRS", "RDP": "CSS"}
CSS_FOR_RDP |= {"PROVIDER": "INDUSTRY"}  # there is one CSS, where each provider has its own

MIRRORING: tuple[Claim, ...] = (
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
