"""An event in which many machines take part, each in several ways: the ways are multiplied."""

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
    at_most_one,
)


class At(Enum):
    """How far a machine is."""

    ONE, TWO, THREE, FOUR = "one", "two", "three", "four"


WHO, SIZE = Party("somebody"), 14
GO = Event("go", INDUSTRY, WHO)
states = [Field(f"state {n}", At, At.ONE) for n in range(SIZE)]
NEXT = {At.ONE: At.TWO, At.TWO: At.THREE, At.THREE: At.ONE, At.FOUR: At.FOUR}
RULES = tuple(Transition(GO, one, two) for one, two in NEXT.items())
FLOW = Flow(
    "options",
    "Options",
    tuple(Machine(f"m{n}", INDUSTRY, s, RULES) for n, s in enumerate(states)),
    (WHO,),
)
CLAIMS = (Always("few", "At most one is at four.", at_most_one(*(s.is_(At.FOUR) for s in states))),)
