"""A trap: a run that replays on the whole flow, from the end of which nothing leads to the goal.

It is a fact about one world, with nobody else in it, so its boxes are of all who are there.
"""

from collections.abc import Sequence
from dataclasses import replace

from model.language.claims import CanStill
from model.language.expressions import Field
from properties.engine.budget import Budget
from properties.engine.judging.judge import judge
from properties.engine.judging.obligations import Matter
from properties.engine.slices.layout import View
from properties.engine.slices.replay import best_trail, to_blame
from properties.engine.slices.seen import outlook_of, part_of
from properties.engine.still.evidence import Trap
from properties.engine.still.glance import Glance


def trap_or_blame(claim: CanStill, glance: Glance, budget: Budget) -> Trap | frozenset[Field]:
    """Return the run into the nearest trap as Z3 has judged it, or what to keep; nothing is none.

    It is a shortest one where all views that are met before are known to get there.
    """
    if not glance.trapped or not any(glance.shape):
        return frozenset()
    at, end = glance.graph.layout, glance.trapped[0]
    views, numbers = glance.closure.reaches[glance.shape].path(glance.graph.views[end])
    if None in numbers:
        return frozenset()
    moves = [glance.moves[n] for n in numbers if n is not None]
    trail = best_trail(at, views, moves)
    if trail.refused is not None or at.project(trail.states[-1]) != views[-1]:
        return frozenset(to_blame(at, views, moves, trail))
    known = all(n in glance.climb.rungs for n in glance.region if n < end)
    run = Trap(glance.shape, trail.states[0], tuple(moves), glance.where, shortest=known)
    ahead = [glance.graph.views[n] for n in glance.ahead_of(end)]
    return _judged(claim, glance, run, ahead, budget)


def _judged(
    claim: CanStill, glance: Glance, run: Trap, ahead: Sequence[View], budget: Budget
) -> Trap:
    flow, (_, goal) = glance.flow, claim.parts(glance.flow)
    part = part_of(flow, ~goal, replace(outlook_of(flow, claim), of_steps=False))
    part, sight = replace(part, facts=glance.facts), [(glance.shape, run.where)]
    found = judge(Matter(part, sight, glance.kept, {glance.shape: ahead}, alone=True), budget)
    return replace(run, boxes=found.boxes[glance.shape], kept=found.kept)
