"""The gate of a linked pair, which closes once for both legs."""

from enum import Enum

from model.language import POINT, Field, Machine, Transition
from model.linked.legs import CLOSE_GATE


class Gate(Enum):
    """Whether the gate has closed."""

    OPEN = "open"
    CLOSED = "closed"


gate = Field(
    "gate of the pair",
    Gate,
    Gate.OPEN,
    told=("the gate of the pair is open", "the gate of the pair is closed"),
)

GATE = Machine(
    "gate",
    POINT,
    state=gate,
    transitions=(Transition(CLOSE_GATE, Gate.OPEN, Gate.CLOSED, cites="C1.1.4d"),),
    happy=tuple(Gate),
)
