"""A breadth-first search of a whole instance: every state counts, and every step."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from model.language.flow import Flow
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run
from properties.engine.explicit.asked import Sought
from properties.engine.explicit.by_c import ByC, NoProgram
from properties.engine.explicit.by_python import ByPython
from properties.engine.explicit.packing import Packing, packing_of

PATIENCE = 1.0  # seconds in Python before a compiler is asked; the figures are the same
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
    flow: Flow, shape: tuple[int, ...], budget: Budget, asked: Sequence[Sought] = ()
) -> Searched:
    """Search an instance to its end, or until each that was asked is broken."""
    packing, none = packing_of(flow, shape), (None,) * len(asked)
    with budget:
        try:
            going: ByPython | ByC = ByPython(packing, asked, budget)
        except Spent as limit:  # before there was anything to count
            return Searched(0, 0, 0, str(limit), none)
        how, begun, stopped = "in Python", budget.clock(), ""
        try:
            while not _is_over(going):
                going.advance()
                if how == "in Python" and budget.clock() - begun > PATIENCE:
                    going, how = _in_c(going, packing, asked, budget)
        except Spent as limit:
            stopped = str(limit)
        if not stopped and not going.is_finished:
            stopped = ANSWERED
        runs = [
            going.end(n).run(packing, asked[n]) if is_broken else None
            for n, is_broken in enumerate(going.broken)
        ]
        figures = going.states, going.successors, going.depth
        return Searched(*figures, stopped, tuple(runs), how)


def _is_over(going: ByPython | ByC) -> bool:
    return going.is_finished or (bool(going.broken) and all(going.broken))


def _in_c(
    going: ByPython | ByC, packing: Packing, asked: Sequence[Sought], budget: Budget
) -> tuple[ByPython | ByC, str]:
    """Return a search that begins anew in C, or the same where there is none, and how it goes."""
    try:
        return ByC(packing, asked, budget), "in C"
    except NoProgram as why:
        return going, f"in Python, since {why}"
