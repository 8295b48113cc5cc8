"""Dijkstra's ring of five machines, which comes to have one token: the checker's search."""

from enum import Enum

from switchproof import (
    INDUSTRY,
    STAYS,
    Event,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Transition,
    choose,
    exactly_one,
)


class On(Enum):
    """A machine has one state."""

    ON = "on"


WHO, SIZE = Party("somebody"), 5
states = [Field(f"machine {n}", On, On.ON) for n in range(SIZE)]
counts = [Field(f"count {n}", range(SIZE), tuple(range(SIZE))) for n in range(SIZE)]
GO = [Event(f"go {n}", INDUSTRY, WHO) for n in range(SIZE)]
HAS = [counts[0].is_(counts[-1]), *(counts[n].is_not(counts[n - 1]) for n in range(1, SIZE))]
NEXT = [choose(counts[0].is_(SIZE - 1), 0, counts[0] + 1), *counts[:-1]]
MACHINES = tuple(
    Machine(
        f"m{n}",
        INDUSTRY,
        states[n],
        (Transition(GO[n], On.ON, STAYS, HAS[n], {counts[n]: NEXT[n]}),),
        (counts[n],),
    )
    for n in range(SIZE)
)
FLOW = Flow("ring", "Five in a ring", MACHINES, (WHO,))
ONE = exactly_one(*HAS)
CLAIMS = (LeadsTo("one-token", "At last one has the token.", ~ONE, to=ONE, weak=tuple(GO)),)
