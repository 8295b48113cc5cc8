"""A breadth-first search of a whole instance: every state counts, and every step."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from model.language.flow import Flow
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run
from properties.engine.explicit.asked import Asked
from properties.engine.explicit.by_python import ByPython
from properties.engine.explicit.packing import packing_of

ANSWERED = "all that was asked is broken"


@dataclass(frozen=True)
class Searched:
    """Reachable states, steps from them (first states included), levels; or why it stopped.

    `runs` has for each that was asked a shortest run that breaks it, or None: it holds of all that
    was searched, and that is all there is only where nothing stopped the search.
    """

    states: int
    successors: int
    depth: int
    stopped: str = ""
    runs: tuple[Run | None, ...] = ()
    how: str = field(default="", compare=False)


def search(
    flow: Flow, shape: tuple[int, ...], budget: Budget, asked: Sequence[Asked] = ()
) -> Searched:
    """Search an instance to its end, or until each that was asked is broken."""
    packing, none = packing_of(flow, shape), (None,) * len(asked)
    with budget:
        try:
            going = ByPython(packing, asked, budget)
        except Spent as limit:  # before there was anything to count
            return Searched(0, 0, 0, str(limit), none)
        try:
            while not going.is_finished and not _is_answered(going):
                going.advance()
            stopped = "" if going.is_finished else ANSWERED
        except Spent as limit:
            stopped = str(limit)
        found = zip(asked, going.broken, strict=True)
        runs = (
            going.end(n).run(packing, one) if ends else None for n, (one, ends) in enumerate(found)
        )
        figures = going.states, going.successors, going.depth
        return Searched(*figures, stopped, tuple(runs), going.how)


def _is_answered(going: ByPython) -> bool:
    return bool(going.broken) and all(going.broken)
