"""Variants of the drafting: a step that does not wait for what it has to wait for."""

from model.drafting.design import DESIGN, FINALISE
from model.drafting.flow import FLOW
from model.drafting.month import PACE
from model.drafting.parties import Committee
from model.drafting.review import COMPLETE, PRESENT_DESIGN, REVIEW
from model.drafting.text import AMEND_REFERENCES, DRAFT, PRESENT, REFERENCES, TEXT
from model.language import Flow, Variant


def _without(committee: Committee) -> Flow:
    return FLOW.but(REVIEW.lacking(COMPLETE, f"{committee.value} has reviewed"))


EAGER = TEXT.lacking(DRAFT, "the reviews are complete")

VARIANTS: tuple[Variant, ...] = (
    Variant(
        "the text waits for nothing but the REC",
        "The text of Appendices X and Y cannot be written before the interface is known (3-c).",
        FLOW.but(EAGER.lacking(DRAFT, "the design is final")),
        breaks={"no-text-before-the-design": 2, "all-committees-before-the-text": 2},
    ),
    Variant(
        "the text does not wait for the review",
        "The review is there to find consequences that nobody meant, before the text is written.",
        FLOW.but(EAGER),
        breaks={"all-committees-before-the-text": 4},
    ),
    Variant(
        "the references do not wait",
        "Whether a reference becomes one to the REC is known with the design (4-b).",
        FLOW.but(REFERENCES.lacking(AMEND_REFERENCES, "the design is final")),
        breaks={"no-reference-before-the-design": 1},
    ),
    Variant(
        "a draft design goes to the committees",
        "They would review what is not yet decided.",
        FLOW.but(REVIEW.lacking(PRESENT_DESIGN, "the design is final")),
        breaks={"committees-see-a-final-design": 5},
    ),
    *(
        Variant(
            f"{committee.value} is left out",
            "All three committees review the design (6-c).",
            _without(committee),
            breaks={"all-committees-before-the-text": 9},
        )
        for committee in Committee
    ),
    Variant(
        "the incident actions come later",
        "They are settled together with the design (3-f).",
        FLOW.but(DESIGN.lacking(FINALISE, "the incident actions are settled")),
        breaks={"incident-actions-with-the-design": 1},
    ),
    Variant(
        "the REC is not read again",
        "A newer version may conflict with the SEC where the one that was read did not (6-a).",
        FLOW.but(TEXT.lacking(DRAFT, "the latest REC is read")),
        breaks={"latest-rec-read-before-the-text": 9},
    ),
    Variant(
        "the references come after the Panel",
        "Then the Panel does not see all that changes.",
        FLOW.but(TEXT.lacking(PRESENT, "the references are amended")),
        breaks={"the-panel-sees-the-whole": 12},
    ),
    Variant(
        "several phases in one month",
        "That August depends on June is said (6-e), and stands on no rule: if the work may go "
        "faster than a phase a month, a design of July is still at the Panel in August.",
        FLOW.but(PACE.without(FINALISE, COMPLETE, PRESENT)),
        breaks={"august-needs-june": 13},
    ),
)
