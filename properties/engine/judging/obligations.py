"""What must be shown of an invariant: for each shape, each step of those seen and of the others.

A claim on steps is asked what it says where nothing changes, once for all steps of which it
neither names the event nor reads what they write; or, with `each`, of each of these by itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.language.events import Event
from model.language.expressions import Field, somes
from model.language.flow import Flow
from model.language.meaning import Move
from properties.engine.others.ghosts import Ghosts
from properties.engine.slices.layout import Shape, world_of
from properties.engine.slices.shapes import Part


@dataclass(frozen=True)
class Obligation:
    """A step (none: where nothing changes) in a wider shape, of which a part is tracked.

    `first` asks that first states satisfy the invariant; there is no step then.
    """

    shape: Shape
    wide: Shape
    part: Part
    move: Move | None
    first: bool = False


def obligations(
    flow: Flow,
    kept: frozenset[Field],
    shapes: Iterable[Shape],
    named: Iterable[Event],
    most: int | None = None,
    *,
    each: bool = False,
) -> Iterator[Obligation]:
    """Yield all of them; `named` are the events that the claim speaks of, `most` as for ghosts."""
    others = Ghosts(flow, kept, most, each)
    written = flow.writes.items()
    relevant = {*named, *(e for e, fields in written if each or kept & fields)}
    for shape in shapes:
        here = Part(tuple(range(len(shape))), tuple(range(sum(shape))))
        yield Obligation(shape, shape, here, None, first=True)
        yield from () if each else [Obligation(shape, shape, here, None)]
        own = [move for move in world_of(flow, shape).moves if move.event in relevant]
        yield from (Obligation(shape, shape, here, move) for move in own)
        for move in own:
            yield from _witnessed(others, Obligation(shape, shape, here, move))
        if others.possible or others.asked:
            yield from _by_others(flow, others, shape)


def _by_others(flow: Flow, others: Ghosts, shape: Shape) -> Iterator[Obligation]:
    for extension in others.extensions(shape):
        wide = extension.wide
        moves = [
            move
            for move in world_of(flow, wide).moves
            if move.event in others.asked and extension.is_own(move)
        ]
        yield from (Obligation(shape, wide, extension.old, move) for move in moves)
        for move in moves:
            yield from _witnessed(others, Obligation(shape, wide, extension.old, move))


def _witnessed(others: Ghosts, at: Obligation, found: int = 0) -> Iterator[Obligation]:
    """Yield a move again with further members, who may be the *some* that its guards ask for."""
    assert at.move is not None
    if found == _asked_for(others.flow, at.move.event):
        return
    for further in others.extensions(at.wide):
        providers = tuple(further.old.providers[p] for p in at.part.providers)
        points = tuple(further.old.points[p] for p in at.part.points)
        (move,) = renumbered([at.move], further.old)
        more = Obligation(at.shape, further.wide, Part(providers, points), move)
        yield more
        yield from _witnessed(others, more, found + 1)


def _asked_for(flow: Flow, event: Event) -> int:
    """Return how many owners the guards of an event may ask for at once, by *some*."""
    return sum(
        max((len(list(somes(rule.when))) for rule in machine.rules_of(event)), default=0)
        for machine in flow.machines
    )


def renumbered(moves: list[Move], old: Part) -> list[Move]:
    """Return moves of a shape as they are numbered in a wider one."""
    homes = {0: old.points, 1: old.providers}
    return [
        Move(m.event, homes[m.event.scope][m.home]) if m.event.scope in homes else m for m in moves
    ]
