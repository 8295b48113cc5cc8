"""Whole instances of small flows, searched plainly: how soon each breaks a claim.

Points of one provider are alike, and so are providers of one size: states are sorted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from model.language import INDUSTRY, POINT, PROVIDER, Expression, Flow
from model.language.events import Happens
from model.language.expressions import Whose, reads
from model.language.meaning import Move, Where, World
from model.language.meaning import State as Values
from model.language.sorts import members
from tests.concrete import Moment, Owner, Record, State, Tables, alike

Shape = tuple[int, ...]
Place = tuple[Where, list[int], list[int]]  # where, and the slots that are read before and after


class TooMany(Exception):
    """An instance has more states than the search was allowed."""


def views(tables: Tables, shape: Shape, most: int) -> set[Record]:
    """Return all that one point sees in any state of an instance; raises TooMany."""
    level = dict.fromkeys(alike(state) for state in _firsts(tables, shape))
    known = dict(level)
    while level:
        after = {alike(s): None for state in level for _, _, s in Moment(tables, state).steps()}
        level = {state: None for state in after if state not in known}
        known.update(level)
        if len(known) > most:
            raise TooMany(str(shape))
    return {
        g + q + record for g, providers in known for q, points in providers for record in points
    }


def first_breaks(
    tables: Tables,
    shape: Shape,
    bodies: Sequence[Expression],
    most: int,
    *,
    of_steps: bool = False,
) -> list[int]:
    """For each claim the length of the shortest run that breaks it, or -1; raises TooMany.

    A claim is asked of steps where it speaks of them, and `of_steps` in any case.
    """
    world = World(tables.flow, shape)
    claims = [Watched(world, body, of_steps) for body in bodies]
    stepwise = [claim for claim in claims if claim.stepwise]
    level = dict.fromkeys(alike(state) for state in _firsts(tables, shape))
    known, steps = dict(level), 0
    while level:
        nexts: dict[State, None] = {}
        for state in level:
            before = _flat(state)
            for claim in claims:
                if not claim.stepwise:
                    claim.look(steps, before, None, before)
            for event, home, after in Moment(tables, state).steps():
                for claim in stepwise:
                    move = Move(event, _number(state, home))
                    claim.look(steps + 1, before, move, _flat(after))
                same = alike(after)
                if same not in known:
                    known[same] = nexts[same] = None
            if len(known) > most:
                raise TooMany(str(shape))
        level, steps = nexts, steps + 1
    return [claim.broken for claim in claims]


def _firsts(tables: Tables, shape: Shape) -> Iterator[State]:
    """Yield each first state of an instance."""
    each = [
        product(tables.firsts(PROVIDER), product(tables.firsts(POINT), repeat=size))
        for size in shape
    ]
    yield from product(tables.firsts(INDUSTRY), product(*each))


def _flat(state: State) -> Record:
    """Return a state in the order of the slots of a world."""
    g, providers = state
    found = list(g)
    for q, points in providers:
        found += q
        for record in points:
            found += record
    return tuple(found)


def _number(state: State, owner: Owner) -> int:
    """Return the number that a world gives to an owner."""
    p, i = owner
    return sum(len(points) for _, points in state[1][:p]) + i if i >= 0 else max(p, 0)


@dataclass
class Watched:
    """A claim in an instance, and the first step at which it breaks (none yet: -1)."""

    world: World
    body: Expression
    stepwise: bool
    broken: int = -1
    truths: dict[object, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        happening = any(isinstance(leaf, Happens) for leaf in self.body.leaves)
        self.stepwise |= happening or any(read.after for read in reads(self.body))
        self.places = list(_places(self.world, self.body))

    def look(self, steps: int, before: Record, move: Move | None, after: Record) -> None:
        """Note whether a state or step breaks the claim, from wherever it is seen."""
        if self.broken >= 0:
            return
        for where, olds, news in self.places:
            happening = move.event if move and self.world.concerns(move, where) else None
            key = (tuple(before[n] for n in olds), tuple(after[n] for n in news), happening)
            if key not in self.truths:
                here, there = self._values(before), self._values(after)
                self.truths[key] = self.world.holds(self.body, where, here, move, there)
            if not self.truths[key]:
                self.broken = steps
                return

    def _values(self, state: Record) -> Values:
        slots = self.world.slots
        return tuple(members(f.sort)[n] for (f, _), n in zip(slots, state, strict=True))


def _places(world: World, body: Expression) -> Iterator[Place]:
    """Yield from where a claim is seen, and the slots that it reads from there."""
    for where in _wheres(world, body):
        slots: tuple[list[int], list[int]] = ([], [])
        for read in reads(body):
            owner = world.seen(where, read.whose, world.flow.scope_of(read.field))
            slots[read.after].append(world.slots[read.field, owner])
        yield where, *slots


def _wheres(world: World, body: Expression) -> Iterator[Where]:
    points, own, other = _speaks_of(world.flow, body)
    providers = range(len(world.shape))
    everyone = range(len(world.provider_of))
    for p in providers if own or other or points else [-1]:
        for q in [q for q in providers if q != p] if other else [-1]:
            if points == 0:
                yield Where(provider=p, other_provider=q)
            for x in (n for n in everyone if points and world.provider_of[n] == p):
                for y in [n for n in everyone if n != x] if points > 1 else [-1]:
                    yield Where(x, y, p, q)


def _speaks_of(flow: Flow, body: Expression) -> tuple[int, bool, bool]:
    """Return how many points a claim speaks of, whether of a provider, and of another provider."""
    whose = {read.whose for read in reads(body)}
    scopes = {flow.scope_of(read.field) for read in reads(body) if read.whose is Whose.OWN}
    for leaf in body.leaves:
        scopes |= {event.scope for event in leaf.events} if isinstance(leaf, Happens) else set()
    points = 2 if Whose.OTHER_POINT in whose else int(POINT in scopes)
    return points, PROVIDER in scopes, Whose.OTHER_PROVIDER in whose
