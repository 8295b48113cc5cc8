"""Settle a claim: a run that breaks it, or an invariant that Z3 has judged, or neither.

Slices first, with one point for each that the claim speaks of; then, where others matter,
instances with more points; then one point more in view. What a claim joins is settled part by
part, each as seen from the places of the whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from model.language.expressions import Apply, Expression, unnamed
from model.language.flow import Flow
from properties.budget import Budget, Spent
from properties.instances import MOST_POINTS, first_run, with_points
from properties.judging.judge import Disagreement, Judge, encodings
from properties.slices.refine import Fails, Holds, Search
from properties.slices.seen import Outlook, Sight, outlook, sights
from properties.verdict import Invariant, Run

FIRST = 0.1  # of its share a part is given at first: what is quick leaves its share to the others


class Undecided(Exception):
    """No proof and no run; the message says why."""


Settled: TypeAlias = Run | Invariant | Undecided | Spent | Disagreement


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
    """Return what became of each part; one that takes long does not starve the others."""
    if len(parts) == 1:
        return [_answer(flow, parts[0], budget, whole)]
    found = _round(flow, dict(enumerate(parts)), budget, whole, FIRST)
    longer = {n: parts[n] for n, answer in found.items() if isinstance(answer, Spent)}
    return list((found | _round(flow, longer, budget, whole, 1.0)).values())


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
        if isinstance(answer, Spent):
            budget.check()  # where the whole limit is reached, that is the reason
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
    flow: Flow, parts: Mapping[int, Expression], budget: Budget, whole: Outlook, portion: float
) -> dict[int, Settled]:
    """Settle each part within its share of the time that is left, or a portion of that."""
    found: dict[int, Settled] = {}
    for done, (n, part) in enumerate(parts.items()):
        seconds = round(portion * budget.left / (len(parts) - done), 2)
        found[n] = _answer(flow, part, Budget(seconds, budget.views), whole)
    return found


def _answer(flow: Flow, part: Expression, budget: Budget, whole: Outlook) -> Settled:
    try:
        return _settle_one(flow, part, budget, whole)
    except (Undecided, Spent, Disagreement) as why:
        return why


def _settle_one(flow: Flow, body: Expression, budget: Budget, whole: Outlook) -> Run | Invariant:
    search = Search(flow, body, budget, of_steps=whole.of_steps, ghosts=True)
    for sight in sights(flow, whole):
        answer = search.refine(sight, frozenset())
        if isinstance(answer, Holds):
            return _judge(search, sight, answer)
        if isinstance(answer, Fails) and any(answer.run.shape):
            return answer.run
    searched = _with_more(flow, body, Budget(budget.left / 2, budget.views), whole)
    return searched if isinstance(searched, Run) else _proof(flow, body, budget, whole, searched)


def _with_more(flow: Flow, body: Expression, budget: Budget, whole: Outlook) -> Run | str:
    """Return a run with more points, else with how many there is none."""
    fewest = max(whole.points, 1)
    for points in range(fewest, MOST_POINTS + 1):
        try:
            run = first_run(flow, body, budget, whole, with_points(flow, whole, points))
        except Spent as why:
            none = f"no run with up to {_points(points - 1)}, and " if points > fewest else ""
            return f"{none}the search with {_points(points)} was not finished ({why})"
        if run:
            return run
    return f"no run with up to {MOST_POINTS} points"


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
            kept = _points(sum(seen[0][0]))
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


def _points(number: int) -> str:
    return "1 point" if number == 1 else f"{number} points"
