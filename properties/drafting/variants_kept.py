"""Variants of the drafting in which one step does too little, too much, or is another's."""

from model.drafting.design import NEWER_REC, READING, Reading
from model.drafting.flow import FLOW
from model.drafting.month import AUGUST, MONTH, PACE
from model.drafting.parties import SECAS, Committee
from model.drafting.review import COMMITTEES, RAISE_ISSUE, REVIEW_DESIGN, REVIEWED
from model.drafting.text import COMMENT, NO_COMMENT, PRESENT, READY, TEXT
from model.drafting.when import MAY, MONTH_ENDS
from model.language import Transition, Variant
from properties.acting import acted_by, amiss

SSC, TABASC = Committee.SSC, Committee.TABASC
SKIPS = Transition(MONTH_ENDS, MAY, AUGUST, cites="6-b")
READ_STAYS = Transition(NEWER_REC, Reading, Reading.READ, cites="6-a")

VARIANTS_OF_KEPT: tuple[Variant, ...] = (
    Variant(
        "a month is left out",
        "A plan by months says nothing if one of them can be left out.",
        FLOW.but(MONTH.instead(MONTH_ENDS, SKIPS, *MONTH.rules_of(MONTH_ENDS)[1:])),
        breaks={"months-pass-one-by-one": 1},
    ),
    Variant(
        "presenting takes no time",
        "The presentation is a phase like design and review, and no other ends in its month.",
        FLOW.but(PACE.without(PRESENT)),
        breaks={"a-month-holds-one-phase": 12},
    ),
    Variant(
        "what was read once is read for good",
        "A newer version may conflict with the SEC where the one that was read did not (6-a).",
        FLOW.but(READING.instead(NEWER_REC, READ_STAYS)),
        breaks={"a-newer-rec-is-read-anew": 1},
    ),
    Variant(
        "a committee speaks of a draft",
        "What it says would be of something else than what is presented (6-c).",
        FLOW.but(COMMITTEES[SSC].lacking(REVIEW_DESIGN[SSC], "the design is presented")),
        breaks={"nothing-said-before-it-is-presented": 1},
    ),
    Variant(
        "an issue counts as a review",
        "Then an issue of TABASC would never have to be addressed.",
        FLOW.but(amiss(COMMITTEES[TABASC], RAISE_ISSUE[TABASC], target=REVIEWED)),
        breaks={"each-committee-is-answered": 4},
    ),
    Variant(
        "comments that nobody deals with",
        "The Panel comments so that its comments are dealt with (6-f).",
        FLOW.but(amiss(TEXT, COMMENT, target=READY)),
        breaks={"the-panel-is-heard": 14},
    ),
    Variant(
        "SECAS answers for the Panel",
        "That there are no comments is for the Panel to say.",
        acted_by(FLOW, NO_COMMENT, SECAS),
        breaks={"drafting-by-whom": 14},
    ),
    Variant(
        "SECAS reviews in the name of the SSC",
        "The three committees review for themselves (6-c).",
        acted_by(FLOW, REVIEW_DESIGN[SSC], SECAS),
        breaks={"committees-speak-for-themselves": 4},
    ),
)
