"""A breadth-first search of the views of one shape, as far as whoever asks needs it."""

from collections.abc import Iterable, Iterator

from properties.engine.budget import Budget, look
from properties.engine.evidence import Box
from properties.engine.slices.layout import Layout, View, code
from properties.engine.slices.move_text import Witnesses
from properties.engine.slices.steps import Steps

BATCH = 512  # at the most so many views take their steps between two looks at the budget
FIRST_BATCH = 16
FEW, MANY = 64, 4096  # the same where whoever asked looks at them, and where they are unpacked

Barred = tuple[int, int, frozenset[int]]  # a slot's shift and bits, and the values in the box
Parents = dict[int, tuple[int, int | None] | None]


class Reach:
    """The views of one shape in the order of a breadth-first search, found as they are asked for.

    Views are packed. `parents` gives for each its predecessor and the number of the move; the
    number is None where somebody else's step led to it, and a first view has no parent. What is in
    a box that `never` occurs is not met, where the box speaks of nothing but what is kept.
    """

    def __init__(self, steps: Steps, budget: Budget, never: Iterable[Box] = ()) -> None:
        self.steps = steps
        self.tables = [(table.bits, table) for table in steps.leading]
        self.budget = budget
        self.barred = list(_barred(steps.layout, never))
        self.packed: list[int] = []
        self.parents: Parents = {}
        self.expanded = 0
        self._order: list[View] = []
        for n, view in enumerate(steps.layout.firsts()):
            if n % BATCH == 0:
                budget.check(n)
            self._add(steps.layout.pack(view), None)
        self.firsts = len(self.packed)

    def add(self, view: View, before: View) -> None:
        """Add a view to which somebody else's step led, unless it is known."""
        pack = self.steps.layout.pack
        self._add(pack(view), (pack(before), None))

    def _add(self, view: int, parent: tuple[int, int | None] | None) -> None:
        if view not in self.parents and not self.is_barred(view):
            self.parents[view] = parent
            self.packed.append(view)

    def is_barred(self, view: int) -> bool:
        """Tell whether a packed view is in a box that never occurs."""
        return any(
            all(view >> shift & ones in values for shift, ones, values in box)
            for box in self.barred
        )

    @property
    def order(self) -> list[View]:
        """Return the views that are known by now, in order, unpacked."""
        unpack = self.steps.layout.unpack
        while len(self._order) < len(self.packed):
            first = len(self._order)
            self._order += [unpack(view) for view in self.packed[first : first + MANY]]
            look()
        return self._order

    def learn(self, witnesses: Witnesses) -> None:
        """Take further witnesses into account: what is known takes its steps anew."""
        self.steps.learn(witnesses)
        self.expanded = 0

    def expand(self, most: int = BATCH) -> None:
        """Take the steps of the next views, so many at the most."""
        order, parents, barred = self.packed, self.parents, self.barred
        last = min(len(order), self.expanded + most)
        for view in order[self.expanded : last]:
            for bits, table in self.tables:
                for number, added in table[view & bits]:
                    after = view + added
                    if after not in parents and not (barred and self.is_barred(after)):
                        parents[after] = (view, number)
                        order.append(after)
        self.expanded = last
        self.budget.check(len(order))

    @property
    def is_closed(self) -> bool:
        """Tell whether every view that is known has taken its steps."""
        return self.expanded == len(self.packed)

    def views(self) -> Iterator[int]:
        """Yield the packed views in order, searching on as needed."""
        at, most = 0, FIRST_BATCH
        while at < len(self.packed) or not self.is_closed:
            known = min(len(self.packed), at + FEW)
            yield from self.packed[at:known]
            at = known
            look()
            if at == len(self.packed) and not self.is_closed:
                self.expand(most)
                most = min(2 * most, BATCH)

    def close(self) -> None:
        """Search to the end."""
        while not self.is_closed:
            self.expand()

    def edges(self) -> Iterator[list[tuple[int, int]]]:
        """Yield for each view of a closed search its steps: number of the move, of the view."""
        numbers = {view: n for n, view in enumerate(self.packed)}
        for n, view in enumerate(self.packed):
            if n % BATCH == 0:
                self.budget.check(len(numbers))
            steps = self.steps.after(view)
            if self.barred:
                steps = (step for step in steps if not self.is_barred(step[1]))
            yield [(number, numbers[after]) for number, after in steps]

    def path(self, view: View) -> tuple[list[View], list[int | None]]:
        """Return the views that lead to a view, from a first one, and the moves between them."""
        packed = self.steps.layout.pack(view)
        views, moves = [packed], list[int | None]()
        while (parent := self.parents[views[-1]]) is not None:
            views.append(parent[0])
            moves.append(parent[1])
        return [self.steps.layout.unpack(one) for one in reversed(views)], moves[::-1]


def _barred(at: Layout, never: Iterable[Box]) -> Iterator[list[Barred]]:
    """Yield boxes of what is kept, by where their slots are packed."""
    for box in never:
        if box.keys() <= at.slots.keys():
            rooms = {slot: at.rooms[at.numbers[slot]] for slot in box}
            yield [
                (room.shift, room.ones, frozenset(code(v, s[0].sort) - room.least for v in box[s]))
                for s, room in rooms.items()
            ]
