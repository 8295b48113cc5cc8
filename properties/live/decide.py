"""The verdict on a leads-to claim: Proved by ranks that Z3 has judged, Refuted by a lasso."""

from model.language.claims import LeadsTo
from model.language.expressions import all_of
from model.language.flow import Flow
from properties.budget import Budget
from properties.layout import world_of
from properties.live.lasso import stands
from properties.live.ranks import Ranks
from properties.live.settle import settle_leads_to
from properties.settle import Undecided, settle
from properties.verdict import Lasso, Result, Run, Verdict

ANY = "any"


def decide_leads_to(flow: Flow, claim: LeadsTo, budget: Budget) -> Result:
    """Return the verdict on a leads-to claim; raises Spent, Undecided or Disagreement."""
    answer = settle_leads_to(flow, claim, budget)
    if isinstance(answer, Lasso):
        stands(world_of(flow, answer.shape), claim, answer)
        points, providers = str(sum(answer.shape)), str(len(answer.shape))
        method = "lasso that replays, fair to each instance"
        return Result(flow, claim, Verdict.REFUTED, method, "", points, providers, runs=(answer,))
    marks = () if _arises(flow, claim, budget) else ("empty",)
    method = _method(answer)
    return Result(flow, claim, Verdict.PROVED, method, "", ANY, ANY, marks=marks, ranks=answer)


def _method(ranks: Ranks) -> str:
    lemmas = {lemma.fair for lemma in ranks.lemmas}
    regained = f", {len(lemmas)} fairness regained" if lemmas else ""
    return f"ranks over {ranks.views} views, {ranks.depth} levels{regained}"


def _arises(flow: Flow, claim: LeadsTo, budget: Budget) -> bool:
    """Tell whether there is something to wait for: what is supposed holds, and not yet the goal."""
    supposed, goal = claim.parts(flow)
    try:
        return isinstance(settle(flow, ~all_of(supposed, ~goal), budget), Run)
    except Undecided as why:
        raise Undecided(f"it holds, but whether its situation arises is not known: {why}") from why
