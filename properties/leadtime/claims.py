"""Bounds of the start date, the order of the two deadlines, and that there is a date at all."""

from model.language import Always, Claim, Step, after, all_of, happens
from model.leadtime.days import (
    AFTER,
    IS_WORKING,
    LONG_REST,
    Day,
    begun,
    complete,
    days,
    hour,
    today,
)
from model.leadtime.deadlines import CLOSED, COME, OPEN, WINDOW_DAYS, gate, window
from model.leadtime.request import (
    AHEAD,
    EVE,
    IS_DOMESTIC,
    LATEST,
    LEAD_KEPT,
    NO_DATE,
    RUN_OUT,
    SHORTEST_LEAD,
    STARTED,
    TOO_LATE,
    request,
)

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
        "no-start-sooner-than-the-lead",
        "A switch starts on the second day after its submission at the earliest, at a non-domestic "
        "point on the third (P7).",
        request.is_(STARTED).implies((SHORTEST_LEAD + 1).at_most(days)),
        cites="C1.2.5 C1.6.2 C1.non-domestic",
    ),
    Always(
        "the-day-of-submission-is-not-counted",
        "The day of submission, and no other, is day nought.",
        today.is_(Day.SUBMISSION).is_(days.is_(0)),
        cites="C1.2.5 C1.6.2",
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
    Always(
        "the-gate-is-not-open-on-the-last-evening",
        "From 17:00 on the day before the start date the gate is no longer open.",
        (request.is_(EVE) & hour.is_(AFTER)).implies(gate.is_not(OPEN)),
        cites="C1.1.4d",
    ),
    Always(
        "no-start-before-both-have-closed",
        "A switch starts only once its objection window and its gate have closed.",
        request.is_(STARTED).implies(window.is_(CLOSED) & gate.is_(CLOSED)),
        cites="C1.1.4d C1.2.5 C1.6.2 C1.non-domestic A-total",
    ),
    Always(
        "no-date-ahead-after-27-days",
        "No start date lies ahead any more once 28 days have passed since submission.",
        request.in_(AHEAD, EVE).implies(days.less_than(LATEST)),
        cites="C1 C1.2.5 C2.advance",
    ),
    Step(
        "a-request-runs-out-on-its-last-day",
        "A request runs out only after 17:00 on the last day on which its date could have been "
        "told, and if enough working days lay before it, the date was too far ahead.",
        all_of(
            happens(RUN_OUT).implies(days.is_(LATEST - 1) & hour.is_(AFTER)),
            (happens(RUN_OUT) & LEAD_KEPT).implies(after(request).is_(TOO_LATE)),
        ),
        cites="C1.1.4d C1.2.5 C1.non-domestic C2.advance",
    ),
)
