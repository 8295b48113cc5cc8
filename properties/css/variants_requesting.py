"""Variants of the new flow in which a request is not checked, or never answered."""

from dataclasses import replace

from model.css.flow import FLOW
from model.css.registration import GAINS, MAKE_PENDING, PENDING, REJECT, SAY_NO_OBJECTION, WITHDRAW
from model.language import STAYS, Variant
from model.language.acting import amiss
from model.parties import SUPPLIERS, Supplier

A, B = Supplier.A, Supplier.B

WITHDRAWN_IN_TIME, WITHDRAWN_LATE = GAINS[B].rules_of(WITHDRAW[B])
STILL_OPEN = replace(WITHDRAWN_IN_TIME, target=None)

VARIANTS_OF_REQUESTING: tuple[Variant, ...] = (
    Variant(
        "a withdrawal that leaves the registration open",
        "What is withdrawn goes no further.",
        FLOW.but(GAINS[B].instead(WITHDRAW[B], STILL_OPEN, WITHDRAWN_LATE)),
        breaks={"what-has-ended-is-over-and-recorded": 3},
    ),
    Variant(
        "a supplier switches to itself",
        "Who has the point already cannot gain it.",
        FLOW.but(GAINS[A].lacking(MAKE_PENDING[A], "the supplier is not registered already")),
        breaks={"pending-only-if-nothing-stands-against-it": 2},
    ),
    Variant(
        "a rejection that leaves the request open",
        "What is rejected is over, and the supplier can submit another.",
        FLOW.but(amiss(GAINS[B], REJECT[B], target=PENDING)),
        breaks={"pending-only-if-nothing-stands-against-it": 7},
    ),
    *(
        Variant(
            f"a rejection that {s.value} never hears of",
            "A request that is neither rejected nor made pending keeps its supplier waiting.",
            FLOW.but(amiss(GAINS[s], REJECT[s], target=STAYS)),
            breaks={f"each-request-of-{s.name.lower()}-is-answered": 3},
        )
        for s in SUPPLIERS
    ),
    Variant(
        "an answer that confirms nothing",
        "A valid answer of no objection ends the window early (C1.6.2).",
        FLOW.but(amiss(GAINS[B], SAY_NO_OBJECTION[B], target=STAYS)),
        breaks={"no-objection-is-answer-enough": 3},
    ),
)
