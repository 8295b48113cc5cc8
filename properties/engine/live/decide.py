"""The verdict on a leads-to claim: Proved by ranks that Z3 has judged, Refuted by a lasso."""

from collections.abc import Mapping
from dataclasses import replace

from model.language.claims import LeadsTo
from model.language.conditions import all_of
from model.language.flow import Flow
from properties.engine.arising import arise, marks_of
from properties.engine.budget import Budget
from properties.engine.evidence import Lasso, Run
from properties.engine.live.lasso import stands
from properties.engine.live.ranks import Ranks
from properties.engine.live.settle import settle_leads_to
from properties.engine.slices.layout import world_of
from properties.engine.slices.seen import outlook
from properties.engine.verdict import Result, Verdict

ANY = "any"


def decide_leads_to(flow: Flow, claim: LeadsTo, budget: Budget, known: Mapping[int, Run]) -> Result:
    """Return the verdict on a leads-to claim; raises Spent, Undecided or Disagreement."""
    answer = settle_leads_to(flow, claim, budget)
    if isinstance(answer, Lasso):
        stands(world_of(flow, answer.shape), claim, answer)
        points, providers = str(sum(answer.shape)), str(len(answer.shape))
        method = "lasso that replays, fair to each instance"
        return Result(flow, claim, Verdict.REFUTED, method, "", points, providers, runs=(answer,))
    supposed, goal = claim.parts(flow)
    waits = all_of(supposed, ~goal)
    arising = arise(flow, [waits], budget, known, outlook(flow, waits))
    result = Result(flow, claim, Verdict.PROVED, _method(answer), "", ANY, ANY, ranks=answer)
    return replace(result, arising=arising, marks=marks_of(arising))


def _method(ranks: Ranks) -> str:
    lemmas = {lemma.fair for lemma in ranks.lemmas}
    regained = f", {len(lemmas)} fairness regained" if lemmas else ""
    return f"ranks over {ranks.views} views, {ranks.depth} levels{regained}"
