"""What is claimed where what is under way is carried over, and what each row is for."""

from dataclasses import replace

from model.css.registration import (
    CONFIRMED,
    LODGED,
    OPEN,
    PENDING,
    SECURED_ACTIVE,
    SECURED_INACTIVE,
    gain,
    registration,
)
from model.css.registration import supplier_of_record as at_the_css
from model.current.registration import OPEN as OLD_OPEN
from model.current.registration import Request
from model.language import Claim, Sometimes, Step, Variant, after, all_of, happens, some_other
from model.parties import Supplier
from model.transition import moved
from model.transition.carried_over import CARRIED_OVER, GAINS_COME
from model.transition.change import CHANGE, CHANGED, TAKE_EFFECT
from model.transition.hours import PASSED, hour
from model.transition.names import OLD_REQUESTS, old_is_live, old_request
from properties.transition.claims import HOLDING, ONE_REGISTRY_AT_A_TIME
from properties.transition.happening import ACROSS, COSTS, ON_EITHER_SIDE, SWITCHING
from properties.transition.living import CAN_TAKE_EFFECT, CARRIED, OF_THE_FIRST_LOAD

A, B = Supplier.A, Supplier.B

OF_REQUESTS: tuple[Claim, ...] = (
    Step(
        "no-request-lost",
        "A request that is open at MPAS or UK Link as the change takes effect is open at the CSS.",
        when=happens(TAKE_EFFECT) & old_request.in_(*OLD_OPEN),
        then=after(gain).in_(*OPEN),
        cites="D1.unread",
    ),
    Step(
        "a-date-is-kept",
        "Where a request is secured, or its hour of gate closure has passed, as the change takes "
        "effect, it is Secured Active, and whoever loses the point Secured Inactive (P26).",
        when=all_of(
            happens(TAKE_EFFECT),
            old_request.is_(Request.SECURED) | hour.is_(PASSED),
        ),
        then=all_of(
            after(gain).is_(SECURED_ACTIVE),
            some_other(after(registration).is_(SECURED_INACTIVE)),
        ),
        cites="D1.unread C1.1.4d C1 B2.secured",
    ),
    Step(
        "the-right-of-objection-is-kept",
        "A request that can be objected to, or is, can be or is objected to after the change, and "
        "no other (P26).",
        happens(TAKE_EFFECT).implies(
            old_request.in_(Request.PENDING, Request.OBJECTED).is_(after(gain).in_(PENDING, LODGED))
        ),
        cites="D1.unread B2.window C1.6.2",
    ),
    Sometimes(
        "secured-as-the-change-takes-effect",
        "A switch that is secured at MPAS or UK Link is Secured Active at the CSS from one instant "
        "to the next, and there the pair waits for its midnight.",
        all_of(
            happens(TAKE_EFFECT),
            old_request[B].is_(Request.SECURED),
            after(gain[B]).is_(SECURED_ACTIVE),
            after(registration[A]).is_(SECURED_INACTIVE),
        ),
        cites="D1.unread C1 B2.secured",
    ),
    Sometimes(
        "across-the-change",
        "A switch of which the hour of gate closure passed before the change goes live at the CSS "
        "after it.",
        all_of(CHANGED, old_is_live[A], hour[B].is_(PASSED), at_the_css.is_(B)),
        cites="D1.unread C1",
    ),
    Sometimes(
        "what-nobody-could-stop-can-be-withdrawn",
        "The window of a request has closed, so that nobody could stop it, and as the change takes "
        "effect it is merely Confirmed: there it can be withdrawn or annulled.",
        all_of(
            happens(TAKE_EFFECT),
            old_request[B].is_(Request.CLEARED),
            after(gain[B]).is_(CONFIRMED),
        ),
        cites="D1.unread B1.no-withdrawal C1.9 C1.10",
    ),
    Sometimes(
        "an-objection-that-could-be-lifted-can-only-cancel",
        "A request that is objected to, and whose objection could be lifted, is carried over to "
        "where an objection only cancels.",
        all_of(
            happens(TAKE_EFFECT),
            old_request[B].is_(Request.OBJECTED),
            after(gain[B]).is_(LODGED),
        ),
        cites="D1.unread B2.lift C1.6.7",
    ),
)
CLAIMS: tuple[Claim, ...] = (
    *HOLDING,
    *ONE_REGISTRY_AT_A_TIME,
    *OF_REQUESTS,
    *SWITCHING,
    *ACROSS,
    *ON_EITHER_SIDE,
    *COSTS,
    *OF_THE_FIRST_LOAD,
    *CAN_TAKE_EFFECT,
    *CARRIED,
)

MERELY_CONFIRMED = GAINS_COME.instead(
    TAKE_EFFECT,
    *(
        replace(rule, target=CONFIRMED) if rule.target is SECURED_ACTIVE else rule
        for rule in GAINS_COME.rules_of(TAKE_EFFECT)
    ),
)
OBJECTIONS_FORGOTTEN = GAINS_COME.instead(
    TAKE_EFFECT,
    *(rule for rule in GAINS_COME.rules_of(TAKE_EFFECT) if rule.target is not LODGED),
)

VARIANTS: tuple[Variant, ...] = (
    Variant(
        "requests stay where they are",
        "What is carried over is no more at MPAS or UK Link, or it goes live in both.",
        CARRIED_OVER.but(OLD_REQUESTS),
        breaks={
            "none-left-behind": 13,
            "one-open-over-both": 14,
            "switched-where-it-is-in-operation": 17,
        },
    ),
    Variant(
        "the change waits until nothing is under way",
        "What is carried over need not be waited for: one request that nobody ends is enough.",
        CARRIED_OVER.but(CHANGE),
        breaks={"no-request-holds-up-the-change": 12},
    ),
    Variant(
        "the pair is parted",
        "Whoever loses a secured switch is Secured Inactive, or stays on record after it.",
        CARRIED_OVER.but(moved.REGISTRATIONS),
        breaks={"exactly-one-record": 17},
    ),
    Variant(
        "a request that is past its hour is merely Confirmed",
        "There its gate never closes in time, and its date is lost.",
        CARRIED_OVER.but(MERELY_CONFIRMED),
        breaks={"a-date-is-kept": 16},
    ),
    Variant(
        "objections are forgotten",
        "The table has a row for each state of an open request, or one is lost.",
        CARRIED_OVER.but(OBJECTIONS_FORGOTTEN),
        breaks={"no-request-lost": 15, "the-right-of-objection-is-kept": 14},
    ),
)
