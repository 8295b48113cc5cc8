"""A run replayed, once for all that is told of it."""

from functools import lru_cache

from model.done import Done
from model.language.flow import Flow
from model.language.meaning import Move, State
from model.walk import Walk
from properties.engine.evidence import Run


def steps_of(flow: Flow, run: Run) -> tuple[Done, ...]:
    """Return the steps of a run; raises Refused where it does not replay."""
    return _steps(flow, run.shape, run.first, run.moves)


@lru_cache(maxsize=32)
def _steps(
    flow: Flow, shape: tuple[int, ...], first: State, moves: tuple[Move, ...]
) -> tuple[Done, ...]:
    walk = Walk(flow, shape=shape, first=first)
    return tuple(walk.take(move.event, move.home) for move in moves)
