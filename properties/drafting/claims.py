"""What comes before what in the drafting, and what the month of the Panel depends on."""

from model.drafting.design import (
    ACTIONS_SETTLED,
    DESIGN_FINAL,
    REC_READ,
    Came,
    Design,
    came,
    design,
)
from model.drafting.month import AUGUST, JULY
from model.drafting.parties import EACH_COMMITTEE
from model.drafting.review import (
    ALL_HAVE,
    ISSUE,
    NONE,
    REVIEWS_COMPLETE,
    Review,
    opinion,
    review,
)
from model.drafting.text import (
    AMENDED,
    COMMENTED,
    DEAL_WITH_COMMENTS,
    DRAFT,
    NO_COMMENT,
    NOT_DRAFTED,
    PRESENT,
    PRESENTED,
    READY,
    references,
    text,
)
from model.drafting.when import JUNE, MAY, month
from model.language import Always, Claim, Step, after, all_of, any_of, changed, happens

becomes_ready = text.is_not(READY) & after(text).is_(READY)
dealt_with = happens(DEAL_WITH_COMMENTS) & text.is_(COMMENTED)
none_made = happens(NO_COMMENT) & text.is_(PRESENTED)

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
        "august-needs-june",
        "Text and design are at the Panel by August only if the design came before June was over.",
        (happens(PRESENT) & month.in_(MAY, JUNE, JULY, AUGUST)).implies(came.is_(Came.BY_JUNE)),
        cites="1-d 3-c 4-b 6-b 6-d 6-e A-one-phase-a-month",
    ),
    Always(
        "nothing-said-before-it-is-presented",
        "No committee has said anything of the design before it is final and presented to all "
        "three.",
        when=any_of(opinion.is_not(NONE), of=EACH_COMMITTEE),
        then=review.is_not(Review.NOT_BEGUN) & design.is_(Design.FINAL),
        cites="3-c 4-b 6-c",
    ),
    Step(
        "the-panel-is-heard",
        "The changes are ready only once the Panel's comments on what was presented have been "
        "dealt with, or once it says that it has none.",
        all_of(
            becomes_ready.implies(dealt_with | none_made),
            (text.is_(COMMENTED) & changed(text)).implies(after(text).is_(READY)),
        ),
        cites="1-d 3-c 6-d 6-e 6-f",
    ),
    Always(
        "an-open-issue-holds-the-review",
        "While an issue of TABASC, of the SMKI PMA or of the SSC is open, their review goes on: it "
        "is not complete.",
        when=opinion.is_(ISSUE),
        then=review.is_(Review.RUNNING),
        cites="6-c",
    ),
    Always(
        "no-panel-before-july",
        "With a month for each of design, review and presentation, the Panel sees nothing before "
        "July.",
        text.in_(PRESENTED, COMMENTED, READY).implies(~month.in_(MAY, JUNE)),
        cites="6-b 6-d 6-e A-one-phase-a-month",
    ),
)
