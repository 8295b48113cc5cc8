"""Ranks are believed where Z3 has judged what they say of every step, ranking by ranking.

What is no question about steps is looked at here: that levels are levels, and that a fairness
counts only where it asks nothing of others, or where a lemma before says that they do not refuse.
"""

from collections.abc import Mapping

from model.language.asking import demands
from model.language.claims import LeadsTo
from model.language.events import Event, Scope
from model.language.flow import Flow
from model.language.meaning import Where
from properties.engine.budget import Budget
from properties.engine.evidence import Disagreement, Run
from properties.engine.judging.judge import judge
from properties.engine.judging.obligations import Matter
from properties.engine.live.blocks import Purpose, as_a_claim, blocks, of_claim, of_lemma
from properties.engine.live.fair import Fair, fair_events
from properties.engine.live.ranks import HARMLESS, Judged, Lemma, Levels, Ranking, Ranks, by_fair
from properties.engine.pdr.prove import prove_seen
from properties.engine.slices.closure import Closure
from properties.engine.slices.seen import Outlook, part_of

Counted = dict[Fair, tuple[Event, ...]]


def need(true: bool, otherwise: str) -> None:  # reads like assert
    """Reject ranks unless something is true."""
    if not true:
        raise Disagreement(f"ranks were found, and rejected when judged: {otherwise}")


def judged(
    flow: Flow,
    claim: LeadsTo,
    ranks: Ranks,
    closure: Closure,
    budget: Budget,
    *,
    pursued: bool = False,
) -> tuple[Judged, ...]:
    """Return each ranking as Z3 has judged it; raises Spent, or Disagreement where it is wrong.

    Of a claim on providers, the ranking of a provider that is seen without its points is
    enough: such is every provider. Where it is `pursued`, the last ranking speaks only of what can
    be reached, and its invariant is looked for from the ranking backwards.
    """
    need(bool(ranks.rankings), "there is no ranking of the claim")
    counted: Counted = {
        fair: tuple(event for event in fair.events if not demands(flow, event))
        for fair in fair_events(flow, claim)
    }
    found = []
    for fair, lemmas in by_fair(ranks.lemmas):
        need(fair in counted, f"{fair} is not said to be fair")
        _need_all_asked(flow, lemmas)
        for lemma in lemmas:
            _need_levels(lemma.ranking, counted)
            found.append(_judged(lemma.ranking, of_lemma(flow, claim, lemma), closure, budget))
        counted[fair] = lemmas[0].known
    ranking = ranks.rankings[-1]
    _need_levels(ranking, counted)
    purpose = of_claim(flow, claim)
    return (*found, _judged(ranking, purpose, closure, budget, pursued=pursued))


def _judged(
    ranking: Ranking, purpose: Purpose, closure: Closure, budget: Budget, *, pursued: bool = False
) -> Judged:
    flow, kept = closure.flow, closure.kept
    reach = closure.reaches[ranking.shape]
    of = blocks(reach.steps.layout, reach.order, ranking)
    body = as_a_claim(flow, purpose, ranking.helpers, of)
    point = any(ranking.shape)
    where = Where(point=0, provider=0) if point else Where(provider=0)
    part = part_of(flow, body, Outlook(int(point), provider=True, other=False, of_steps=True))
    need(part.fields <= kept, "what they speak of is not kept")
    sight = [(ranking.shape, where)]
    if pursued:
        invariant = prove_seen(part, sight, budget)
        if isinstance(invariant, Run):
            raise Disagreement("ranks were found, and a run breaks them")
    else:
        invariant = judge(Matter(part, sight, kept, closure.closed()), budget)
    (proof,) = invariant.proofs
    return Judged(ranking, of, proof)


def _need_all_asked(flow: Flow, lemmas: list[Lemma]) -> None:
    """Need a lemma on each shape in which somebody who is asked may stand."""
    known = lemmas[0].known
    need(all(lemma.known == known for lemma in lemmas), "lemmas of one event differ")
    need(set(known) <= set(lemmas[0].fair.events), "a lemma on what is not fair")
    shown = {(lemma.ranking.shape, lemma.shared) for lemma in lemmas}
    for event in known:
        for demand in demands(flow, event):
            need(demand.quantifier.is_universal, f"'{event}' asks for some")
            need(((1,), demand.shared) in shown, f"'{event}': no lemma on those asked")
            if demand.whom is Scope.PROVIDER and flow.has_providers:
                need(((0,), demand.shared) in shown, f"'{event}': none on empty providers")


def _need_levels(ranking: Ranking, counted: Mapping[Fair, tuple[Event, ...]]) -> None:
    for helper in ranking.helpers:
        counts = set(helper.known) <= set(counted.get(helper.fair, ()))
        need(counts, f"the fairness of {helper.fair} does not count")
    for levels in ranking.levels.values():
        _need_final(levels, ranking)


def _need_final(levels: Levels, ranking: Ranking) -> None:
    need(bool(levels), "a view has no level")
    for n, (rank, helper) in enumerate(levels):
        need(rank >= 0 and HARMLESS <= helper < len(ranking.helpers), "a level is not one")
        final = helper == HARMLESS or not ranking.helpers[helper].fair.strong
        need(not final or n == len(levels) - 1, "a weak or harmless level is not the last")
