"""How far the CSS is: outside, entered and live, or suspended.

The steps of its entry stand in `model/css/entry.py`; here they are one step.
"""

from enum import Enum

from model.css.licence import CRS
from model.language import INDUSTRY, Event, Field, Machine, Named, Transition
from model.parties import DCC


class Readiness(Enum):
    """Whether the CSS has entered."""

    OUTSIDE = "outside"
    LIVE = "live"
    SUSPENDED = "suspended"


readiness = Field(
    "readiness of the CSS",
    Readiness,
    Readiness.OUTSIDE,
    told=("the CSS has not entered", "the CSS is live", "the CSS is suspended"),
)

ENTER = Event("the CSS enters", INDUSTRY, CRS)
SUSPEND = Event("suspend the CSS", INDUSTRY, DCC)
REINSTATE = Event("reinstate the CSS", INDUSTRY, DCC)

ENTERED = Named("the CSS has entered", readiness.is_not(Readiness.OUTSIDE), cites="2.2-c 5-E3")
ADMITTED = Named("the sender is admitted", readiness.is_(Readiness.LIVE), cites="2.2-c 5-G")

OUTSIDE, LIVE, SUSPENDED = Readiness

READINESS = Machine(
    "CSS readiness",
    INDUSTRY,
    state=readiness,
    transitions=(
        Transition(ENTER, OUTSIDE, LIVE, cites="2.2-c 5-E3 D1.testing"),
        Transition(SUSPEND, LIVE, SUSPENDED, cites="5-H2 A-suspension"),
        Transition(REINSTATE, SUSPENDED, LIVE, cites="5-H2 A-suspension"),
    ),
    happy=(OUTSIDE, LIVE),
)
