"""Settle whether one can always still get there: ranks, or a run into a trap, or neither.

Slices first, seen from one point. Where that shows neither, whole instances are looked at, each by
itself: what is a trap there is one, and what none of them shows is undecided.
"""

from collections.abc import Iterable, Mapping, Sequence

from model.language.claims import CanStill
from model.language.conditions import all_of
from model.language.flow import Flow
from model.language.meaning import Where
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run, Undecided
from properties.engine.facts import NONE, Facts
from properties.engine.instances import few_points_first
from properties.engine.slices.seen import Sight, fields_of, outlook, outlook_of
from properties.engine.still.chain import chain
from properties.engine.still.evidence import Ladder, Legs, Trap
from properties.engine.still.glance import Glance
from properties.engine.still.ladder import ladder
from properties.engine.still.trap import trap_or_blame
from properties.engine.vacuous import arise
from properties.engine.verdict import Result, proved_by, refuted_by

WAY = "by events that ask nobody else, or only what others can be led to by steps of their own"


def decide_can_still(
    flow: Flow,
    claim: CanStill,
    budget: Budget,
    known: Mapping[int, Run],
    *,
    ladders: Sequence[Ladder] = (),
    facts: Facts = NONE,
) -> Result:
    """Return the verdict on such a claim; raises Spent, Undecided or Disagreement.

    With the ladders of the claims on the way that it is given, it is of these.
    """
    answer: Ladder | Trap | Legs
    if ladders:
        answer = chain(flow, claim, _one(flow, claim), ladders, budget)
    else:
        answer = settle_can_still(flow, claim, budget, facts)
    if isinstance(answer, Trap):
        return refuted_by(flow, claim, answer, "run into a trap that Z3 has judged")
    supposed, goal = claim.parts(flow)
    waits = all_of(supposed, ~goal)
    arising = arise(flow, [waits], budget, known, outlook(flow, waits))
    return proved_by(flow, claim, answer, arising)


def settle_can_still(
    flow: Flow, claim: CanStill, budget: Budget, facts: Facts = NONE
) -> Ladder | Trap:
    """Return ranks that prove a claim, or a trap that refutes it; raises Undecided or Spent."""
    limit: Spent | None = None
    with budget:
        try:
            answer = _grown(flow, claim, _one(flow, claim), budget, facts)
        except Spent as why:
            budget.check()  # raises where it is the time that is spent
            answer, limit = None, why
        if isinstance(answer, Trap):
            return answer
        if isinstance(answer, Glance):
            return ladder(claim, answer, budget)
        searched = _few_points(flow, claim, budget)
    if isinstance(searched, Trap):
        return searched
    if limit:
        raise limit
    raise Undecided(f"{searched}, and one point's view shows no way: {WAY}")


def _one(flow: Flow, claim: CanStill) -> Sight:
    """Return from where it is seen: by a provider without its points, else by a point."""
    whole = outlook_of(flow, claim)
    if whole.provider and not whole.points:
        return (0,), Where(provider=0)
    return (1,), Where(point=0, provider=0)


def _grown(
    flow: Flow,
    claim: CanStill,
    sight: Sight,
    budget: Budget,
    facts: Facts = NONE,
    *,
    alone: bool = False,
) -> Glance | Trap | None:
    """Look at slices that grow until all get there, or a trap is known; None where neither is."""
    kept = facts.fields.union(f for part in claim.parts(flow) for f in fields_of(part))
    best: Trap | None = None
    while True:
        budget.check(fields=len(kept))
        glance = Glance(flow, claim, kept, sight, budget, facts=facts, alone=alone)
        if glance.is_shown:
            return glance
        found = trap_or_blame(claim, glance, budget)
        if isinstance(found, Trap):
            best, found = found, frozenset()
            if best.shortest:
                return best
        new = found or glance.wanted()
        if not new - kept:
            return best
        kept |= new


def _few_points(flow: Flow, claim: CanStill, budget: Budget) -> Trap | str:
    """Return a trap among few points, else how far none was found."""

    def first(sights: Iterable[Sight]) -> Trap | bool:
        closed = True
        for sight in sights:
            answer = _grown(flow, claim, sight, budget, alone=True)
            if isinstance(answer, Trap):
                return answer
            closed &= answer is not None
        return closed

    whole, most = outlook_of(flow, claim), budget.points
    return few_points_first(flow, whole, first, "trap", most=most, empty=1)
