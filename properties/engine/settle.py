"""Settle a claim: a run that breaks it, or an invariant that Z3 has judged, or neither.

Data passes one way: the parts of the claim, each as seen from the places of the whole
(`slices/seen.py`); slices that grow until a part holds or a run replays (`slices/refine.py`);
obligations that Z3 judges (`judging/judge.py`); and what became of each part as one
(`evidence.py`). Only where points interact, more points are looked at (`others/several.py`).
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from properties.engine.budget import Budget, Spent
from properties.engine.evidence import (
    Disagreement,
    Invariant,
    Run,
    Settled,
    Undecided,
    shortest,
    together,
)
from properties.engine.judging.judge import judge
from properties.engine.judging.obligations import matter_of
from properties.engine.others.several import settle_with_more
from properties.engine.slices.refine import Holds, first_answer
from properties.engine.slices.seen import Part

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
    answer = first_answer(part, budget)
    if isinstance(answer, Holds):
        return judge(matter_of(answer), budget)
    return settle_with_more(part, budget) if answer is None else answer
