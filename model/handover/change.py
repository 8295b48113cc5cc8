"""The change to the code: before, in effect, done or fallen back; and the RDPs' right to send.

The change takes effect at one instant for all (A-one-instant), and until it is declared done it can
be undone (A-fallback); no rule for either was found (D1.unread). It waits for two things: the CSS
must have entered, or the CRS would owe what it cannot have done; and the DSP must have stopped
accepting RDPs, or a file on its way would be loaded when nobody answers for it. The right of the
RDPs to send is withdrawn after the change, not before (A-withdrawal-by-DCC): while Networks owe the
sending it must not be forbidden, so a fallback restores it in the same event.
"""

from enum import Enum

from model.css.entry import ADMITTED
from model.css.gateway import PASSES
from model.css.reconciliation import Reconciliation, reconciliation
from model.css.sources import RDPS_SHUT_OUT, accepts_css
from model.language import INDUSTRY, STAYS, Event, Field, Machine, Named, Transition, all_of
from model.parties import AUTHORITY, DCC


class Change(Enum):
    """Where the change stands."""

    BEFORE = "before the change"
    IN_EFFECT = "in effect"
    DONE = "done"
    FALLEN_BACK = "fallen back"


class Right(Enum):
    """Whether RDPs may send registration data."""

    HELD = "held"
    WITHDRAWN = "withdrawn"


change = Field(
    "change",
    Change,
    Change.BEFORE,
    told=(
        "the change is not yet in effect",
        "the change is in effect",
        "the change is done",
        "the change is undone",
    ),
)
right = Field(
    "right of the RDPs to send",
    Right,
    Right.HELD,
    told=("RDPs have the right to send", "RDPs no longer have the right to send"),
)

TAKE_EFFECT = Event(
    "the change takes effect", INDUSTRY, AUTHORITY, told="{by} brings the change into effect"
)
FALL_BACK = Event("fall back", INDUSTRY, AUTHORITY, told="{by} undoes the change")
WITHDRAW_RIGHT = Event(
    "withdraw the RDPs' right to send", INDUSTRY, DCC, told="{by} withdraws the RDPs' right to send"
)
DECLARE_DONE = Event("declare the change done", INDUSTRY, DCC, told="{by} declares the change done")

BEFORE, IN_EFFECT, DONE, FALLEN_BACK = Change
HELD, WITHDRAWN = Right

CHANGED = Named("the change is in effect", change.in_(IN_EFFECT, DONE), cites="1-a 1-b")
UNCHANGED = Named("the change is not in effect", ~CHANGED, cites="1-a 1-b")
CSS_SHUT_OUT = Named("the DSP accepts no CSS", ~accepts_css, cites="A-source-switch")
CSS_LET_IN = Named("the DSP accepts the CSS", accepts_css, cites="2.2-b A-source-switch")
MAY_SEND = Named("the RDPs have the right to send", right.is_(HELD), cites="A-withdrawal-by-DCC")
MAY_NOT = Named("the right is withdrawn", right.is_(WITHDRAWN), cites="2.3-d A-withdrawal-by-DCC")
RECONCILED = Named(
    "the DSP is reconciled", reconciliation.is_(Reconciliation.NOT_DUE), cites="A-first-load"
)

READY = all_of(ADMITTED, PASSES, RDPS_SHUT_OUT)
COMPLETE = all_of(RECONCILED, MAY_NOT, CSS_LET_IN)

CHANGE = Machine(
    "change",
    INDUSTRY,
    state=change,
    transitions=(
        Transition(TAKE_EFFECT, BEFORE, IN_EFFECT, READY, cites="1-a 1-b A-one-instant A-may-send"),
        Transition(FALL_BACK, IN_EFFECT, FALLEN_BACK, when=CSS_SHUT_OUT, cites="A-fallback"),
        Transition(DECLARE_DONE, IN_EFFECT, DONE, when=COMPLETE, cites="A-fallback"),
    ),
    happy=(BEFORE, IN_EFFECT, DONE),
)
RIGHT = Machine(
    "right to send",
    INDUSTRY,
    state=right,
    transitions=(
        Transition(WITHDRAW_RIGHT, HELD, WITHDRAWN, CHANGED, cites="2.3-d A-withdrawal-by-DCC"),
        Transition(FALL_BACK, WITHDRAWN, HELD, cites="A-fallback"),
        Transition(FALL_BACK, HELD, STAYS, cites="A-total"),
    ),
    happy=(HELD, WITHDRAWN),
)
