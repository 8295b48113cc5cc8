"""Variants of the handover in which nothing leads on from where it may stand."""

from model.css.entry import CSS_ENTRY, REINSTATE
from model.handover.change import RIGHT, WITHDRAW_RIGHT
from model.handover.flow import FLOW
from model.language import Variant

VARIANTS_OF_STILL: tuple[Variant, ...] = (
    Variant(
        "a suspended CSS is never reinstated",
        "With a sender that stays shut out the DSP cannot be reconciled, and the change not done.",
        FLOW.but(CSS_ENTRY.without(REINSTATE)),
        breaks={"the-change-can-still-be-done": 11},
    ),
    Variant(
        "the RDPs keep their right",
        "While the right to send stands the change cannot be declared done, and so it hangs.",
        FLOW.but(RIGHT.without(WITHDRAW_RIGHT)),
        breaks={
            "the-change-can-still-be-done": 10,
            "the-handover-rests-only-where-it-may": 12,
        },
    ),
)
