"""What one owner sees of a layout, as source; what is forgotten is projected, not deleted."""

from dataclasses import dataclass
from itertools import product
from math import prod

from model.language.events import Scope
from model.language.expressions import Expression, Field, Quantified, Read
from properties.engine.others.quantified import answered, asked_by, witness
from properties.engine.slices.layout import Layout, Slot, codes
from properties.engine.slices.source import Source, join, source

JOINT = 256  # so many valuations of forgotten fields are tried together, more one by one


class Reader:
    """Reads for one owner; forgotten slots take their value from `known`, and are noted."""

    def __init__(self, at: Layout, scope: Scope, owner: int, known: dict[Slot, int]) -> None:
        self.at = at
        self.scope = scope
        self.owner = owner
        self.known = known
        self.forgotten: dict[Slot, None] = {}

    def __call__(self, node: Expression) -> Source:
        """Return a reading or a quantifier as source."""
        if isinstance(node, Quantified):
            return self._quantified(node)
        assert isinstance(node, Read)
        world = self.at.world
        slot = (node.field, world.owner(world.flow.scope_of(node.field), self.scope, self.owner))
        if slot in self.at.slots:
            return f"v{self.at.numbers[slot]}"
        self.forgotten[slot] = None
        return self.known.get(slot, "?")

    def _quantified(self, node: Quantified) -> Source:
        kind, answers = node.quantifier, list[Source]()
        for scope, owner in asked_by(kind, self.at.world, self.owner):
            other = Reader(self.at, scope, owner, self.known)
            answers.append(source(node.body, other))
            self.forgotten |= other.forgotten
        return answered(kind, answers, self.witness(node))

    def witness(self, node: Quantified) -> Source:
        """Return whether somebody whom nobody sees satisfies what is asked of *some*."""
        return witness(id(node), self.at)


@dataclass(frozen=True)
class Owner:
    """The owner of a machine, of whose forgotten slots any value is possible."""

    at: Layout
    scope: Scope
    number: int

    def see(self, node: Expression, known: dict[Slot, int]) -> Source:
        """Return a condition or a value, where forgotten slots have known values."""
        return source(node, Reader(self.at, self.scope, self.number, known))

    def possible(self, node: Expression) -> Source:
        """Return when a condition may hold, for some values of what is forgotten."""
        valuations = self.valuations([node])
        if valuations is None:
            return 1
        return join("or", [0, *(self.see(node, known) for known in valuations)])

    def values(self, node: Expression, field: Field) -> list[Source]:
        """Return each value that an effect on a field may give."""
        valuations = self.valuations([node])
        if valuations is None:
            return list(codes(field.sort))
        return list(dict.fromkeys(self.see(node, known) for known in valuations))

    def valuations(self, nodes: list[Expression]) -> list[dict[Slot, int]] | None:
        """Return all values of what is forgotten of some conditions; None where there are many."""
        reader = Reader(self.at, self.scope, self.number, {})
        for node in nodes:
            source(node, reader)
        slots = list(reader.forgotten)
        if prod(len(codes(f.sort)) for f, _ in slots) > JOINT:
            return None
        values = product(*(codes(f.sort) for f, _ in slots))
        return [dict(zip(slots, chosen, strict=True)) for chosen in values]
