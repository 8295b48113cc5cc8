"""Settle a claim: a run that breaks it, or an invariant that Z3 has judged, or neither.

Slices first, with one point for each that the claim speaks of; then, where others matter,
instances with more points; then one point more in view.
"""

from collections.abc import Iterator
from dataclasses import replace

from model.language.expressions import Apply, Expression, unnamed
from model.language.flow import Flow
from model.language.meaning import Where
from properties.budget import Budget, Spent
from properties.judging.judge import Judge, encodings
from properties.slices.layout import Shape
from properties.slices.refine import Fails, Holds, Search, concrete
from properties.slices.seen import Sight, needs, sights
from properties.verdict import Invariant, Run

MOST_POINTS = 3  # in instances that are searched whole


class Undecided(Exception):
    """No proof and no run; the message says why."""


def settle(flow: Flow, body: Expression, budget: Budget) -> Run | Invariant:
    """Return a run that breaks a claim, or an invariant that proves it; raises Undecided.

    What joins several by `and` holds where each does, and is settled one by one: what one
    speaks of need not be multiplied with what the next does.
    """
    answers = [_settle_one(flow, part, budget) for part in joined(body)]
    runs = [answer for answer in answers if isinstance(answer, Run)]
    if runs:
        return min(runs, key=lambda run: (sum(run.shape), len(run)))
    return together(flow, [answer for answer in answers if isinstance(answer, Invariant)])


def joined(body: Expression) -> list[Expression]:
    """Return what a claim joins by `and`, each a claim by itself."""
    bare = unnamed(body)
    if isinstance(bare, Apply) and bare.operator == "and":
        return [part for argument in bare.arguments for part in joined(argument)]
    if isinstance(bare, Apply) and bare.operator == "not":
        inner = unnamed(bare.arguments[0])
        if isinstance(inner, Apply) and inner.operator == "or":
            return [part for argument in inner.arguments for part in joined(~argument)]
    return [body]


def together(flow: Flow, invariants: list[Invariant]) -> Invariant:
    """Return several invariants as one: all their boxes, over all that any of them keeps."""
    kept = {field for invariant in invariants for field in invariant.kept}
    shapes = dict.fromkeys(shape for invariant in invariants for shape in invariant.boxes)
    boxes = {s: tuple(box for i in invariants for box in i.boxes.get(s, ())) for s in shapes}
    asked = sum(invariant.obligations for invariant in invariants)
    proofs = tuple(proof for invariant in invariants for proof in invariant.proofs)
    return Invariant(tuple(f for f in flow.fields if f in kept), boxes, asked, proofs)


def _settle_one(flow: Flow, body: Expression, budget: Budget) -> Run | Invariant:
    search = Search(flow, body, budget, ghosts=True)
    attempts = list(sights(flow, body))
    for attempt in attempts:
        answer = search.refine(attempt, frozenset())
        if isinstance(answer, Holds):
            return _judge(search, attempt, answer)
        if isinstance(answer, Fails) and any(answer.run.shape):
            return answer.run
    return _settle_with_more(flow, body, budget, attempts[-1])


def _settle_with_more(
    flow: Flow, body: Expression, budget: Budget, sight: list[Sight]
) -> Run | Invariant:
    """Look for a run with more points, then for a proof that keeps one point more in view."""
    shares = Budget(budget.left / 2, budget.views)
    try:
        for wider in instances(flow, body):
            answer = concrete(flow, body, shares, wider, frozenset())
            if isinstance(answer, Fails):
                return answer.run
    except Spent:
        pass
    points = sum(sight[0][0])
    more = [wider for wider in instances(flow, body, empty=1) if sum(wider[0]) == points + 1]
    few = _proved(Search(flow, body, budget, ghosts=True, most=points), sight)
    many = _proved(Search(flow, body, budget, ghosts=True), more)
    both = together(flow, [few, many])
    return replace(both, proofs=(replace(many.proofs[0], few=few.proofs[0]),))


def _proved(search: Search, sight: list[Sight]) -> Invariant:
    found = search.refine(sight, frozenset())
    if isinstance(found, Holds):
        return _judge(search, sight, found)
    raise Undecided(
        f"no run with up to {MOST_POINTS} points, and no proof that keeps "
        f"{sum(sight[0][0])} points in view"
    )


def instances(flow: Flow, body: Expression, *, empty: int = 2) -> Iterator[Sight]:
    """Yield instances with more points and providers, fewest points first, from where to look.

    So many providers may be without points.
    """
    points, provider, other = needs(flow, body)
    for total in range(max(points, 1), MOST_POINTS + 1):
        for shape in _shapes(flow, total, empty):
            for where in _places(shape, points, provider=provider, other=other):
                yield shape, where


def _shapes(flow: Flow, total: int, empty: int) -> Iterator[Shape]:
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
        yield from ((*shape, *(0,) * more) for more in range(empty + 1))


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


def _judge(search: Search, sight: list[Sight], holds: Holds) -> Invariant:
    holds.closure.close()
    met = {shape: reach.order for shape, reach in holds.closure.reaches.items()}
    claim = (search.claim, sight)
    judge = Judge(encodings(search.flow), holds.kept, met, claim, search.budget, most=search.most)
    return judge.invariant()
