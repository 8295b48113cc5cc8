"""Variants of the drafting in which a step is another's."""

from model.drafting.flow import FLOW
from model.drafting.parties import SECAS, Committee
from model.drafting.review import REVIEW_DESIGN
from model.drafting.text import NO_COMMENT
from model.language import Variant
from model.language.acting import acted_by

SSC, TABASC = Committee.SSC, Committee.TABASC

VARIANTS_OF_ACTORS: tuple[Variant, ...] = (
    Variant(
        "SECAS answers for the Panel",
        "That there are no comments is for the Panel to say.",
        acted_by(FLOW, NO_COMMENT, SECAS),
        breaks={"drafting-by-whom": 0},
    ),
    Variant(
        "SECAS reviews in the name of the SSC",
        "The three committees review for themselves (6-c).",
        acted_by(FLOW, REVIEW_DESIGN[SSC], SECAS),
        breaks={"committees-speak-for-themselves": 0},
    ),
)
