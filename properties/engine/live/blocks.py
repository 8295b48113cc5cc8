"""Ranks as a claim on steps: what Z3 judges and a packet tells, in place of views one by one.

Views with the same levels are a block, told by boxes. A ranking is right if, wherever it must
rank, a block has the view; in each block what helps can happen, or nothing bad is there; and each
step leads out, or into a block whose levels it may lead to. A view that is never met may be in
several blocks or in none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from model.language.claims import LeadsTo
from model.language.conditions import all_of, any_of
from model.language.events import Event, Scope, happens
from model.language.expressions import FALSE, TRUE, Expression, Named
from model.language.flow import Flow
from properties.engine.budget import look
from properties.engine.evidence import Box
from properties.engine.judging.boxes import Boxes, Met
from properties.engine.live.fair import any_part
from properties.engine.live.guards import enabled, refused, shared
from properties.engine.live.ranks import HARMLESS, Block, Helper, Lemma, Levels, Ranking, later
from properties.engine.slices.layout import Layout, View


@dataclass(frozen=True)
class Purpose:
    """What a ranking is for: where it must rank, where that ends, what must not go on for ever."""

    supposed: Expression
    outside: Expression
    bad: Expression = TRUE
    barred: tuple[Event, ...] = ()


def blocks(at: Layout, views: Sequence[View], ranking: Ranking) -> tuple[Block, ...]:
    """Return the blocks of a ranking; their boxes hold no other view that was met."""
    grouped: dict[Levels, list[View]] = {}
    for view in views:
        if view in ranking.levels:
            grouped.setdefault(ranking.levels[view], []).append(view)
    met = Met(at, views)
    return tuple(Block(levels, boxes_around(met, left)) for levels, left in grouped.items())


def boxes_around(met: Met, left: list[View]) -> tuple[Box, ...]:
    """Return boxes that hold some views, and none of the others that were met."""
    boxes = Boxes(met, left)
    while left:
        look()
        box = boxes.widen(left[0])
        left = [v for v in left if any(v[n] not in values for n, values in box.items())]
    return tuple(map(boxes.named, boxes.found))


def of_claim(flow: Flow, claim: LeadsTo) -> Purpose:
    """Return what the ranking of a claim itself is for."""
    supposed, goal = claim.parts(flow)
    return Purpose(supposed & ~goal, goal)


def of_lemma(flow: Flow, claim: LeadsTo, lemma: Lemma) -> Purpose:
    """Return what the ranking of a lemma is for."""
    outside = any_part(flow, Scope.INDUSTRY, claim.to)
    if not lemma.fair.strong:
        outside = outside | ~shared(flow, lemma.known, lemma.shared)
    refuses = refused(flow, lemma.known, lemma.ranking.shape, lemma.shared)
    barred = lemma.fair.events if lemma.fair.scope >= lemma.shared else ()
    return Purpose(~outside, outside, refuses, barred)


def as_a_claim(
    flow: Flow, purpose: Purpose, helpers: Sequence[Helper], of: Sequence[Block]
) -> Expression:
    """Say of each step, as the one who is seen sees it, that the blocks rank what they must.

    It speaks of steps also where there is no block: none happens of no events.
    """
    then = _Then(helpers, {block.levels: block for block in of})
    outside = later(purpose.outside)
    parts = [purpose.supposed.implies(any_of(happens(), *(block.now for block in of)))]
    for block in of:
        look()
        last = block.levels[-1][1]
        kept = ~purpose.bad if last == HARMLESS else enabled(flow, helpers[last].known)
        goes_on = block.now & ~happens(*purpose.barred)
        parts += [block.now.implies(kept), goes_on.implies(outside | then.may_follow(block.levels))]
    return all_of(*parts)


@dataclass(frozen=True)
class _Then:
    """Where steps may lead, shared by all from where they lead: each part is said once."""

    helpers: Sequence[Helper]
    blocks: dict[Levels, Block]
    said: dict[tuple[Levels, int], Expression] = field(default_factory=dict)

    def may_follow(self, levels: Levels) -> Expression:
        """Say that after the step the first level that differs is lower, and no helper was taken.

        That is, none of the levels before; views of a strong block may have fewer levels or more.
        """
        parts, spoken = [], dict[Event, None]()
        for n, (rank, helper) in enumerate(levels):
            look()
            here = self._below(levels[:n], rank)
            if levels[:n] in self.blocks:
                here = here | self.blocks[levels[:n]].then
            parts.append(here & ~happens(*spoken))
            if helper != HARMLESS:
                spoken |= dict.fromkeys(self.helpers[helper].fair.events)
        return any_of(*parts, self._from(levels) & ~happens(*spoken))

    def _from(self, prefix: Levels) -> Expression:
        return any_of(*(b.then for at, b in self.blocks.items() if at[: len(prefix)] == prefix))

    def _below(self, prefix: Levels, rank: int) -> Expression:
        """Say that these levels are there, and the next rank is less."""
        if (prefix, rank) not in self.said:
            n = len(prefix)
            nexts = {at[n] for at in self.blocks if at[:n] == prefix and len(at) > n}
            lower = max((r for r, _ in nexts if r < rank), default=None)
            below: Expression = FALSE
            if lower is not None:
                at = [(*prefix, level) for level in sorted(nexts) if level[0] == lower]
                below = any_of(self._below(prefix, lower), *map(self._from, at))
            self.said[prefix, rank] = Named("lower", below)
        return self.said[prefix, rank]
