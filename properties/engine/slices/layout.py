"""Where the kept fields of a shape stand in a view, a tuple of whole numbers, or packed into one.

A shape gives each provider's number of points. Fields that are not kept are forgotten. Packed,
each slot has some bits, so that a step is an addition.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

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


class Room(NamedTuple):
    """Where a slot is packed: by how many bits it is shifted, as many ones as it has, its least."""

    shift: int
    ones: int
    least: int


@dataclass(frozen=True, eq=False)
class Layout:
    """The kept slots of a shape, in the order of a view; industry first.

    A slot's number is its place in the whole state, the same whatever is kept; its room, by that
    number, is where it is packed.
    """

    world: World
    kept: frozenset[Field]
    slots: dict[Slot, int]
    numbers: dict[Slot, int]
    rooms: dict[int, Room]

    def project(self, state: State) -> View:
        """Return what is kept of a whole state."""
        return tuple(code(state[n], field.sort) for (field, _), n in self.numbers.items())

    def values(self, view: View) -> dict[Slot, Value]:
        """Return the values of a view."""
        return {slot: decode(view[n], slot[0].sort) for slot, n in self.slots.items()}

    def owners(self) -> list[tuple[Scope, int]]:
        """Return the whose of each slot, in the order of a view."""
        return [(self.world.flow.scope_of(field), owner) for field, owner in self.slots]

    def firsts(self) -> Iterator[View]:
        """Yield the views with which a run may begin."""
        flow = self.world.flow
        starts = ([code(v, f.sort) for v in flow.initials(f)] for f, _ in self.slots)
        return (tuple(view) for view in product(*starts))

    def pack(self, view: View) -> int:
        """Return the number of a view."""
        rooms = self.rooms.values()
        return sum((n - room.least) << room.shift for n, room in zip(view, rooms, strict=True))

    def unpack(self, packed: int) -> View:
        """Return the view of a number."""
        rooms = self.rooms.values()
        return tuple([(packed >> shift & ones) + least for shift, ones, least in rooms])

    def bits(self, numbers: Iterable[int]) -> int:
        """Return the bits of some slots, by number, as ones."""
        return sum(self.rooms[n].ones << self.rooms[n].shift for n in numbers)


@lru_cache(maxsize=64)
def world_of(flow: Flow, shape: Shape) -> World:
    """Return the world of a flow at a shape, the same each time."""
    return World(flow, shape)


def layout(flow: Flow, kept: Iterable[Field], shape: Shape) -> Layout:
    """Return the layout of some fields of a flow at a shape, the same each time."""
    return _layout(flow, frozenset(kept), shape)


@lru_cache(maxsize=256)
def _layout(flow: Flow, kept: frozenset[Field], shape: Shape) -> Layout:
    world = world_of(flow, shape)
    numbers = {slot: n for slot, n in world.slots.items() if slot[0] in kept}
    rooms: dict[int, Room] = {}
    shift = 0
    for (field, _), number in numbers.items():
        values = codes(field.sort)
        bits = (max(values) - min(values)).bit_length()
        rooms[number] = Room(shift, (1 << bits) - 1, min(values))
        shift += bits
    return Layout(world, kept, {slot: n for n, slot in enumerate(numbers)}, numbers, rooms)
