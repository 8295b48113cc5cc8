"""Requests, objections and registrations at a point."""

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
    UNREGISTERED,
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
    Step,
    after,
    all_of,
    any_of,
    at_most_one,
    changed,
    exactly_one,
    exactly_one_other,
    happens,
)
from model.language.acting import goes_on
from model.parties import SUPPLIERS

begins, ends = registration.becomes(LIVE), registration.becomes(UNREGISTERED)
closed = request.in_(*CLOSED)
TOO_LATE = closed.called("the objection window has closed", cites="B1.late")
SECURED_BEFORE = request.is_(SECURED).called("the request is secured", cites="B2.secured")
WINDOW_OPEN = request.is_(PENDING).called("its window is open", cites="B1.window B2.window")
OBJECTS = happens(OBJECT).called("the losing supplier objects", cites="B3.grounds")
STANDS = after(request).in_(*CLOSED).called("the request stands", cites="B1.no-withdrawal")
IN_VAIN = happens(OBJECT_LATE).called("an objection comes too late", cites="B1.late")


SWITCHING: tuple[Claim, ...] = (
    Always(
        "one-supplier-of-record",
        "Exactly one supplier is registered at each point, with no gap and no overlap (P1).",
        exactly_one(is_live, of=SUPPLIERS),
        cites="B4 B2.live",
    ),
    Step(
        "pair-moves-together",
        "The old registration ends in the same step in which the new one begins (P2).",
        all_of(
            begins.implies(exactly_one_other(ends)),
            ends.implies(exactly_one_other(begins)),
        ),
        cites="B4 B2.live",
    ),
    Always(
        "one-open-request",
        "A point has at most one open request at a time (P3).",
        at_most_one(is_open, of=SUPPLIERS),
        cites="B2.one-request A-one-request-today",
    ),
    Always(
        "no-request-for-ones-own-point",
        "No supplier has an open request for a point that it is registered for.",
        when=is_open,
        then=~is_live,
        cites="A-no-request-to-oneself B2.one-request A-one-request-today B4 B2.live",
    ),
    Step(
        "a-sound-request-is-rejected-only-for-cause",
        "A request without a fault is rejected only where another is open or the point is its "
        "supplier's own.",
        when=happens(REJECT) & request.is_not(FAULTY),
        then=~(no_other_open & not_safely_its_own),
        cites="A-no-request-to-oneself A-one-request-today B2.one-request",
    ),
    Step(
        "faulty-request-goes-nowhere",
        "A request with a fault is rejected, and never becomes pending.",
        when=request.is_(FAULTY),
        then=after(request).in_(FAULTY, NONE),
        cites="B1.requests",
    ),
    Step(
        "no-switch-without-request",
        "A registration begins only where a request of its supplier got through the window.",
        when=begins,
        then=closed,
        cites="B4",
    ),
    Step(
        "a-switch-uses-up-its-request",
        "The request by which a registration begins is spent in the same step, and moves nothing "
        "again.",
        when=begins,
        then=after(request).is_(NONE),
        cites="B4 B2.live",
    ),
    Always(
        "only-gas-is-secured",
        "A request is secured at a gas point, and at no other.",
        when=request.is_(SECURED),
        then=GAS,
        cites="A1.rdp",
    ),
    Step(
        "gas-secured-first",
        "A gas switch goes live only after it was secured.",
        when=GAS & happens(MIDNIGHT),
        then=SECURED_BEFORE,
        cites="B2.secured B2.live A1.rdp",
    ),
    Step(
        "objection-only-in-window",
        "An objection is taken only while its window is open (P5).",
        when=happens(OBJECT),
        then=WINDOW_OPEN,
        cites="B1.window B2.window",
    ),
    Step(
        "objected-to-only-by-an-objection",
        "Nothing but an objection makes a request one that is objected to.",
        when=request.becomes(OBJECTED),
        then=OBJECTS,
        cites="B3.grounds",
    ),
    Step(
        "what-is-objected-to-ends-or-is-pending-again",
        "A request that is objected to comes to its end, or is pending again once the objection is "
        "lifted, and goes no other way.",
        goes_on(request, OBJECTED, NONE, PENDING),
        cites="B4",
    ),
    Step(
        "no-late-objection",
        "Once its window has closed no objection, and nothing else but its midnight, ends a "
        "request (P4).",
        when=TOO_LATE & ~happens(MIDNIGHT),
        then=STANDS,
        cites="B1.late B2.window B1.no-withdrawal",
    ),
    Step(
        "late-objection-no-effect",
        "An objection that comes too late, whichever supplier makes it, changes neither request "
        "nor registration.",
        when=IN_VAIN,
        then=all_of(~changed(request), ~changed(registration), of=SUPPLIERS),
        cites="B1.late",
    ),
    Step(
        "switch-makes-data-due",
        "When a registration changes, the point's data becomes due in the same step.",
        when=any_of(changed(registration), of=SUPPLIERS),
        then=after(change).is_(Change.DUE),
        cites="A-due-at-live",
    ),
)
