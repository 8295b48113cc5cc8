"""Variants in which the CSS enters otherwise than an RDP, without a test or by another's act."""

from model.css.entry import (
    CSS_ENTRY,
    CSS_ENTRY_RECORD,
    GO_LIVE,
    ISSUE_DCCKI,
    NOMINATE,
    SUSPEND,
    CssEntry,
)
from model.css.gateway import CSS_GATEWAY, TAKE_CONTROL, CssGateway
from model.handover.flow import FLOW
from model.handover.paths import LOAD_MESSAGE, MESSAGES
from model.language import Transition, Variant
from model.language.acting import acted_by
from model.parties import NETWORK_PARTY

AT_WILL = Transition(TAKE_CONTROL, CssGateway.UP, CssGateway.CONTROLLED, cites="5-H3")
UNTESTED = Transition(GO_LIVE, CssEntry.CODED, CssEntry.LIVE, cites="2.2-c")

VARIANTS_OF_ENTERING: tuple[Variant, ...] = (
    Variant(
        "live without tests",
        "The entry tests stand between the code of connection and going live.",
        FLOW.but(CSS_ENTRY.also(UNTESTED)),
        breaks={"live-has-passed-all": 7, "only-admitted-senders": 11, "entry-mirrored": 0},
    ),
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
        "messages pass a gateway under control",
        "Control of a gateway means that nothing passes it (5-H3).",
        FLOW.but(MESSAGES.lacking(LOAD_MESSAGE, "the gateway passes traffic")),
        breaks={"nothing-passes-a-gateway-under-control": 16},
    ),
    Variant(
        "a Network Party nominates the CSS",
        "The CSS is the CRS's, and nobody else names it.",
        acted_by(FLOW, NOMINATE, NETWORK_PARTY),
        breaks={"the-css-enters-by-whom": 0},
    ),
)
