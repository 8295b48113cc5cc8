"""What each step of the drafting needs and leads to, who takes it, and how the months pass."""

from model.drafting.design import (
    FINALISE,
    NEWER_REC,
    READ_REC,
    SETTLE,
    Design,
    Reading,
    design,
    reading,
)
from model.drafting.month import AUGUST, FREE, JULY, LATER, SEPTEMBER, USED, pace
from model.drafting.parties import COMMITTEE, REC_DRAFTERS, SECAS, Committee
from model.drafting.review import (
    ADDRESS_ISSUE,
    COMPLETE,
    ISSUE,
    NONE,
    PRESENT_DESIGN,
    RAISE_ISSUE,
    REVIEW_DESIGN,
    REVIEWED,
    Review,
    opinion,
    review,
)
from model.drafting.text import (
    AMEND_REFERENCES,
    COMMENT,
    COMMENTED,
    DEAL_WITH_COMMENTS,
    DRAFT,
    NO_COMMENT,
    PRESENT,
    PRESENTED,
    READY,
    text,
)
from model.drafting.when import JUNE, MAY, MONTH_ENDS, month
from model.language import (
    Always,
    Claim,
    DoneBy,
    Event,
    Expression,
    Step,
    after,
    all_of,
    any_of,
    changed,
    happens,
)
from model.parties import CLOCK, DCC, PANEL

FOLLOWS = {MAY: JUNE, JUNE: JULY, JULY: AUGUST, AUGUST: SEPTEMBER, SEPTEMBER: LATER, LATER: LATER}
becomes_ready = text.is_not(READY) & after(text).is_(READY)
dealt_with = happens(DEAL_WITH_COMMENTS) & text.is_(COMMENTED)
none_made = happens(NO_COMMENT) & text.is_(PRESENTED)
PHASE_ENDS = (FINALISE, COMPLETE, PRESENT)


def _takes_its_month(phase_ends: Event) -> Expression:
    return happens(phase_ends).implies(pace.is_(FREE) & after(pace).is_(USED))


def _answers(committee: Committee) -> Expression:
    mine = opinion[committee]
    return all_of(
        happens(REVIEW_DESIGN[committee]).implies(after(mine).is_(REVIEWED)),
        happens(RAISE_ISSUE[committee]).implies(after(mine).is_(ISSUE)),
        (mine.is_(ISSUE) & changed(mine)).implies(
            happens(ADDRESS_ISSUE[committee]) & after(mine).is_(REVIEWED)
        ),
    )


KEPT: tuple[Claim, ...] = (
    Step(
        "months-pass-one-by-one",
        "No month is left out, and time goes on after September, whatever is not done by then.",
        all_of(
            *(
                (happens(MONTH_ENDS) & month.is_(now)).implies(after(month).is_(following))
                for now, following in FOLLOWS.items()
            )
        ),
        cites="6-b 6-d 6-e",
    ),
    Step(
        "a-month-holds-one-phase",
        "Design, review and presentation each end in a month in which no other of them has ended, "
        "and none ends after it in that month.",
        all_of(*(_takes_its_month(phase_ends) for phase_ends in PHASE_ENDS)),
        cites="6-b 6-d 6-e A-one-phase-a-month",
    ),
    Step(
        "a-newer-rec-is-read-anew",
        "A newer version of the REC may appear whether or not the last one has been read, and has "
        "to be read in its turn.",
        all_of(
            *(
                (happens(NEWER_REC) & reading.is_(before)).implies(after(reading).is_(Reading.DUE))
                for before in Reading
            )
        ),
        cites="6-a A-newer-REC",
    ),
    Always(
        "nothing-said-before-it-is-presented",
        "No committee has said anything of the design before it is final and presented to all "
        "three.",
        any_of(*(opinion[c].is_not(NONE) for c in Committee)).implies(
            review.is_not(Review.NOT_BEGUN) & design.is_(Design.FINAL)
        ),
        cites="3-c 4-b 6-c",
    ),
    Step(
        "each-committee-is-answered",
        "Each committee can review what is presented, or raise an issue, which stays open until it "
        "is addressed; then that committee has reviewed.",
        all_of(*(_answers(committee) for committee in Committee)),
        cites="6-c",
    ),
    Step(
        "the-panel-is-heard",
        "The changes are ready once the Panel's comments on what was presented have been dealt "
        "with, or once it says that it has none.",
        all_of(
            becomes_ready.implies(dealt_with | none_made),
            (text.is_(COMMENTED) & changed(text)).implies(after(text).is_(READY)),
            happens(NO_COMMENT).implies(after(text).is_(READY)),
        ),
        cites="1-d 3-c 6-d 6-e 6-f",
    ),
    DoneBy(
        "drafting-by-whom",
        "The DCC alone finishes the design, settles the incident actions and addresses issues; "
        "SECAS alone presents, reads the REC, amends and drafts; the Panel alone comments; the "
        "REC is in others' hands.",
        actors={
            DCC: (FINALISE, SETTLE, *ADDRESS_ISSUE.values()),
            SECAS: (
                *(PRESENT_DESIGN, COMPLETE, READ_REC, AMEND_REFERENCES),
                *(DRAFT, PRESENT, DEAL_WITH_COMMENTS),
            ),
            PANEL: (COMMENT, NO_COMMENT),
            REC_DRAFTERS: (NEWER_REC,),
            CLOCK: (MONTH_ENDS,),
        },
        cites="1-d 3-f 4-a 6-a 6-b 6-c 6-d 6-e 6-f A-newer-REC",
    ),
    DoneBy(
        "committees-speak-for-themselves",
        "Each of TABASC, the SMKI PMA and the SSC alone reviews and raises issues in its name.",
        actors={COMMITTEE[c]: (REVIEW_DESIGN[c], RAISE_ISSUE[c]) for c in Committee},
        cites="6-c",
    ),
)
