"""What comes before what in the drafting, and what the month of the Panel depends on."""

from model.drafting.design import (
    ACTIONS_SETTLED,
    DESIGN_FINAL,
    REC_READ,
    Came,
    came,
)
from model.drafting.month import AUGUST, JULY
from model.drafting.review import ALL_HAVE, REVIEWS_COMPLETE
from model.drafting.text import (
    AMENDED,
    DRAFT,
    NOT_DRAFTED,
    PRESENT,
    REFERENCES_AMENDED,
    references,
    text,
)
from model.drafting.when import JUNE, MAY, month
from model.language import Always, Claim, Step, happens

HOLDING: tuple[Claim, ...] = (
    Always(
        "no-text-before-the-design",
        "No legal text is drafted before the interface design is final.",
        text.is_not(NOT_DRAFTED).implies(DESIGN_FINAL),
        cites="3-c 4-b 6-f",
    ),
    Always(
        "no-reference-before-the-design",
        "No cross-reference is amended before the interface design is final.",
        references.is_(AMENDED).implies(DESIGN_FINAL),
        cites="3-c 4-b",
    ),
    Always(
        "all-committees-before-the-text",
        "No legal text is drafted before TABASC, the SMKI PMA and the SSC have all reviewed the "
        "design, with no issue left open.",
        text.is_not(NOT_DRAFTED).implies(ALL_HAVE),
        cites="6-c 6-d 6-e 6-f",
    ),
    Always(
        "committees-see-a-final-design",
        "The three committees' review is complete only of a design that is final.",
        REVIEWS_COMPLETE.implies(DESIGN_FINAL),
        cites="3-c 4-b 6-d",
    ),
    Always(
        "incident-actions-with-the-design",
        "The actions of the incident policy are settled no later than the interface design.",
        DESIGN_FINAL.implies(ACTIONS_SETTLED),
        cites="3-c 3-f 4-b",
    ),
    Step(
        "latest-rec-read-before-the-text",
        "The legal text is drafted only when the latest version of the REC has been read.",
        happens(DRAFT).implies(REC_READ),
        cites="6-a",
    ),
    Step(
        "the-panel-sees-the-whole",
        "What is presented to the Panel has its cross-references amended.",
        happens(PRESENT).implies(REFERENCES_AMENDED),
        cites="4-a 6-e A-one-package",
    ),
    Step(
        "august-needs-june",
        "Text and design are at the Panel by August only if the design came before June was over.",
        (happens(PRESENT) & month.in_(MAY, JUNE, JULY, AUGUST)).implies(came.is_(Came.BY_JUNE)),
        cites="1-d 3-c 4-b 6-b 6-d 6-e A-one-phase-a-month",
    ),
)
