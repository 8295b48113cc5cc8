"""Variants of the lead time: a bound not checked, a deadline read in another way."""

from enum import Enum

from model.language import POINT, STAYS, Event, Field, Machine, Transition, Variant, all_of
from model.language.acting import amiss
from model.leadtime.days import (
    CALENDAR,
    FIVE,
    INTO_OTHER,
    INTO_WORKING,
    IS_WORKING,
    begun,
    days,
)
from model.leadtime.deadlines import CLOSED, COME, GATE, IS_EVE, OPEN, WINDOW, WINDOW_DAYS, Deadline
from model.leadtime.flow import FLOW
from model.leadtime.request import (
    AHEAD,
    EVE,
    LAST,
    LATEST,
    LEAD_KEPT,
    NEAR,
    NOT_LAST,
    NOT_YET_FIVE,
    REQUEST,
    RUN_OUT,
    TELL_DATE,
)
from model.parties import CLOCK


class LastWorkingDay(Enum):
    """Whether the last working day before the start date has come."""

    AHEAD = "ahead"
    COME = "come"


_AHEAD, _COME = LastWorkingDay.AHEAD, LastWorkingDay.COME
last_working_day = Field(
    "last working day before the start date",
    LastWorkingDay,
    _AHEAD,
    told=(
        "the last working day before the start date lies ahead",
        "the last working day before the start date has come",
    ),
)
NO_MORE = Event(
    "no working day is left before the start date",
    POINT,
    CLOCK,
    told="no working day is left before the start date",
)
COULD_BE_LAST = all_of(IS_WORKING, LEAD_KEPT, NOT_YET_FIVE)
HAS_COME = last_working_day.is_(_COME)
LAST_WORKING_DAY = Machine(
    "last working day",
    POINT,
    state=last_working_day,
    transitions=(
        Transition(NO_MORE, _AHEAD, _COME, when=COULD_BE_LAST, cites="C1.1.4d"),
        Transition(INTO_WORKING, _AHEAD, STAYS, cites="A-total"),
        Transition(INTO_WORKING, _COME, STAYS, when=IS_EVE, cites="C1.1.4d"),
        Transition(TELL_DATE, _COME, STAYS, cites="C1.1.4d"),
    ),
)
AT_LAST_WORKING_DAY = (
    Transition(FIVE, OPEN, COME, when=HAS_COME, cites="C1.1.4d"),
    Transition(FIVE, OPEN, STAYS, when=~HAS_COME, cites="C1.1.4d"),
    Transition(FIVE, CLOSED, STAYS, cites="A-total"),
)
EARLY_GATE = FLOW.also(LAST_WORKING_DAY).but(GATE.instead(FIVE, *AT_LAST_WORKING_DAY))
ON_CALENDAR_DAYS = (
    Transition(FIVE, OPEN, COME, when=days.is_(WINDOW_DAYS), cites="C1.6.2"),
    Transition(FIVE, OPEN, STAYS, when=days.is_not(WINDOW_DAYS), cites="C1.6.2"),
    Transition(FIVE, CLOSED, STAYS, cites="A-total"),
)


def _up_to(latest: int) -> Machine:
    """Return the machine in which a date may lie so many days after submission."""
    near = REQUEST.meaning(NEAR.words, days.less_than(latest))
    last = near.meaning(LAST.words, days.is_(latest - 1))
    return last.meaning(NOT_LAST.words, days.is_not(latest - 1))


ONE_DAY = all_of(begun.is_not(0), days.less_than(LATEST), NOT_YET_FIVE)
OVERNIGHT = WINDOW.instead(
    INTO_WORKING, Transition(INTO_WORKING, Deadline, STAYS, cites="A-total")
).instead(INTO_OTHER, Transition(INTO_OTHER, Deadline, STAYS, cites="A-total"))
WAITS = Transition(INTO_OTHER, EVE, STAYS, cites="C1")
ONE_DAY_FOR_ALL = Transition(TELL_DATE, AHEAD, EVE, when=ONE_DAY, cites="C1.non-domestic")

VARIANTS: tuple[Variant, ...] = (
    Variant(
        "the shortest lead is not checked",
        "A start date on the day after submission leaves the losing supplier no time to object.",
        FLOW.but(REQUEST.lacking(TELL_DATE, "enough working days lie before the next day")),
        breaks={
            "domestic-lead-kept": 4,
            "no-start-sooner-than-the-lead": 4,
            "non-domestic-lead-kept": 4,
            "domestic-window-before-gate": 2,
            "non-domestic-window-before-gate": 2,
        },
    ),
    Variant(
        "one working day for all",
        "The shortest non-domestic lead was not read: were it one working day, as at a domestic "
        "point, the gate could close a day before the window.",
        FLOW.but(REQUEST.instead(TELL_DATE, ONE_DAY_FOR_ALL)),
        breaks={"non-domestic-window-before-gate": 4, "non-domestic-lead-kept": 6},
    ),
    Variant(
        "the latest date is not checked",
        "A registration may be made up to 28 days ahead, and no more.",
        FLOW.but(_up_to(LATEST + 1)),
        breaks={"not-too-far-ahead": 61},
    ),
    Variant(
        "fourteen days ahead at most",
        "The 28 days can be configured (C2.advance): the fewer, the shorter a rest may be.",
        FLOW.but(_up_to(14)),
        breaks={"there-is-a-date": 28},
    ),
    Variant(
        "the window counts calendar days",
        "A window that is counted in days can close while nobody works.",
        FLOW.but(WINDOW.instead(FIVE, *ON_CALENDAR_DAYS)),
        breaks={"window-closes-on-its-working-day": 3},
    ),
    Variant(
        "the gate closes on the last working day before",
        "The text says the calendar day before the start date (C1.1.4d); before a weekend the gate "
        "would close days earlier.",
        EARLY_GATE,
        breaks={"gate-closes-on-the-eve": 4},
    ),
    Variant(
        "a date told in the evening",
        "The gate of that day has passed by then, and nobody could withdraw or annul any more.",
        FLOW.but(REQUEST.lacking(TELL_DATE, "it is before 17:00")),
        breaks={"the-gate-is-not-open-on-the-last-evening": 4},
    ),
    Variant(
        "a window that is closed some days later",
        "What has come at 17:00 is acted upon before midnight; later the switch may have begun.",
        FLOW.but(OVERNIGHT),
        breaks={"no-start-before-both-have-closed": 6},
    ),
    Variant(
        "a date that can be told for ever",
        "A date may lie 28 days ahead and no more (C1.2.5).",
        FLOW.but(REQUEST.lacking(INTO_OTHER, "a later day is near enough")),
        breaks={"no-date-ahead-after-27-days": 56},
    ),
    Variant(
        "a request that runs out at midday",
        "Until 17:00 of that day the next day could still be its date.",
        FLOW.but(REQUEST.lacking(RUN_OUT, "17:00 has come")),
        breaks={"a-request-runs-out-on-its-last-day": 55},
    ),
    Variant(
        "a holiday that is the day of submission still",
        "The 28 days are calendar days, and the first is the day after submission (C1.2.5).",
        FLOW.but(amiss(CALENDAR, INTO_OTHER, target=STAYS)),
        breaks={"the-day-of-submission-is-not-counted": 2},
    ),
    Variant(
        "no start on a holiday",
        "The start date is a calendar day, and begins at its midnight.",
        FLOW.but(REQUEST.instead(INTO_OTHER, REQUEST.rules_of(INTO_OTHER)[0], WAITS)),
        breaks={"a-date-that-is-told-begins": 7},
    ),
)
