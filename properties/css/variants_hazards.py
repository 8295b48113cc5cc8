"""Variants for hazards of the domain that no rule of the flow has: each adds one, and breaks it."""

from dataclasses import replace

from model.css.duties import CRS_SENDS
from model.css.entry import REINSTATE
from model.css.flow import FLOW
from model.css.reconciliation import RECONCILE, RECONCILIATION, Reconciliation
from model.css.registration import ACTIVE, GAINS, INACTIVE, NONE, OPEN, PENDING, REGISTRATIONS, gain
from model.current.store import LOSE_DATA
from model.language import POINT, STAYS, Event, Named, Party, Tie, Transition, Variant, Via
from model.parties import CSS, LOSING_SUPPLIER, SEC, Supplier

A, B = Supplier.A, Supplier.B

OPERATOR = Party("Switching Operator", (Tie(SEC, Via.CONTRACT, "C6"),))
MISPLACED = replace(CRS_SENDS, performer=OPERATOR)
ON_THE_OPERATOR = FLOW.but(MISPLACED, parties=(*FLOW.parties, OPERATOR))

RETURN = Event(
    "return an erroneous switch",
    POINT,
    CSS,
    B,
    told="{by} returns an erroneous switch to supplier B",
)
DEACTIVATE = Event(
    "deactivate the registration",
    POINT,
    LOSING_SUPPLIER,
    A,
    told="{by} deactivates supplier A's registration",
)
RETURNED = Transition(RETURN, NONE, PENDING, cites="C2.standstill C2.standstill-length")
RIVAL = Named("a rival has a registration under way", gain[B].in_(*OPEN), cites="C1.14.unread")
DEACTIVATED = Transition(DEACTIVATE, ACTIVE, INACTIVE, when=RIVAL, cites="C1.14.unread")
NEVER_DUE = (
    Transition(REINSTATE, Reconciliation, STAYS, cites="E2.13"),
    Transition(LOSE_DATA, Reconciliation, STAYS, cites="E2.13"),
    *RECONCILIATION.rules_of(RECONCILE),
)

VARIANTS_OF_HAZARDS = (
    Variant(
        "a stream with no refresh",
        "Messages tell of changes alone: with no reconciliation nothing brings the rest (E2.13).",
        FLOW.but(replace(RECONCILIATION, transitions=NEVER_DUE)),
        breaks={"difference-explained": 1, "reinstated-catches-up": 2},
    ),
    Variant(
        "an erroneous switch is returned past an open request",
        "A return that is exempt from standstill is not exempt from one request at a time (C2).",
        FLOW.but(GAINS[B].also(RETURNED)),
        breaks={"one-open-request": 7, "secured-pairs": 7},
    ),
    Variant(
        "a deactivation races a switch",
        "What ends a registration while another is under way leaves a gap (C1.14.unread).",
        FLOW.but(REGISTRATIONS[A].also(DEACTIVATED)),
        breaks={
            "one-supplier-of-record": 3,
            "secured-pairs": 5,
            "services-differ-explained": 3,
        },
    ),
    Variant(
        "the duty lands on the Switching Operator",
        "The CRS is more than the CSS (C6), and its other services send no data.",
        ON_THE_OPERATOR,
        breaks={"accepted-is-answered-for": 0, "accepted-only-from-answered": 2},
    ),
)
