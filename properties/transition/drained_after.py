"""What is claimed where what is under way is drained after the change, and what each row is for."""

from model.css.entry import CSS_ENTRY, REINSTATE
from model.css.messages import MESSAGES
from model.css.registration import (
    ACTIVE,
    GAINS,
    MIDNIGHT,
    SUBMIT,
    SUBMIT_BADLY,
    SUBMITTED,
    gain,
    registration,
)
from model.css.registration import supplier_of_record as at_the_css
from model.current.authority import copy
from model.language import (
    Always,
    Claim,
    Sometimes,
    Step,
    Transition,
    Variant,
    after,
    all_of,
    during,
    every,
    happens,
)
from model.parties import Supplier
from model.transition import moved
from model.transition.change import (
    BEFORE,
    CHANGED,
    DRAINED,
    IN_EFFECT,
    READY,
    TAKE_EFFECT,
)
from model.transition.drained_after import AT_ONCE as CHANGE_AT_ONCE
from model.transition.drained_after import FLOW
from model.transition.names import (
    OLD_MIDNIGHT,
    nothing_under_way,
    old_is_live,
    old_supplier_of_record,
)
from properties.transition.claims import HOLDING
from properties.transition.happening import ACROSS, COSTS, ON_EITHER_SIDE, SWITCHING
from properties.transition.living import AT_ONCE, CAN_TAKE_EFFECT, OF_THE_FIRST_LOAD

A, B = Supplier.A, Supplier.B

OF_REQUESTS: tuple[Claim, ...] = (
    Always(
        "registries-agree-while-anything-is-under-way",
        "After the change, and while a point has a request at MPAS or UK Link, the CSS has on "
        "record whoever is registered there, so that no switch is lost (P26).",
        when=CHANGED & ~nothing_under_way,
        then=at_the_css.is_(old_supplier_of_record),
        cites="D1.unread 1-b B4",
    ),
    Step(
        "a-switch-at-the-old-registry-is-one-at-the-css",
        "A switch that goes live at MPAS or UK Link after the change is Active at the CSS in that "
        "step, and so applied once (P26).",
        when=happens(OLD_MIDNIGHT) & CHANGED,
        then=after(registration).is_(ACTIVE),
        cites="D1.unread B4",
    ),
    Step(
        "no-midnight-at-the-css-while-anything-is-under-way",
        "At the CSS a switch goes live only after the change, and where nothing is left at MPAS or "
        "UK Link, so none is applied twice (P26).",
        happens(*every(MIDNIGHT)).implies(CHANGED & nothing_under_way),
        cites="D1.unread C1 C2",
    ),
    Sometimes(
        "across-the-change",
        "A switch that was requested before the change goes live at MPAS or UK Link after it, and "
        "the DSP's copy has followed by a message of the CSS.",
        all_of(CHANGED, old_is_live[B], at_the_css.is_(B), copy.is_(B)),
        cites="D1.unread 2.2-b",
    ),
    Sometimes(
        "stuck-there-and-waiting-here",
        "After the change a request that is stuck at MPAS or UK Link keeps its point from "
        "switching at the CSS.",
        all_of(CHANGED, ~nothing_under_way, gain[A].is_(SUBMITTED)),
        cites="D1.unread C2",
    ),
)
CLAIMS: tuple[Claim, ...] = (
    *HOLDING,
    *OF_REQUESTS,
    *SWITCHING,
    *ACROSS,
    *ON_EITHER_SIDE,
    *COSTS,
    *OF_THE_FIRST_LOAD,
    *CAN_TAKE_EFFECT,
    *AT_ONCE,
)
WAITING = CHANGE_AT_ONCE.instead(
    TAKE_EFFECT, Transition(TAKE_EFFECT, BEFORE, IN_EFFECT, READY & DRAINED, cites="D1.unread")
)

VARIANTS: tuple[Variant, ...] = (
    Variant(
        "a suspended CSS is never reinstated",
        "With a CSS that stays shut out the change never comes, or is never followed by a load.",
        FLOW.but(CSS_ENTRY.without(REINSTATE)),
        breaks={"the-change-can-still-take-effect": 9, "the-first-load-can-still-be-made": 12},
    ),
    Variant(
        "the change waits until nothing is under way",
        "New requests are taken meanwhile, and one that nobody ends is enough.",
        FLOW.but(WAITING),
        breaks={"the-change-comes": 11},
    ),
    Variant(
        "the CSS does not follow the old midnights",
        "A switch that ends at the old registry is lost, unless the CSS takes it over.",
        FLOW.but(moved.REGISTRATIONS),
        breaks={
            "registries-agree-while-anything-is-under-way": 16,
            "a-switch-at-the-old-registry-is-one-at-the-css": 15,
        },
    ),
    Variant(
        "the CSS does not look at the old registry",
        "Where it makes a request pending while one is left there, a point is switched twice.",
        FLOW.but(during(CHANGED, GAINS, SUBMIT, SUBMIT_BADLY)),
        breaks={"one-open-over-both": 15, "no-midnight-at-the-css-while-anything-is-under-way": 17},
    ),
    Variant(
        "no message for a midnight at the old registry",
        "The CRS owes the DSP a switch that ends there, and nobody else does.",
        FLOW.but(MESSAGES),
        breaks={"difference-explained": 17},
    ),
)
