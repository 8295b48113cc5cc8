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
    Expression,
    Field,
    Machine,
    Named,
    Party,
    Transition,
    all_of,
    any_of,
    choose,
)
from model.parties import (
    CLOCK,
    GAINING_SUPPLIER,
    LOSING_SUPPLIER,
    REGISTRATION_SERVICE,
    SUPPLIERS,
    Supplier,
    others,
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

request = {s: Field(f"request of {s.value}", Request, Request.NONE) for s in SUPPLIERS}
registration = {
    s: Field(
        f"registration of {s.value}",
        Registration,
        Registration.LIVE if s is Supplier.A else Registration.NONE,
    )
    for s in SUPPLIERS
}


def of_each_supplier(name: str, by: Party) -> dict[Supplier, Event]:
    """Return an event for each supplier at a point."""
    return {s: Event(name, POINT, by, s) for s in SUPPLIERS}


REQUEST = of_each_supplier("request", GAINING_SUPPLIER)
REQUEST_BADLY = of_each_supplier("request with a fault", GAINING_SUPPLIER)
REJECT = of_each_supplier("reject the request", REGISTRATION_SERVICE)
ACCEPT = of_each_supplier("accept the request", REGISTRATION_SERVICE)
OBJECT = of_each_supplier("object", LOSING_SUPPLIER)
LIFT = of_each_supplier("lift the objection", LOSING_SUPPLIER)
UPHOLD = of_each_supplier("the objection stands", REGISTRATION_SERVICE)
CLOSE_WINDOW = of_each_supplier("the objection window closes", CLOCK)
TOO_LATE = "the objection window has closed"
OBJECT_LATE = of_each_supplier("object too late", LOSING_SUPPLIER)
SECURE = of_each_supplier("secure two days ahead", REGISTRATION_SERVICE)
MIDNIGHT = of_each_supplier("midnight of the start date", CLOCK)


def is_open(supplier: Supplier) -> Expression:
    """Say that the supplier has a request that was accepted and is not yet spent or ended."""
    return request[supplier].in_(*OPEN)


def is_live(supplier: Supplier) -> Expression:
    """Say that the supplier is registered."""
    return registration[supplier].is_(Registration.LIVE)


def rival_open(supplier: Supplier) -> Expression:
    """Say that a rival has an open request."""
    return any_of(*(is_open(rival) for rival in others(supplier)))


def no_other_open(supplier: Supplier) -> Named:
    """Say that no rival has an open request."""
    cites = "B2.one-request A-one-request-today"
    return Named("no other request is open", ~rival_open(supplier), cites=cites)


def not_safely_its_own(supplier: Supplier) -> Named:
    """Say that the supplier lacks the point, or is about to lose it."""
    safely = is_live(supplier) & ~rival_open(supplier)
    return Named("the point is not its own already", ~safely, cites="A-no-request-to-oneself")


NONE, REQUESTED, FAULTY, PENDING, OBJECTED, CLEARED, SECURED = Request
CLOSED = (CLEARED, SECURED)
UNREGISTERED, LIVE = Registration


def _request_of(s: Supplier) -> Machine:
    fine = all_of(no_other_open(s), not_safely_its_own(s))
    not_fine = Named("another is open, or the point is its own", ~fine, cites="B2.one-request")
    rules = (
        Transition(REQUEST[s], NONE, REQUESTED, cites="B1.requests B2 B4"),
        Transition(REQUEST_BADLY[s], NONE, FAULTY, cites="B1.requests B3"),
        Transition(REJECT[s], FAULTY, NONE, cites="B1.requests B3"),
        Transition(REJECT[s], REQUESTED, NONE, when=not_fine, cites="B4"),
        Transition(ACCEPT[s], REQUESTED, PENDING, when=fine, cites="B1 B2 B4"),
        Transition(OBJECT[s], PENDING, OBJECTED, cites="B2 B3.grounds"),
        Transition(LIFT[s], OBJECTED, PENDING, cites="B2.lift A-lift-electricity"),
        Transition(UPHOLD[s], OBJECTED, NONE, cites="B4"),
        Transition(CLOSE_WINDOW[s], PENDING, CLEARED, cites="B1.window B2.window"),
        Transition(OBJECT_LATE[s], CLOSED, STAYS, cites="B1.late", powerless=TOO_LATE),
        Transition(SECURE[s], CLEARED, SECURED, when=GAS, cites="B2.secured"),
        Transition(MIDNIGHT[s], CLEARED, NONE, when=ELECTRICITY, cites="B4"),
        Transition(MIDNIGHT[s], SECURED, NONE, when=GAS, cites="B2.live"),
    )
    happy = (NONE, REQUESTED, PENDING, *CLOSED)
    return Machine("request", POINT, state=request[s], transitions=rules, happy=happy, index=s)


def _registration_of(s: Supplier) -> Machine:
    rivals = [
        rule
        for rival in others(s)
        for rule in (
            Transition(MIDNIGHT[rival], LIVE, UNREGISTERED, cites="B4 B2.live"),
            Transition(MIDNIGHT[rival], UNREGISTERED, STAYS, cites="A-total"),
        )
    ]
    rules = (
        Transition(MIDNIGHT[s], UNREGISTERED, LIVE, cites="B4 B2.live"),
        Transition(MIDNIGHT[s], LIVE, STAYS, cites="A-total"),
        *rivals,
    )
    happy = (UNREGISTERED, LIVE)
    state = registration[s]
    return Machine("registration", POINT, state=state, transitions=rules, happy=happy, index=s)


REQUESTS = {s: _request_of(s) for s in SUPPLIERS}
REGISTRATIONS = {s: _registration_of(s) for s in SUPPLIERS}

A_IS_LIVE, B_IS_LIVE = (is_live(s) for s in SUPPLIERS)
supplier_of_record = choose(A_IS_LIVE, Supplier.A, choose(B_IS_LIVE, Supplier.B, Supplier.NOBODY))
