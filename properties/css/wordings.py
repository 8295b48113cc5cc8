"""Drafts of how the duty to send is laid on the CRS (1-b, 2.1-a, 2.2-b, 5-E1), as flows."""

from dataclasses import replace
from enum import Enum

from model.css.duties import CRS_SENDS, MISS_TIME
from model.css.entry import REINSTATE, SUSPEND
from model.css.flow import FLOW
from model.css.licence import CRS
from model.current.duties import Mark, mark
from model.language import POINT, STAYS, Event, Field, Machine, Transition
from model.parties import PANEL
from properties.css.readings_owing import REASONABLE


class LookingForBreach(Enum):
    """Whoever looks at the mark leaves nothing behind."""

    LOOKING = "looking"


BREACH_FOUND = Event("a breach is found", POINT, PANEL)
LOOKING = LookingForBreach.LOOKING
FINDING = Machine(
    "finding",
    POINT,
    state=Field("who looks for a breach", LookingForBreach, LOOKING),
    transitions=(
        Transition(BREACH_FOUND, LOOKING, STAYS, when=mark.is_(Mark.BREACHED), cites="5-E1"),
    ),
)

ENSURE = FLOW.also(FINDING)
ALL_REASONABLE_STEPS = REASONABLE.also(FINDING)
PROVIDE = FLOW.but(replace(CRS_SENDS, performer=CRS)).also(FINDING)
SEEN_OF_SENDING = (SUSPEND, REINSTATE, MISS_TIME, BREACH_FOUND)
