"""Variants in which the CSS is treated otherwise than an RDP: one for each mirror."""

from model.css.entry import CSS_ENTRY, CSS_ENTRY_RECORD, ISSUE_DCCKI, SUSPEND
from model.css.flow import FLOW
from model.css.gateway import CSS_GATEWAY, TAKE_CONTROL, CssGateway
from model.css.incident import CRS_RAISES, CSS_INCIDENT
from model.language import Transition, Variant

AT_WILL = Transition(TAKE_CONTROL, CssGateway.UP, CssGateway.CONTROLLED, cites="5-H3")

VARIANTS_OF_MIRRORING = (
    Variant(
        "the CSS is not suspended",
        "An RDP can be suspended in an emergency, so the CSS can (2.2-c, 5-H2).",
        FLOW.but(CSS_ENTRY.without(SUSPEND)),
        breaks={"entry-mirrored": 0},
    ),
    Variant(
        "no record of DCCKI credentials",
        "The CSS has the duties of RDPs as to SMKI and DCCKI alike (5-L).",
        FLOW.but(CSS_ENTRY_RECORD.without(ISSUE_DCCKI)),
        breaks={"entry-record-mirrored": 0, "live-has-passed-all": 8},
    ),
    Variant(
        "control without compromise",
        "The power over a gateway is for one that is compromised (5-H3).",
        FLOW.but(CSS_GATEWAY.also(AT_WILL)),
        breaks={"gateway-mirrored": 0},
    ),
    Variant(
        "the CRS raises nothing",
        "The CRS stands where the Network Party does, and raises what it knows (5-H1).",
        FLOW.but(CSS_INCIDENT.without(CRS_RAISES)),
        breaks={"incident-mirrored": 0},
    ),
)
