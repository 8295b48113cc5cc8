"""The views of some shapes over some kept fields, as graphs, and the fairness that counts there."""

from collections.abc import Callable, Iterator

from model.language.asking import demands
from model.language.claims import LeadsTo
from model.language.events import Event, Scope
from model.language.expressions import Field
from model.language.flow import Flow
from properties.engine.budget import Budget
from properties.engine.live.fair import Fair, deciding_fields, fair_events
from properties.engine.live.graph import Constraint, Graph
from properties.engine.live.ranker import Ranker
from properties.engine.live.ranks import HARMLESS, Helper, Ranking
from properties.engine.slices.closure import Closure
from properties.engine.slices.layout import Shape
from properties.engine.slices.seen import Sight

ONE_POINT: Shape = (1,)
NO_POINT: Shape = (0,)


class Views:
    """Closed views, seen from some shapes; `alone` where nobody else is there."""

    def __init__(
        self,
        flow: Flow,
        claim: LeadsTo,
        kept: frozenset[Field],
        sights: list[Sight],
        budget: Budget,
        *,
        alone: bool,
    ) -> None:
        self.flow, self.kept, self.budget, self.alone = flow, kept, budget, alone
        named = fair_events(flow, claim)
        self.fairs = [f for f in named if any(map(self._decided, f.events))]
        shapes = [shape for shape, _ in sights]
        if not alone:
            shapes += self._of_those_asked()
        watched = tuple(dict.fromkeys(event for fair in named for event in fair.events))
        self.closure = Closure(flow, kept, shapes, budget, watched=watched, ghosts=not alone)
        self.closure.close()
        self._graphs: dict[Shape, Graph] = {}
        self._constraints: dict[tuple[Shape, Helper], list[Constraint]] = {}

    def _decided(self, event: Event) -> bool:
        return deciding_fields(self.flow, event) <= self.kept

    def _of_those_asked(self) -> list[Shape]:
        """Return the shapes of those who may refuse a fair event."""
        asked = [d for fair in self.fairs for e in fair.events for d in demands(self.flow, e)]
        shapes: list[Shape] = [ONE_POINT] if asked else []
        providers = any(d.whom is Scope.PROVIDER for d in asked)
        return [*shapes, NO_POINT] if providers and self.flow.has_providers else shapes

    def graph(self, shape: Shape) -> Graph:
        """Return the graph of a shape."""
        if shape not in self._graphs:
            self._graphs[shape] = Graph(self.closure, shape, self.budget)
        return self._graphs[shape]

    def helper(self, fair: Fair, wanted: Callable[[Event], bool] = lambda _: True) -> Helper:
        """Return a fairness with its events that are wanted and decided by what is kept."""
        return Helper(fair, tuple(e for e in fair.events if self._decided(e) and wanted(e)))

    def constraints(self, graph: Graph, helper: Helper) -> list[Constraint]:
        """Return the fairness of each instance on a graph."""
        key = (graph.shape, helper)
        if key not in self._constraints:
            self._constraints[key] = list(self._instances(graph, helper))
        return self._constraints[key]

    def _instances(self, graph: Graph, helper: Helper) -> Iterator[Constraint]:
        may = graph.chances.exact if self.alone else graph.chances.here
        for home in graph.layout.world.owners(helper.fair.scope):
            test = may(helper.known, home)
            enabled = graph.where(test)
            yield Constraint(helper.fair, home, graph.moves_of(helper.fair, home), enabled)

    def ranked(
        self,
        graph: Graph,
        bad: list[bool],
        nodes: list[int],
        helpers: list[Helper],
        barred: frozenset[int] = frozenset(),
    ) -> Ranking | None:
        """Return ranks by which nothing bad goes on for ever in some views, or None."""
        here = [(h, c) for h in helpers for c in self.constraints(graph, h)]
        levels, fair = Ranker(graph, bad, [c for _, c in here], barred).run(nodes)
        if fair:
            return None
        used = {helper for each in levels.values() for _, helper in each if helper != HARMLESS}
        new = {old: number for number, old in enumerate(sorted(used))} | {HARMLESS: HARMLESS}
        named = {
            graph.views[n]: tuple((rank, new[h]) for rank, h in each) for n, each in levels.items()
        }
        return Ranking(graph.shape, named, tuple(here[old][0] for old in sorted(used)))
