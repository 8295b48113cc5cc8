"""Bounds of the start date, the order of the two deadlines, and that there is a date at all."""

from model.language import Always, Claim, all_of
from model.leadtime.days import IS_WORKING, LONG_REST, begun, complete, days
from model.leadtime.deadlines import COME, OPEN, WINDOW_DAYS, gate, window
from model.leadtime.request import EVE, IS_DOMESTIC, LATEST, NO_DATE, STARTED, request

HOLDING: tuple[Claim, ...] = (
    Always(
        "domestic-lead-kept",
        "Before the start date at a domestic point a working day after submission is complete "
        "(P7).",
        (request.is_(STARTED) & IS_DOMESTIC).implies(complete.is_not(0)),
        cites="C1.2.5 C1.6.2 C1.non-domestic",
    ),
    Always(
        "non-domestic-lead-kept",
        "Before the start date at a non-domestic point two working days after submission are "
        "complete (P7).",
        (request.is_(STARTED) & ~IS_DOMESTIC).implies(complete.is_(2)),
        cites="C1.2.5 C1.6.2 C1.non-domestic",
    ),
    Always(
        "not-too-far-ahead",
        "A start date is at most 28 days after submission (P7).",
        request.is_(STARTED).implies(days.at_most(LATEST)),
        cites="C1 C1.2.5 C2.advance",
    ),
    Always(
        "domestic-window-before-gate",
        "At a domestic point the objection window never closes later than the gate (P8).",
        (gate.is_not(OPEN) & IS_DOMESTIC).implies(window.is_not(OPEN)),
        cites="C1.1.4d C1.2.5 C1.6.2 C1.12.1 C1.non-domestic C4.lead C4.tie",
    ),
    Always(
        "non-domestic-window-before-gate",
        "At a non-domestic point the objection window never closes later than the gate (P8).",
        (gate.is_not(OPEN) & ~IS_DOMESTIC).implies(window.is_not(OPEN)),
        cites="C1.1.4d C1.2.5 C1.6.2 C1.12.1 C1.non-domestic C4.tie",
    ),
    Always(
        "window-closes-on-its-working-day",
        "The window closes by itself on a working day, the first after submission at a domestic "
        "point and the second at any other.",
        window.is_(COME).implies(all_of(IS_WORKING, begun.is_(WINDOW_DAYS))),
        cites="C1.6.2 A-total",
    ),
    Always(
        "gate-closes-on-the-eve",
        "The gate closes on the calendar day before the start date.",
        gate.is_(COME).implies(request.is_(EVE)),
        cites="C1.1.4d C1.2.5 A-total",
    ),
    Always(
        "there-is-a-date",
        "There is a start date to propose, unless thirteen days or more in a row hold no working "
        "day.",
        request.is_(NO_DATE).implies(LONG_REST),
        cites="C1.2.5 C1.6.2 C1.non-domestic A-working-days C2.advance",
    ),
)
