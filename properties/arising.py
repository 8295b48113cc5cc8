"""Whether what a proved claim supposes arises: a run in which it does, or a proof of never."""

from collections.abc import Iterable, Mapping

from model.language.expressions import Expression
from model.language.flow import Flow
from properties.budget import Budget
from properties.settle import Undecided, settle
from properties.verdict import Invariant, Run


def arise(
    flow: Flow, supposed: Iterable[Expression], budget: Budget, known: Mapping[int, Run]
) -> tuple[Run | Invariant, ...]:
    """Return how each situation arises, or why it never does; raises Undecided.

    A run that is known to show one, by its number, is not sought.
    """
    try:
        return tuple(known.get(n) or settle(flow, ~s, budget) for n, s in enumerate(supposed))
    except Undecided as why:
        raise Undecided(f"it holds, but whether its situation arises is not known: {why}") from why


def marks_of(arising: Iterable[Run | Invariant]) -> tuple[str, ...]:
    """Return the mark of a claim of which some situation never arises."""
    return ("empty",) if any(isinstance(one, Invariant) for one in arising) else ()
