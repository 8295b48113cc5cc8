"""Whether what a claim supposes arises: in runs with one, with two and with three points.

A claim that supposes nothing speaks of every moment. One that leads from somewhere to somewhere
supposes the first. One on two points cannot arise with one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from model.language.claims import Ahead, Claim, Compared, Sometimes, situations
from model.language.expressions import Expression
from model.language.flow import Flow
from properties.engine.budget import MOST_POINTS, Budget
from properties.engine.free import Free
from properties.engine.prove import decide_situation
from properties.engine.slices.seen import joined, of_situation, outlook_of
from properties.engine.verdict import Result, Verdict


@dataclass(frozen=True)
class Situation:
    """What a claim supposes, and the runs in which it arises, one for each number of points."""

    claim: Claim
    result: Result
    wanted: tuple[int, ...]

    @property
    def arises(self) -> bool:
        """Tell whether it does, with each number of points that it can be asked for."""
        return self.result.verdict is Verdict.PROVED and set(self.wanted) <= set(self.points)

    @property
    def points(self) -> tuple[int, ...]:
        """Return with how many points it arises."""
        return tuple(sum(run.shape) for run in self.result.runs)


def situations_of(flow: Flow, claim: Claim, budget_each: float) -> Iterator[Situation]:
    """Yield each situation that a claim supposes, and each case of it, decided."""
    for never in (part for supposed in _supposed(flow, claim) for part in joined(~supposed)):
        this, whole = (
            Sometimes(claim.id, claim.sentence, ~never, claim.cites),
            outlook_of(flow, claim),
        )
        result = decide_situation(
            flow, this, Budget(seconds=budget_each), of_situation(whole, never)
        )
        wanted = tuple(range(max(whole.points, 1), MOST_POINTS + 1))
        yield Situation(claim, result, wanted)


def _supposed(flow: Flow, claim: Claim) -> Iterator[Expression]:
    if claim.pending or isinstance(claim, Compared | Free):
        return
    if isinstance(claim, Sometimes | Ahead):
        yield claim.of(flow)
    else:
        yield from situations(claim.of(flow))
