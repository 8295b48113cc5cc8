"""Boxes of values that never occur together, each as large as what was met allows."""

from collections.abc import Sequence

from properties.layout import Layout, View, codes, decode
from properties.verdict import Box

Ranges = dict[int, frozenset[int]]


class Boxes:
    """What was met, indexed by slot and value, and the boxes found so far, apart from it."""

    def __init__(self, at: Layout, met: Sequence[View]) -> None:
        self.at = at
        self.known = frozenset(met)
        self.found: list[Ranges] = []
        self.all = (1 << len(met)) - 1
        self.values = [codes(field.sort) for field, _ in at.slots]
        self.having = [_index(met, slot) for slot in range(len(at.slots))]

    def widen(self, view: View) -> Ranges:
        """Add and return a largest box around a view that was not met."""
        box = {slot: frozenset({value}) for slot, value in enumerate(view)}
        for slot in range(len(view)):
            free = {n: values for n, values in box.items() if n != slot}
            if self._apart(free):
                box = free
        for slot in list(box):
            for value in self.values[slot]:
                wider = {**box, slot: box[slot] | {value}}
                if self._apart(wider):
                    box = wider
        self.found.append(box)
        return box

    def named(self, box: Ranges) -> Box:
        """Return a box by fields and values instead of numbers."""
        slots = list(self.at.slots)
        return {
            slots[n]: tuple(decode(value, slots[n][0].sort) for value in sorted(values))
            for n, values in box.items()
        }

    def _apart(self, box: Ranges) -> bool:
        inside = self.all
        for slot, values in box.items():
            some = 0
            for value in values:
                some |= self.having[slot].get(value, 0)
            inside &= some
            if not inside:
                return True
        return False


def _index(met: Sequence[View], slot: int) -> dict[int, int]:
    """Return for each value of a slot a number whose bits tell which views have it."""
    marks: dict[int, bytearray] = {}
    size = len(met) // 8 + 1
    for number, view in enumerate(met):
        mark = marks.setdefault(view[slot], bytearray(size))
        mark[number >> 3] |= 1 << (number & 7)
    return {value: int.from_bytes(mark, "little") for value, mark in marks.items()}
