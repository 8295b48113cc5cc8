"""What demands a precedence or a clause: a claim, shown by a run, or else a rule that refuses.

A run respects all else that is said of safe orders, and not this; so it shows what this is for. If
there is none, the system itself demands it: the step is refused wherever it would come too early.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from model.language.events import Event
from model.language.meaning import Move, Refusal, World
from properties.analyses.orders.described import Before, Clause, Description
from properties.analyses.orders.found import SafeOrders
from properties.analyses.orders.shortest import Search, Shown
from properties.analyses.orders.views import SHAPE
from properties.engine.evidence import Run

Place = tuple[int, int | None]  # nodes: of what else is said, and of the whole, None if it is left
At = TypeVar("At", bound=Hashable)


@dataclass(frozen=True)
class RefusedStep:
    """A step that is refused, by whom, after a run in which as little as can be is amiss."""

    step: Event
    run: Run
    by: tuple[Refusal, ...]


@dataclass(frozen=True)
class Demanded:
    """What demands a part of a description; `why` is None where nothing was found to."""

    part: Before | Clause
    why: Shown | RefusedStep | None


def demand(safe: SafeOrders, whole: Description, part: Before | Clause) -> Demanded:
    """Return what demands a precedence that follows from no others, or a clause."""
    less = whole.without(part).words

    def allowed(at: Place) -> Iterator[tuple[Event, Place]]:
        node, left = at
        for letter, to in less.edges[node].items():
            then = None if left is None else whole.words.edges[left].get(letter)
            yield safe.steps[letter], (to, then)

    first: Place = (0, 0)
    search = Search(safe.views, first, allowed)
    broken = search.broken()
    return Demanded(part, broken or _refused(search))


def _refused(search: Search[Place]) -> RefusedStep | None:
    """Return what refuses the step that would leave the description; None if it is ever taken."""
    if any(left is None for _, (_, left) in search.met):
        return None
    world = World(search.views.flow, SHAPE)
    tried = [
        (here, event, world.outcome(search.views.state(here[0]), Move(event, 0)).refusals)
        for here in search.met
        for event, (_, left) in search.allowed(here[1])
        if left is None
    ]
    return least_amiss(search, tried) if tried else None


def least_amiss(
    search: Search[At], tried: Sequence[tuple[tuple[int, At], Event, tuple[Refusal, ...]]]
) -> RefusedStep:
    """Return of refusals, each with where it was met, the first for which least is to blame."""
    here, step, by = min(tried, key=lambda one: sum(max(1, len(r.false)) for r in one[2]))
    return RefusedStep(step, search.run_to(here), by)
