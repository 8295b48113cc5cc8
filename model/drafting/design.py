"""The design of the interface of DSP and CSS, and what has to be settled and read beside it.

The DCC and the provider of the CSS discuss it (6-b), in 1-d the DSP and that provider; it is
expected before June is over (6-b), and may come later. The actions of the incident policy are
being discussed as part of it, by whom is not said (3-f). The REC is read for conflicts in its
latest version (6-a), and a newer version may appear at any time (A-newer-REC). The areas of change
have been found before (6-a).
"""

from enum import Enum

from model.drafting.parties import DESIGNERS, REC_DRAFTERS, SECAS, UNNAMED
from model.drafting.when import IN_TIME, TOO_LATE
from model.language import INDUSTRY, STAYS, Event, Field, Machine, Named, Transition


class Design(Enum):
    """Whether the interface design is final."""

    OPEN = "open"
    FINAL = "final"


class Actions(Enum):
    """Whether the actions of the incident policy are settled."""

    OPEN = "open"
    SETTLED = "settled"


class Reading(Enum):
    """Whether the latest version of the REC has been read for conflicts."""

    DUE = "due"
    READ = "read"


class Came(Enum):
    """When the design became final."""

    NOT_YET = "not yet"
    BY_JUNE = "before June was over"
    AFTER_JUNE = "after June"


design = Field(
    "interface design",
    Design,
    Design.OPEN,
    told=("the interface design is open", "the interface design is final"),
)
came = Field(
    "when the design came",
    Came,
    Came.NOT_YET,
    told=(
        "the design has not come",
        "the design came before June was over",
        "the design came after June",
    ),
)
actions = Field(
    "actions of the incident policy",
    Actions,
    Actions.OPEN,
    told=(
        "the actions of the incident policy are open",
        "the actions of the incident policy are settled",
    ),
)
reading = Field(
    "latest version of the REC",
    Reading,
    Reading.DUE,
    told=(
        "the latest version of the REC is still to be read",
        "the latest version of the REC is read",
    ),
)

FINALISE = Event("the design becomes final", INDUSTRY, DESIGNERS, told="{by} finish the design")
SETTLE = Event(
    "the incident actions are settled", INDUSTRY, UNNAMED, told="{by} settles the incident actions"
)
READ_REC = Event(
    "read the latest REC for conflicts",
    INDUSTRY,
    SECAS,
    told="{by} reads the latest REC for conflicts",
)
NEWER_REC = Event(
    "a newer version of the REC appears",
    INDUSTRY,
    REC_DRAFTERS,
    told="{by} puts out a newer version",
)

ACTIONS_SETTLED = Named(
    "the incident actions are settled", actions.is_(Actions.SETTLED), cites="3-f"
)
DESIGN_FINAL = Named("the design is final", design.is_(Design.FINAL), cites="3-c 4-b")
REC_READ = Named("the latest REC is read", reading.is_(Reading.READ), cites="6-a")

OPEN, FINAL = Design
BY_JUNE, AFTER_JUNE = {came: Came.BY_JUNE}, {came: Came.AFTER_JUNE}
IN_JUNE, LATE = ACTIONS_SETTLED & IN_TIME, ACTIONS_SETTLED & TOO_LATE

DESIGN = Machine(
    "design",
    INDUSTRY,
    state=design,
    fields=(came,),
    transitions=(
        Transition(FINALISE, OPEN, FINAL, when=IN_JUNE, then=BY_JUNE, cites="1-d 6-b"),
        Transition(FINALISE, OPEN, FINAL, when=LATE, then=AFTER_JUNE, cites="1-d 6-b 6-e"),
    ),
    happy=(OPEN, FINAL),
)
ACTIONS = Machine(
    "incident actions",
    INDUSTRY,
    state=actions,
    transitions=(Transition(SETTLE, Actions.OPEN, Actions.SETTLED, cites="3-f"),),
    happy=tuple(Actions),
)
READING = Machine(
    "reading of the REC",
    INDUSTRY,
    state=reading,
    transitions=(
        Transition(READ_REC, Reading.DUE, Reading.READ, cites="6-a"),
        Transition(NEWER_REC, Reading.READ, Reading.DUE, cites="6-a A-newer-REC"),
        Transition(NEWER_REC, Reading.DUE, STAYS, cites="A-newer-REC"),
    ),
    happy=tuple(Reading),
)
