"""Machines that each go one of many ways, which fields that are left out decide: all at once."""

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

SIZE = 9
At = Enum("At", {f"S{n}": f"s{n}" for n in range(SIZE)})  # type: ignore[misc]  # its members are made
WHO, ALL = Party("somebody"), list(At)
GO = Event("go", INDUSTRY, WHO)
states = [Field(f"state {n}", At, ALL[0]) for n in range(SIZE)]
marks = [Field(f"mark {n}", range(SIZE - 1), tuple(range(SIZE - 1))) for n in range(SIZE)]
MACHINES = tuple(
    Machine(
        f"m{n}",
        INDUSTRY,
        state,
        tuple(Transition(GO, At, ALL[to], mark.is_(to)) for to in range(SIZE - 1)),
        (mark,),
    )
    for n, (state, mark) in enumerate(zip(states, marks, strict=True))
)
FLOW = Flow("choices", "Choices", MACHINES, (WHO,))
LAST = [state.is_(ALL[-1]) for state in states]
CLAIMS = (Always("few", "At most one is at its last.", at_most_one(*LAST)),)
