"""The graph of the views of one shape: own steps, those of others, and stuttering everywhere.

A step of somebody who is not tracked has the number NOBODY_SEEN, and no fairness. At every
view nothing may happen: that each view leads to itself is understood, and never left out.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from properties.engine.budget import Budget, look
from properties.engine.live.chances import Chances
from properties.engine.live.fair import Fair
from properties.engine.slices.closure import Closure
from properties.engine.slices.layout import Layout, Shape, View
from properties.engine.slices.truth import NOBODY_SEEN

OFTEN = 256  # so many views between two looks at the budget
Edge = tuple[int, int]  # the number of the move, the number of the view it leads to


@dataclass(frozen=True)
class Constraint:
    """Fairness of one instance, on one graph: by which moves it is taken, where it is enabled."""

    fair: Fair
    home: int
    moves: frozenset[int]
    enabled: Sequence[bool]

    @property
    def strong(self) -> bool:
        """Tell whether to be enabled again and again is enough."""
        return self.fair.strong


class Graph:
    """The closed views of one shape by number, with their edges."""

    def __init__(self, closure: Closure, shape: Shape, budget: Budget) -> None:
        reach = closure.reaches[shape]
        self.shape, self.steps, self.budget = shape, reach.steps, budget
        self.views = reach.order
        self.firsts = reach.firsts
        self.edges: list[list[Edge]] = list(reach.edges())
        if not closure.isolated:
            number = {view: n for n, view in enumerate(self.views)}
            for before, _, after in closure.steps_of_others(shape):
                self.edges[number[before]].append((NOBODY_SEEN, number[after]))

    @property
    def layout(self) -> Layout:
        """Return the layout of the views."""
        return self.steps.layout

    @cached_property
    def chances(self) -> Chances:
        """Return when events may happen, on these views."""
        return Chances(self.layout)

    def moves_of(self, fair: Fair, home: int) -> frozenset[int]:
        """Return the numbers of the moves by which an instance is taken."""
        return frozenset(
            n for n, m in enumerate(self.steps.moves) if m.event in fair.events and m.home == home
        )

    def where(self, test: Callable[[View], bool]) -> list[bool]:
        """Return for each view whether a test holds there."""
        found: list[bool] = []
        for n in range(0, len(self.views), OFTEN):
            look()
            found += map(test, self.views[n : n + OFTEN])
        return found

    def within(self, nodes: Iterable[int]) -> list[bool]:
        """Return for each view whether it is one of these."""
        inside = [False] * len(self.views)
        for node in nodes:
            inside[node] = True
        return inside
