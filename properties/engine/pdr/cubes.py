"""Cubes: sets of states, each said by the values that fields do not have, which makes it a box.

A literal of a cube says that a slot does not hold a value. A cube that no run meets is a box of
the invariant: of each slot that it speaks of, the values that are left.
"""

from collections.abc import Iterable

from properties.engine.evidence import Box
from properties.engine.pdr.flow_clauses import FlowClauses
from properties.engine.pdr.terms import Slot

Cube = tuple[int, ...]  # in the order of slots and values


class Space:
    """The states of a relation, and what literals say of them."""

    def __init__(self, relation: FlowClauses) -> None:
        flow = relation.world.flow
        several = {slot: values for slot, values in relation.before.items() if len(values) > 1}
        self.slots = {slot: [-one for one in values.values()] for slot, values in several.items()}
        self.place = {one: n for n, one in enumerate(one for s in self.slots.values() for one in s)}
        self.slot_of = {literal: slot for slot, some in self.slots.items() for literal in some}
        self.values = {slot: tuple(values) for slot, values in several.items()}
        self.after = {
            -literal: -relation.after[slot][value]
            for slot, values in several.items()
            for value, literal in values.items()
        }
        self.before = {after: literal for literal, after in self.after.items()}
        self.firsts = {
            slot: frozenset(-values[value] for value in flow.initials(slot[0]))
            for slot, values in several.items()
        }

    def ordered(self, literals: Iterable[int]) -> Cube:
        """Return literals as a cube."""
        return tuple(sorted(literals, key=self.place.__getitem__))

    def meets_first(self, cube: Iterable[int]) -> bool:
        """Tell whether some first state is in a cube."""
        return self.apart_by(cube) is None

    def apart_by(self, cube: Iterable[int]) -> Slot | None:
        """Return the first slot of which a cube has no first value, if there is one."""
        said = frozenset(cube)
        slots = dict.fromkeys(self.slot_of[literal] for literal in cube)
        return next((slot for slot in slots if self.firsts[slot] <= said), None)

    def cube(self, box: Box) -> Cube:
        """Return a box as a cube; of a slot of one value it says nothing."""
        return self.ordered(
            literal
            for slot in box.keys() & self.slots.keys()
            for value, literal in zip(self.values[slot], self.slots[slot], strict=True)
            if value not in box[slot]
        )

    def box(self, cube: Cube) -> Box:
        """Return what is in a cube, by slots and values."""
        said = frozenset(cube)
        slots = dict.fromkeys(self.slot_of[literal] for literal in cube)
        return {
            slot: tuple(
                value
                for value, literal in zip(self.values[slot], self.slots[slot], strict=True)
                if literal not in said
            )
            for slot in slots
        }
