"""Registrations at a point as the CSS keeps them: the one that is gained and the one in effect.

Source: REC Schedule 23 at second hand (C1) and decisions of the design authority (C2). Each
supplier has a slot for the registration that it gains, from its request to Secured Active, which
remembers how the last one ended, and one for that in effect, so that two requests, two
registrations or none could be seen if a rule let them. Gate closure moves both to the secured
pair, and midnight ends the pair (C1.13.4.2, C1). Dates are abstracted to the order of events; an
objection lodged in the window is dealt with before the gate closes (A-objection-first). Supplier A
is Active at first; first registration, deactivation and termination are not modelled.
"""

from enum import Enum

from model.current.registration import of_each_supplier
from model.language import (
    POINT,
    STAYS,
    Expression,
    Field,
    Machine,
    Named,
    Transition,
    all_of,
    any_of,
    choose,
)
from model.parties import (
    CLOCK,
    CSS,
    GAINING_SUPPLIER,
    LOSING_SUPPLIER,
    SUPPLIERS,
    Supplier,
    others,
)


class Gain(Enum):
    """How far the registration that a supplier gains has come."""

    NONE = "none"
    SUBMITTED = "submitted"
    PENDING = "Pending"
    LODGED = "objection lodged"
    CONFIRMED = "Confirmed"
    SECURED_ACTIVE = "Secured Active"


class Ended(Enum):
    """How the last registration that a supplier was to gain ended."""

    NOT_YET = "not yet"
    REJECTED = "rejected"
    CANCELLED = "Cancelled"
    WITHDRAWN = "Withdrawn"
    ANNULLED = "Annulled"
    SWITCHED = "Active"


class Registration(Enum):
    """What a supplier's registration in effect is."""

    INACTIVE = "Inactive"
    ACTIVE = "Active"
    SECURED_INACTIVE = "Secured Inactive"


NONE, SUBMITTED, PENDING, LODGED, CONFIRMED, SECURED_ACTIVE = Gain
NOT_YET, REJECTED, CANCELLED, WITHDRAWN, ANNULLED, SWITCHED = Ended
INACTIVE, ACTIVE, SECURED_INACTIVE = Registration
OPEN = (PENDING, LODGED, CONFIRMED, SECURED_ACTIVE)

gain = {s: Field(f"registration that {s.value} gains", Gain, NONE) for s in SUPPLIERS}
bad_date = {s: Field(f"date out of bounds, {s.value}", bool, initial=False) for s in SUPPLIERS}
ended = {s: Field(f"how the last one of {s.value} ended", Ended, NOT_YET) for s in SUPPLIERS}
registration = {
    s: Field(f"registration of {s.value}", Registration, ACTIVE if s is Supplier.A else INACTIVE)
    for s in SUPPLIERS
}

SUBMIT = of_each_supplier("submit a switch request", GAINING_SUPPLIER)
SUBMIT_BADLY = of_each_supplier("submit with a date out of bounds", GAINING_SUPPLIER)
REJECT = of_each_supplier("reject the request", CSS)
MAKE_PENDING = of_each_supplier("make pending and invite to intervene", CSS)
OBJECT = of_each_supplier("object", LOSING_SUPPLIER)
SAY_NO_OBJECTION = of_each_supplier("say that there is no objection", LOSING_SUPPLIER)
CANCEL = of_each_supplier("cancel on the objection", CSS)
CLOSE_WINDOW = of_each_supplier("the objection window closes", CLOCK)
WITHDRAW = of_each_supplier("withdraw", GAINING_SUPPLIER)
ANNUL = of_each_supplier("annul", LOSING_SUPPLIER)
WITHDRAW_ANOTHERS = of_each_supplier("ask to withdraw another's", LOSING_SUPPLIER)
ANNUL_OWN = of_each_supplier("ask to annul its own", GAINING_SUPPLIER)
CLOSE_GATE = of_each_supplier("the gate closes", CSS)
MIDNIGHT = of_each_supplier("midnight of the start date", CLOCK)

LATE = "the window, or the gate, has closed"
WRONG = "the other supplier has this power"


def on_record(supplier: Supplier) -> Expression:
    """Say that the supplier has the point: its registration is in effect, if only till midnight."""
    return registration[supplier].in_(ACTIVE, SECURED_INACTIVE)


def no_other_open(supplier: Supplier) -> Named:
    """Say that no rival has a registration under way."""
    rivals = any_of(*(gain[other].in_(*OPEN) for other in others(supplier)))
    return Named("no other request is open", ~rivals, cites="C2")


def not_yet_active(supplier: Supplier) -> Named:
    """Say that the supplier does not have the point already, with no end in sight."""
    words = "the supplier is not registered already"
    return Named(words, registration[supplier].is_not(ACTIVE), cites="A-no-request-to-oneself")


def _gain_of(s: Supplier) -> Machine:
    in_bounds = Named("the date is in bounds", ~bad_date[s], cites="C1.2.5")
    fine = all_of(in_bounds, no_other_open(s), not_yet_active(s))
    not_fine = Named("the request is not fine", ~fine, cites="C2 C3.request")
    good, bad = {bad_date[s]: False}, {bad_date[s]: True}
    rejected, cancelled, switched = ({ended[s]: e} for e in (REJECTED, CANCELLED, SWITCHED))
    withdrawn, annulled = {ended[s]: WITHDRAWN}, {ended[s]: ANNULLED}
    early, secured = (PENDING, CONFIRMED), SECURED_ACTIVE
    rules = (
        Transition(SUBMIT[s], NONE, SUBMITTED, then=good, cites="C1.2.4 C3.request"),
        Transition(SUBMIT_BADLY[s], NONE, SUBMITTED, then=bad, cites="C1.2.5"),
        Transition(REJECT[s], SUBMITTED, NONE, not_fine, rejected, cites="C2 C1.2.5"),
        Transition(MAKE_PENDING[s], SUBMITTED, PENDING, when=fine, cites="C1.7.1.8 C1.7.1.9"),
        Transition(OBJECT[s], PENDING, LODGED, cites="C1.6.1 C1.6.2"),
        Transition(OBJECT[s], (CONFIRMED, secured), STAYS, cites="C1.6.2", powerless=LATE),
        Transition(CANCEL[s], LODGED, NONE, then=cancelled, cites="C1.6.7"),
        Transition(SAY_NO_OBJECTION[s], PENDING, CONFIRMED, cites="C1.6.2 C3.confirmed"),
        Transition(CLOSE_WINDOW[s], PENDING, CONFIRMED, cites="C1.6.2 C3.confirmed"),
        Transition(WITHDRAW[s], early, NONE, then=withdrawn, cites="C1.10"),
        Transition(WITHDRAW[s], secured, STAYS, cites="C1.1.4d C1.10", powerless=LATE),
        Transition(ANNUL[s], early, NONE, then=annulled, cites="C1.9 C2.annulment"),
        Transition(ANNUL[s], secured, STAYS, cites="C1.1.4d C1.9", powerless=LATE),
        Transition(WITHDRAW_ANOTHERS[s], OPEN, STAYS, cites="C1.10 D2.confusion", powerless=WRONG),
        Transition(ANNUL_OWN[s], OPEN, STAYS, cites="C1.9 D2.confusion", powerless=WRONG),
        Transition(CLOSE_GATE[s], CONFIRMED, secured, cites="C1.12.1 A-objection-first"),
        Transition(MIDNIGHT[s], secured, NONE, then=switched, cites="C1"),
    )
    happy = (NONE, SUBMITTED, PENDING, CONFIRMED, SECURED_ACTIVE)
    kept = (bad_date[s], ended[s])
    return Machine("gain", POINT, gain[s], rules, kept, happy=happy, index=s)


def _registration_of(s: Supplier) -> Machine:
    rivals = [
        rule
        for rival in others(s)
        for rule in (
            Transition(CLOSE_GATE[rival], ACTIVE, SECURED_INACTIVE, cites="C1.13.4.2"),
            Transition(CLOSE_GATE[rival], (INACTIVE, SECURED_INACTIVE), STAYS, cites="A-total"),
            Transition(MIDNIGHT[rival], SECURED_INACTIVE, INACTIVE, cites="C1"),
            Transition(MIDNIGHT[rival], (INACTIVE, ACTIVE), STAYS, cites="A-total"),
        )
    ]
    rules = (Transition(MIDNIGHT[s], Registration, ACTIVE, cites="C1"), *rivals)
    happy = (ACTIVE, SECURED_INACTIVE, INACTIVE)
    state = registration[s]
    return Machine("registration", POINT, state=state, transitions=rules, happy=happy, index=s)


GAINS = {s: _gain_of(s) for s in SUPPLIERS}
REGISTRATIONS = {s: _registration_of(s) for s in SUPPLIERS}

A_HAS_IT, B_HAS_IT = (on_record(s) for s in SUPPLIERS)
supplier_of_record = choose(A_HAS_IT, Supplier.A, choose(B_HAS_IT, Supplier.B, Supplier.NOBODY))
