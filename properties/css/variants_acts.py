"""Variants of the new flow in which an act of one supplier does too little or too much."""

from model.css.flow import FLOW
from model.css.registration import ANNUL_OWN, GAINS, NONE, PENDING, REJECT, SAY_NO_OBJECTION
from model.language import STAYS, Variant
from model.parties import SUPPLIERS
from properties.acting import amiss

A, B = SUPPLIERS

VARIANTS_OF_ACTS: tuple[Variant, ...] = (
    Variant(
        "a rejection that leaves the request open",
        "What is rejected is over, and the supplier can submit another.",
        FLOW.but(amiss(GAINS[B], REJECT[B], target=PENDING)),
        breaks={"either-request-can-be-rejected": 2},
    ),
    Variant(
        "an answer that confirms nothing",
        "A valid answer of no objection ends the window early (C1.6.2).",
        FLOW.but(amiss(GAINS[B], SAY_NO_OBJECTION[B], target=STAYS)),
        breaks={"confirmed-early-or-in-time": 3},
    ),
    Variant(
        "the gaining supplier annuls its own",
        "Annulment is the losing supplier's (C1.9).",
        FLOW.but(amiss(GAINS[A], ANNUL_OWN[A], target=NONE, powerless="")),
        breaks={"in-vain-where-a-point-is-gained-back": 8},
    ),
)
