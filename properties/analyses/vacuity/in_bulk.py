"""What is idle for sure, many at a time: what holds of more runs holds of fewer.

To leave out a condition, or the states from which a rule leads, of a machine that must take part
adds runs and takes none away. So what the claim holds without, all at once, it holds without one
by one; where it does not, each half is tried. To leave out one of several rules that such a
machine has for an event takes runs away and adds none. A machine that follows is no such one: it
stays where no rule fits.
"""

from collections.abc import Iterator, Sequence

from model.language.expressions import Expression
from model.language.flow import Flow
from properties.analyses.mutation.base import ProvedClaim
from properties.analyses.mutation.mutants import REMOVED
from properties.analyses.provenance.elements import CONDITIONS, Left
from properties.analyses.provenance.without import holds_without
from properties.engine.budget import Budget


def spared(
    flow: Flow, known: ProvedClaim, everything: Sequence[Left], budget: Budget
) -> Iterator[Left]:
    """Yield what the claim is known to hold without, and need not be asked one by one."""
    if not isinstance(known.claim.body, Expression):
        return
    taking = [left for left in everything if _takes_part(left)]
    yield from (left for left in taking if left.kind == REMOVED and _one_of_several(left))
    conditions = [left for left in taking if left.kind in CONDITIONS]
    yield from _held(flow, known, conditions, budget)


def _takes_part(left: Left) -> bool:
    if left.mutant is None:
        return False
    return left.mutant.wrong.machine.scope >= left.mutant.event.scope


def _one_of_several(left: Left) -> bool:
    return (
        left.mutant is not None and len(left.mutant.wrong.machine.rules_of(left.mutant.event)) > 1
    )


def _held(flow: Flow, known: ProvedClaim, asked: Sequence[Left], budget: Budget) -> Iterator[Left]:
    if len(asked) <= 1:
        return
    if holds_without(flow, known, asked, budget):
        yield from asked
        return
    half = len(asked) // 2
    yield from _held(flow, known, asked[:half], budget)
    yield from _held(flow, known, asked[half:], budget)
