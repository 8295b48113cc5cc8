"""The two deadlines of a request: its objection window closes, its gate closes; both at 17:00.

The window closes on the first working day after submission, for a non-domestic point on the second,
or earlier if the losing supplier says that it does not object (C1.6.2). The gate closes on the
calendar day before the start date (C1.1.4d). At 17:00 a deadline has come; that it is acted upon is
a step of its own before midnight. Where both come at one instant the texts read do not say which is
acted upon first (C4.tie), and here both orders happen.
"""

from enum import Enum

from model.language import POINT, STAYS, Event, Field, Machine, Named, Transition, choose
from model.leadtime.days import FIVE, INTO_OTHER, INTO_WORKING, IS_WORKING, begun
from model.leadtime.request import EVE, IS_DOMESTIC, request
from model.parties import CLOCK, CSS, LOSING_SUPPLIER


class Deadline(Enum):
    """Where a deadline stands."""

    AHEAD = "open"
    COME = "its 17:00 has come"
    CLOSED = "closed"


window = Field(
    "objection window",
    Deadline,
    Deadline.AHEAD,
    told=(
        "the objection window is open",
        "17:00 on the last day of the objection window has come",
        "the objection window is closed",
    ),
)
gate = Field(
    "gate",
    Deadline,
    Deadline.AHEAD,
    told=(
        "the gate is open",
        "17:00 on the day before the start date has come",
        "the gate is closed",
    ),
)

SAY_NO_OBJECTION = Event(
    "say that there is no objection",
    POINT,
    LOSING_SUPPLIER,
    told="{by} says that it does not object",
)
CLOSE_WINDOW = Event(
    "the objection window closes", POINT, CLOCK, told="the objection window closes"
)
CLOSE_GATE = Event("the gate closes", POINT, CSS, told="{by} closes the gate")

OPEN, COME, CLOSED = Deadline.AHEAD, Deadline.COME, Deadline.CLOSED
QUIET = (OPEN, CLOSED)

WINDOW_DAYS = choose(IS_DOMESTIC, 1, 2)  # working days after submission (C1.6.2)
LAST_DAY = IS_WORKING & Named(
    "as many working days have begun as the window has", begun.is_(WINDOW_DAYS), cites="C1.6.2"
)
NOT_LAST = Named("this is not the last day of the window", ~LAST_DAY, cites="C1.6.2")
IS_EVE = Named("the start date is the next day", request.is_(EVE), cites="C1.1.4d")
NOT_EVE = Named("the start date is not the next day", ~IS_EVE, cites="C1.1.4d")

MIDNIGHTS = (
    Transition(INTO_WORKING, QUIET, STAYS, cites="A-total"),
    Transition(INTO_OTHER, QUIET, STAYS, cites="A-total"),
)

WINDOW = Machine(
    "objection window",
    POINT,
    state=window,
    transitions=(
        Transition(FIVE, OPEN, COME, when=LAST_DAY, cites="C1.6.2"),
        Transition(FIVE, OPEN, STAYS, when=NOT_LAST, cites="C1.6.2"),
        Transition(FIVE, CLOSED, STAYS, cites="A-total"),
        Transition(SAY_NO_OBJECTION, OPEN, CLOSED, cites="C1.6.2"),
        Transition(CLOSE_WINDOW, COME, CLOSED, cites="C1.6.2 C4.tie"),
        *MIDNIGHTS,
    ),
    happy=(OPEN, COME, CLOSED),
)
GATE = Machine(
    "gate",
    POINT,
    state=gate,
    transitions=(
        Transition(FIVE, OPEN, COME, when=IS_EVE, cites="C1.1.4d"),
        Transition(FIVE, OPEN, STAYS, when=NOT_EVE, cites="C1.1.4d"),
        Transition(CLOSE_GATE, COME, CLOSED, cites="C1.12.1 C4.tie"),
        *MIDNIGHTS,
    ),
    happy=(OPEN, COME, CLOSED),
)
