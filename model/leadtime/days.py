"""The days after a request was submitted: which are working days, and how many there have been.

No date and no calendar is read: at each midnight it is open whether the next day is a working day,
so that what is proved holds for every calendar. Counts saturate. The run begins on the day of
submission, at any time before 17:00 or after it, since nothing is due on that day.
"""

from enum import Enum

from model.language import POINT, Event, Field, Machine, Named, Transition, choose, one_more
from model.parties import CLOCK

LONGEST_REST = 13  # days in a row without a working day; more than twelve are too many


class Day(Enum):
    """What kind of day today is."""

    SUBMISSION = "the day of submission"
    WORKING = "a working day"
    OTHER = "another day"


class Hour(Enum):
    """Whether 17:00 has come today."""

    BEFORE = "before 17:00"
    AFTER = "17:00 or later"


today = Field(
    "today",
    Day,
    Day.SUBMISSION,
    told=("it is the day of submission", "it is a working day", "it is not a working day"),
)
days = Field("days since submission", range(30), 0, told=("days since submission: {value}",))
begun = Field(
    "working days begun since submission",
    range(3),
    0,
    told=("working days begun since submission: {value}",),
)
complete = Field(
    "working days complete since submission",
    range(3),
    0,
    told=("working days complete since submission: {value}",),
)
rest = Field(
    "days in a row without a working day",
    range(LONGEST_REST + 1),
    0,
    told=("days in a row without a working day: {value}",),
)
hour = Field("hour", Hour, Hour.BEFORE, told=("it is before 17:00", "it is 17:00 or later"))

FIVE = Event("17:00", POINT, CLOCK, told="it strikes 17:00")
INTO_WORKING = Event(
    "midnight into a working day", POINT, CLOCK, told="a working day begins at midnight"
)
INTO_OTHER = Event(
    "midnight into another day",
    POINT,
    CLOCK,
    told="a day that is no working day begins at midnight",
)

BEFORE, AFTER = Hour
IS_WORKING = Named("today is a working day", today.is_(Day.WORKING), cites="C1.6.2")
LONG_REST = Named(
    "thirteen days or more in a row held no working day", rest.is_(LONGEST_REST), "A-working-days"
)

A_DAY = {days: one_more(days), complete: begun}
WORKED = {**A_DAY, begun: one_more(begun), rest: choose(LONG_REST, LONGEST_REST, 0)}
RESTED = {**A_DAY, rest: one_more(rest)}

CALENDAR = Machine(
    "calendar",
    POINT,
    state=today,
    fields=(days, begun, complete, rest),
    transitions=(
        Transition(INTO_WORKING, Day, Day.WORKING, then=WORKED, cites="C1.2.5 C1.6.2"),
        Transition(INTO_OTHER, Day, Day.OTHER, then=RESTED, cites="C1.2.5"),
    ),
)
HOURS = Machine(
    "hour",
    POINT,
    state=hour,
    transitions=(
        Transition(FIVE, BEFORE, AFTER, cites="C1.1.4d C1.6.2"),
        Transition(INTO_WORKING, AFTER, BEFORE, cites="C1.2.5"),
        Transition(INTO_OTHER, AFTER, BEFORE, cites="C1.2.5"),
    ),
    happy=(BEFORE, AFTER),
)
