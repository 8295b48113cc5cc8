"""Variants of the new flow in which an act is another's, or the DSP refuses the wrong one."""

from model.css.entry import SUSPEND
from model.css.flow import FLOW
from model.css.incident import RAISE
from model.css.messages import LOAD
from model.css.notices import (
    RESEND_NOTICE,
)
from model.css.registration import (
    WITHDRAW,
)
from model.current.authority import AUTHORITY, COMMAND_REFUSED
from model.language import Variant
from model.language.acting import acted_by
from model.parties import CSS, DSP, LOSING_SUPPLIER, NETWORK_PARTY, Supplier
from properties.current.variants_service import variants_of_service

B = Supplier.B
NOT_NAMED = "the DSP's copy does not name the supplier"

RAISED_BY_THE_CSS = acted_by(FLOW, RAISE, CSS)

VARIANTS_OF_ACTORS: tuple[Variant, ...] = (
    Variant(
        "a withdrawal by the losing supplier",
        "To withdraw is the gaining supplier's alone.",
        acted_by(FLOW, WITHDRAW[B], LOSING_SUPPLIER),
        breaks={"registrations-by-whom": 0},
    ),
    Variant(
        "the CSS loads its own message",
        "To load is the DSP's alone.",
        acted_by(FLOW, LOAD, CSS),
        breaks={"messages-by-whom": 0},
    ),
    Variant(
        "a Network Party suspends the CSS",
        "To suspend is the DCC's alone.",
        acted_by(FLOW, SUSPEND, NETWORK_PARTY),
        breaks={"the-css-is-let-in-and-out-by-whom": 0},
    ),
    Variant(
        "an incident raised by the CSS itself",
        "The CSS is bound by nothing: the CRS raises what it has learnt.",
        RAISED_BY_THE_CSS,
        breaks={"css-incidents-by-whom": 0},
    ),
    Variant(
        "the DSP resends a notice",
        "Notices to retail data services are the CSS's.",
        acted_by(FLOW, RESEND_NOTICE, DSP),
        breaks={"notices-and-pairs-by-whom": 0},
    ),
    Variant(
        "a command refused to the supplier",
        "The DSP may refuse only whom its copy does not name.",
        FLOW.but(AUTHORITY.lacking(COMMAND_REFUSED[Supplier.A], NOT_NAMED)),
        breaks={"a-command-is-refused-to-others": 1},
    ),
    *variants_of_service(FLOW),
)
