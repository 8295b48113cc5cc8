"""Readers and writers who are served in the order of a queue.

After `ReadersWriters` of the TLA+ examples, with three actors: each may stand once in the queue to
read and once to write, so it has six places. A queue is not in the language: its places are fields.
"""

from enum import Enum

from switchproof import (
    FALSE,
    INDUSTRY,
    STAYS,
    Always,
    Event,
    Expression,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Transition,
    all_of,
    any_of,
    at_most_one,
    choose,
)


class Wish(Enum):
    """What stands at a place of the queue."""

    NOTHING = "nothing"
    READ_1 = "1 reads"
    READ_2 = "2 reads"
    READ_3 = "3 reads"
    WRITE_1 = "1 writes"
    WRITE_2 = "2 writes"
    WRITE_3 = "3 writes"


class Desk(Enum):
    """There is one desk."""

    ON = "on"


READS = (Wish.READ_1, Wish.READ_2, Wish.READ_3)
WRITES = (Wish.WRITE_1, Wish.WRITE_2, Wish.WRITE_3)
actor, desk = Party("actor"), Party("desk")
place = [Field(f"place {n}", Wish, Wish.NOTHING) for n in range(1, 7)]
reads = [Field(f"actor {n} reads", bool, initial=False) for n in (1, 2, 3)]
writes = [Field(f"actor {n} writes", bool, initial=False) for n in (1, 2, 3)]
JOIN = {wish: Event(f"join: {wish.value}", INDUSTRY, actor) for wish in (*READS, *WRITES)}
SERVE = Event("serve the first", INDUSTRY, desk)
STOP = [Event(f"actor {n} stops", INDUSTRY, actor) for n in (1, 2, 3)]


def joins(wish: Wish) -> Transition:
    """Join the end of the queue, unless one stands there already with the same wish."""
    new: dict[Field, Expression] = {}
    ahead: Expression = FALSE  # whether the place before is free, so that this is not the end
    for at in place:
        new[at] = choose(at.is_(Wish.NOTHING) & ~ahead, wish, at)
        ahead = at.is_(Wish.NOTHING)
    return Transition(JOIN[wish], Desk.ON, STAYS, all_of(*(at.is_not(wish) for at in place)), new)


def serves() -> Transition:
    """Serve the first, if nobody writes, and a writer only if nobody reads; all move up."""
    first = place[0]
    may = all_of(
        first.is_not(Wish.NOTHING),
        *(~one for one in writes),
        first.in_(*READS) | all_of(*(~one for one in reads)),
    )
    new: dict[Field, object] = dict(zip(place, [*place[1:], Wish.NOTHING], strict=True))
    new |= {one: one | first.is_(wish) for one, wish in zip(reads, READS, strict=True)}
    new |= {one: one | first.is_(wish) for one, wish in zip(writes, WRITES, strict=True)}
    return Transition(SERVE, Desk.ON, STAYS, may, new)


def stops(n: int) -> Transition:
    """Stop reading, or else writing."""
    new = {reads[n]: FALSE, writes[n]: choose(reads[n], writes[n], FALSE)}
    return Transition(STOP[n], Desk.ON, STAYS, reads[n] | writes[n], new)


DESK = Machine(
    "desk",
    INDUSTRY,
    Field("desk", Desk, Desk.ON),
    [*map(joins, JOIN), serves(), *map(stops, range(3))],
    (*place, *reads, *writes),
)
FLOW = Flow("readers and writers", "Readers and writers", [DESK], [actor, desk])
fair: tuple[Event | tuple[Event, ...], ...] = (*JOIN.values(), SERVE, (STOP[0], STOP[1], STOP[2]))
CLAIMS = [
    Always(
        "writers are alone",
        "There is one writer at most, and nobody reads meanwhile.",
        at_most_one(*writes) & ~(any_of(*reads) & any_of(*writes)),
    ),
    LeadsTo("everybody writes", "An actor comes to write.", ~writes[0], to=writes[0], weak=fair),
]
