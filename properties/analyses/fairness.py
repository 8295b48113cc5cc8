"""Which fairness a leads-to claim needs: without any one of it, or with weak for strong, it fails.

That no smaller part of it would do is shown, that no other set would do is not.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from model.language.claims import Fair, LeadsTo
from model.language.flow import Flow
from properties.engine.budget import Budget
from properties.engine.prove import decide
from properties.engine.verdict import Result, Verdict


@dataclass(frozen=True)
class Need:
    """A fairness that a claim names, the claim with less of it, and the verdict on that."""

    fair: Fair
    strong: bool
    weakened: bool
    result: Result

    @property
    def is_needed(self) -> bool:
        """Tell whether the claim fails with less."""
        return self.result.verdict is Verdict.REFUTED


def lessened(claim: LeadsTo) -> Iterator[tuple[Fair, bool, bool, LeadsTo]]:
    """Yield the claim without each fairness, and with each strong one weak."""
    for fair in claim.weak:
        yield fair, False, False, replace(claim, weak=_without(claim.weak, fair))
    for fair in claim.strong:
        rest = _without(claim.strong, fair)
        yield fair, True, False, replace(claim, strong=rest)
        yield fair, True, True, replace(claim, strong=rest, weak=(*claim.weak, fair))


def _without(fairs: tuple[Fair, ...], one: Fair) -> tuple[Fair, ...]:
    return tuple(fair for fair in fairs if fair != one)


def needs(flow: Flow, claim: LeadsTo, budget: Callable[[], Budget] = Budget) -> tuple[Need, ...]:
    """Return for each fairness of a proved claim what becomes of the claim with less of it."""
    return tuple(
        Need(fair, strong, weakened, decide(flow, less, budget()))
        for fair, strong, weakened, less in lessened(claim)
    )


def least_fairness(flow: Flow, claim: LeadsTo, budget: Callable[[], Budget] = Budget) -> LeadsTo:
    """Return a proved claim with as little of its fairness as still proves it."""
    for _, _, _, less in lessened(claim):
        if decide(flow, less, budget()).verdict is Verdict.PROVED:
            return least_fairness(flow, less, budget)
    return claim
