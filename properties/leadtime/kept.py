"""What each event of a request's days leads to, who brings it about, and when a switch starts."""

from model.language import Always, Claim, DoneBy, Step, after, all_of, happens
from model.leadtime.days import (
    AFTER,
    FIVE,
    INTO_OTHER,
    INTO_WORKING,
    LONG_REST,
    Day,
    days,
    hour,
    rest,
    today,
)
from model.leadtime.deadlines import (
    CLOSE_GATE,
    CLOSE_WINDOW,
    CLOSED,
    COME,
    OPEN,
    SAY_NO_OBJECTION,
    gate,
    window,
)
from model.leadtime.request import (
    AHEAD,
    EVE,
    LATEST,
    LEAD_KEPT,
    RUN_OUT,
    STARTED,
    TELL_DATE,
    TOO_LATE,
    request,
)
from model.parties import CLOCK, CSS, GAINING_SUPPLIER, LOSING_SUPPLIER
from properties.acting import goes

MIDNIGHTS = (INTO_WORKING, INTO_OTHER)
next_day = all_of(after(days).is_(days + 1), after(today).is_not(Day.SUBMISSION))

KEPT: tuple[Claim, ...] = (
    Step(
        "every-midnight-begins-a-day",
        "Each midnight begins a day after that of submission and counts it, whether it is a "
        "working day or not; a working day ends a rest, unless it was too long already.",
        all_of(
            (happens(*MIDNIGHTS) & days.at_most(LATEST)).implies(next_day),
            (happens(INTO_WORKING) & ~LONG_REST).implies(after(rest).is_(0)),
        ),
        cites="C1.2.5 C1.6.2 A-working-days",
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
        "the-start-date-begins-at-midnight",
        "The midnight after the day before it begins the start date, on whatever day it falls.",
        all_of(
            *(
                (happens(midnight) & request.is_(EVE)).implies(after(request).is_(STARTED))
                for midnight in MIDNIGHTS
            )
        ),
        cites="C1 C1.2.4",
    ),
    Step(
        "a-request-runs-out-on-its-last-day",
        "A request runs out only after 17:00 on the last day on which its date could have been "
        "told, and if enough working days lay before it, the date was too far ahead.",
        all_of(
            happens(RUN_OUT).implies(days.is_(LATEST - 1) & hour.is_(AFTER)),
            (happens(RUN_OUT) & LEAD_KEPT).implies(goes(request, AHEAD, to=TOO_LATE)),
        ),
        cites="C1.1.4d C1.2.5 C1.non-domestic C2.advance",
    ),
    Step(
        "the-window-is-closed-early-or-in-time",
        "An open window is closed when the losing supplier says that it does not object, and any "
        "other once its 17:00 has come.",
        all_of(
            happens(SAY_NO_OBJECTION).implies(goes(window, OPEN, to=CLOSED)),
            happens(CLOSE_WINDOW).implies(goes(window, COME, to=CLOSED)),
        ),
        cites="C1.6.2 C4.tie",
    ),
    DoneBy(
        "dates-and-deadlines-by-whom",
        "The gaining supplier alone proposes the start date, the losing supplier alone says that "
        "it does not object, the CSS alone closes the gate; the rest is the clock's.",
        actors={
            GAINING_SUPPLIER: (TELL_DATE,),
            LOSING_SUPPLIER: (SAY_NO_OBJECTION,),
            CSS: (CLOSE_GATE,),
            CLOCK: (FIVE, *MIDNIGHTS, RUN_OUT, CLOSE_WINDOW),
        },
        cites="C1.1.4d C1.2.4 C1.2.5 C1.6.2 C1.12.1 C4.tie",
    ),
)
