"""Whole instances for the tests of explicit search: drawn, counted plainly, searched to an end."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path

from model.language import (
    POINT,
    STAYS,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
)
from model.language.claims import Claim
from model.language.meaning import World
from properties.engine.budget import Spent
from properties.engine.explicit.by_c import ByC
from properties.engine.explicit.by_python import ByPython
from properties.engine.explicit.ends import End
from properties.engine.explicit.search import Searched
from tests.small_flows import KINDS, Drawing
from tests.trials import LARGER, ONE_PROVIDER, SMALL
from tests.whole_claims import joined, stepped

ORACLES = Path(__file__).parent / "oracles"
Shape = tuple[int, ...]
Figures = tuple[int, int, int, str, list[End | None]]


def whole(going: ByPython | ByC) -> Figures:
    """All that comes of a search to its end, or to a limit."""
    stopped = ""
    with suppress(Spent):
        while not going.is_finished:
            stopped = "at a limit"
            going.advance()
            stopped = ""
    ends = [going.end(n) if is_broken else None for n, is_broken in enumerate(going.broken)]
    return going.states, going.successors, going.depth, stopped, ends


def plainly(flow: Flow, shape: Shape, most: int) -> Searched:
    """The figures of an instance, by the plain meaning; level by level, as far as it may go."""
    world = World(flow, shape)
    level = list(world.initial_states())
    known, made, depth = set(level), len(level), 0
    while level and len(known) <= most:
        found = [after for state in level for _, after in world.steps(state)]
        level = [state for state in dict.fromkeys(found) if state not in known]
        known.update(level)
        made, depth = made + len(found), depth + 1
    return Searched(len(known), made, depth, "more" if level else "")


def drawn() -> Iterator[tuple[Flow, Claim, Sequence[Shape]]]:
    """Random flows with claims on states and on steps, and their instances."""
    for kind in KINDS:
        for providers in (False, True):
            for seed in range(12):
                drawing = Drawing(seed, kind, providers=providers)
                flow = drawing.flow()
                more = drawing.random.sample(LARGER, 2)
                shapes = [(), *SMALL, *more] if providers else [(), *ONE_PROVIDER]
                yield from ((flow, draw(drawing, flow), shapes) for draw in (joined, stepped))


class Counting(Enum):
    """The one state of a machine that counts."""

    IT = "counting"


def counting() -> Flow:
    """Points that count up, from 0 to the largest number of a sort of twelve bits."""
    count = Field("count", range(-3000, 3), 0)
    state, somebody = Field("counter", Counting, Counting.IT), Party("somebody")
    rule = Transition(Event("count", POINT, somebody), Counting.IT, STAYS, then={count: count + 1})
    return Flow("counting", "C", [Machine("counter", POINT, state, [rule], (count,))], [somebody])
