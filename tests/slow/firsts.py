"""Many fields that may begin in several ways and are left out: the replay tries each of them."""

from enum import Enum

from switchproof import (
    INDUSTRY,
    Always,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
    all_of,
)


class On(Enum):
    """A machine has one state."""

    ON, OFF = "on", "off"


WHO = Party("somebody")
state = Field("state", On, On.ON)
marks = [Field(f"mark {n}", range(8), tuple(range(8))) for n in range(12)]
GO = Event("go", INDUSTRY, WHO)
PARTED = all_of(*(one.less_than(two) for one, two in zip(marks[::2], marks[1::2], strict=True)))
RULES = (Transition(GO, On.ON, On.OFF, PARTED & marks[-1].is_(0)),)
FLOW = Flow("firsts", "Firsts", (Machine("m", INDUSTRY, state, RULES, tuple(marks)),), (WHO,))
CLAIMS = (Always("on", "It stays on.", state.is_(On.ON)),)
