"""The start date of a request, which its gaining supplier proposes as it submits it.

A date is in bounds if enough complete working days lie before it, and if it is at most 28 days
after submission (C1.2.5; for a non-domestic point the lead is recalled, not read:
C1.non-domestic). Which date was proposed is told only on the day before it, so that no calendar
need be known ahead; each date in bounds of each calendar has its runs. A request whose date is not
told by then was out of bounds, and was rejected.
"""

from enum import Enum

from model.language import POINT, STAYS, Event, Field, Machine, Named, Transition, all_of, choose
from model.leadtime.days import AFTER, BEFORE, INTO_OTHER, INTO_WORKING, begun, days, hour
from model.parties import CLOCK, GAINING_SUPPLIER

LATEST = 28  # days after submission; can be configured (C2.advance)


class Kind(Enum):
    """What kind of metering point it is; it never changes."""

    DOMESTIC = "domestic"
    NON_DOMESTIC = "non-domestic"


class Request(Enum):
    """Where the start date stands."""

    AHEAD = "the start date lies ahead"
    EVE = "the start date is the next day"
    STARTED = "the start date has begun"
    TOO_LATE = "the date was too far ahead"
    NO_DATE = "there was no date to propose"


request = Field("request", Request, Request.AHEAD, told=("{value}",))
kind = Field("kind of point", Kind, Kind, told=("the point is {value}",))

TELL_DATE = Event(
    "the start date is told to be the next day",
    POINT,
    GAINING_SUPPLIER,
    told="{by} names the next day as the start date",
)
RUN_OUT = Event(
    "the last day for a start date passes",
    POINT,
    CLOCK,
    told="the last day for a start date passes",
)

AHEAD, EVE, STARTED, TOO_LATE, NO_DATE = Request

IS_DOMESTIC = kind.is_(Kind.DOMESTIC)
SHORTEST_LEAD = choose(IS_DOMESTIC, 1, 2)  # complete working days (C1.2.5, C1.non-domestic)

LEAD_KEPT = Named(
    "enough working days lie before the next day",
    SHORTEST_LEAD.at_most(begun),
    cites="C1.2.5 C1.non-domestic",
)
TOO_SHORT = Named("too few working days have come", ~LEAD_KEPT, cites="C1.2.5 C1.non-domestic")
NOT_YET_FIVE = Named("it is before 17:00", hour.is_(BEFORE), cites="C1.1.4d")

FIVE_PAST = Named("17:00 has come", hour.is_(AFTER), cites="C1.1.4d")

NEAR = Named("the next day is not too far ahead", days.less_than(LATEST), "C1.2.5 C2.advance")
LAST = Named("no later day is near enough", days.is_(LATEST - 1), "C1.2.5 C2.advance")
NOT_LAST = Named("a later day is near enough", days.is_not(LATEST - 1), "C1.2.5 C2.advance")

MAY_BE_NEXT = all_of(LEAD_KEPT, NEAR, NOT_YET_FIVE)
MISSED, NONE = all_of(FIVE_PAST, LAST, LEAD_KEPT), all_of(FIVE_PAST, LAST, TOO_SHORT)

REQUEST = Machine(
    "request",
    POINT,
    state=request,
    fields=(kind,),
    transitions=(
        Transition(TELL_DATE, AHEAD, EVE, when=MAY_BE_NEXT, cites="C1.2.4 C1.2.5"),
        Transition(INTO_WORKING, AHEAD, STAYS, when=NOT_LAST, cites="C1.2.4"),
        Transition(INTO_OTHER, AHEAD, STAYS, when=NOT_LAST, cites="C1.2.4"),
        Transition(INTO_WORKING, EVE, STARTED, cites="C1"),
        Transition(INTO_OTHER, EVE, STARTED, cites="C1"),
        Transition(RUN_OUT, AHEAD, TOO_LATE, MISSED, cites="C1.2.5"),
        Transition(RUN_OUT, AHEAD, NO_DATE, NONE, cites="C1.2.5"),
    ),
    happy=(AHEAD, EVE, STARTED),
)
