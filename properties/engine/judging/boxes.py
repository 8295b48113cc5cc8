"""Boxes of values that never occur together, each as large as what was met allows."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from properties.engine.budget import look
from properties.engine.evidence import Box
from properties.engine.judging.pairs import never_together
from properties.engine.slices.layout import Layout, View, code, codes, decode

BYTE = 256
SEVERAL = 8  # boxes around one view each, before all pairs of values that were not met are added

Ranges = dict[int, frozenset[int]]


class Met:
    """What was met, indexed by slot and value, for all boxes that are made apart from it."""

    def __init__(self, at: Layout, views: Sequence[View]) -> None:
        self.at, self.views = at, views

    @cached_property
    def place(self) -> dict[View, int]:
        """Return for each view the place of its bit, the highest first."""
        return {view: n for n, view in enumerate(self.views)}

    def but(self, left: Iterable[View]) -> int:
        """Return a number whose bits tell which views are none of these."""
        digits = bytearray(b"0" + b"1" * len(self.views))
        for view in left:
            digits[1 + self.place[view]] = ord("0")
        return int(digits, 2)

    @cached_property
    def having(self) -> list[dict[int, int]]:
        """Return for each slot and value a number whose bits tell which views have it."""
        return [_index(self.views, slot) for slot in range(len(self.at.slots))]


class Boxes:
    """The boxes found so far, apart from what was met; what is `left` out they may hold."""

    def __init__(self, met: Met, left: Iterable[View] = ()) -> None:
        self.at, self.met = met.at, met
        self.found: list[Ranges] = []
        self.values = [codes(field.sort) for field, _ in self.at.slots]
        self.others = met.but(left)

    def has_met(self, view: View) -> bool:
        """Tell whether a view was met."""
        return view in self.met.place

    def coded(self, box: Box) -> Ranges:
        """Return a box by numbers instead of fields and values."""
        return {
            self.at.slots[slot]: frozenset(code(value, slot[0].sort) for value in values)
            for slot, values in box.items()
        }

    def widen(self, view: View) -> Ranges:
        """Add and return a largest box around a view that was not met."""
        box = {slot: frozenset({value}) for slot, value in enumerate(view)}
        for slot in range(len(view)):
            look()
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

    def add(self, view: View) -> None:
        """Add a largest box around a view that was not met, and where these are many, all pairs."""
        self.widen(view)
        if len(self.found) == SEVERAL:
            self.found += never_together(self.values, self.met.having)

    def named(self, box: Ranges) -> Box:
        """Return a box by fields and values instead of numbers."""
        slots = list(self.at.slots)
        return {
            slots[n]: tuple(decode(value, slots[n][0].sort) for value in sorted(values))
            for n, values in box.items()
        }

    def _apart(self, box: Ranges) -> bool:
        look()
        inside = self.others
        for slot, values in box.items():
            some, having = 0, self.met.having[slot]
            for value in values:
                some |= having.get(value, 0)
            inside &= some
            if not inside:
                return True
        return False


class WithFacts(Boxes):
    """Boxes made of what was met, beside boxes that are known, which may speak of more fields."""

    def __init__(self, met: Met, wide: Layout, known: Iterable[Box]) -> None:
        super().__init__(met)
        self.made, self.at = Boxes(met), wide
        self.wide = {n: wide.slots[slot] for slot, n in met.at.slots.items()}
        self.found += map(self.coded, known)

    def has_met(self, view: View) -> bool:
        """Tell whether what of a view was looked at was met."""
        return self.made.has_met(self._seen(view))

    def add(self, view: View) -> None:
        """Add boxes of what was looked at."""
        before = len(self.made.found)
        self.made.add(self._seen(view))
        new = self.made.found[before:]
        self.found += ({self.wide[n]: values for n, values in box.items()} for box in new)

    def _seen(self, view: View) -> View:
        return tuple(view[n] for n in self.wide.values())


def _index(met: Sequence[View], slot: int) -> dict[int, int]:
    """Return for each value of a slot a number whose bits tell which views have it."""
    column = [view[slot] for view in met]
    values = list(dict.fromkeys(column))
    if len(values) > BYTE:  # a wide range: rare, and slower
        return {x: int("".join("01"[v == x] for v in column), 2) for x in values}
    place = {value: n for n, value in enumerate(values)}
    packed = bytes([place[value] for value in column])
    return {value: int(packed.translate(_only(n)), 2) for value, n in place.items()}


def _only(number: int) -> bytes:
    """Return the table that turns one byte into the digit 1 and all others into 0."""
    return b"0" * number + b"1" + b"0" * (BYTE - 1 - number)
