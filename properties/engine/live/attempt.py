"""One look at a claim over some kept fields: ranks, or a fair cycle with a way in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.language.claims import LeadsTo
from model.language.conditions import any_of
from model.language.expressions import Expression, Field
from model.language.flow import Flow
from model.language.meaning import Where
from properties.engine.budget import Budget
from properties.engine.live.cycle import Cycle, shortest_cycle
from properties.engine.live.graph import Graph
from properties.engine.live.ranker import Ranker
from properties.engine.live.ranks import Helper, Ranks
from properties.engine.live.region import Region
from properties.engine.live.views import Views
from properties.engine.others.lemmas import Lemmas
from properties.engine.slices.closure import Closure
from properties.engine.slices.layout import Shape, View
from properties.engine.slices.seen import Sight
from properties.engine.slices.truth import NOBODY_SEEN, compile_claim


@dataclass(frozen=True)
class FairCycle:
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
    """A claim over some kept fields, seen from some shapes; `alone` where nobody else is there.

    What is `never` so, by shape, somebody else has to prove: it is taken for the goal.
    """

    def __init__(
        self,
        flow: Flow,
        claim: LeadsTo,
        kept: frozenset[Field],
        sights: list[Sight],
        budget: Budget,
        *,
        alone: bool,
        never: Mapping[Shape, Sequence[Expression]] | None = None,
    ) -> None:
        self.flow, self.claim, self.sights, self.never = flow, claim, sights, never or {}
        self.views = Views(flow, claim, kept, sights, budget, alone=alone)

    @property
    def closure(self) -> Closure:
        """Return the closed views."""
        return self.views.closure

    def region(self, sight: Sight) -> Region:
        """Return the views of a sight in which the situation has arisen and the goal is not met."""
        shape, where = sight
        graph = self.views.graph(shape)
        supposed, goal = self.claim.parts(self.flow)
        ends = any_of(goal, *self.never.get(shape, ()))
        arises, met = (self._holds(graph, part, where) for part in (supposed, ends))
        return Region(graph, arises, met)

    def _holds(self, graph: Graph, part: Expression, where: Where) -> list[bool]:
        test = compile_claim(graph.steps, part, where)
        return graph.where(lambda view: test(view, NOBODY_SEEN, view))

    def answer(self) -> Ranks | FairCycle:
        """Return ranks, or a fair cycle that was found first."""
        helpers, lemmas = Lemmas(self.views, self.claim).regained()
        rankings = []
        for sight in self.sights:
            region = self.region(sight)
            graph = region.graph
            ranking = self.views.ranked(graph, [True] * len(graph.views), region.order, helpers)
            if ranking is None:
                return self._found(sight, region, helpers)
            rankings.append(ranking)
        kept = tuple(field for field in self.flow.fields if field in self.views.kept)
        return Ranks(kept, tuple(rankings), tuple(lemmas))

    def _found(self, sight: Sight, region: Region, helpers: list[Helper]) -> FairCycle:
        graph = region.graph
        constraints = [c for h in helpers for c in self.views.constraints(graph, h)]
        bad = [True] * len(graph.views)
        _, fair = Ranker(graph, bad, constraints).run(region.order)
        far = {n: region.depth[True, n] for n in region.order}
        node, cycle = shortest_cycle(graph, constraints, fair, far)
        ways, moves, since = region.way_to(node)
        return FairCycle(sight, graph, [graph.views[n] for n in ways], moves, since, cycle)
