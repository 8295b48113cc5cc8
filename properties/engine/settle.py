"""Settle a claim: a run that breaks it, or an invariant that Z3 has judged, or neither.

Data passes one way: the parts of the claim, each as seen from the places of the whole
(`slices/seen.py`); slices that grow until a part holds or a run replays (`slices/refine.py`);
obligations that Z3 judges (`judging/judge.py`); and what became of each part as one
(`evidence.py`). Only where points interact, more points are looked at (`others/several.py`).

Several look for it. The closure comes first, on slices with few fields, views and boxes: it finds
shortest runs, and small proofs. Where a slice is wider, or takes more of them, a short dive looks
for a run that is deep (`dive.py`), and then the search from the claim backwards is asked, which
needs few boxes on wide flows (`pdr/`). Where that does not serve the flow, or its questions are
spent, the closure goes on to its own end. None of this is counted in seconds.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from properties.engine.budget import Budget, Spent
from properties.engine.dive import dive
from properties.engine.evidence import (
    Disagreement,
    Finder,
    Invariant,
    Run,
    Settled,
    Undecided,
    shortest,
    together,
)
from properties.engine.judging.listed import judge_shorter
from properties.engine.judging.obligations import matter_of
from properties.engine.others.several import settle_with_more
from properties.engine.pdr.prove import prove_part
from properties.engine.pdr.sat import Unserved
from properties.engine.slices.refine import Holds, first_answer
from properties.engine.slices.seen import Part

FIELDS, VIEWS, BOXES = 40, 250_000, 100  # of slices, before another engine is asked: over twice
# what any claim on a flow of this paper needs
FIRST = 0.1  # of the time that is left each is given at first, so that none starves the others

Asked = TypeVar("Asked")


def settle(parts: Sequence[Part], budget: Budget) -> Run | Invariant:
    """Return a run that breaks a claim, or an invariant that proves it; raises Undecided or Spent.

    What joins several by `and` holds where each does, and is settled one by one: what one
    speaks of need not be multiplied with what the next does. A part that is refuted refutes the
    whole, whatever became of the others.
    """
    answers = in_turn(settle_part, parts, budget)
    return shortest(answers) or together(parts[0].flow, answers, budget)


def in_turn(
    settle_one: Callable[[Asked, Budget], Run | Invariant], asked: Sequence[Asked], budget: Budget
) -> list[Settled]:
    """Return what became of each; one that takes long is asked again when the others are done.

    Each has its share of the time that is left, at first at most a small portion of it.
    """
    found = dict[int, Settled]()
    for most in (FIRST, 1.0) if len(asked) > 1 else (1.0,):
        left = [n for n in range(len(asked)) if n not in found or isinstance(found[n], Spent)]
        for done, n in enumerate(left):
            one = len(asked) == 1
            share = budget if one else budget.share(min(most, 1 / (len(left) - done)))
            try:
                with share:
                    found[n] = settle_one(asked[n], share)
            except (Undecided, Spent, Disagreement) as why:
                found[n] = why.with_traceback(None)  # which would hold all that was searched
    return list(found.values())


def settle_part(part: Part, budget: Budget) -> Run | Invariant:
    """Return a run that breaks one part of a claim, or what proves it."""
    if not part.flow.deletion_closed:  # the other ways serve no other flow
        return _closed(part, budget)
    try:
        return _closed(part, budget.of_slices(FIELDS, VIEWS, BOXES))
    except Spent:
        budget.check()  # raises where it is the time that is spent
    try:
        return dive(part, budget) or prove_part(part, budget)
    except (Unserved, Undecided, Spent) as why:
        budget.check()
        open_still = str(why)
    try:
        return _closed(part, budget)
    except Spent as why:
        raise Spent(f"{why}; {Finder.PURSUIT.value}: {open_still}") from None


def _closed(part: Part, budget: Budget) -> Run | Invariant:
    answer = first_answer(part, budget)
    if isinstance(answer, Holds):
        return judge_shorter(matter_of(answer), budget)
    return settle_with_more(part, budget) if answer is None else answer
