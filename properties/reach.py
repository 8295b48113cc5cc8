"""The closure: all that a tracked part of a flow can see, for every number of others.

Views are closed under their own steps and, where a flow is not deletion-closed, under those
that somebody else may take and that change what is seen (`ghosts.py`). What is found is an
inductive invariant of the form "every view is one of these"; Z3 judges it, not this file.
"""

from collections.abc import Iterable, Iterator

from model.language.definitions import Event
from model.language.expressions import Field
from model.language.flow import Flow
from properties.budget import Budget
from properties.ghosts import Ghosts
from properties.layout import Shape, View
from properties.steps import Steps, compile_steps

BATCH = 512  # views that take their steps between two looks at the budget


class Reach:
    """The views of one shape in the order of a breadth-first search, found as they are asked for.

    `parents` gives for each view its predecessor and the number of the move; the number is
    None where somebody else's step led to it, and a first view has no parent.
    """

    def __init__(self, steps: Steps, budget: Budget) -> None:
        self.steps = steps
        self.budget = budget
        self.order: list[View] = []
        self.parents: dict[View, tuple[View, int | None] | None] = {}
        self.expanded = 0
        self.generated = 0
        for view in steps.initial():
            self.add(view, None)
        self.firsts = self.generated = len(self.order)

    def add(self, view: View, parent: tuple[View, int | None] | None) -> None:
        """Add a view unless it is known."""
        if view not in self.parents:
            self.parents[view] = parent
            self.order.append(view)

    def expand(self, most: int = BATCH) -> None:
        """Take the steps of the next views, so many at the most."""
        last = min(len(self.order), self.expanded + most)
        while self.expanded < last:
            self._take()
        self.budget.check(len(self.order))

    def _take(self) -> list[tuple[int, View]]:
        """Take the steps of the next view, and return them."""
        view, parents, order = self.order[self.expanded], self.parents, self.order
        taken = self.steps.successors(view)
        self.expanded += 1
        self.generated += len(taken)
        for number, after in taken:
            if after not in parents:
                parents[after] = (view, number)
                order.append(after)
        return taken

    def taken(self) -> Iterator[tuple[View, list[tuple[int, View]]]]:
        """Yield each view in order with its steps, searching on as needed."""
        for number, view in enumerate(self.order):  # which grows meanwhile
            is_next = number == self.expanded
            yield view, self._take() if is_next else self.steps.successors(view)
            if is_next and number % BATCH == 0:
                self.budget.check(len(self.order))

    @property
    def is_closed(self) -> bool:
        """Tell whether every view that is known has taken its steps."""
        return self.expanded == len(self.order)

    def views(self) -> Iterator[View]:
        """Yield the views in order, searching on as needed."""
        at = 0
        while at < len(self.order) or not self.is_closed:
            known = len(self.order)
            yield from self.order[at:known]
            at = known
            if not self.is_closed:
                self.expand()

    def close(self) -> None:
        """Search to the end."""
        while not self.is_closed:
            self.expand()

    def path(self, view: View) -> tuple[View, list[int | None]]:
        """Return the first view and the moves that lead to a view."""
        moves: list[int | None] = []
        while (parent := self.parents[view]) is not None:
            view, move = parent
            moves.append(move)
        return view, moves[::-1]


class Closure:
    """The views of several shapes, closed together under their own steps and those of others.

    `isolated` tells that nobody else can matter to what is kept, or that there is nobody else.
    """

    def __init__(
        self,
        flow: Flow,
        kept: frozenset[Field],
        shapes: Iterable[Shape],
        budget: Budget,
        *,
        watched: tuple[Event, ...] = (),
        ghosts: bool = True,
        most: int | None = None,
    ) -> None:
        self.ghosts = Ghosts(flow, kept, most)
        self.isolated = not (ghosts and self.ghosts.possible)
        every = dict.fromkeys((*shapes, *(() if self.isolated else self.ghosts.supports())))
        self.reaches = {
            shape: Reach(compile_steps(flow, kept, shape, watched), budget) for shape in every
        }

    def close(self) -> None:
        """Close all shapes; those of a flow with ghosts until nothing new comes."""
        while True:
            for reach in self.reaches.values():
                reach.close()
            if self.isolated or not self.ghosts.haunt(self.reaches):
                return

    def ghost_steps(self, shape: Shape) -> Iterator[tuple[View, View]]:
        """Yield what others' steps can do to each view of a closed shape: before and after."""
        return self.ghosts.steps_of_others(self.reaches, shape)
