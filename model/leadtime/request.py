"""The start date of a request, which its gaining supplier proposes as it submits it.

A date is in bounds if enough complete working days lie before it, and if it is at most 28 days
after submission (C1.2.5; for a non-domestic point the lead is recalled, not read:
C1.non-domestic). Which date was proposed is told only on the day before it, so that no calendar
need be known ahead; each date in bounds of each calendar has its runs. A request whose date is not
told by then was out of bounds, and was rejected.
"""

from enum import Enum

from model.language import POINT, Event, Field, Machine, Named, Transition, all_of, choose
from model.leadtime.days import BEFORE, INTO_OTHER, INTO_WORKING, begun, days, hour
from model.parties import GAINING_SUPPLIER

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


request = Field("request", Request, Request.AHEAD)
kind = Field("kind of point", Kind, Kind)

TELL_DATE = Event("the start date is told to be the next day", POINT, GAINING_SUPPLIER)

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


def request_up_to(latest: int) -> Machine:
    """Return the machine in which a date may lie so many days after submission."""
    near = Named("the next day is not too far ahead", days.less_than(latest), cites="C1.2.5")
    last = Named("no later day is near enough", days.is_(latest - 1), cites="C1.2.5")
    not_last = Named("a later day is near enough", days.is_not(latest - 1), cites="C1.2.5")
    may_be_next = all_of(LEAD_KEPT, near, NOT_YET_FIVE)
    midnights = [
        rule
        for midnight in (INTO_WORKING, INTO_OTHER)
        for rule in (
            Transition(midnight, AHEAD, AHEAD, when=not_last, cites="C1.2.4"),
            Transition(midnight, AHEAD, TOO_LATE, when=last & LEAD_KEPT, cites="C1.2.5"),
            Transition(midnight, AHEAD, NO_DATE, when=last & TOO_SHORT, cites="C1.2.5"),
            Transition(midnight, EVE, STARTED, cites="C1"),
        )
    ]
    rules = (Transition(TELL_DATE, AHEAD, EVE, may_be_next, cites="C1.2.4 C1.2.5"), *midnights)
    happy = (AHEAD, EVE, STARTED)
    return Machine("request", POINT, request, rules, fields=(kind,), happy=happy)


REQUEST = request_up_to(LATEST)
