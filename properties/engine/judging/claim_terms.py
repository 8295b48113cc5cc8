"""A claim as Z3 terms, as seen from one place; what stands in it more than once is made once."""

from collections.abc import Mapping

from model.language.events import Happens
from model.language.expressions import Apply, Const, Expression, Field, Read, unnamed
from model.language.meaning import Move, Where
from properties.engine.judging.encode import Encoding
from properties.engine.judging.terms import TERMS, Term, constant
from properties.engine.slices.layout import Slot, code


class ClaimTerms:
    """The terms of a claim as seen from one place: what a step does not change is kept.

    A claim on states speaks of the state after the step.
    """

    def __init__(
        self, encoding: Encoding, claim: Expression, where: Where, *, of_steps: bool
    ) -> None:
        self.encoding, self.claim, self.where, self.of_steps = encoding, claim, where, of_steps
        self.changing: dict[int, frozenset[Field | None]] = {}
        self.still: dict[int, Term] = {}
        self._note(claim)

    def said(self, move: Move | None, after: Mapping[Slot, Term]) -> Term:
        """Return what the claim says of a step that writes this; no move: nothing changes."""
        written = (field for field, _ in after)
        changed = {None, *written}
        return self._term(self.claim, move, after, changed, {})

    def _term(
        self,
        node: Expression,
        move: Move | None,
        after: Mapping[Slot, Term],
        changed: set[Field | None],
        moved: dict[int, Term],
    ) -> Term:
        bare = unnamed(node)
        by = self.changing[id(bare)]
        made = self.still if changed.isdisjoint(by) else moved
        if id(bare) not in made:
            if isinstance(bare, Apply):
                parts = (self._term(one, move, after, changed, moved) for one in bare.arguments)
                made[id(bare)] = TERMS[bare.operator](*parts)
            else:
                made[id(bare)] = self._leaf(bare, move, after)
        return made[id(bare)]

    def _leaf(self, at: Expression, move: Move | None, after: Mapping[Slot, Term]) -> Term:
        world = self.encoding.world
        if isinstance(at, Const):
            return constant(code(at.value, at.sort), at.sort)
        if isinstance(at, Happens):
            now = move and move.event in at.events and world.concerns(move, self.where)
            return constant(int(bool(now)), bool)
        assert isinstance(at, Read)
        slot = (at.field, world.seen(self.where, at.whose, world.flow.scope_of(at.field)))
        now = self.encoding.read(slot)
        return after.get(slot, now) if at.after or not self.of_steps else now

    def _note(self, node: Expression) -> frozenset[Field | None]:
        """Note by what each part changes: what it reads after the step; None is the event."""
        bare = unnamed(node)
        if id(bare) not in self.changing:
            if isinstance(bare, Apply):
                by = frozenset[Field | None]().union(*map(self._note, bare.arguments))
            elif isinstance(bare, Read):
                by = frozenset({bare.field} if bare.after or not self.of_steps else ())
            else:
                by = frozenset({None} if isinstance(bare, Happens) else ())
            self.changing[id(bare)] = by
        return self.changing[id(bare)]
