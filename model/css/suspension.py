"""What the CRS is told while its CSS is suspended: nothing yet, or that it is.

Section H recognises the CRS during an emergency suspension (5-H2). That it can be told, and that
nobody owes it that, is assumed (A-recognised); a doubt has the other readings. The CRS takes no
step in it, and need not have been told before the CSS is reinstated.
"""

from enum import Enum

from model.css.entry import REINSTATE, SUSPEND
from model.language import INDUSTRY, Event, Field, Machine, Transition
from model.parties import DCC


class Told(Enum):
    """Whether the CRS has been told of the suspension."""

    NOTHING = "nothing to tell"
    NOT_YET = "not told of it"
    TOLD = "told of it"


told = Field(
    "word of the suspension",
    Told,
    Told.NOTHING,
    told=(
        "there is nothing to tell the CRS",
        "the CRS is not told that the CSS is suspended",
        "the CRS is told that the CSS is suspended",
    ),
)

TELL_CRS = Event(
    "tell the CRS that the CSS is suspended",
    INDUSTRY,
    DCC,
    told="{by} tells the CRS that the CSS is suspended",
)

NOTHING, NOT_YET, TOLD = Told

SUSPENSION = Machine(
    "word of the suspension",
    INDUSTRY,
    state=told,
    transitions=(
        Transition(SUSPEND, Told, NOT_YET, cites="5-H2 A-recognised"),
        Transition(TELL_CRS, NOT_YET, TOLD, cites="5-H2 A-recognised"),
        Transition(REINSTATE, Told, NOTHING, cites="5-H2 A-recognised"),
    ),
    happy=(NOTHING,),
)
