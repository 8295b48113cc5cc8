"""Settle a claim: a run that breaks it, or an invariant that Z3 has judged, or neither.

Slices first, with one point for each that the claim speaks of; then, where others matter,
instances with more points; then one point more in view. What a claim joins is settled part by
part, each as seen from the places of the whole.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias, TypeVar

from model.language.expressions import Apply, Expression, unnamed
from model.language.flow import Flow
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Invariant, Run
from properties.engine.instances import counted, few_points_first, first_run, with_points
from properties.engine.judging.judge import Disagreement, Judge, encodings
from properties.engine.slices.refine import Fails, Holds, Search
from properties.engine.slices.seen import Outlook, Sight, outlook, sights

FIRST = 0.1  # of the time that is left each is given at first, so that none starves the others


class Undecided(Exception):
    """No proof and no run; the message says why."""


Settled: TypeAlias = Run | Invariant | Undecided | Spent | Disagreement
Asked = TypeVar("Asked")


def settle(
    flow: Flow, body: Expression, budget: Budget, whole: Outlook | None = None
) -> Run | Invariant:
    """Return a run that breaks a claim, or an invariant that proves it; raises Undecided or Spent.

    What joins several by `and` holds where each does, and is settled one by one: what one
    speaks of need not be multiplied with what the next does. A part that is refuted refutes the
    whole, whatever became of the others. `whole` says from where it is seen, unless it is a
    claim by itself.
    """
    answers = settled(flow, joined(body), budget, whole or outlook(flow, body))
    return shortest(answers) or together(flow, proved(answers, budget))


def joined(body: Expression) -> list[Expression]:
    """Return what a claim joins by `and`; each can be settled alone."""
    bare = unnamed(body)
    if isinstance(bare, Apply) and bare.operator == "and":
        return [part for argument in bare.arguments for part in joined(argument)]
    if isinstance(bare, Apply) and bare.operator == "not":
        inner = unnamed(bare.arguments[0])
        if isinstance(inner, Apply) and inner.operator == "or":
            return [part for argument in inner.arguments for part in joined(~argument)]
    return [body]


def settled(
    flow: Flow, parts: Sequence[Expression], budget: Budget, whole: Outlook
) -> list[Settled]:
    """Return what became of each part, as seen from the places of the whole."""
    return in_turn(lambda part, share: _settle_one(flow, part, share, whole), parts, budget)


def in_turn(
    settle_one: Callable[[Asked, Budget], Run | Invariant], asked: Sequence[Asked], budget: Budget
) -> list[Settled]:
    """Return what became of each; one that takes long is asked again when the others are done."""
    if len(asked) == 1:
        return [_answer(settle_one, asked[0], budget)]
    found = _round(settle_one, dict(enumerate(asked)), budget, FIRST)
    longer = {n: asked[n] for n, answer in found.items() if isinstance(answer, Spent)}
    return list((found | _round(settle_one, longer, budget, 1.0)).values())


def shortest(answers: Sequence[Settled]) -> Run | None:
    """Return the run with the fewest points, of these the shortest; None where there is none.

    Where what became of a part is not known, it may not be the shortest.
    """
    runs = [answer for answer in answers if isinstance(answer, Run)]
    run = min(runs, key=lambda run: (sum(run.shape), len(run)), default=None)
    known = all(isinstance(answer, Run | Invariant) for answer in answers)
    return run and replace(run, shortest=run.shortest and known)


def proved(answers: Sequence[Settled], budget: Budget) -> list[Invariant]:
    """Return what proves each part; raises why that is not known, where it is not."""
    for answer in answers:
        if isinstance(answer, Spent) and len(answers) > 1:
            budget.check()  # the whole limit, where it is reached, and not a share of it
        if isinstance(answer, Exception):
            raise answer
    return [answer for answer in answers if isinstance(answer, Invariant)]


def together(flow: Flow, invariants: Sequence[Invariant]) -> Invariant:
    """Return several invariants as one: all their boxes, over all that any of them keeps."""
    kept = {field for invariant in invariants for field in invariant.kept}
    shapes = dict.fromkeys(shape for invariant in invariants for shape in invariant.boxes)
    boxes = {s: tuple(box for i in invariants for box in i.boxes.get(s, ())) for s in shapes}
    asked = sum(invariant.obligations for invariant in invariants)
    proofs = tuple(proof for invariant in invariants for proof in invariant.proofs)
    return Invariant(tuple(f for f in flow.fields if f in kept), boxes, asked, proofs)


def _round(
    settle_one: Callable[[Asked, Budget], Run | Invariant],
    asked: Mapping[int, Asked],
    budget: Budget,
    most: float,
) -> dict[int, Settled]:
    """Settle each within its share of the time that is left, at most such a portion of it."""
    found: dict[int, Settled] = {}
    for done, (n, one) in enumerate(asked.items()):
        share = budget.share(min(most, 1 / (len(asked) - done)))
        found[n] = _answer(settle_one, one, share)
    return found


def _answer(
    settle_one: Callable[[Asked, Budget], Run | Invariant], asked: Asked, budget: Budget
) -> Settled:
    try:
        return settle_one(asked, budget)
    except (Undecided, Spent, Disagreement) as why:
        return why.with_traceback(None)  # which would hold all that was searched


def _settle_one(flow: Flow, body: Expression, budget: Budget, whole: Outlook) -> Run | Invariant:
    search = Search(flow, body, budget, of_steps=whole.of_steps, ghosts=True)
    for sight in sights(flow, whole):
        answer = search.refine(sight, frozenset())
        if isinstance(answer, Holds):
            return _judge(search, sight, answer)
        if isinstance(answer, Fails) and any(answer.run.shape):
            return answer.run
    in_instances = partial(first_run, flow, body, budget.share(1 / 2), whole)
    searched = few_points_first(flow, whole, in_instances, "run", empty=2)
    return searched if isinstance(searched, Run) else _proof(flow, body, budget, whole, searched)


def _proof(
    flow: Flow, body: Expression, budget: Budget, whole: Outlook, searched: str
) -> Run | Invariant:
    """Look for a proof that keeps one point more in view, and one for so few points as before."""
    *_, sight = sights(flow, whole)
    points = sum(sight[0][0])
    wider = list(with_points(flow, whole, points + 1, empty=1))
    proofs = list[Invariant]()
    for seen, most in ((sight, points), (wider, None)):
        search = Search(flow, body, budget, of_steps=whole.of_steps, ghosts=True, most=most)
        found = search.refine(seen, frozenset())
        if isinstance(found, Fails):
            return replace(found.run, shortest=False)
        if not isinstance(found, Holds):
            kept = counted(sum(seen[0][0]))
            raise Undecided(f"{searched}, and no proof that keeps {kept} in view")
        proofs.append(_judge(search, seen, found))
    few, many = (proof.proofs[0] for proof in proofs)
    return replace(together(flow, proofs), proofs=(replace(many, few=few),))


def _judge(search: Search, sight: Sequence[Sight], holds: Holds) -> Invariant:
    holds.closure.close()
    met = {shape: reach.order for shape, reach in holds.closure.reaches.items()}
    judge = Judge(
        encodings(search.flow),
        holds.kept,
        met,
        (search.claim, sight),
        search.budget,
        most=search.most,
        of_steps=search.of_steps,
        each=holds.each,
    )
    return judge.invariant()
