"""Which month of 2019 it is, counted by the event that a month ends."""

from enum import Enum

from model.language import INDUSTRY, Event, Field, Named
from model.parties import CLOCK


class Month(Enum):
    """A month of 2019."""

    MAY = "May"
    JUNE = "June"
    JULY = "July"
    AUGUST = "August"
    SEPTEMBER = "September"
    LATER = "later"


MAY, JUNE, *_ = Month

month = Field(
    "month",
    Month,
    MAY,
    told=(
        "it is May",
        "it is June",
        "it is July",
        "it is August",
        "it is September",
        "it is after September",
    ),
)
MONTH_ENDS = Event("the month ends", INDUSTRY, CLOCK, told="the month ends")

IN_TIME = Named("June is not over", month.in_(MAY, JUNE), cites="6-b")
TOO_LATE = Named("June is over", ~IN_TIME, cites="6-b")
