"""The closure: all that a tracked part of a flow can see, for every number of others.

Views are closed under their own steps and, where a flow is not deletion-closed, under those
that somebody else may take and that change what is seen (`others/ghosts.py`). What is found is an
inductive invariant of the form "every view is one of these"; Z3 judges it, not this file.
"""

from collections.abc import Iterable, Iterator

from model.language.events import Event
from model.language.expressions import Field
from model.language.flow import Flow
from properties.engine.budget import Budget
from properties.engine.facts import NONE, Facts
from properties.engine.others.ghosts import Ghosts, ghosts_of
from properties.engine.slices.layout import Shape, View, layout
from properties.engine.slices.reach import Reach
from properties.engine.slices.steps import compile_steps


class Closure:
    """The views of several shapes, closed together.

    `isolated` tells that nobody else can matter to what is kept, or that there is nobody else.
    Without `ghosts`, there is nobody else. With `each`, every step of others is asked about,
    whether or not it changes what is kept. No view is met that the facts rule out.
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
        each: bool = False,
        facts: Facts = NONE,
    ) -> None:
        self.flow, self.kept = flow, kept
        matter = ghosts and (each or not flow.deletion_closed)
        self.others: Ghosts | None = ghosts_of(flow, kept, most, each=each) if matter else None
        self.isolated = self.others is None or not self.others.possible
        every = dict.fromkeys((*shapes, *(self.others.supports() if self.others else ())))
        self.reaches = {
            shape: Reach(
                compile_steps(layout(flow, kept, shape), watched), budget, facts.at(flow, shape)
            )
            for shape in every
        }

    def close(self) -> None:
        """Close all shapes; those of a flow with ghosts until nothing new comes."""
        while True:
            for reach in self.reaches.values():
                reach.close()
            if self.others is None or not self.others.haunt(self.reaches):
                return

    def closed(self) -> dict[Shape, list[View]]:
        """Return all the views of each shape, closed."""
        self.close()
        return {shape: reach.order for shape, reach in self.reaches.items()}

    def steps_of_others(self, shape: Shape) -> Iterator[tuple[View, Event, View]]:
        """Yield each step of others that is asked about, with each view before and after it."""
        self.close()
        return self.others.steps_of_others(self.reaches, shape) if self.others else iter(())
