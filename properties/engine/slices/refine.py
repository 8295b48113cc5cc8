"""Slices first: keep few fields, and more only where a run of the slice does not replay.

A slice has every run of the whole flow. So what holds on it holds, and its first bad run, if
it replays, is a shortest one of the whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from model.language.expressions import Field
from properties.engine.budget import Budget
from properties.engine.evidence import Run
from properties.engine.slices.closure import Closure
from properties.engine.slices.replay import run_or_blame
from properties.engine.slices.seen import Part, Sight
from properties.engine.slices.watch import first_bad


@dataclass(frozen=True)
class Holds:
    """The claim holds on all views of the closed shapes, over the kept fields.

    With `each`, it was asked of each step by itself; with `most`, of so many points at the most.
    """

    part: Part
    sight: Sequence[Sight]
    closure: Closure
    kept: frozenset[Field]
    each: bool
    most: int | None = None


@dataclass(frozen=True)
class Alarm:
    """A slice or a ghost breaks the claim, and no run is known; `kept` is as far as it got."""

    kept: frozenset[Field]


def first_answer(
    part: Part, budget: Budget, kept: frozenset[Field] = frozenset()
) -> Holds | Run | None:
    """Return what slices that keep some fields and more show; None where only an alarm is found."""
    with budget:
        for sight in part.sights:
            answer = refine(part, sight, budget, kept)
            if isinstance(answer, Holds) or (isinstance(answer, Run) and any(answer.shape)):
                return answer  # a run has a point, for an industry has one
    return None


def refine(
    part: Part,
    sight: Sequence[Sight],
    budget: Budget,
    kept: frozenset[Field] = frozenset(),
    *,
    ghosts: bool = True,
    most: int | None = None,
) -> Holds | Run | Alarm:
    """Look at slices that grow until the claim holds or a run that breaks it replays.

    A claim on steps that would not hold where nothing happens is asked of each step.
    """
    kept, each = kept | part.fields | part.facts.fields, False
    shapes = [shape for shape, _ in sight]
    while True:
        budget.check(fields=len(kept))
        watched = part.flow.events if each else part.events
        closure = Closure(
            part.flow,
            kept,
            shapes,
            budget,
            watched=watched,
            ghosts=ghosts,
            most=most,
            each=each,
            facts=part.facts,
        )
        bad = first_bad(closure, part, sight, each=each)
        if bad is None:
            return Holds(part, sight, closure, kept, each, most)
        answer = run_or_blame(part, bad)
        if isinstance(answer, Run):
            return answer
        if not answer and (each or not part.of_steps or not bad.is_still):
            return Alarm(kept)
        kept, each = kept | answer, each or not answer
