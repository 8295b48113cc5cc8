"""Requests, objections and registrations at a point, as the CSS keeps them."""

from model.css.messages import DUE, carried, message
from model.css.registration import (
    ACTIVE,
    ANNUL,
    ANNUL_OWN,
    ANNULLED,
    CANCEL,
    CANCELLED,
    INACTIVE,
    LODGED,
    MIDNIGHT,
    NONE,
    OBJECT,
    OPEN,
    PENDING,
    SECURED_ACTIVE,
    SECURED_INACTIVE,
    SUBMITTED,
    WITHDRAW,
    WITHDRAW_ANOTHERS,
    WITHDRAWN,
    bad_date,
    ended,
    gain,
    on_record,
    registration,
)
from model.language import (
    Always,
    Claim,
    Step,
    after,
    all_of,
    at_most_one,
    changed,
    exactly_one,
    exactly_one_other,
    happens,
    itself,
)
from model.parties import SUPPLIERS

GATE_CLOSED = gain.is_(SECURED_ACTIVE).called("the gate has closed", cites="C1.1.4d C1.12.1")
NEW_SECURED = gain.becomes(SECURED_ACTIVE)
OLD_SECURED = registration.becomes(SECURED_INACTIVE)
BEGINS, ENDS = registration.becomes(ACTIVE), registration.becomes(INACTIVE)
IS_LODGED = gain.is_(LODGED).called("an objection is lodged", cites="C1.6.7")
NOTHING_MOVES = all_of(~changed(gain), all_of(~changed(registration), of=SUPPLIERS))
NOTHING_ENDS = ~changed(gain) & ~changed(ended)
IS_CANCELLED = ended.becomes(CANCELLED).called("a registration is Cancelled", cites="C1.6.7")
IS_WITHDRAWN = ended.becomes(WITHDRAWN).called("a registration is Withdrawn", cites="C1.10")
IS_ANNULLED = ended.becomes(ANNULLED).called("a registration is Annulled", cites="C1.9")
ASKS = "the other's act is asked for"
ASKS_TO_WITHDRAW = happens(WITHDRAW_ANOTHERS).called(ASKS, cites="D2.confusion")
ASKS_TO_ANNUL = happens(ANNUL_OWN).called(ASKS, cites="D2.confusion")

SWITCHING: tuple[Claim, ...] = (
    Always(
        "one-supplier-of-record",
        "Exactly one supplier is registered at each point, with no gap and no overlap (P1).",
        exactly_one(on_record, of=SUPPLIERS),
        cites="C1.13.4.2 C1 C2",
    ),
    Step(
        "pair-moves-together",
        "The new registration is secured in the step in which the old one is, and becomes Active "
        "in the step in which the old one becomes Inactive.",
        all_of(
            NEW_SECURED.implies(exactly_one_other(OLD_SECURED)),
            OLD_SECURED.implies(exactly_one_other(NEW_SECURED)),
            BEGINS.implies(exactly_one_other(ENDS)),
            ENDS.implies(exactly_one_other(BEGINS)),
        ),
        cites="C1.12.1 C1.13.4.2 C1 C2 A-no-request-to-oneself A-objection-first",
    ),
    Always(
        "secured-pairs",
        "A new registration is Secured Active exactly while the old one is Secured Inactive (P2).",
        all_of(
            gain.is_(SECURED_ACTIVE).implies(exactly_one_other(registration.is_(SECURED_INACTIVE))),
            registration.is_(SECURED_INACTIVE).implies(exactly_one_other(gain.is_(SECURED_ACTIVE))),
        ),
        cites="C1.13.4.2 C1 C1.12.1 C2 A-no-request-to-oneself A-objection-first",
    ),
    Always(
        "one-open-request",
        "A point has at most one registration under way at a time (P3).",
        at_most_one(gain.in_(*OPEN), of=SUPPLIERS),
        cites="C2",
    ),
    Step(
        "faulty-request-goes-nowhere",
        "A request with a date out of bounds is rejected, and never becomes pending (P7).",
        when=gain.is_(SUBMITTED) & bad_date,
        then=after(gain).in_(SUBMITTED, NONE),
        cites="C1.2.5",
    ),
    Step(
        "no-switch-without-request",
        "A registration becomes Active only where it was Secured Active.",
        when=registration.becomes(ACTIVE),
        then=gain.is_(SECURED_ACTIVE),
        cites="C1",
    ),
    Step(
        "objection-only-in-window",
        "An objection is taken only while its window is open (P5).",
        when=gain.becomes(LODGED),
        then=gain.is_(PENDING),
        cites="C1.6.1 C1.6.2",
    ),
    Step(
        "lodged-objection-stops",
        "An objection lodged in its window ends the switch, whatever else happens (P8).",
        when=IS_LODGED,
        then=after(gain).in_(LODGED, NONE),
        cites="C1.6.7 A-objection-first",
    ),
    Step(
        "no-late-objection",
        "Nothing that is objected, withdrawn or annulled after gate closure takes effect (P4).",
        all_of(
            (happens(OBJECT) & GATE_CLOSED).implies(NOTHING_MOVES),
            (happens(WITHDRAW) & GATE_CLOSED).implies(NOTHING_MOVES),
            (happens(ANNUL) & GATE_CLOSED).implies(NOTHING_MOVES),
        ),
        cites="C1.1.4d C1.12.1 C1.6.2",
    ),
    Step(
        "secured-is-final",
        "What is Secured Active ends at its midnight alone.",
        when=GATE_CLOSED & ~happens(MIDNIGHT),
        then=after(gain).is_(SECURED_ACTIVE),
        cites="C1.1.4d C1.12.1",
    ),
    Step(
        "withdraw-and-annul-by-whom",
        "The gaining supplier alone withdraws, the losing supplier alone annuls, and asking for "
        "the other's act has no effect (P6).",
        all_of(
            IS_CANCELLED.implies(happens(CANCEL)),
            IS_WITHDRAWN.implies(happens(WITHDRAW)),
            IS_ANNULLED.implies(happens(ANNUL)),
            ASKS_TO_WITHDRAW.implies(NOTHING_ENDS),
            ASKS_TO_ANNUL.implies(NOTHING_ENDS),
        ),
        cites="C1.9 C1.10 C1.6.7 D2.confusion",
    ),
    Step(
        "switch-makes-message-due",
        "When a registration becomes Active, a message about it is due to the DSP.",
        when=registration.becomes(ACTIVE),
        then=after(message).is_(DUE) & after(carried).is_(itself(SUPPLIERS)),
        cites="A-trigger",
    ),
)
