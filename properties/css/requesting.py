"""When a request becomes pending, and that each is answered, also where nobody waits."""

from model.css.registration import (
    CANCEL,
    CLOSE_GATE,
    MAKE_PENDING,
    MIDNIGHT,
    NONE,
    NOT_YET,
    OPEN,
    PENDING,
    REJECT,
    REJECTED,
    SAY_NO_OBJECTION,
    SUBMITTED,
    bad_date,
    ended,
    gain,
    no_other_open,
    not_yet_active,
)
from model.language import (
    Claim,
    LeadsTo,
    Sometimes,
    Step,
    after,
    all_of,
    any_of,
    changed,
    every,
    happens,
)
from model.parties import SUPPLIERS, Supplier

A, B = Supplier.A, Supplier.B

request_open = any_of(gain.in_(*OPEN), of=SUPPLIERS)


ENDS = gain.is_not(NONE) & after(gain).is_(NONE)

REQUESTING: tuple[Claim, ...] = (
    Step(
        "what-has-ended-is-over-and-recorded",
        "A registration that is rejected, Cancelled, Withdrawn, Annulled or Active is no longer "
        "under way, and how it ended is recorded.",
        all_of(
            changed(ended).implies(after(gain).is_(NONE)),
            ENDS.implies(after(ended).is_not(NOT_YET)),
        ),
        cites="C1 C1.6.7 C1.9 C1.10 C2 C1.2.5 C2.annulment",
    ),
    Step(
        "pending-only-if-nothing-stands-against-it",
        "A registration becomes pending only where no other is under way and its supplier has not "
        "the point already, and is rejected only where that is so or its date is out of bounds.",
        all_of(
            gain.becomes(PENDING).implies(no_other_open),
            gain.becomes(PENDING).implies(not_yet_active),
            happens(REJECT).implies(~all_of(~bad_date, no_other_open, not_yet_active)),
        ),
        cites="C2 C3.request A-no-request-to-oneself",
    ),
    *(
        LeadsTo(
            f"each-request-of-{s.name.lower()}-is-answered",
            f"Each request that {s.value} submits is at last rejected or made pending.",
            gain[s].is_(SUBMITTED),
            to=gain[s].is_not(SUBMITTED),
            weak=((REJECT[s], MAKE_PENDING[s]),),
            cites="C2 C1.2.5 C1.7.1.8",
        )
        for s in SUPPLIERS
    ),
    LeadsTo(
        "no-objection-is-answer-enough",
        "Where the losing supplier says that it does not object, the registration goes on to its "
        "end though nobody waits for the window to close.",
        request_open,
        to=~request_open,
        weak=(every(SAY_NO_OBJECTION), every(CANCEL), every(CLOSE_GATE), every(MIDNIGHT)),
        cites="C1.6.2 C3.confirmed",
    ),
    Sometimes(
        "a-rejected-request-is-made-good",
        "A supplier whose request was rejected for its date submits another, and that one becomes "
        "pending.",
        all_of(
            *(gain[B].is_(PENDING), ended[B].is_(REJECTED)),
            *(gain[A].is_(NONE), ended[A].is_(NOT_YET)),
        ),
        cites="B3 C1.2.4 C1.2.5",
    ),
)
