"""Claims that one can still get on, one after the other: whether they lead to what is claimed."""

from collections.abc import Iterator, Sequence

from model.language.claims import CanStill
from model.language.expressions import Expression
from model.language.flow import Flow
from properties.engine.budget import Budget
from properties.engine.evidence import Undecided
from properties.engine.judging.claim_terms import ClaimTerms
from properties.engine.judging.encode import Encoding
from properties.engine.judging.solver import Solver
from properties.engine.judging.terms import negated
from properties.engine.slices.seen import Sight, outlook_of
from properties.engine.still.evidence import Ladder, Legs


def chain(
    flow: Flow, claim: CanStill, sight: Sight, ladders: Sequence[Ladder], budget: Budget
) -> Legs:
    """Return the ladders of the claims that a claim is given, one after the other.

    Raises Undecided where the way from one to the next is not there in some state, as Z3 says.
    """
    for leg in claim.legs:
        if outlook_of(flow, leg).points and not any(sight[0]):
            raise Undecided(f"'{leg.id}', which it is given, is of a point, and it is of none")
    for told, link in _links(flow, claim):
        if _can_fail(flow, link, sight, budget):
            raise Undecided(told)
    return Legs(tuple(zip(claim.legs, ladders, strict=True)))


def _links(flow: Flow, claim: CanStill) -> Iterator[tuple[str, Expression]]:
    """Yield what must hold in any state whatever, and what it means that it does not."""
    there, goal = claim.parts(flow)
    told = "it begins where"
    for leg in claim.legs:
        begins, ends = leg.parts(flow)
        yield f"{told} '{leg.id}', which it is given, need not begin", there.implies(begins | goal)
        told, there = f"'{leg.id}' ends where", ends
    yield f"{told} it need not end", there.implies(goal)


def _can_fail(flow: Flow, link: Expression, sight: Sight, budget: Budget) -> bool:
    shape, where = sight
    encoded = Encoding(flow, shape)
    said = ClaimTerms(encoded, link, where, of_steps=True).said(None, {})
    solver = Solver(encoded, budget)
    for slot in encoded.in_order(encoded.touched):
        solver.suppose(encoded.sorts[slot])
    return solver.can_be(negated(said))
