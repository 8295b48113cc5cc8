"""What is claimed where what is under way is carried over, and what each row is for."""

from model.css.registration import (
    LODGED,
    OPEN,
    SECURED_ACTIVE,
    SECURED_INACTIVE,
    gain,
    registration,
)
from model.current.registration import OPEN as OLD_OPEN
from model.current.registration import Request
from model.language import Claim, Sometimes, Step, Variant, after, all_of, happens
from model.parties import Supplier
from model.transition import moved
from model.transition.carried_over import CARRIED_OVER, GAINS_COME
from model.transition.change import TAKE_EFFECT
from model.transition.names import OLD_REQUESTS, old_request
from properties.transition.claims import HOLDING
from properties.transition.happening import COSTS, SWITCHING

A, B = Supplier.A, Supplier.B

OF_REQUESTS: tuple[Claim, ...] = (
    Step(
        "no-request-lost",
        "A request that is open at MPAS or UK Link as the change takes effect is open at the CSS.",
        when=happens(TAKE_EFFECT) & old_request.in_(*OLD_OPEN),
        then=after(gain).in_(*OPEN),
        cites="D1.unread",
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
)
CLAIMS_CARRIED: tuple[Claim, ...] = (*HOLDING, *OF_REQUESTS, *SWITCHING, *COSTS)

OBJECTIONS_FORGOTTEN = GAINS_COME.instead(
    TAKE_EFFECT,
    *(rule for rule in GAINS_COME.rules_of(TAKE_EFFECT) if rule.target is not LODGED),
)

VARIANTS_CARRIED: tuple[Variant, ...] = (
    Variant(
        "requests stay where they are",
        "What is carried over is no more at MPAS or UK Link, or it goes live in both.",
        CARRIED_OVER.but(OLD_REQUESTS),
        breaks={
            "none-left-behind": 12,
            "one-open-over-both": 13,
            "switched-where-it-is-in-operation": 15,
        },
    ),
    Variant(
        "the pair is parted",
        "Whoever loses a secured switch is Secured Inactive, or stays on record after it.",
        CARRIED_OVER.but(moved.REGISTRATIONS),
        breaks={"exactly-one-record": 16},
    ),
    Variant(
        "objections are forgotten",
        "The table has a row for each state of an open request, or one is lost.",
        CARRIED_OVER.but(OBJECTIONS_FORGOTTEN),
        breaks={"no-request-lost": 14},
    ),
)
