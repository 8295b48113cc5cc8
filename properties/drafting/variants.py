"""Variants of the drafting: a step that does not wait for what it has to wait for."""

from model.drafting.design import DESIGN, FINALISE, READ_REC, READING
from model.drafting.flow import FLOW
from model.drafting.month import PACE
from model.drafting.parties import Committee
from model.drafting.review import (
    ADDRESS_ISSUE,
    COMMITTEES,
    COMPLETE,
    NONE,
    PRESENT_DESIGN,
    REVIEW,
    REVIEW_DESIGN,
)
from model.drafting.text import (
    AMEND_REFERENCES,
    COMMENT,
    DEAL_WITH_COMMENTS,
    DRAFT,
    PRESENT,
    READY,
    REFERENCES,
    TEXT,
)
from model.drafting.text import PRESENTED as AT_THE_PANEL
from model.language import STAYS, Variant
from model.language.acting import amiss

SSC, TABASC = Committee.SSC, Committee.TABASC
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
            FLOW.but(REVIEW.lacking(COMPLETE, f"{committee.value} has reviewed")),
            breaks={"all-committees-before-the-text": 9, "an-open-issue-holds-the-review": 8},
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
        "several phases in one month",
        "That August depends on June is said (6-e), and stands on no rule: if the work may go "
        "faster than a phase a month, a design of July is still at the Panel in August.",
        FLOW.but(PACE.without(FINALISE, COMPLETE, PRESENT)),
        breaks={"august-needs-june": 12, "no-panel-before-july": 10},
    ),
    Variant(
        "a committee speaks of a draft",
        "What it says would be of something else than what is presented (6-c).",
        FLOW.but(COMMITTEES[SSC].lacking(REVIEW_DESIGN[SSC], "the design is presented")),
        breaks={"nothing-said-before-it-is-presented": 1},
    ),
    Variant(
        "comments that nobody deals with",
        "The Panel comments so that its comments are dealt with (6-f).",
        FLOW.but(amiss(TEXT, COMMENT, target=READY)),
        breaks={"the-panel-is-heard": 13},
    ),
    Variant(
        "an issue that is addressed is raised again",
        "What was addressed must count as reviewed, or the review need not end (6-c).",
        FLOW.but(amiss(COMMITTEES[TABASC], ADDRESS_ISSUE[TABASC], target=NONE)),
        breaks={"each-review-at-last-ends": 13},
    ),
    Variant(
        "a reading that never ends",
        "The text waits for the reading of the latest REC, so that has to end (6-a).",
        FLOW.but(amiss(READING, READ_REC, target=STAYS)),
        breaks={"what-is-reviewed-is-at-last-drafted": 9},
    ),
    Variant(
        "the Panel sees its comments dealt with",
        "That it sees the text again once its comments have been dealt with is not said (6-f); it "
        "could then comment for ever.",
        FLOW.but(amiss(TEXT, DEAL_WITH_COMMENTS, target=AT_THE_PANEL)),
        breaks={"what-the-panel-sees-gets-ready": 14},
    ),
)
