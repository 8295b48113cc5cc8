"""Variants of the lead time in which an event is another's."""

from model.language import Variant
from model.language.acting import acted_by
from model.leadtime.deadlines import SAY_NO_OBJECTION
from model.leadtime.flow import FLOW
from model.parties import GAINING_SUPPLIER

VARIANTS_OF_ACTORS: tuple[Variant, ...] = (
    Variant(
        "the gaining supplier answers for the losing one",
        "That there is no objection is for the losing supplier to say.",
        acted_by(FLOW, SAY_NO_OBJECTION, GAINING_SUPPLIER),
        breaks={"dates-and-deadlines-by-whom": 0},
    ),
)
