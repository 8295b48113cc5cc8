"""Fairness regained: that others do not refuse an event again and again.

Where one point stands for all, an event that asks something of others begins without fairness,
and regains it by a lemma: in no fair run does anybody refuse it again and again. A lemma is about
anybody who may refuse, so it supposes of the event's guard only what both see; that the event is
not taken it supposes only where both speak of the same instance. It uses only fairness that was
regained before.
"""

from collections.abc import Iterator

from model.language.asking import Demand, demands
from model.language.claims import LeadsTo
from model.language.events import Event, Scope
from properties.engine.live.fair import Fair, any_part
from properties.engine.live.guards import refused, shared
from properties.engine.live.ranks import Helper, Lemma, Ranking
from properties.engine.live.views import NO_POINT, ONE_POINT, Views
from properties.engine.slices.layout import Shape


class Lemmas:
    """Finds which fairness counts on some views, and shows it."""

    def __init__(self, views: Views, claim: LeadsTo) -> None:
        self.views, self.flow, self.claim = views, views.flow, claim

    def regained(self) -> tuple[list[Helper], list[Lemma]]:
        """Return the fairness that counts, and the lemmas by which some of it does."""
        views, lemmas = self.views, list[Lemma]()
        if views.alone:
            return [views.helper(fair) for fair in views.fairs], lemmas
        free = [views.helper(fair, self._asks_nobody) for fair in views.fairs]
        helpers = [helper for helper in free if helper.known]
        waiting = [helper.fair for helper in free if helper.known != helper.fair.events]
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
            helpers.append(views.helper(fair, self._asks_all))
        return helpers, lemmas

    def _asks_nobody(self, event: Event) -> bool:
        return not demands(self.flow, event)

    def _asks_all(self, event: Event) -> bool:
        return all(demand.quantifier.is_universal for demand in demands(self.flow, event))

    def _lemmas(self, fair: Fair, helpers: list[Helper]) -> list[Lemma] | None:
        """Return what shows that nobody refuses again and again, or None where it is not shown."""
        waits = self.views.helper(fair, self._asks_all)
        asked = [demand for event in waits.known for demand in demands(self.flow, event)]
        if not asked:
            return None
        shown = []
        for shape, scope in dict.fromkeys(_refusing(asked, providers=self.flow.has_providers)):
            ranking = self._never_for_ever(shape, scope, waits, helpers)
            if ranking is None:
                return None
            shown.append(Lemma(fair, waits.known, scope, ranking))
        return shown

    def _never_for_ever(
        self, shape: Shape, scope: Scope, waits: Helper, helpers: list[Helper]
    ) -> Ranking | None:
        graph = self.views.graph(shape)
        seen_from = Scope.POINT if shape == ONE_POINT else Scope.PROVIDER
        refuses = graph.chances.holds(refused(self.flow, waits.known, shape, scope), seen_from)
        bad = graph.where(refuses)
        goal = any_part(self.flow, Scope.INDUSTRY, self.claim.to)
        met = graph.chances.holds(goal, Scope.INDUSTRY)
        waiting = graph.chances.holds(shared(self.flow, waits.known, scope), scope)
        open_ = graph.where(lambda v: not met(v) and (waits.fair.strong or waiting(v)))
        nodes = [n for n, is_open in enumerate(open_) if is_open]
        same = waits.fair.scope >= scope
        barred = graph.moves_of(waits.fair, 0) if same else frozenset()
        return self.views.ranked(graph, bad, nodes, helpers, barred)


def _refusing(asked: list[Demand], *, providers: bool) -> Iterator[tuple[Shape, Scope]]:
    """Yield the shapes in which those who are asked are seen, each with what they share."""
    for demand in asked:
        yield ONE_POINT, demand.shared
        if demand.whom is Scope.PROVIDER and providers:
            yield NO_POINT, demand.shared
