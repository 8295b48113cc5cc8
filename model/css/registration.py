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

from model.language import (
    POINT,
    STAYS,
    Event,
    Field,
    Machine,
    Named,
    Transition,
    all_of,
    no_other,
    other,
    whichever,
)
from model.parties import (
    CLOCK,
    CSS,
    GAINING_SUPPLIER,
    LOSING_SUPPLIER,
    SUPPLIERS,
    Supplier,
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

gain = Field(
    "registration that {} gains",
    Gain,
    NONE,
    of=SUPPLIERS,
    told=(
        "{} has no request under way",
        "{} has submitted a switch request",
        "{}'s request is Pending",
        "an objection to {}'s request is lodged",
        "{}'s request is Confirmed",
        "{}'s switch is Secured Active",
    ),
)
bad_date = Field(
    "date out of bounds, {}",
    bool,
    initial=False,
    of=SUPPLIERS,
    told=("the date that {} asks for is in bounds", "the date that {} asks for is out of bounds"),
)
ended = Field(
    "how the last one of {} ended",
    Ended,
    NOT_YET,
    of=SUPPLIERS,
    told=(
        "no request of {} has ended yet",
        "{}'s request is rejected",
        "{}'s request is Cancelled",
        "{}'s request is Withdrawn",
        "{}'s request is Annulled",
        "{}'s switch is complete",
    ),
)
registration = Field(
    "registration", Registration, INACTIVE, of=SUPPLIERS, told=("{}'s registration is {value}",)
).starting(Supplier.A, ACTIVE)

GAINING, LOSING = GAINING_SUPPLIER, LOSING_SUPPLIER

SUBMIT = Event(
    "submit a switch request", POINT, GAINING, of=SUPPLIERS, told="{by} submits {}'s switch request"
)
SUBMIT_BADLY = Event(
    "submit with a date out of bounds",
    POINT,
    GAINING,
    of=SUPPLIERS,
    told="{by} submits {}'s request with a date out of bounds",
)
REJECT = Event("reject the request", POINT, CSS, of=SUPPLIERS, told="{by} rejects {}'s request")
MAKE_PENDING = Event(
    "make pending and invite to intervene",
    POINT,
    CSS,
    of=SUPPLIERS,
    told="{by} makes {}'s request Pending and invites objections",
)
OBJECT = Event("object", POINT, LOSING, of=SUPPLIERS, told="{by} objects to {}'s request")
SAY_NO_OBJECTION = Event(
    "say that there is no objection",
    POINT,
    LOSING,
    of=SUPPLIERS,
    told="{by} says that it does not object to {}'s request",
)
CANCEL = Event(
    "cancel on the objection",
    POINT,
    CSS,
    of=SUPPLIERS,
    told="{by} cancels {}'s request on the objection",
)
CLOSE_WINDOW = Event(
    "the objection window closes",
    POINT,
    CLOCK,
    of=SUPPLIERS,
    told="the window for objections to {}'s request closes",
)
WITHDRAW = Event("withdraw", POINT, GAINING, of=SUPPLIERS, told="{by} withdraws {}'s request")
ANNUL = Event("annul", POINT, LOSING, of=SUPPLIERS, told="{by} annuls {}'s request")
WITHDRAW_ANOTHERS = Event(
    "ask to withdraw another's",
    POINT,
    LOSING,
    of=SUPPLIERS,
    told="{by} asks to withdraw {}'s request",
)
ANNUL_OWN = Event(
    "ask to annul its own", POINT, GAINING, of=SUPPLIERS, told="{by} asks to annul {}'s request"
)
CLOSE_GATE = Event(
    "the gate closes", POINT, CSS, of=SUPPLIERS, told="{by} closes the gate on {}'s switch"
)
MIDNIGHT = Event(
    "midnight of the start date",
    POINT,
    CLOCK,
    of=SUPPLIERS,
    told="the start date of {}'s switch begins at midnight",
)

LATE = "the window, or the gate, has closed"
WRONG = "the other supplier has this power"

on_record = registration.in_(ACTIVE, SECURED_INACTIVE)  # if only till midnight
no_other_open = no_other(gain.in_(*OPEN)).called("no other request is open", cites="C2")
not_yet_active = registration.is_not(ACTIVE).called(
    "the supplier is not registered already", cites="A-no-request-to-oneself"
)
in_bounds = Named("the date is in bounds", ~bad_date, cites="C1.2.5")
FINE = all_of(in_bounds, no_other_open, not_yet_active)
NOT_FINE = Named("the request is not fine", ~FINE, cites="C2 C3.request")

EARLY = (PENDING, CONFIRMED)
IN_DATE, OUT_OF_DATE = {bad_date: False}, {bad_date: True}
AS_REJECTED, AS_CANCELLED, AS_SWITCHED = {ended: REJECTED}, {ended: CANCELLED}, {ended: SWITCHED}
AS_WITHDRAWN, AS_ANNULLED = {ended: WITHDRAWN}, {ended: ANNULLED}

GAINS = Machine(
    "gain",
    POINT,
    of=SUPPLIERS,
    state=gain,
    fields=(bad_date, ended),
    transitions=(
        Transition(SUBMIT, NONE, SUBMITTED, then=IN_DATE, cites="C1.2.4 C3.request"),
        Transition(SUBMIT_BADLY, NONE, SUBMITTED, then=OUT_OF_DATE, cites="C1.2.5"),
        Transition(REJECT, SUBMITTED, NONE, NOT_FINE, AS_REJECTED, cites="C2 C1.2.5"),
        Transition(MAKE_PENDING, SUBMITTED, PENDING, when=FINE, cites="C1.7.1.8 C1.7.1.9"),
        Transition(OBJECT, PENDING, LODGED, cites="C1.6.1 C1.6.2"),
        Transition(OBJECT, (CONFIRMED, SECURED_ACTIVE), STAYS, cites="C1.6.2", powerless=LATE),
        Transition(CANCEL, LODGED, NONE, then=AS_CANCELLED, cites="C1.6.7"),
        Transition(SAY_NO_OBJECTION, PENDING, CONFIRMED, cites="C1.6.2 C3.confirmed"),
        Transition(CLOSE_WINDOW, PENDING, CONFIRMED, cites="C1.6.2 C3.confirmed"),
        Transition(WITHDRAW, EARLY, NONE, then=AS_WITHDRAWN, cites="C1.10"),
        Transition(WITHDRAW, SECURED_ACTIVE, STAYS, cites="C1.1.4d C1.10", powerless=LATE),
        Transition(ANNUL, EARLY, NONE, then=AS_ANNULLED, cites="C1.9 C2.annulment"),
        Transition(ANNUL, SECURED_ACTIVE, STAYS, cites="C1.1.4d C1.9", powerless=LATE),
        Transition(WITHDRAW_ANOTHERS, OPEN, STAYS, cites="C1.10 D2.confusion", powerless=WRONG),
        Transition(ANNUL_OWN, OPEN, STAYS, cites="C1.9 D2.confusion", powerless=WRONG),
        Transition(CLOSE_GATE, CONFIRMED, SECURED_ACTIVE, cites="C1.12.1 A-objection-first"),
        Transition(MIDNIGHT, SECURED_ACTIVE, NONE, then=AS_SWITCHED, cites="C1"),
    ),
    happy=(NONE, SUBMITTED, PENDING, CONFIRMED, SECURED_ACTIVE),
)
REGISTRATIONS = Machine(
    "registration",
    POINT,
    of=SUPPLIERS,
    state=registration,
    transitions=(
        Transition(MIDNIGHT, Registration, ACTIVE, cites="C1"),
        Transition(other(CLOSE_GATE), ACTIVE, SECURED_INACTIVE, cites="C1.13.4.2"),
        Transition(other(CLOSE_GATE), (INACTIVE, SECURED_INACTIVE), STAYS, cites="A-total"),
        Transition(other(MIDNIGHT), SECURED_INACTIVE, INACTIVE, cites="C1"),
        Transition(other(MIDNIGHT), (INACTIVE, ACTIVE), STAYS, cites="A-total"),
    ),
    happy=(ACTIVE, SECURED_INACTIVE, INACTIVE),
)

supplier_of_record = whichever(on_record, of=SUPPLIERS, otherwise=Supplier.NOBODY)
