"""A condition that is deep, and whose parts stand in it again and again."""

from enum import Enum

from switchproof import (
    INDUSTRY,
    STAYS,
    Always,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
)


class On(Enum):
    """A machine has one state."""

    ON = "on"


WHO, DEPTH = Party("somebody"), 11
state, last = Field("state", On, On.ON), Field("last", bool, False)
marks = [Field(f"mark {n}", bool, (False, True)) for n in range(DEPTH)]


def deep() -> Expression:
    """Return a condition whose size doubles with each mark."""
    found: Expression = last | marks[0]
    for one, two in zip(marks, (*marks[1:], last), strict=True):
        found = (found & one) | (found & ~two)
    return found


GO = Event("go", INDUSTRY, WHO)
RULES = (Transition(GO, On.ON, STAYS, deep(), {last: marks[-1], **dict.fromkeys(marks, last)}),)
FLOW = Flow("deep", "Deep", (Machine("m", INDUSTRY, state, RULES, (last, *marks)),), (WHO,))
CLAIMS = (Always("deep", "It holds.", deep() | ~last | ~marks[0] | marks[1]),)
