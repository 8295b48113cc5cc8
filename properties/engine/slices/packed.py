"""Views as whole numbers: each slot of a layout has some bits, so that a step is an addition."""

from collections.abc import Iterable
from typing import NamedTuple

from model.language.sorts import Sort
from properties.engine.slices.layout import Layout, View, codes


class Place(NamedTuple):
    """Where a slot stands: by how many bits it is shifted, as many ones as it has, its least."""

    shift: int
    ones: int
    least: int


class Packing:
    """The places of the slots of a layout, by the number that each has in the whole state."""

    def __init__(self, at: Layout) -> None:
        self.places: dict[int, Place] = {}
        shift = 0
        for (field, _), number in at.numbers.items():
            least, bits = _room(field.sort)
            self.places[number] = Place(shift, (1 << bits) - 1, least)
            shift += bits
        self._every = tuple(self.places.values())

    def pack(self, view: View) -> int:
        """Return the number of a view."""
        return sum((n - at.least) << at.shift for n, at in zip(view, self._every, strict=True))

    def unpack(self, packed: int) -> View:
        """Return the view of a number."""
        return tuple([(packed >> shift & ones) + least for shift, ones, least in self._every])

    def bits(self, slots: Iterable[int]) -> int:
        """Return the bits of some slots, as ones."""
        return sum(self.places[slot].ones << self.places[slot].shift for slot in slots)


def _room(sort: Sort) -> tuple[int, int]:
    """Return the least number of a sort's values, and how many bits tell them all apart."""
    numbers = codes(sort)
    return min(numbers), (max(numbers) - min(numbers)).bit_length()
