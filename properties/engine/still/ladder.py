"""Ranks as a claim on steps: from each view of a rung its event can happen, and leads nearer.

Only what the event itself does is asked about. What others do in the meantime is of no matter:
nobody waits for them.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from model.language.asking import demands, possible
from model.language.claims import CanStill
from model.language.conditions import all_of, any_of
from model.language.events import happens
from model.language.expressions import Expression
from model.language.flow import Flow
from model.language.meaning import Where
from properties.engine.budget import Budget, look
from properties.engine.evidence import Disagreement
from properties.engine.judging.judge import judge
from properties.engine.judging.obligations import Matter
from properties.engine.live.blocks import boxes_around
from properties.engine.live.ranks import later
from properties.engine.slices.seen import Outlook, part_of
from properties.engine.still.evidence import Ladder, Rung
from properties.engine.still.glance import Glance


def ladder(claim: CanStill, glance: Glance, budget: Budget) -> Ladder:
    """Return what a look has found as Z3 has judged it; raises Spent or Disagreement."""
    flow, views = glance.flow, glance.graph.views
    at = glance.graph.layout
    rungs = tuple(
        Rung(rank, glance.moves[move].event, boxes_around(at, views, [views[n] for n in mine]))
        for (rank, move), mine in glance.needed().items()
    )
    if any(demands(flow, rung.event) for rung in rungs):
        raise Disagreement("an event that asks something of others was taken for a way on")
    body = all_of(*_said(flow, claim, rungs))
    point = any(glance.shape)
    part = part_of(flow, body, Outlook(int(point), provider=True, other=False, of_steps=True))
    where = Where(point=0, provider=0) if point else Where(provider=0)
    matter = Matter(part, [(glance.shape, where)], glance.kept, glance.closure.closed())
    found = judge(matter, budget)
    (proof,) = found.proofs
    return Ladder(found.kept, glance.shape, rungs, proof, found.obligations)


def _said(flow: Flow, claim: CanStill, rungs: Sequence[Rung]) -> Iterator[Expression]:
    """Yield that each view has a rung where it needs one, and that each rung leads on."""
    supposed, goal = claim.parts(flow)
    unranked = supposed & ~goal & ~any_of(*(rung.now for rung in rungs))
    yield unranked.implies(happens())  # which is never so, and makes it a claim on steps
    nearer: Expression = later(goal)
    for _, of_rank in groupby(rungs, lambda rung: rung.rank):
        look()
        same = list(of_rank)
        for rung in same:
            yield rung.now.implies(possible(flow, rung.event))
            yield (rung.now & happens(rung.event)).implies(nearer)
        nearer = any_of(nearer, *(rung.then for rung in same))
