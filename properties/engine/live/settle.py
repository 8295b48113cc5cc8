"""Settle a leads-to claim: ranks for every number, a lasso that replays, or neither.

Slices first, seen from one point, with fairness counted as far as its guards are kept. A fair
cycle of a slice says what more to keep, or replays (`refinement.py`); where that takes too many
views, invariants say what need not be looked at (`narrowed.py`). Where others matter, whole
instances are searched, and where none has a lasso the claim is undecided.
"""

from model.language.claims import LeadsTo
from model.language.flow import Flow
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Disagreement, Lasso, Undecided
from properties.engine.live.narrowed import narrowed
from properties.engine.live.ranks import Ranks
from properties.engine.live.refinement import Refinement, one_point
from properties.engine.pdr.sat import Unserved
from properties.engine.slices.refine import Alarm

FEW = 200_000  # views with which one point and instances are looked at first
NARROW = 5_000  # views with which one point is looked at, where invariants exclude some


def settle_leads_to(flow: Flow, claim: LeadsTo, budget: Budget) -> Ranks | Lasso:
    """Return ranks that prove a claim, or a lasso that refutes it; raises Undecided."""
    with budget:
        answer, searched = _settled(flow, claim, budget)
    if isinstance(answer, Alarm):
        left = "what one point sees of the others leaves a fair cycle open"
        raise Undecided(f"{searched}, and {left}")
    return answer


def _settled(flow: Flow, claim: LeadsTo, budget: Budget) -> tuple[Ranks | Lasso | Alarm, str]:
    """Look at one point and at more with few views first, and then with as many as there may be.

    The second says of an alarm how far instances were searched.
    """
    few, full = (Refinement(flow, claim, each) for each in (budget.of_views(FEW), budget))
    answer, limit = few.one_point()
    if not isinstance(answer, Alarm):
        return answer, ""
    if limit and (shown := _narrowed(flow, claim, budget)):
        return shown, ""
    found, cut = few.with_more(answer.kept)
    if isinstance(found, Lasso):
        return found, ""
    if limit:
        answer, limit = full.one_point()
    if isinstance(answer, Alarm) and not limit:
        answer = full.refine_whole()
    if isinstance(answer, Alarm) and cut:
        found, _ = full.with_more(answer.kept)
    if isinstance(found, Lasso):
        return found, ""
    if limit:
        raise limit
    return answer, found


def _narrowed(flow: Flow, claim: LeadsTo, budget: Budget) -> Ranks | Lasso | None:
    """Return ranks that need invariants of many fields, or a lasso; None where neither is found."""
    if not flow.deletion_closed:
        return None
    share = budget.share(1 / 2)
    try:
        with share:
            return narrowed(Refinement(flow, claim, share.of_views(NARROW)), one_point(flow, claim))
    except (Unserved, Undecided, Spent, Disagreement):
        budget.check()
        return None
