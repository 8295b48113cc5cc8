"""What must be shown besides where points interact: the steps of others, and with witnesses."""

from collections.abc import Iterator
from dataclasses import replace

from model.language.events import Event
from model.language.expressions import somes
from model.language.meaning import Move
from properties.engine.judging.obligations import Matter, Obligation, claimed, obligations
from properties.engine.others.ghosts import Ghosts
from properties.engine.slices.layout import Shape, world_of
from properties.engine.slices.shapes import Embedding


def obligations_with_others(matter: Matter) -> Iterator[Obligation]:
    """Yield all obligations of a flow in which others may matter, shape by shape."""
    others = Ghosts(matter.part.flow, matter.kept, matter.most, matter.each)
    for shape in matter.met:
        own = list(obligations(matter, [shape]))
        yield from own
        for one in own:
            yield from _witnessed(others, matter, one)
        if others.possible or others.asked:
            yield from _by_others(others, matter, shape)


def _by_others(others: Ghosts, matter: Matter, shape: Shape) -> Iterator[Obligation]:
    for extension in others.extensions(shape):
        wide, old = extension.wide, extension.old
        places = matter.places(shape, old)
        found = [
            Obligation(shape, wide, old, move, places if claimed(matter, move) else ())
            for move in world_of(others.flow, wide).moves
            if move.event in others.asked and extension.is_own(move)
        ]
        yield from found
        for one in found:
            yield from _witnessed(others, matter, one)


def _witnessed(
    others: Ghosts, matter: Matter, one: Obligation, found: int = 0
) -> Iterator[Obligation]:
    """Yield a move again with further members, who may be the *some* that its guards ask for."""
    if one.move is None or found == _asked_for(others, one.move.event):
        return
    for further in others.extensions(one.wide):
        providers = tuple(further.old.providers[p] for p in one.at.providers)
        points = tuple(further.old.points[p] for p in one.at.points)
        move, at = renumbered(one.move, further.old), Embedding(providers, points)
        more = replace(one, wide=further.wide, at=at, move=move)
        if one.places:
            more = replace(more, places=matter.places(one.shape, at))
        yield more
        yield from _witnessed(others, matter, more, found + 1)


def _asked_for(others: Ghosts, event: Event) -> int:
    """Return how many owners the guards of an event may ask for at once, by *some*."""
    return sum(
        max((len(list(somes(rule.when))) for rule in machine.rules_of(event)), default=0)
        for machine in others.flow.machines
    )


def renumbered(move: Move, old: Embedding) -> Move:
    """Return a move of a shape as it is numbered in a wider one."""
    homes = {0: old.points, 1: old.providers}.get(move.event.scope)
    return move if homes is None else Move(move.event, homes[move.home])
