"""Verdicts: proved by an invariant that Z3 has judged, refuted by a run that replays, or neither.

Slices first, with one point for each that the claim speaks of; then, where others matter,
instances with more points; then one point more in view. What is left is Undecided.
"""

import time
from collections.abc import Iterator
from dataclasses import replace

from model.language.claims import Claim, Sometimes, situation
from model.language.expressions import Expression
from model.language.flow import Flow
from model.language.meaning import Where, World
from properties.budget import Budget, Spent
from properties.judge import Disagreement, Judge, encodings
from properties.layout import Shape
from properties.refine import Fails, Holds, Search, concrete
from properties.replay import breaks, replays
from properties.seen import Sight, is_stepwise, needs, sights
from properties.verdict import Invariant, Result, Run, Verdict

MOST_POINTS = 3  # in instances that are searched whole
ANY = "any"


class Undecided(Exception):
    """No proof and no run; the message says why."""


def decide(flow: Flow, claim: Claim, budget: Budget | None = None) -> Result:
    """Return the verdict on a claim of a flow within a budget, for every number of points."""
    if claim.pending:
        return Result(flow, claim, None, reason=claim.pending)
    started = time.monotonic()
    try:
        result = _decide(flow, claim, budget or Budget())
    except (Spent, Undecided, Disagreement) as why:
        result = Result(flow, claim, Verdict.UNDECIDED, reason=str(why))
    return replace(result, seconds=time.monotonic() - started)


def _decide(flow: Flow, claim: Claim, budget: Budget) -> Result:
    body = claim.of(flow)
    if isinstance(claim, Sometimes):
        return _sometimes(flow, claim, body, budget)
    answer = settle(flow, body, budget)
    if isinstance(answer, Run):
        points, providers = str(sum(answer.shape)), str(len(answer.shape))
        method = "run that replays"
        return Result(flow, claim, Verdict.REFUTED, method, "", points, providers, runs=(answer,))
    marks = ("empty",) if _is_empty(flow, body, budget) else ()
    method = _method(answer)
    return Result(flow, claim, Verdict.PROVED, method, "", ANY, ANY, invariant=answer, marks=marks)


def settle(flow: Flow, body: Expression, budget: Budget) -> Run | Invariant:
    """Return a run that breaks a claim, or an invariant that proves it; raises Undecided."""
    search = Search(flow, body, budget, ghosts=True)
    attempts = list(sights(flow, body))
    for attempt in attempts:
        answer = search.refine(attempt, frozenset())
        if isinstance(answer, Holds):
            return _judge(flow, body, attempt, answer, budget)
        if isinstance(answer, Fails) and any(answer.run.shape):
            return answer.run
    return _settle_with_more(flow, body, budget, attempts[-1])


def _settle_with_more(
    flow: Flow, body: Expression, budget: Budget, sight: list[Sight]
) -> Run | Invariant:
    """Look for a run with more points, then for a proof that keeps one point more in view."""
    shares = Budget(budget.left / 2, budget.views)
    try:
        for wider in _instances(flow, body):
            answer = concrete(flow, body, shares, wider, frozenset())
            if isinstance(answer, Fails):
                return answer.run
    except Spent:
        pass
    more = [wider for wider in _instances(flow, body) if sum(wider[0]) == sum(sight[0][0]) + 1]
    found = Search(flow, body, budget, ghosts=True).refine(more, frozenset())
    if isinstance(found, Holds):
        return _judge(flow, body, more, found, budget)
    raise Undecided(
        f"no run with up to {MOST_POINTS} points, and no proof that keeps "
        f"{sum(more[0][0])} points in view"
    )


def _instances(flow: Flow, body: Expression) -> Iterator[Sight]:
    """Yield instances with more points and providers, fewest points first, from where to look."""
    points, provider, other = needs(flow, body)
    for total in range(max(points, 1), MOST_POINTS + 1):
        for shape in _shapes(flow, total):
            for where in _places(shape, points, provider=provider, other=other):
                yield shape, where


def _shapes(flow: Flow, total: int) -> Iterator[Shape]:
    def partitions(left: int, largest: int) -> Iterator[Shape]:
        if left == 0:
            yield ()
        for first in range(min(left, largest), 0, -1):
            for rest in partitions(left - first, first):
                yield (first, *rest)

    if not flow.has_providers:
        yield (total,)
        return
    for shape in partitions(total, total):
        yield shape
        yield (*shape, 0)


def _places(shape: Shape, points: int, *, provider: bool, other: bool) -> Iterator[Where]:
    """Yield from where a claim can be seen in an instance; points of one provider are alike."""
    owner = [p for p, size in enumerate(shape) for _ in range(size)]
    firsts = [owner.index(p) for p in dict.fromkeys(owner)]
    if points == 0:
        for p in range(len(shape)) if provider or other else (0,):
            for q in _others(shape, p, wanted=other):
                yield Where(provider=p, other_provider=q)
        return
    for point in firsts:
        seconds = [n for n in range(len(owner)) if n != point] if points > 1 else [-1]
        for second in seconds:
            for q in _others(shape, owner[point], wanted=other):
                yield Where(point, second, owner[point], q)


def _others(shape: Shape, mine: int, *, wanted: bool) -> list[int]:
    return [p for p in range(len(shape)) if p != mine] if wanted else [-1]


def _judge(
    flow: Flow, body: Expression, sight: list[Sight], holds: Holds, budget: Budget
) -> Invariant:
    holds.closure.close()
    met = {shape: reach.order for shape, reach in holds.closure.reaches.items()}
    where = dict(sight)
    return Judge(encodings(flow), holds.kept, met, (body, where), budget).invariant()


def _method(invariant: Invariant) -> str:
    boxes = sum(len(found) for found in invariant.boxes.values())
    fields = len(invariant.kept)
    return f"invariant over {fields} fields, {boxes} boxes, {invariant.obligations} obligations"


def _is_empty(flow: Flow, body: Expression, budget: Budget) -> bool:
    """Tell whether what a proved claim supposes never arises."""
    supposed = situation(body)
    return supposed is not None and isinstance(settle(flow, ~supposed, budget), Invariant)


def _sometimes(flow: Flow, claim: Claim, body: Expression, budget: Budget) -> Result:
    never = ~body
    answer = settle(flow, never, budget)
    if isinstance(answer, Invariant):
        method = "never: " + _method(answer)
        return Result(flow, claim, Verdict.REFUTED, method, "", ANY, ANY, invariant=answer)
    runs = [answer]
    further = range(sum(answer.shape) + 1, MOST_POINTS + 1)
    runs += [_with_more(flow, never, answer, points, budget) for points in further]
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
    last = run.moves[-1] if run.moves and is_stepwise(never) else None
    if breaks(world, trail, last, never, run.where):
        return Run(shape, first, run.moves, run.where, shortest=False)
    answer = concrete(flow, never, budget, (shape, run.where), frozenset())
    if isinstance(answer, Fails):
        return answer.run
    raise Undecided(f"reached with {sum(run.shape)} points; with {points} no run was found")
