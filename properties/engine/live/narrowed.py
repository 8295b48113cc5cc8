"""Ranks of a view with few fields, from which what proved invariants exclude is left out.

Where a slice has a fair cycle that is no run, fields are kept until it goes away, which may take
too many of them. Here a view of the cycle is first given to the search from a claim backwards: if
it never occurs, the boxes that prove so say what else never does, and the ranks need not speak of
it. The ranks are then judged with an invariant of the same search.
"""

from dataclasses import replace

from model.language.conditions import all_of
from model.language.expressions import Expression
from model.language.meaning import Where
from properties.engine.budget import Spent
from properties.engine.evidence import Box, Invariant, Lasso, Undecided
from properties.engine.live.attempt import Attempt, FairCycle
from properties.engine.live.judged import judged
from properties.engine.live.ranks import Ranks
from properties.engine.live.refinement import Refinement
from properties.engine.pdr.prove import prove_seen
from properties.engine.slices.layout import Layout, Shape, View
from properties.engine.slices.seen import Outlook, Sight, part_of

QUESTIONS = 20_000  # of the search, for each view

Never = dict[Shape, list[Expression]]


def narrowed(look: Refinement, sights: list[Sight]) -> Ranks | Lasso | None:
    """Return ranks, a lasso that replays, or None; raises Spent, Undecided, Unserved or a fault."""
    kept, never = look.least, Never()
    while True:
        attempt = Attempt(
            look.flow, look.claim, kept, sights, look.budget, alone=False, never=never
        )
        found = attempt.answer()
        if isinstance(found, Ranks):
            return _judged(look, found, attempt)
        if _excluded(look, found, never):
            continue
        answer = look.again(found, kept)
        if isinstance(answer, Lasso):
            return answer if any(answer.shape) else None
        if not answer - kept:
            return None
        kept |= answer


def _judged(look: Refinement, found: Ranks, attempt: Attempt) -> Ranks:
    shown = judged(look.flow, look.claim, found, attempt.closure, look.budget, pursued=True)
    every = (box for one in shown for boxes in one.proof.boxes.values() for box in boxes)
    kept = {*found.kept, *(field for box in every for field, _ in box)}
    return replace(found, kept=tuple(f for f in look.flow.fields if f in kept), judged=shown)


def _excluded(look: Refinement, found: FairCycle, never: Never) -> bool:
    """Add what proves that a view of a cycle never occurs; tell whether there is such a view."""
    at, (shape, _) = found.graph.layout, found.sight
    for view in dict.fromkeys((found.views[-1], *found.round)):
        look.budget.check()
        proof = _never_occurs(look, shape, _view(at, view))
        if proof:
            boxes = [box for box in proof.boxes[shape] if {field for field, _ in box} <= at.kept]
            never.setdefault(shape, []).extend((_view(at, view), *map(_box, boxes)))
            return True
    return False


def _never_occurs(look: Refinement, shape: Shape, view: Expression) -> Invariant | None:
    outlook = Outlook(int(any(shape)), provider=True, other=False, of_steps=False)
    where = Where(point=0 if any(shape) else -1, provider=0)
    try:
        found = prove_seen(
            part_of(look.flow, ~view, outlook), [(shape, where)], look.budget, QUESTIONS
        )
    except (Spent, Undecided):
        look.budget.check()
        return None
    return found if isinstance(found, Invariant) else None


def _view(at: Layout, view: View) -> Expression:
    return all_of(*(field.is_(value) for (field, _), value in at.values(view).items()))


def _box(box: Box) -> Expression:
    return all_of(*(field.in_(*some) for (field, _), some in box.items()))
