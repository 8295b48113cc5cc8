"""The hour at which the gate closes for a request that is still at MPAS or UK Link.

MPAS and UK Link have no gate; but the CSS closes it at 17:00 on the day before the start date
(C1.1.4d), and for a request that is carried over after that hour it would never close in time. So
the hour of its date is kept for each request of which the window has closed, until its midnight.
"""

from enum import Enum

from model.current.registration import CLOSED
from model.language import POINT, Event, Field, Machine, Transition
from model.parties import CLOCK, SUPPLIERS
from model.transition.names import OLD_MIDNIGHT, old_request


class Hour(Enum):
    """Whether the hour of gate closure for the start date has passed."""

    AHEAD = "ahead"
    PASSED = "passed"


hour = Field(
    "hour of gate closure for {}'s start date",
    Hour,
    Hour.AHEAD,
    of=SUPPLIERS,
    told=(
        "the hour of gate closure for {}'s start date is still to come",
        "the hour of gate closure for {}'s start date has passed",
    ),
)

HOUR_PASSES = Event(
    "the hour of gate closure passes",
    POINT,
    CLOCK,
    of=SUPPLIERS,
    told="the hour of gate closure for {}'s start date passes",
)

AHEAD, PASSED = Hour

WINDOW_CLOSED = old_request.in_(*CLOSED).called(
    "the window of {}'s request at MPAS or UK Link has closed", cites="B1.window B2.window"
)
HOURS = Machine(
    "hour",
    POINT,
    of=SUPPLIERS,
    state=hour,
    transitions=(
        Transition(HOUR_PASSES, AHEAD, PASSED, when=WINDOW_CLOSED, cites="C1.1.4d"),
        Transition(OLD_MIDNIGHT, PASSED, AHEAD, cites="B4 B2.live C1.1.4d"),
    ),
    happy=(AHEAD, PASSED),
)
