"""Verdicts: proved by an invariant that Z3 has judged, refuted by a run that replays, or neither.

No claim is Proved here without Z3's answer to each obligation, and none is Refuted without a
run that replays on the whole flow (for `Sometimes` it is the other way round).
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from model.language.claims import (
    CanStill,
    Claim,
    Compared,
    LeadsTo,
    Sometimes,
    StuckOnly,
    situations,
)
from model.language.flow import Flow
from properties.engine.budget import Budget, Spent
from properties.engine.comparing import differences
from properties.engine.evidence import Disagreement, Invariant, Run, Undecided
from properties.engine.facts import facts_of
from properties.engine.free import Free, settle_free
from properties.engine.live.decide import decide_leads_to
from properties.engine.reaching import Reached, reaching
from properties.engine.settle import settle
from properties.engine.slices.seen import Outlook, outlook_of, parts_of
from properties.engine.still.evidence import Ladder
from properties.engine.still.settle import decide_can_still
from properties.engine.still.stuck import asking_way, run_into_stuck
from properties.engine.suspect import marked
from properties.engine.vacuous import arise
from properties.engine.verdict import (
    ANY,
    Result,
    Verdict,
    found_by,
    method_of,
    proved_by,
    refuted_by,
)

MOST = 0.8  # of the time that is left what is given may take, so that some is left for the claim


def decide(
    flow: Flow, claim: Claim, budget: Budget | None = None, known: Mapping[int, Run] | None = None
) -> Result:
    """Return the verdict on a claim of a flow within a budget, for every number of points.

    `known` are runs of the flow in which a situation of the claim arises, by its number.
    """
    if claim.pending:
        return Result(flow, claim, None, reason=claim.pending)
    limits = budget or Budget()
    return _timed(flow, claim, limits, lambda: _among(flow, claim, limits, known or {}))


def decide_situation(flow: Flow, this: Sometimes, budget: Budget, whole: Outlook) -> Result:
    """Return whether a situation of a claim arises, as seen from the places of the whole claim."""
    return _timed(flow, this, budget, lambda: _sometimes(flow, this, budget, whole))


def _timed(flow: Flow, claim: Claim, limits: Budget, deciding: Callable[[], Result]) -> Result:
    started = time.monotonic()
    try:
        with limits:
            result = deciding()
    except (Spent, Undecided, Disagreement) as why:
        result = Result(flow, claim, Verdict.UNDECIDED, reason=str(why))
    return marked(replace(result, seconds=time.monotonic() - started))


def _among(flow: Flow, claim: Claim, budget: Budget, known: Mapping[int, Run]) -> Result:
    """Return the verdict on a claim, given others that are proved of the same flow.

    Where one of these is not, for every number of points, the claim may be refuted without them.
    """
    given = list[Result]()
    for each in claim.given:
        given.append(one := decide(flow, each, budget.share(MOST)))
        if one.verdict is not Verdict.PROVED or one.points != ANY:
            break
    else:
        return _decide(flow, claim, budget, known, given)
    why = f"it is given '{each.id}', which is {_not_proved(one)}"
    try:
        found = _decide(flow, claim, budget, known, ())
    except (Spent, Undecided, Disagreement) as also:
        raise Undecided(f"{why}; without it: {also}") from None
    if found.verdict is Verdict.REFUTED:
        return found
    raise Undecided(why)


def _not_proved(given: Result) -> str:
    if given.verdict is Verdict.PROVED:
        return f"proved for {given.points} and not for any number"
    return given.verdict.value if given.verdict else "pending"


def _decide(
    flow: Flow, claim: Claim, budget: Budget, known: Mapping[int, Run], given: Sequence[Result]
) -> Result:
    facts = facts_of(flow, [one.invariant for one in given if one.invariant])
    if isinstance(claim, Compared):
        return _compare(flow, claim)
    if isinstance(claim, LeadsTo):
        return decide_leads_to(flow, claim, budget, known)
    if isinstance(claim, CanStill):
        ladders = [one.ranks for one in given if isinstance(one.ranks, Ladder)]
        return decide_can_still(flow, claim, budget, known, ladders=ladders, facts=facts)
    if isinstance(claim, StuckOnly) and (asking := asking_way(flow, claim)):
        return refuted_by(flow, claim, run_into_stuck(flow, claim, asking, budget))
    whole = outlook_of(flow, claim)
    if isinstance(claim, Sometimes):
        return _sometimes(flow, claim, budget, whole)
    if isinstance(claim, Free):
        answer = settle_free(flow, claim, budget)
    else:
        parts = (replace(part, facts=facts) for part in parts_of(flow, claim.of(flow), whole))
        answer = settle(list(parts), budget)
    if isinstance(answer, Run):
        return refuted_by(flow, claim, answer)
    supposed = () if isinstance(claim, Free) else situations(claim.of(flow))
    return proved_by(flow, claim, answer, arise(flow, supposed, budget, known, whole))


def _compare(flow: Flow, claim: Compared) -> Result:
    """Compare tables row by row: no state is looked at, and no number of points."""
    rows, found = differences(flow, claim)
    verdict = Verdict.REFUTED if found else Verdict.PROVED
    return Result(flow, claim, verdict, f"{rows} rows compared", "; ".join(found))


def _sometimes(flow: Flow, claim: Claim, budget: Budget, whole: Outlook) -> Result:
    found = reaching(flow, claim.of(flow), budget, whole)
    if isinstance(found, Invariant):
        method = f"never: {method_of(found)}"
        return Result(flow, claim, Verdict.REFUTED, method, "", ANY, ANY, invariant=found)
    numbers = ", ".join(str(sum(run.shape)) for run in found.runs)
    providers = str(max(len(run.shape) for run in found.runs))
    reason = _not_shown(found)
    method = f"runs that replay{found_by(*(run.finder for run in found.runs))}"
    proved = Result(flow, claim, Verdict.PROVED, method, reason, numbers, providers)
    return replace(proved, runs=found.runs, unknown=found.unknown)


def _not_shown(found: Reached) -> str:
    """Say with how many points it does not happen, and with how many that is not known."""
    said = (("not with", found.never), ("not known with", found.unknown))
    return ", ".join(f"{how} {_numbers(some)}" for how, some in said if some)


def _numbers(some: Sequence[int]) -> str:
    return " or ".join(map(str, some)) + (" point" if some == (1,) else " points")
