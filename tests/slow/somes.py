"""A guard that asks 36 times for some point: who may be asked for grows without end."""

from enum import Enum

from switchproof import (
    INDUSTRY,
    POINT,
    Always,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
    all_of,
    some_point,
)


class At(Enum):
    """How far something is."""

    ONE, TWO = "one", "two"


WHO = Party("somebody")
whole, point = Field("whole", At, At.ONE), Field("point", At, At.ONE)
marks = [Field(f"mark {n}", bool, False) for n in range(36)]
GO, MARK = Event("go", INDUSTRY, WHO), [Event(f"set {mark}", POINT, WHO) for mark in marks]
ASKED = all_of(*(some_point(mark) for mark in marks))
RULES = tuple(
    Transition(event, At, At.ONE, then={mark: True})
    for event, mark in zip(MARK, marks, strict=True)
)
FLOW = Flow(
    "somes",
    "Asks for many",
    (
        Machine("whole", INDUSTRY, whole, (Transition(GO, At.ONE, At.TWO, ASKED),)),
        Machine("points", POINT, point, RULES, tuple(marks)),
    ),
    (WHO,),
)
CLAIMS = (Always("never", "The whole never goes.", whole.is_(At.ONE)),)
