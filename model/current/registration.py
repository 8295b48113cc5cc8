"""Requests and registrations at a point, as MPAS (electricity) or UK Link (gas) keeps them.

Each supplier has a slot for its request and a registration of its own, so that two requests,
two registrations or none could be seen if a rule let them. The switch is one event, midnight
as the start date begins: the request is spent, the new registration begins, the old one ends.
Dates are abstracted to the order of events (B1, B2, B4); supplier A is registered at first, and
first registration and termination are not modelled.
"""

from enum import Enum

from model.current.fuel import ELECTRICITY, GAS
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
    GAINING_SUPPLIER,
    LOSING_SUPPLIER,
    REGISTRATION_SERVICE,
    SUPPLIERS,
    Supplier,
)


class Request(Enum):
    """How far a supplier's request to take the point over has come."""

    NONE = "no request"
    REQUESTED = "requested"
    FAULTY = "requested with a fault"
    PENDING = "pending"
    OBJECTED = "objected to"
    CLEARED = "cleared"
    SECURED = "secured"


class Registration(Enum):
    """Whether a supplier is registered at the point."""

    NONE = "not registered"
    LIVE = "live"


OPEN = (Request.PENDING, Request.OBJECTED, Request.CLEARED, Request.SECURED)

NONE, REQUESTED, FAULTY, PENDING, OBJECTED, CLEARED, SECURED = Request
CLOSED = (CLEARED, SECURED)
UNREGISTERED, LIVE = Registration.NONE, Registration.LIVE

request = Field(
    "request",
    Request,
    NONE,
    of=SUPPLIERS,
    told=(
        "{} has no request under way",
        "{} has requested the point",
        "{} has requested the point, with a fault in the request",
        "{}'s request is pending",
        "{}'s request is objected to",
        "{}'s request is clear of objections",
        "{}'s request is secured",
    ),
)
registration = Field(
    "registration",
    Registration,
    UNREGISTERED,
    of=SUPPLIERS,
    told=("{} is not registered", "{} is registered"),
).starting(Supplier.A, LIVE)

REQUEST = Event(
    "request", POINT, GAINING_SUPPLIER, of=SUPPLIERS, told="{by} requests the point for {}"
)
REQUEST_BADLY = Event(
    "request with a fault",
    POINT,
    GAINING_SUPPLIER,
    of=SUPPLIERS,
    told="{by} makes a request with a fault for {}",
)
REJECT = Event(
    "reject the request",
    POINT,
    REGISTRATION_SERVICE,
    of=SUPPLIERS,
    told="{by} rejects {}'s request",
)
ACCEPT = Event(
    "accept the request",
    POINT,
    REGISTRATION_SERVICE,
    of=SUPPLIERS,
    told="{by} accepts {}'s request",
)
OBJECT = Event("object", POINT, LOSING_SUPPLIER, of=SUPPLIERS, told="{by} objects to {}'s request")
LIFT = Event(
    "lift the objection",
    POINT,
    LOSING_SUPPLIER,
    of=SUPPLIERS,
    told="{by} lifts the objection to {}'s request",
)
UPHOLD = Event(
    "the objection stands",
    POINT,
    REGISTRATION_SERVICE,
    of=SUPPLIERS,
    told="{by} lets the objection to {}'s request stand",
)
CLOSE_WINDOW = Event(
    "the objection window closes",
    POINT,
    CLOCK,
    of=SUPPLIERS,
    told="the window for objections to {}'s request closes",
)
TOO_LATE = "the objection window has closed"
OBJECT_LATE = Event(
    "object too late",
    POINT,
    LOSING_SUPPLIER,
    of=SUPPLIERS,
    told="{by} objects too late to {}'s request",
)
SECURE = Event(
    "secure two days ahead",
    POINT,
    REGISTRATION_SERVICE,
    of=SUPPLIERS,
    told="{by} secures {}'s request two days ahead",
)
MIDNIGHT = Event(
    "midnight of the start date",
    POINT,
    CLOCK,
    of=SUPPLIERS,
    told="the start date that {} asked for begins at midnight",
)

is_open = request.in_(*OPEN)  # accepted, and not yet spent or ended
is_live = registration.is_(LIVE)
no_other_open = no_other(is_open).called(
    "no other request is open", cites="B2.one-request A-one-request-today"
)
not_safely_its_own = Named(
    "the point is not its own already",
    ~(is_live & no_other(is_open)),
    cites="A-no-request-to-oneself",
)
FINE = all_of(no_other_open, not_safely_its_own)
NOT_FINE = Named("another is open, or the point is its own", ~FINE, cites="B2.one-request")

REQUESTS = Machine(
    "request",
    POINT,
    of=SUPPLIERS,
    state=request,
    transitions=(
        Transition(REQUEST, NONE, REQUESTED, cites="B1.requests B2 B4"),
        Transition(REQUEST_BADLY, NONE, FAULTY, cites="B1.requests B3"),
        Transition(REJECT, FAULTY, NONE, cites="B1.requests B3"),
        Transition(REJECT, REQUESTED, NONE, when=NOT_FINE, cites="B4"),
        Transition(ACCEPT, REQUESTED, PENDING, when=FINE, cites="B1 B2 B4"),
        Transition(OBJECT, PENDING, OBJECTED, cites="B2 B3.grounds"),
        Transition(LIFT, OBJECTED, PENDING, cites="B2.lift A-lift-electricity"),
        Transition(UPHOLD, OBJECTED, NONE, cites="B4"),
        Transition(CLOSE_WINDOW, PENDING, CLEARED, cites="B1.window B2.window"),
        Transition(OBJECT_LATE, CLOSED, STAYS, cites="B1.late", powerless=TOO_LATE),
        Transition(SECURE, CLEARED, SECURED, when=GAS, cites="B2.secured"),
        Transition(MIDNIGHT, CLEARED, NONE, when=ELECTRICITY, cites="B4"),
        Transition(MIDNIGHT, SECURED, NONE, when=GAS, cites="B2.live"),
    ),
    happy=(NONE, REQUESTED, PENDING, *CLOSED),
)
REGISTRATIONS = Machine(
    "registration",
    POINT,
    of=SUPPLIERS,
    state=registration,
    transitions=(
        Transition(MIDNIGHT, UNREGISTERED, LIVE, cites="B4 B2.live"),
        Transition(MIDNIGHT, LIVE, STAYS, cites="A-total"),
        Transition(other(MIDNIGHT), LIVE, UNREGISTERED, cites="B4 B2.live"),
        Transition(other(MIDNIGHT), UNREGISTERED, STAYS, cites="A-total"),
    ),
    happy=(UNREGISTERED, LIVE),
)

supplier_of_record = whichever(is_live, of=SUPPLIERS, otherwise=Supplier.NOBODY)
