"""The verdict on a leads-to claim: Proved by ranks that Z3 has judged, Refuted by a lasso."""

from collections.abc import Mapping

from model.language.claims import LeadsTo
from model.language.conditions import all_of
from model.language.flow import Flow
from properties.engine.budget import Budget
from properties.engine.evidence import Lasso, Run
from properties.engine.live.lasso import stands
from properties.engine.live.settle import settle_leads_to
from properties.engine.slices.layout import world_of
from properties.engine.slices.seen import outlook
from properties.engine.vacuous import arise
from properties.engine.verdict import Result, proved_by, refuted_by


def decide_leads_to(flow: Flow, claim: LeadsTo, budget: Budget, known: Mapping[int, Run]) -> Result:
    """Return the verdict on a leads-to claim; raises Spent, Undecided or Disagreement."""
    answer = settle_leads_to(flow, claim, budget)
    if isinstance(answer, Lasso):
        stands(world_of(flow, answer.shape), claim, answer)
        return refuted_by(flow, claim, answer, "lasso that replays, fair to each instance")
    supposed, goal = claim.parts(flow)
    waits = all_of(supposed, ~goal)
    arising = arise(flow, [waits], budget, known, outlook(flow, waits))
    return proved_by(flow, claim, answer, arising)
