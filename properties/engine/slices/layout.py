"""Where the kept fields of a shape stand in a tuple of whole numbers, and how values are coded.

A shape gives each provider's number of points. Fields that are not kept are forgotten.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property, lru_cache

from model.language.events import Scope
from model.language.expressions import Field
from model.language.flow import Flow
from model.language.meaning import State, World
from model.language.sorts import Sort, Value, members

Shape = tuple[int, ...]
View = tuple[int, ...]
Slot = tuple[Field, int]


def code(value: Value, sort: Sort) -> int:
    """Return the number that stands for a value."""
    if isinstance(sort, range):
        assert isinstance(value, int)
        return value
    return _numbers(sort)[value]  # type: ignore[arg-type]  # classes are hashable


def decode(number: int, sort: Sort) -> Value:
    """Return the value that a number stands for."""
    return number if isinstance(sort, range) else members(sort)[number]


def codes(sort: Sort) -> tuple[int, ...]:
    """Return the numbers of a sort's values."""
    return tuple(sort if isinstance(sort, range) else range(len(members(sort))))


@cache
def _numbers(sort: type[bool] | type[Enum]) -> dict[Value, int]:
    return {value: number for number, value in enumerate(members(sort))}


@dataclass(frozen=True, eq=False)
class Layout:
    """The kept slots of a shape, in the order of a view; industry first."""

    world: World
    kept: frozenset[Field]
    slots: dict[Slot, int]

    @property
    def shape(self) -> Shape:
        """Return the shape."""
        return self.world.shape

    @cached_property
    def numbers(self) -> dict[Slot, int]:
        """Return the number of each slot in the whole state: the same whatever is kept."""
        return {slot: self.world.slots[slot] for slot in self.slots}

    def project(self, state: State) -> View:
        """Return what is kept of a whole state."""
        at = self.world.slots
        return tuple(code(state[at[slot]], slot[0].sort) for slot in self.slots)

    def values(self, view: View) -> dict[Slot, Value]:
        """Return the values of a view."""
        return {slot: decode(view[n], slot[0].sort) for slot, n in self.slots.items()}

    def owners(self) -> list[tuple[Scope, int]]:
        """Return the whose of each slot, in the order of a view."""
        return [(self.world.flow.scope_of(field), owner) for field, owner in self.slots]


@lru_cache(maxsize=64)
def world_of(flow: Flow, shape: Shape) -> World:
    """Return the world of a flow at a shape, the same each time."""
    return World(flow, shape)


def layout(flow: Flow, kept: Iterable[Field], shape: Shape) -> Layout:
    """Return the layout of some fields of a flow at a shape."""
    world = world_of(flow, shape)
    wanted = frozenset(kept)
    slots = [slot for slot in world.slots if slot[0] in wanted]
    return Layout(world, wanted, {slot: n for n, slot in enumerate(slots)})
