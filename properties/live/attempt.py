"""One look at a claim: the views of some shapes over some kept fields, and what is fair there.

Where everybody is tracked, what may happen is known. Where one point stands for all, an event
that asks something of others begins without fairness, and regains it by a lemma: in no fair
run does anybody refuse it again and again. A lemma is about anybody who may refuse, so it
supposes of the event's guard only what both see; that the event is not taken it supposes only
where both speak of the same instance. It uses only fairness that was regained before.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from model.language.claims import LeadsTo
from model.language.definitions import Event, Scope
from model.language.expressions import Field
from model.language.flow import Flow
from model.language.meaning import Where
from properties.budget import Budget
from properties.layout import Shape, View
from properties.live.components import HARMLESS, Search
from properties.live.cycle import Cycle, shortest
from properties.live.fair import (
    Demand,
    Fair,
    any_part,
    deciding_fields,
    demands,
    fair_events,
)
from properties.live.graph import Constraint, Graph, remember
from properties.live.ranks import Helper, Lemma, Ranking, Ranks
from properties.live.region import Region
from properties.reach import Closure
from properties.seen import Sight, compile_claim

ONE_POINT: Shape = (1,)
NO_POINT: Shape = (0,)


@dataclass(frozen=True)
class Found:
    """A fair cycle on the graph of a sight, and the way in."""

    sight: Sight
    graph: Graph
    views: list[View]
    moves: list[int]
    since: int
    cycle: Cycle

    @property
    def round(self) -> list[View]:
        """Return the views after each move of the cycle."""
        return [self.graph.views[n] for n in self.cycle.views]


class Attempt:
    """A claim over some kept fields, seen from some shapes; `alone` where nobody else is there."""

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
        self.flow, self.claim, self.kept, self.budget, self.alone = flow, claim, kept, budget, alone
        self.sights = sights
        self.fairs = [f for f in fair_events(flow, claim) if any(map(self._decided, f.events))]
        watched = tuple(dict.fromkeys(e for f in fair_events(flow, claim) for e in f.events))
        shapes = [shape for shape, _ in sights]
        if not alone:
            shapes += self._of_those_asked()
        self.closure = Closure(flow, kept, shapes, budget, watched=watched, ghosts=not alone)
        self.known = remember(self.closure)
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
            self._graphs[shape] = Graph(self.closure, shape, self.known[shape], self.budget)
        return self._graphs[shape]

    @cached_property
    def regained(self) -> tuple[list[Helper], list[Lemma]]:
        """Return the fairness that counts, and the lemmas by which some of it does."""
        if self.alone:
            return [Helper(f, self._known(f, lambda _: True)) for f in self.fairs], []
        free = [Helper(f, self._known(f, self._asks_nobody)) for f in self.fairs]
        helpers = [helper for helper in free if helper.known]
        lemmas: list[Lemma] = []
        waiting = [f for f in self.fairs if len(self._known(f, self._asks_nobody)) < len(f.events)]
        while waiting:
            for fair in waiting:
                shown = self._lemmas(fair, helpers)
                if shown is not None:
                    break
            else:
                return helpers, lemmas
            waiting.remove(fair)
            lemmas += shown
            helpers = [h for h in helpers if h.fair is not fair]
            helpers.append(Helper(fair, self._known(fair, self._asks_all)))
        return helpers, lemmas

    def _known(self, fair: Fair, wanted: Callable[[Event], bool]) -> tuple[Event, ...]:
        return tuple(e for e in fair.events if self._decided(e) and wanted(e))

    def _asks_nobody(self, event: Event) -> bool:
        return not demands(self.flow, event)

    def _asks_all(self, event: Event) -> bool:
        return all(demand.quantifier.is_universal for demand in demands(self.flow, event))

    def _lemmas(self, fair: Fair, helpers: list[Helper]) -> list[Lemma] | None:
        """Return what shows that nobody refuses again and again, or None where it is not shown."""
        known = self._known(fair, self._asks_all)
        asked = [demand for event in known for demand in demands(self.flow, event)]
        if not asked:
            return None
        shown = []
        for shape, shared in dict.fromkeys(_refusing(asked, providers=self.flow.has_providers)):
            refusals = [d for d in asked if (shape, shared) in _refusing([d], providers=True)]
            ranking = self._never_for_ever(shape, shared, Helper(fair, known), refusals, helpers)
            if ranking is None:
                return None
            shown.append(Lemma(fair, known, shared, ranking))
        return shown

    def _never_for_ever(
        self,
        shape: Shape,
        shared: Scope,
        waits: Helper,
        refusals: list[Demand],
        helpers: list[Helper],
    ) -> Ranking | None:
        graph = self.graph(shape)
        refuse = [graph.chances.refused_by(demand) for demand in refusals]
        bad = [any(test(view) for test in refuse) for view in graph.views]
        goal = any_part(self.flow, Scope.INDUSTRY, self.claim.to)
        met = graph.chances.holds(goal, Scope.INDUSTRY)
        waiting = graph.chances.shared(waits.known, shared)
        nodes = [
            n
            for n, view in enumerate(graph.views)
            if not met(view) and (waits.fair.strong or waiting(view))
        ]
        same = waits.fair.scope >= shared
        barred = graph.moves_of(waits.fair, 0) if same else frozenset()
        return self._ranked(graph, bad, nodes, helpers, barred)

    def _ranked(
        self,
        graph: Graph,
        bad: list[bool],
        nodes: list[int],
        helpers: list[Helper],
        barred: frozenset[int] = frozenset(),
    ) -> Ranking | None:
        here = [(h, c) for h in helpers for c in self.constraints(graph, h)]
        levels, fair = Search(graph, bad, [c for _, c in here], barred).run(nodes)
        if fair:
            return None
        used = {helper for each in levels.values() for _, helper in each if helper != HARMLESS}
        new = {old: number for number, old in enumerate(sorted(used))} | {HARMLESS: HARMLESS}
        named = {
            graph.views[n]: tuple((rank, new[h]) for rank, h in each) for n, each in levels.items()
        }
        return Ranking(graph.shape, named, tuple(here[old][0] for old in sorted(used)))

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
            enabled = [test(view) for view in graph.views]
            yield Constraint(helper.fair, home, graph.moves_of(helper.fair, home), enabled)

    def region(self, sight: Sight) -> Region:
        """Return the views of a sight in which the situation has arisen and the goal is not met."""
        shape, where = sight
        graph = self.graph(shape)
        arises, met = (self._holds(graph, part, where) for part in self.claim.parts(self.flow))
        return Region(graph, arises, met)

    def _holds(self, graph: Graph, part: object, where: Where) -> list[bool]:
        test = compile_claim(graph.steps, part, where)  # type: ignore[arg-type]
        return [test(view, -1, view) for view in graph.views]

    def answer(self) -> Ranks | Found:
        """Return ranks, or a fair cycle that was found first."""
        helpers, lemmas = self.regained
        rankings = []
        for sight in self.sights:
            region = self.region(sight)
            graph = region.graph
            ranking = self._ranked(graph, [True] * len(graph.views), region.order, helpers)
            if ranking is None:
                return self._found(sight, region, helpers)
            rankings.append(ranking)
        kept = tuple(field for field in self.flow.fields if field in self.kept)
        return Ranks(kept, tuple(rankings), tuple(lemmas))

    def _found(self, sight: Sight, region: Region, helpers: list[Helper]) -> Found:
        graph = region.graph
        constraints = [c for h in helpers for c in self.constraints(graph, h)]
        bad = [True] * len(graph.views)
        _, fair = Search(graph, bad, constraints).run(region.order)
        far = {n: region.depth[True, n] for n in region.order}
        node, cycle = shortest(graph, constraints, fair, far)
        ways, moves, since = region.way_to(node)
        return Found(sight, graph, [graph.views[n] for n in ways], moves, since, cycle)


def _refusing(asked: list[Demand], *, providers: bool) -> Iterator[tuple[Shape, Scope]]:
    """Yield the shapes in which those who are asked are seen, each with what they share."""
    for demand in asked:
        yield ONE_POINT, demand.shared
        if demand.whom is Scope.PROVIDER and providers:
            yield NO_POINT, demand.shared
