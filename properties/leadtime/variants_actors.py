"""Variants of the lead time in which an event is another's."""

from model.language import STAYS, Transition, Variant
from model.language.acting import acted_by
from model.leadtime.days import INTO_OTHER, INTO_WORKING
from model.leadtime.deadlines import SAY_NO_OBJECTION, WINDOW, Deadline
from model.leadtime.flow import FLOW
from model.leadtime.request import EVE
from model.parties import GAINING_SUPPLIER

OVERNIGHT = WINDOW
for midnight in (INTO_WORKING, INTO_OTHER):
    stays_open = Transition(midnight, Deadline, STAYS, cites="A-total")
    OVERNIGHT = OVERNIGHT.instead(midnight, stays_open)
WAITS = Transition(INTO_OTHER, EVE, STAYS, cites="C1")

VARIANTS_OF_ACTORS: tuple[Variant, ...] = (
    Variant(
        "the gaining supplier answers for the losing one",
        "That there is no objection is for the losing supplier to say.",
        acted_by(FLOW, SAY_NO_OBJECTION, GAINING_SUPPLIER),
        breaks={"dates-and-deadlines-by-whom": 0},
    ),
)
