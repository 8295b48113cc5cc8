"""Requests, objections and registrations at a point."""

from collections.abc import Callable

from model.current.fuel import GAS
from model.current.provision import Change, change
from model.current.registration import (
    CLOSED,
    FAULTY,
    LIVE,
    MIDNIGHT,
    NONE,
    OBJECT,
    OBJECT_LATE,
    OBJECTED,
    PENDING,
    REJECT,
    SECURED,
    is_live,
    is_open,
    no_other_open,
    not_safely_its_own,
    registration,
    request,
)
from model.language import (
    Always,
    Claim,
    Expression,
    Named,
    Step,
    after,
    all_of,
    any_of,
    at_most_one,
    changed,
    exactly_one,
    happens,
)
from model.parties import SUPPLIERS, Supplier


def of_each(say: Callable[[Supplier], Expression]) -> Expression:
    """Say it of every supplier."""
    return all_of(*(say(s) for s in SUPPLIERS))


def of_any(say: Callable[[Supplier], Expression]) -> Expression:
    """Say it of one supplier or more."""
    return any_of(*(say(s) for s in SUPPLIERS))


def begins(s: Supplier) -> Expression:
    """Say that the supplier's registration begins in this step."""
    return changed(registration[s]) & after(registration[s]).is_(LIVE)


def closed(s: Supplier) -> Expression:
    """Say that the objection window of the supplier's request has closed."""
    return request[s].in_(*CLOSED)


def _too_late_for(s: Supplier) -> Expression:
    return Named("the objection window has closed", closed(s), cites="B1.late")


def _secured(s: Supplier) -> Expression:
    return Named("the request is secured", request[s].is_(SECURED), cites="B2.secured")


def _window_open(s: Supplier) -> Expression:
    return Named("its window is open", request[s].is_(PENDING), cites="B1.window B2.window")


def _objected(s: Supplier) -> Expression:
    return Named("the losing supplier objects", happens(OBJECT[s]), cites="B3.grounds")


def _stands(s: Supplier) -> Expression:
    return Named("the request stands", after(request[s]).in_(*CLOSED), cites="B1.no-withdrawal")


def _in_vain(gaining: Supplier) -> Expression:
    too_late = Named("an objection comes too late", happens(OBJECT_LATE[gaining]), cites="B1.late")
    return too_late.implies(of_each(lambda s: ~changed(request[s]) & ~changed(registration[s])))


SWITCHING: tuple[Claim, ...] = (
    Always(
        "one-supplier-of-record",
        "Exactly one supplier is registered at each point, with no gap and no overlap (P1).",
        exactly_one(*(is_live[s] for s in SUPPLIERS)),
        cites="B4 B2.live",
    ),
    Step(
        "pair-moves-together",
        "The old registration ends in the same step in which the new one begins (P2).",
        of_any(lambda s: changed(registration[s])).implies(
            of_each(lambda s: changed(registration[s]))
        ),
        cites="B4 B2.live",
    ),
    Always(
        "one-open-request",
        "A point has at most one open request at a time (P3).",
        at_most_one(*(is_open[s] for s in SUPPLIERS)),
        cites="B2.one-request A-one-request-today",
    ),
    Always(
        "no-request-for-ones-own-point",
        "No supplier has an open request for a point that it is registered for.",
        of_each(lambda s: is_open[s].implies(~is_live[s])),
        cites="A-no-request-to-oneself B2.one-request A-one-request-today B4 B2.live",
    ),
    Step(
        "a-sound-request-is-rejected-only-for-cause",
        "A request without a fault is rejected only where another is open or the point is its "
        "supplier's own.",
        of_each(
            lambda s: (happens(REJECT[s]) & request[s].is_not(FAULTY)).implies(
                ~(no_other_open[s] & not_safely_its_own[s])
            )
        ),
        cites="A-no-request-to-oneself A-one-request-today B2.one-request",
    ),
    Step(
        "faulty-request-goes-nowhere",
        "A request with a fault is rejected, and never becomes pending.",
        of_each(lambda s: request[s].is_(FAULTY).implies(after(request[s]).in_(FAULTY, NONE))),
        cites="B1.requests",
    ),
    Step(
        "no-switch-without-request",
        "A registration begins only where a request of its supplier got through the window.",
        of_each(lambda s: begins(s).implies(closed(s))),
        cites="B4",
    ),
    Step(
        "a-switch-uses-up-its-request",
        "The request by which a registration begins is spent in the same step, and moves nothing "
        "again.",
        of_each(lambda s: begins(s).implies(after(request[s]).is_(NONE))),
        cites="B4 B2.live",
    ),
    Always(
        "only-gas-is-secured",
        "A request is secured at a gas point, and at no other.",
        of_each(lambda s: request[s].is_(SECURED).implies(GAS)),
        cites="A1.rdp",
    ),
    Step(
        "gas-secured-first",
        "A gas switch goes live only after it was secured.",
        of_each(lambda s: (GAS & happens(MIDNIGHT[s])).implies(_secured(s))),
        cites="B2.secured B2.live A1.rdp",
    ),
    Step(
        "objection-only-in-window",
        "An objection is taken only while its window is open (P5).",
        of_each(lambda s: happens(OBJECT[s]).implies(_window_open(s))),
        cites="B1.window B2.window",
    ),
    Step(
        "objected-to-only-by-an-objection",
        "Nothing but an objection makes a request one that is objected to.",
        of_each(
            lambda s: (changed(request[s]) & after(request[s]).is_(OBJECTED)).implies(_objected(s))
        ),
        cites="B3.grounds",
    ),
    Step(
        "what-is-objected-to-ends-or-is-pending-again",
        "A request that is objected to comes to its end, or is pending again once the objection is "
        "lifted, and goes no other way.",
        of_each(
            lambda s: (request[s].is_(OBJECTED) & changed(request[s])).implies(
                after(request[s]).in_(NONE, PENDING)
            )
        ),
        cites="B4",
    ),
    Step(
        "no-late-objection",
        "Once its window has closed no objection, and nothing else but its midnight, ends a "
        "request (P4).",
        of_each(lambda s: (_too_late_for(s) & ~happens(MIDNIGHT[s])).implies(_stands(s))),
        cites="B1.late B2.window B1.no-withdrawal",
    ),
    Step(
        "late-objection-no-effect",
        "An objection that comes too late, whichever supplier makes it, changes neither request "
        "nor registration.",
        of_each(_in_vain),
        cites="B1.late",
    ),
    Step(
        "switch-makes-data-due",
        "When a registration changes, the point's data becomes due in the same step.",
        of_any(lambda s: changed(registration[s])).implies(after(change).is_(Change.DUE)),
        cites="A-due-at-live",
    ),
)
