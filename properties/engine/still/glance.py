"""One look at a claim over some kept fields: which views are on a rung, and which in a trap."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial

from model.language.asking import demands
from model.language.claims import CanStill
from model.language.events import Event, Scope
from model.language.expressions import Expression, Field
from model.language.flow import Flow
from properties.engine.budget import Budget, look
from properties.engine.facts import NONE, Facts
from properties.engine.live.chances import ViewTest
from properties.engine.live.fair import deciding_fields
from properties.engine.live.graph import Graph
from properties.engine.slices.closure import Closure
from properties.engine.slices.layout import Shape
from properties.engine.slices.replay import read_at
from properties.engine.slices.seen import Sight
from properties.engine.slices.truth import NOBODY_SEEN, compile_claim
from properties.engine.still.asked import agrees, asks_all, asks_nobody, who_is_led
from properties.engine.still.climb import Climb
from properties.engine.still.led import ThoseAsked


class Glance:
    """A claim over some kept fields, as seen at a sight; `alone` where nobody else is there."""

    def __init__(
        self,
        flow: Flow,
        claim: CanStill,
        kept: frozenset[Field],
        sight: Sight,
        budget: Budget,
        *,
        facts: Facts = NONE,
        alone: bool,
    ) -> None:
        self.flow, self.kept, self.alone, self.budget = flow, kept, alone, budget
        self.facts = facts
        self.shape, self.where = sight
        shapes = [self.shape, *(() if alone else self._of_those_led())]
        self.closure = Closure(flow, kept, shapes, budget, ghosts=not alone, facts=facts)
        self.closure.close()
        self._graphs: dict[Shape, Graph] = {}
        self._enabled: dict[tuple[Shape, int], ViewTest | None] = {}
        self._asked: dict[Event, list[ThoseAsked]] = {}
        self.graph = self._graph(self.shape)
        self.moves = self.graph.steps.moves
        arises, met = (self._holds(part) for part in claim.parts(flow))
        both = zip(arises, met, strict=True)
        self.region = [n for n, (holds, there) in enumerate(both) if holds and not there]
        self.climb = Climb(self.graph, met, self._may)

    def _of_those_led(self) -> Iterator[Shape]:
        for event in filter(self._may_lead, self.flow.events):
            yield from (shape for shape, _ in who_is_led(self.flow, event))

    def _may_lead(self, event: Event) -> bool:
        """Tell whether others may be led to allow an event, and what is kept decides it."""
        asks = demands(self.flow, event) and asks_all(self.flow, event)
        return bool(asks) and deciding_fields(self.flow, event) <= self.kept

    def _graph(self, shape: Shape) -> Graph:
        if shape not in self._graphs:
            self._graphs[shape] = Graph(self.closure, shape, self.budget)
        return self._graphs[shape]

    def _holds(self, part: Expression) -> list[bool]:
        test = compile_claim(self.graph.steps, part, self.where)
        return self.graph.where(lambda view: test(view, NOBODY_SEEN, view))

    def _may(self, number: int) -> ViewTest | None:
        """Return where a move can be taken, or whoever is asked be led first; None is nowhere."""
        event, free = self.moves[number].event, self._free(self.graph, number)
        open_ = self._open(self.graph, number)
        if free is None or open_ is None or self.alone or not self._may_lead(event):
            return free
        at, agreed = self.graph.layout, self._seen(self.graph, agrees(self.flow, event, self.shape))
        tests = [open_, agreed, *(one.succeeds(at) for one in self.those_asked(event))]
        return lambda view: free(view) or all(test(view) for test in tests)

    def _free(self, graph: Graph, number: int) -> ViewTest | None:
        """Return where a move can be taken, and asks nothing of others; None is nowhere."""
        may, event = self._open(graph, number), graph.steps.moves[number].event
        if may is None or self.alone or not demands(self.flow, event):
            return may
        test = self._seen(graph, asks_nobody(self.flow, event))
        return lambda view: may(view) and test(view)

    def asking(self, number: int, mine: Iterable[int]) -> list[int]:
        """Return those of some views in which a move asks something of others."""
        free = self._free(self.graph, number)
        return [n for n in mine if not (free and free(self.graph.views[n]))]

    def _seen(self, graph: Graph, node: Expression) -> ViewTest:
        scope = Scope.POINT if any(graph.shape) else Scope.PROVIDER
        return graph.chances.holds(node, scope)

    def _open(self, graph: Graph, number: int) -> ViewTest | None:
        """Return where a move can be taken, but for what is asked of others; None is nowhere."""
        key = graph.shape, number
        if key not in self._enabled:
            event, home = graph.steps.moves[number].event, graph.steps.moves[number].home
            decided = deciding_fields(self.flow, event) <= self.kept
            test = graph.chances.exact if self.alone else graph.chances.here
            self._enabled[key] = test((event,), home) if decided else None
        return self._enabled[key]

    def those_asked(self, event: Event) -> list[ThoseAsked]:
        """Return how each of those whom an event asks may be led, as what is kept decides it."""
        if event not in self._asked:
            self._asked[event] = list(self._found_asked(event))
        return self._asked[event]

    def _found_asked(self, event: Event) -> Iterator[ThoseAsked]:
        for who in who_is_led(self.flow, event):
            graph = self._graph(who[0])
            yield ThoseAsked(self.flow, event, who, graph, partial(self._free, graph))

    @property
    def is_shown(self) -> bool:
        """Tell whether each view of which the claim speaks can get there."""
        return all(n in self.climb.rungs for n in self.region)

    @cached_property
    def trapped(self) -> list[int]:
        """Return the views of which the claim speaks from which no step ever leads there."""
        out = self._searched((n for n, met in enumerate(self.climb.met) if met), self._before)
        return [n for n in self.region if n not in out]

    def _before(self, n: int) -> Iterable[int]:
        return (before for before, _ in self.climb.led_from[n])

    def ahead_of(self, n: int) -> list[int]:
        """Return all views that own steps lead to from a view, itself included."""

        def after(n: int) -> Iterable[int]:
            return (w for move, w in self.graph.edges[n] if move != NOBODY_SEEN)

        return sorted(self._searched([n], after))

    def _searched(self, first: Iterable[int], then: Callable[[int], Iterable[int]]) -> set[int]:
        found = set(first)
        waiting = list(found)
        while waiting:
            look()
            new = {*then(waiting.pop())} - found
            found |= new
            waiting += new
        return found

    def wanted(self) -> frozenset[Field]:
        """Return what to keep so that more moves count, with as few fields as may be."""
        new = [fields for fields in map(self._lacking, self._leading_on()) if fields]
        least = min(map(len, new), default=0)
        return frozenset(f for fields in new if len(fields) == least for f in fields)

    def _leading_on(self) -> set[Event]:
        """Return the events that may lead on, and those that may lead others to allow them."""
        mine = {self.moves[move].event for move in self.climb.leading_on()}
        if self.alone:
            return mine
        helped = [one for event in filter(self._may_lead, mine) for one in self.those_asked(event)]
        return mine.union(*(one.leading_on() for one in helped))

    def _lacking(self, event: Event) -> frozenset[Field]:
        """Return what more decides whether an event may happen, or else where it leads."""
        deciding = deciding_fields(self.flow, event) - self.kept
        return deciding or frozenset(read_at(self.flow, event)) - self.kept
