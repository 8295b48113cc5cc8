"""Check ranks by one pass over the views and their edges, apart from the search that found them.

Expressions are read as the language says (`reading.py`), not as the search compiles them. Along
each edge levels are compared one by one: the first difference must be a fall in rank; inside a
block the helper is the same, and the edge must not be it. At a view's last level the helper is
enabled, or, where the block is harmless, the view is not one that must not recur. A weak or
harmless level is the last of every view that has it. The ranked region is closed: who leaves it
has met the goal, or, for a lemma, has left what it supposes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from model.language.claims import LeadsTo
from model.language.definitions import Event, Scope
from model.language.expressions import Field
from model.language.flow import Flow
from properties.layout import View
from properties.live.components import HARMLESS, Levels
from properties.live.fair import Fair, any_part, deciding_fields, demands, fair_events
from properties.live.ranks import Helper, Lemma, Ranking, Ranks
from properties.live.reading import Guards, Shown, need
from properties.reach import Closure
from properties.seen import NOBODY_SEEN


def check(flow: Flow, claim: LeadsTo, ranks: Ranks, closure: Closure) -> None:
    """Raise Rejected unless the ranks prove the claim on the views of the closure."""
    kept = frozenset(ranks.kept)
    shapes = {ranking.shape: Shown(flow, closure, ranking.shape) for ranking in ranks.all()}
    counted = _independent(flow, claim, kept)
    for fair, lemmas in _by_fair(ranks.lemmas):
        known = lemmas[0].known
        need(all(lemma.known == known for lemma in lemmas), "lemmas of one event differ")
        need(fair in fair_events(flow, claim), f"{fair} is not said to be fair")
        need(all(deciding_fields(flow, e) <= kept for e in known), "a guard is not kept")
        _lemmas_cover(flow, known, lemmas)
        for lemma in lemmas:
            _check_lemma(flow, claim, lemma, shapes[lemma.ranking.shape], counted)
        counted[fair] = known
    need(bool(ranks.rankings), "there is no ranking of the claim")
    for ranking in ranks.rankings:
        _check_claim(flow, claim, ranking, shapes[ranking.shape], counted)


def _independent(
    flow: Flow, claim: LeadsTo, kept: frozenset[Field]
) -> dict[Fair, tuple[Event, ...]]:
    """Return the events whose fairness counts from the first: they ask nothing of others."""
    return {
        fair: tuple(
            e for e in fair.events if not demands(flow, e) and deciding_fields(flow, e) <= kept
        )
        for fair in fair_events(flow, claim)
    }


def _by_fair(lemmas: Iterable[Lemma]) -> Iterator[tuple[Fair, list[Lemma]]]:
    grouped: dict[Fair, list[Lemma]] = {}
    for lemma in lemmas:
        grouped.setdefault(lemma.fair, []).append(lemma)
    return iter(grouped.items())


def _lemmas_cover(flow: Flow, known: tuple[Event, ...], lemmas: list[Lemma]) -> None:
    """Need a lemma for each shape in which somebody asked may stand."""
    shown = {(lemma.ranking.shape, lemma.shared) for lemma in lemmas}
    for event in known:
        for demand in demands(flow, event):
            need(demand.quantifier.is_universal, f"'{event}' asks for some")
            need(((1,), demand.shared) in shown, f"'{event}': no lemma on those asked")
            if demand.whom is Scope.PROVIDER and flow.has_providers:
                need(((0,), demand.shared) in shown, f"'{event}': none on empty providers")


def _check_claim(
    flow: Flow,
    claim: LeadsTo,
    ranking: Ranking,
    shown: Shown,
    counted: Mapping[Fair, tuple[Event, ...]],
) -> None:
    supposed, goal = claim.parts(flow)
    owner = (Scope.POINT, 0) if ranking.shape == (1,) else (Scope.PROVIDER, 0)

    def outside(view: View) -> bool:
        return bool(shown.value(goal, view, *owner))

    for view in shown.views:
        arises = shown.value(supposed, view, *owner) and not outside(view)
        need(not arises or view in ranking.levels, "a view where it arises has no rank")
    _check_ranking(ranking, shown, counted, outside, lambda _: True)


def _check_lemma(
    flow: Flow,
    claim: LeadsTo,
    lemma: Lemma,
    shown: Shown,
    counted: Mapping[Fair, tuple[Event, ...]],
) -> None:
    guards, goal = Guards(shown), any_part(flow, Scope.INDUSTRY, claim.to)

    def outside(view: View) -> bool:
        if shown.value(goal, view, Scope.INDUSTRY, 0):
            return True
        return not lemma.fair.strong and not guards.shared(lemma.known, view, lemma.shared)

    def bad(view: View) -> bool:
        return guards.refused(lemma.known, view, lemma.ranking.shape, lemma.shared)

    for view in shown.views:
        need(outside(view) or view in lemma.ranking.levels, "a view of a lemma has no rank")
    same = lemma.fair.scope >= lemma.shared
    barred = lemma.fair.events if same else ()
    _check_ranking(lemma.ranking, shown, counted, outside, bad, barred=barred)


def _check_ranking(
    ranking: Ranking,
    shown: Shown,
    counted: Mapping[Fair, tuple[Event, ...]],
    outside: Callable[[View], bool],
    bad: Callable[[View], bool],
    *,
    barred: tuple[Event, ...] = (),
) -> None:
    for helper in ranking.helpers:
        known = counted.get(helper.fair, ())
        need(set(helper.known) <= set(known), f"the fairness of {helper.fair} does not count")
    guards = Guards(shown)
    for view, levels in ranking.levels.items():
        need(view in shown.views, "a rank of a view that is not there")
        _check_levels(levels, ranking.helpers)
        last = levels[-1][1]
        if last == HARMLESS:
            need(not bad(view), "a harmless view must not recur")
        else:
            need(guards.enabled(ranking.helpers[last].known, view), "the helper is not enabled")
        for number, after in shown.edges(view):
            need(after in shown.views, "a step leads out of the views")
            event = shown.steps.moves[number].event if number != NOBODY_SEEN else None
            if event in barred or outside(after):
                continue
            need(after in ranking.levels, "a step leads out of the ranked region")
            _compare(levels, ranking.levels[after], ranking.helpers, event)


def _check_levels(levels: Levels, helpers: tuple[Helper, ...]) -> None:
    need(bool(levels), "a view has no level")
    for n, (rank, helper) in enumerate(levels):
        need(rank >= 0 and HARMLESS <= helper < len(helpers), "a level is not one")
        final = helper == HARMLESS or not helpers[helper].fair.strong
        need(not final or n == len(levels) - 1, "a weak or harmless level is not the last")


def _compare(one: Levels, two: Levels, helpers: tuple[Helper, ...], event: Event | None) -> None:
    for (rank, helper), (rank_after, helper_after) in zip(one, two, strict=False):
        if (rank, helper) != (rank_after, helper_after):
            need(rank_after < rank, "a rank does not fall")
            return
        taken = helper != HARMLESS and event in helpers[helper].fair.events
        need(not taken, "the helper occurs inside its block")
