"""What must be shown of an invariant: for each shape, each step of those seen and of the others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.language.definitions import Event
from model.language.expressions import Field, Quantified, leaves
from model.language.flow import Flow
from model.language.meaning import Move, World
from properties.ghosts import Ghosts
from properties.layout import Shape
from properties.shapes import Part, extensions


@dataclass(frozen=True)
class Obligation:
    """A step (none: one that is not seen) in a wider shape, of which a part is tracked.

    `first` asks that first states satisfy the invariant; there is no step then.
    """

    shape: Shape
    wide: Shape
    part: Part
    move: Move | None
    first: bool = False


def obligations(
    flow: Flow, kept: frozenset[Field], shapes: Iterable[Shape], named: Iterable[Event]
) -> Iterator[Obligation]:
    """Yield all of them; `named` are the events that the claim speaks of."""
    others = Ghosts(flow, kept)
    relevant = {*named, *(e for e, fields in flow.writes.items() if kept & fields)}
    for shape in shapes:
        here = Part(tuple(range(len(shape))), tuple(range(sum(shape))))
        yield Obligation(shape, shape, here, None, first=True)
        yield Obligation(shape, shape, here, None)
        own = [move for move in World(flow, shape).moves() if move.event in relevant]
        yield from (Obligation(shape, shape, here, move) for move in own)
        asking = [move for move in own if _asks_for_some(flow, move.event)]
        yield from _witnessed(flow, Obligation(shape, shape, here, None), asking)
        if others.possible:
            yield from _by_others(flow, others, shape)


def _by_others(flow: Flow, others: Ghosts, shape: Shape) -> Iterator[Obligation]:
    for extension in extensions(flow, shape):
        wide = extension.wide
        moves = [
            move
            for move in World(flow, wide).moves()
            if move.event in others.events and extension.is_own(move)
        ]
        yield from (Obligation(shape, wide, extension.old, move) for move in moves)
        asking = [move for move in moves if _asks_for_some(flow, move.event)]
        yield from _witnessed(flow, Obligation(shape, wide, extension.old, None), asking)


def _witnessed(flow: Flow, at: Obligation, moves: list[Move]) -> Iterator[Obligation]:
    """Yield the moves again, with a further member who may be the *some* that a guard asks for."""
    for further in extensions(flow, at.wide) if moves else ():
        providers = tuple(further.old.providers[p] for p in at.part.providers)
        points = tuple(further.old.points[p] for p in at.part.points)
        for move in renumbered(moves, further.old):
            yield Obligation(at.shape, further.wide, Part(providers, points), move)


def _asks_for_some(flow: Flow, event: Event) -> bool:
    return any(
        isinstance(leaf, Quantified) and not leaf.quantifier.is_universal
        for machine in flow.machines
        for rule in machine.of(event)
        for leaf in leaves(rule.when)
    )


def renumbered(moves: list[Move], old: Part) -> list[Move]:
    """Return moves of a shape as they are numbered in a wider one."""
    homes = {0: old.points, 1: old.providers}
    return [
        Move(m.event, homes[m.event.scope][m.home]) if m.event.scope in homes else m for m in moves
    ]
