"""Verdicts: proved by an invariant that Z3 has judged, refuted by a run that replays, or neither.

No claim is Proved here without Z3's answer to each obligation, and none is Refuted without a
run that replays on the whole flow (for `Sometimes` it is the other way round).
"""

import time
from collections.abc import Mapping
from dataclasses import replace

from model.language.claims import Claim, Compared, LeadsTo, Sometimes, situations, speaks_of_a_step
from model.language.expressions import Expression
from model.language.flow import Flow
from model.language.meaning import World
from properties.arising import arise, marks_of
from properties.budget import Budget, Spent
from properties.comparing import differences
from properties.free import Free, settle_free
from properties.judging.judge import Disagreement
from properties.live.decide import decide_leads_to
from properties.resting import marked
from properties.settle import MOST_POINTS, Undecided, joined, settle, together
from properties.slices.refine import Fails, concrete
from properties.slices.replay import breaks, replays
from properties.verdict import Invariant, Result, Run, Verdict

ANY = "any"


def decide(
    flow: Flow, claim: Claim, budget: Budget | None = None, known: Mapping[int, Run] | None = None
) -> Result:
    """Return the verdict on a claim of a flow within a budget, for every number of points.

    `known` are runs of the flow in which a situation of the claim arises, by its number.
    """
    if claim.pending:
        return Result(flow, claim, None, reason=claim.pending)
    started = time.monotonic()
    try:
        with budget or Budget() as limits:
            result = _decide(flow, claim, limits, known or {})
    except (Spent, Undecided, Disagreement) as why:
        result = Result(flow, claim, Verdict.UNDECIDED, reason=str(why))
    return marked(replace(result, seconds=time.monotonic() - started))


def _decide(flow: Flow, claim: Claim, budget: Budget, known: Mapping[int, Run]) -> Result:
    if isinstance(claim, Compared):
        return _compare(flow, claim)
    if isinstance(claim, Free):
        return _judged(flow, claim, settle_free(flow, claim, budget), ())
    if isinstance(claim, LeadsTo):
        return decide_leads_to(flow, claim, budget, known)
    body = claim.of(flow)
    if isinstance(claim, Sometimes):
        return _sometimes(flow, claim, body, budget)
    answer = settle(flow, body, budget)
    supposed = situations(body) if isinstance(answer, Invariant) else ()
    return _judged(flow, claim, answer, arise(flow, supposed, budget, known))


def _judged(
    flow: Flow, claim: Claim, answer: Run | Invariant, arising: tuple[Run | Invariant, ...]
) -> Result:
    if isinstance(answer, Run):
        points, providers = str(sum(answer.shape)), str(len(answer.shape))
        method = "run that replays"
        return Result(flow, claim, Verdict.REFUTED, method, "", points, providers, runs=(answer,))
    result = Result(flow, claim, Verdict.PROVED, _method(answer), "", ANY, ANY, invariant=answer)
    return replace(result, arising=arising, marks=marks_of(arising))


def _method(invariant: Invariant) -> str:
    boxes = sum(len(found) for found in invariant.boxes.values())
    fields = len(invariant.kept)
    return f"invariant over {fields} fields, {boxes} boxes, {invariant.obligations} obligations"


def _compare(flow: Flow, claim: Compared) -> Result:
    """Compare tables row by row: no state is looked at, and no number of points."""
    rows, found = differences(flow, claim)
    verdict = Verdict.REFUTED if found else Verdict.PROVED
    return Result(flow, claim, verdict, f"{rows} rows compared", "; ".join(found))


def _sometimes(flow: Flow, claim: Claim, body: Expression, budget: Budget) -> Result:
    parts = joined(~body)
    answers = [settle(flow, part, budget) for part in parts]
    reached = [(a, part) for a, part in zip(answers, parts, strict=True) if isinstance(a, Run)]
    if not reached:
        invariant = together(flow, [a for a in answers if isinstance(a, Invariant)])
        method = "never: " + _method(invariant)
        return Result(flow, claim, Verdict.REFUTED, method, "", ANY, ANY, invariant=invariant)
    first, never = min(reached, key=lambda each: (sum(each[0].shape), len(each[0])))
    further = range(sum(first.shape) + 1, MOST_POINTS + 1)
    runs = [first, *(_with_more(flow, never, first, points, budget) for points in further)]
    numbers = ", ".join(str(sum(run.shape)) for run in runs)
    method = "runs that replay"
    providers = str(max(len(run.shape) for run in runs))
    return Result(flow, claim, Verdict.PROVED, method, "", numbers, providers, runs=tuple(runs))


def _with_more(flow: Flow, never: Expression, run: Run, points: int, budget: Budget) -> Run:
    """Return the run with further points that only follow, or another that gets there."""
    shape = (*run.shape[:-1], run.shape[-1] + points - sum(run.shape))
    world, small = World(flow, shape), World(flow, run.shape)
    first = tuple(
        run.first[small.slots[f, owner]] if (f, owner) in small.slots else flow.initials(f)[0]
        for f, owner in world.slots
    )
    trail = replays(world, first, run.moves)
    last = run.moves[-1] if run.moves and speaks_of_a_step(never) else None
    if breaks(world, trail, last, never, run.where):
        return Run(shape, first, run.moves, run.where, shortest=False)
    answer = concrete(flow, never, budget, (shape, run.where), frozenset())
    if isinstance(answer, Fails):
        return answer.run
    raise Undecided(f"reached with {sum(run.shape)} points; with {points} no run was found")
