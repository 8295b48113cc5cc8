"""A claim at one shape, as seen from one place: the clauses, and what breaks it.

A claim on states is broken by a step out of it, a claim on steps by a step. What is asked of
steps is asked where nothing changes as well, for somebody unseen may step; but not where nobody
else can (`alone`).
"""

from dataclasses import dataclass
from functools import partial

from model.language.events import Happens
from model.language.expressions import Expression, Read
from model.language.meaning import Move, Where
from properties.engine.pdr.cubes import Space
from properties.engine.pdr.flow_clauses import FlowClauses
from properties.engine.pdr.terms import Slot, Values, holds, truth


@dataclass(frozen=True)
class Seen:
    """A claim on states or steps, and from where it is seen.

    A claim on steps may be asked `alone`: there is nobody unseen who could step.
    """

    claim: Expression
    where: Where
    of_steps: bool
    alone: bool


class Problem:
    """The clauses of a relation and a claim: `good` holds just where a step keeps the claim."""

    def __init__(self, relation: FlowClauses, asked: Seen) -> None:
        self.relation, self.asked, self.space = relation, asked, Space(relation)
        self.clauses = relation.clauses.more()
        self.strict = relation.strict
        self.moves: dict[Move | None, int] = {m: one.made for m, one in relation.moves.items()}
        if asked.of_steps and not asked.alone:
            self.moves[None] = self.clauses.new()
        self.move_of = {made: move for move, made in self.moves.items()}
        self.clauses.add(-self.strict, *self.moves.values())
        self.clauses.at_most_one(self.moves.values())
        after = {**relation.before, **relation.after}
        before = relation.before if asked.of_steps else after
        self.good = holds(self.clauses, asked.claim, partial(self._leaf, before, after))
        self.good_before = self.good
        if not asked.of_steps:
            now = partial(self._leaf, relation.before, relation.before)
            self.good_before = holds(self.clauses, asked.claim, now)
            self.clauses.add(-self.strict, self.good_before)

    def _leaf(
        self, before: dict[Slot, Values], after: dict[Slot, Values], at: Expression
    ) -> Values:
        world, where = self.relation.world, self.asked.where
        if isinstance(at, Happens):
            return truth(
                self.clauses.any_of(
                    made
                    for move, made in self.moves.items()
                    if move and move.event in at.events and world.concerns(move, where)
                )
            )
        assert isinstance(at, Read)
        slot = (at.field, world.seen(where, at.whose, world.flow.scope_of(at.field)))
        return (after if at.after else before)[slot]
