"""Five philosophers who hand each other clean forks, as Chandy and Misra have it.

After `DiningPhilosophers` of the TLA+ examples. The fork of number n lies between philosopher n,
whose left fork it is, and the one before.
"""

from enum import Enum

from switchproof import (
    INDUSTRY,
    STAYS,
    Always,
    Event,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Transition,
    all_of,
)


class Seat(Enum):
    """The seats round the table."""

    S1 = "1"
    S2 = "2"
    S3 = "3"
    S4 = "4"
    S5 = "5"


RING = list(Seat)
SEATS = len(RING)


class At(Enum):
    """What a philosopher is about to do."""

    HANDING = "hand on forks"
    EATING = "eat"
    THINKING = "think"


class Holder(Enum):
    """Who holds a fork."""

    SAME = "the one of its number"
    BEFORE = "the one before"


philosopher = Party("philosopher")
at = [Field(f"philosopher {p.value}", At, At.HANDING) for p in RING]
hungry = [Field(f"{p.value} is hungry", bool, initial=True) for p in RING]
holder = [
    Field(f"fork {p.value}", Holder, Holder.BEFORE if n == 1 else Holder.SAME)
    for n, p in enumerate(RING)
]
clean = [Field(f"fork {p.value} is clean", bool, initial=False) for p in RING]
HAND, EAT, THINK = (
    [Event(name, INDUSTRY, philosopher, member=p) for p in RING]
    for name in ("hand", "eat", "think")
)
has_left = [holder[n].is_(Holder.SAME) for n in range(SEATS)]
has_right = [holder[(n + 1) % SEATS].is_(Holder.BEFORE) for n in range(SEATS)]
gives_left = [has_left[n] & ~clean[n] for n in range(SEATS)]
gives_right = [has_right[n] & ~clean[(n + 1) % SEATS] & ~gives_left[n] for n in range(SEATS)]


def seat(n: int) -> Machine:
    """One philosopher."""
    may_eat = all_of(has_left[n], has_right[n], clean[n], clean[(n + 1) % SEATS])
    rules = [
        Transition(HAND[n], At.HANDING, At.EATING, hungry[n] & may_eat),
        Transition(HAND[n], At.HANDING, At.HANDING, hungry[n] & ~may_eat),
        Transition(HAND[n], At.HANDING, At.THINKING, ~hungry[n]),
        Transition(EAT[n], At.EATING, At.HANDING, then={hungry[n]: False}),
        Transition(THINK[n], At.THINKING, At.HANDING, then={hungry[n]: True}),
    ]
    return Machine("philosopher", INDUSTRY, at[n], rules, (hungry[n],), member=RING[n])


def fork(n: int) -> Machine:
    """One fork; number -1 is the last, so the ring closes."""
    rules = [
        Transition(HAND[n], Holder, Holder.BEFORE, gives_left[n], {clean[n]: True}),
        Transition(HAND[n], Holder, STAYS, ~gives_left[n]),
        Transition(HAND[n - 1], Holder, Holder.SAME, gives_right[n - 1], {clean[n]: True}),
        Transition(HAND[n - 1], Holder, STAYS, ~gives_right[n - 1]),
        Transition(EAT[n], Holder, STAYS, then={clean[n]: False}),
        Transition(EAT[n - 1], Holder, STAYS, then={clean[n]: False}),
    ]
    return Machine("fork", INDUSTRY, holder[n], rules, (clean[n],), member=RING[n])


machines = [*map(seat, range(SEATS)), *map(fork, range(SEATS))]
FLOW = Flow("philosophers", "Five philosophers dine", machines, [philosopher])
each = tuple((HAND[n], EAT[n], THINK[n]) for n in range(SEATS))
CLAIMS = [
    Always(
        "neighbours eat apart",
        "Two neighbours never eat at once.",
        all_of(*(~(at[n].is_(At.EATING) & at[n - 1].is_(At.EATING)) for n in range(SEATS))),
    ),
    LeadsTo(
        "nobody starves",
        "A hungry philosopher comes to eat, if each goes on.",
        hungry[0],
        to=~hungry[0],
        weak=each,
    ),
    LeadsTo(
        "nobody starves by itself",
        "A hungry philosopher comes to eat, even if nobody need ever go on.",
        hungry[0],
        to=~hungry[0],
    ),
]
