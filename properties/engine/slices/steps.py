"""The steps of a shape on the kept fields, worked out once for what they read.

A slice, in which fields are forgotten, has every run of the whole flow, and perhaps more.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, reduce
from operator import or_
from typing import NamedTuple

from model.language.events import Event
from model.language.meaning import Move
from properties.engine.budget import look
from properties.engine.slices.cases import Cases
from properties.engine.slices.layout import Layout, Room, View
from properties.engine.slices.move_text import Local, Witnesses
from properties.engine.slices.moves import local

MANY = 1024  # of the ways in which a move can end, so many between two looks at the budget
NARROW = 12  # bits: neighbouring moves that touch no more share a table

Step = tuple[int, int]  # the number of a move, and what it adds to a packed view


class Added(dict[int, list[int]]):
    """What a move adds to a packed view, by the bits that it touches, found when first asked."""

    def __init__(self, local: Local, rooms: Sequence[Room], witnesses: Witnesses) -> None:
        super().__init__()
        self.local, self.rooms, self.witnesses = local, rooms, witnesses
        shifts = (rooms[local.touched.index(n)].shift for n in local.written)
        self.written = [
            (local.touched.index(n), shift) for n, shift in zip(local.written, shifts, strict=True)
        ]

    def __missing__(self, key: int) -> list[int]:
        """Take the move where the slots that it touches hold this."""
        look()
        held = [(key >> shift & ones) + least for shift, ones, least in self.rooms]
        added = []
        for n, after in enumerate(self.local.outcomes(self.witnesses, *held), start=1):
            if n % MANY == 0:
                look()
            written = zip(after, self.written, strict=True)
            added.append(sum((new - held[n]) << shift for new, (n, shift) in written))
        self[key] = added
        return added


@lru_cache(maxsize=8192)
def _shared(local: Local, rooms: tuple[Room, ...]) -> Added:
    """Return what a move adds that no witness changes, the same for all slices that have it so."""
    return Added(local, rooms, set())


class Numbered(NamedTuple):
    """What a move adds, its number, and the bits that it touches."""

    number: int
    bits: int
    added: Added


class StepTable(dict[int, list[Step]]):
    """What some neighbouring moves do, in their order, by all the bits that they touch."""

    def __init__(self, moves: Sequence[Numbered]) -> None:
        super().__init__()
        self.moves = moves
        self.bits = reduce(or_, (move.bits for move in moves))

    def __missing__(self, key: int) -> list[Step]:
        """Take the moves where the slots that they touch hold this."""
        moves = self.moves
        self[key] = [(n, added) for n, bits, adds in moves for added in adds[key & bits]]
        return self[key]


class Leading(StepTable):
    """The same without steps that change nothing, or what an earlier move changes as well."""

    def __missing__(self, key: int) -> list[Step]:
        """Take the moves, of those that do the same the first."""
        steps = super().__missing__(key)
        first = {added: number for number, added in reversed(steps) if added}
        self[key] = [(number, added) for number, added in steps if first.get(added) == number]
        return self[key]


@dataclass(frozen=True, eq=False)
class Steps:
    """The moves that can change a kept field or that are watched, by number."""

    layout: Layout
    moves: tuple[Move, ...]
    locals: tuple[Local, ...]
    witnesses: Witnesses

    @cached_property
    def tables(self) -> list[StepTable]:
        """Return tables of all moves, in their order."""
        return self.tables_of(range(len(self.moves)))

    @cached_property
    def leading(self) -> list[Leading]:
        """Return the same tables as far as a search for views needs them."""
        return [Leading(table.moves) for table in self.tables]

    @cached_property
    def _alone(self) -> list[Numbered]:
        return [self._numbered(n, local) for n, local in enumerate(self.locals)]

    def _numbered(self, number: int, local: Local) -> Numbered:
        bits = self.layout.bits(local.touched)
        rooms = tuple(self.layout.rooms[slot] for slot in local.touched)
        if self.layout.world.flow.somes or bits.bit_count() > NARROW:
            return Numbered(number, bits, Added(local, rooms, self.witnesses))
        return Numbered(number, bits, _shared(local, rooms))

    def tables_of(self, numbers: Iterable[int], beside: int = 0) -> list[StepTable]:
        """Return tables of some moves, in order, with the witnesses that are known by now.

        `beside` are further bits by which whoever asks will look up what a table says.
        """
        groups: list[list[Numbered]] = []
        bits = 0
        for move in (self._alone[number] for number in numbers):
            if groups and (bits | move.bits | beside).bit_count() <= NARROW:
                groups[-1].append(move)
                bits |= move.bits
            else:
                groups.append([move])
                bits = move.bits
        return [StepTable(group) for group in groups]

    def successors(self, view: View) -> list[tuple[int, View]]:
        """Return the number of each move that is possible, with the view that it leads to."""
        packed, unpack = self.layout.pack(view), self.layout.unpack
        return [(number, unpack(after)) for number, after in self.after(packed)]

    def after(self, packed: int) -> Iterator[tuple[int, int]]:
        """Yield the same for packed views."""
        for table in self.tables:
            for number, added in table[packed & table.bits]:
                yield number, packed + added

    def learn(self, witnesses: Witnesses) -> None:
        """Take further witnesses into account from now on."""
        if not witnesses <= self.witnesses:
            self.witnesses.update(witnesses)
            for table in (*self.leading, *self.tables):
                table.clear()
            for move in self._alone:
                move.added.clear()


def compile_steps(
    at: Layout,
    watched: Iterable[Event] = (),
    moves: Callable[[Move], bool] | None = None,
) -> Steps:
    """Return the steps that can change a kept field or that are watched."""
    flow = at.world.flow
    if moves is None and not flow.somes:
        only_named = (e for e in watched if at.kept.isdisjoint(flow.writes.get(e, ())))
        return _shared_steps(at, frozenset(only_named))
    return _compiled(at, watched, moves)


@lru_cache(maxsize=128)
def _shared_steps(at: Layout, watched: frozenset[Event]) -> Steps:
    """Return steps that no witness changes, made once for all claims that ask for them."""
    return _compiled(at, watched, None)


def _compiled(at: Layout, watched: Iterable[Event], moves: Callable[[Move], bool] | None) -> Steps:
    look()
    seen, written = set(watched), at.world.flow.writes
    wanted = tuple(
        move
        for move in at.world.moves
        if (moves is None or moves(move))
        and (move.event in seen or not at.kept.isdisjoint(written[move.event]))
    )
    cases = Cases(at)
    return Steps(at, wanted, tuple(local(cases, move) for move in wanted), set())
