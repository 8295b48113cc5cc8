"""Whether whoever is asked by an event can be led to let it happen, on some closed views."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from model.language.events import Event, Scope
from model.language.flow import Flow
from properties.engine.live.chances import ViewTest
from properties.engine.live.graph import Graph
from properties.engine.live.views import NO_POINT
from properties.engine.slices.layout import Layout, View, layout
from properties.engine.still.asked import Led, is_led, leads
from properties.engine.still.climb import Climb


@dataclass(frozen=True, eq=False)
class ThoseAsked:
    """How those who are asked by an event, as they are seen, get to where they let it happen.

    What they share with the one who asks stays as it is meanwhile.
    """

    flow: Flow
    event: Event
    who: Led
    graph: Graph
    may: Callable[[int], ViewTest | None]

    @cached_property
    def climb(self) -> Climb:
        """Return by which of their own steps they get there."""
        shape, _ = self.who
        scope = Scope.POINT if any(shape) else Scope.PROVIDER
        test = self.graph.chances.holds(is_led(self.flow, self.event, self.who), scope)
        return Climb(self.graph, self.graph.where(test), self._may)

    def _may(self, number: int) -> ViewTest | None:
        own = leads(self.flow, self.graph.steps.moves[number].event, self.who[0])
        return self.may(number) if own else None

    @cached_property
    def common(self) -> Layout:
        """Return the layout of what they share with the one who asks."""
        shape = () if self.who[1] is Scope.INDUSTRY else NO_POINT
        return layout(self.flow, self.graph.layout.kept, shape)

    def shared(self, at: Layout, view: View) -> View:
        """Return what of a view they share with the one who asks."""
        return tuple(view[at.slots[slot]] for slot in self.common.slots)

    @cached_property
    def _lost(self) -> frozenset[View]:
        at, climb = self.graph.layout, self.climb
        here = enumerate(self.graph.views)
        away = (view for n, view in here if not climb.met[n] and n not in climb.rungs)
        return frozenset(self.shared(at, view) for view in away)

    def succeeds(self, at: Layout) -> Callable[[View], bool]:
        """Test whether all get there from wherever they may be while somebody has a view."""
        return lambda view: self.shared(at, view) not in self._lost

    def leading_on(self) -> set[Event]:
        """Return the events by which more of them might get there."""
        events = {self.graph.steps.moves[move].event for move in self.climb.leading_on()}
        return {event for event in events if leads(self.flow, event, self.who[0])}

    def region(self, supposed: Iterable[View]) -> list[int]:
        """Return those who are not there, of what is supposed of what they share."""
        some, at = frozenset(supposed), self.graph.layout
        return [
            n
            for n, view in enumerate(self.graph.views)
            if not self.climb.met[n] and self.shared(at, view) in some
        ]
