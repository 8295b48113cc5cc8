"""What is asked of an instance: a claim at each place from where it is seen."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.language.events import Event, Happens
from model.language.expressions import Expression, Read
from model.language.meaning import Move, State, Where, World
from properties.engine.explicit.moves import MoveWriter
from properties.engine.explicit.text import Text, applied, text
from properties.engine.slices.seen import Outlook


@dataclass(frozen=True)
class Sought:
    """What must hold of each state, or of each step, from wherever it is seen."""

    body: Expression
    wheres: tuple[Where, ...]
    of_steps: bool

    def breaks(self, world: World, before: State, move: Move | None, after: State) -> Where | None:
        """Return from where it does not hold, as the plain meaning has it."""
        seen = (at for at in self.wheres if not world.holds(self.body, at, before, move, after))
        return next(seen, None)


def asked_of(world: World, body: Expression, whole: Outlook) -> Sought:
    """Return what a claim asks of an instance."""
    return Sought(body, tuple(_wheres(world, whole)), whole.of_steps)


def _wheres(world: World, whole: Outlook) -> Iterator[Where]:
    providers, points = range(len(world.shape)), range(len(world.provider_of))
    of_someone = whole.points or whole.provider or whole.other
    for p in providers if of_someone else (-1,):
        others = [q for q in providers if q != p] if whole.other else [-1]
        mine = [point for point in points if world.provider_of[point] == p]
        for point in mine if whole.points else (-1,):
            second = [n for n in points if n != point] if whole.points > 1 else [-1]
            yield from (Where(point, two, p, q) for two in second for q in others)


def condition(writer: MoveWriter, asked: Sought) -> Text:
    """Return the text of what must hold: `v1` before a step, `n1` after it, `m` is the move."""
    return applied("and", [_seen(writer, asked.body, at) for at in asked.wheres], writer.tongue)


def _seen(writer: MoveWriter, body: Expression, here: Where) -> Text:
    world = writer.packing.world

    def leaf(at: Expression) -> Text:
        if isinstance(at, Happens):
            moves = [
                n for n, move in enumerate(world.moves) if _happens(world, at.events, move, here)
            ]
            return writer.apply("in", "m", *moves) if moves else 0
        assert isinstance(at, Read)
        slot = writer.slot(at.field, world.seen(here, at.whose, world.flow.scope_of(at.field)))
        return f"n{slot[1:]}" if at.after and isinstance(slot, str) else slot

    return text(body, leaf, writer.tongue)


def _happens(world: World, events: tuple[Event, ...], move: Move, here: Where) -> bool:
    return move.event in events and world.concerns(move, here)
