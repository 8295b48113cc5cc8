"""A claim watched in one instance: from where it is seen there, and what breaks it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from model.language.events import Event
from model.language.expressions import reads
from model.language.meaning import Move, State, Where, World
from properties.engine.slices.seen import Outlook, Part

Place = tuple[Where, tuple[int, ...], tuple[int, ...]]  # where, and what it reads before and after


@dataclass
class Watched:
    """A claim from all its places; what was seen to hold is remembered by what it reads."""

    world: World
    part: Part
    places: list[Place] = field(init=False)
    _good: set[object] = field(default_factory=set)

    def __post_init__(self) -> None:
        wheres = places_of(self.world, self.part.whole)
        self.places = [(where, *self._read(where)) for where in wheres]

    def broken_at(self, before: State, move: Move | None, after: State) -> Where | None:
        """Return from where a step, or a state without a move, breaks the claim."""
        for where, olds, news in self.places:
            told = tuple([before[n] for n in olds]), tuple([after[n] for n in news])
            key = (self._seen(move, where), *told)
            if key not in self._good:
                if not self.world.holds(self.part.body, where, before, move, after):
                    return where
                self._good.add(key)
        return None

    def _seen(self, move: Move | None, where: Where) -> Event | None:
        return move.event if move and self.world.concerns(move, where) else None

    def _read(self, where: Where) -> tuple[tuple[int, ...], tuple[int, ...]]:
        slots: tuple[list[int], list[int]] = ([], [])
        for read in reads(self.part.body):
            owner = self.world.seen(where, read.whose, self.world.flow.scope_of(read.field))
            slots[read.after].append(self.world.slots[read.field, owner])
        return tuple(slots[0]), tuple(slots[1])


def places_of(world: World, whole: Outlook) -> Iterator[Where]:
    """Yield each place of an instance from which a claim is seen."""
    providers = range(len(world.shape))
    for mine in providers if whole.points or whole.provider or whole.other else (-1,):
        for other in [p for p in providers if p != mine] if whole.other else [-1]:
            if not whole.points:
                yield Where(provider=mine, other_provider=other)
            for point in world.points_of(mine) if whole.points else ():
                for second in _seconds(world, point) if whole.points > 1 else [-1]:
                    yield Where(point, second, mine, other)


def _seconds(world: World, point: int) -> list[int]:
    return [n for n in range(len(world.provider_of)) if n != point]
