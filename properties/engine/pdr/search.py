"""The search: boxes that no run meets and that prove a claim, or the moves of a run that breaks it.

Frame after frame holds what so many steps can reach, or more. A cube from which the claim can be
broken is blocked in its frame, once what leads into it is blocked in the frame before; from a
first state it is a run. A blocked cube is made as large as it may be, and pushed as far as it
holds. Where a frame has nothing that the next has not, its cubes are an invariant.
"""

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from model.language.meaning import Move
from properties.engine.fault import EngineFault
from properties.engine.pdr.cubes import Cube
from properties.engine.pdr.questions import Questions


@dataclass(frozen=True)
class Route:
    """States from each of which the moves lead to where the claim is broken.

    A last move that is none stands for a step of which nothing is seen.
    """

    cube: Cube
    moves: tuple[Move | None, ...]


class Pursuit:
    """Looks for an invariant of one problem."""

    def __init__(self, ask: Questions) -> None:
        self.space, self.ask = ask.space, ask
        self.cubes: list[list[Cube]] = [[]]  # by the last frame in which each is blocked

    @property
    def clear(self) -> int:
        """Return after how many steps, or fewer, the claim is known not to be broken."""
        return len(self.cubes) - 1

    def run(self) -> list[Cube] | Route:
        """Return cubes that prove the claim, or how it is broken; raises Spent."""
        if (first := self.ask.bad_first()) is not None:
            return Route(first, ())
        if step := self.ask.bad_step(0):
            return Route(step.cube, (step.move,))
        self._open()
        while True:
            last = len(self.cubes) - 1
            while step := self.ask.bad_step(last):
                if route := self._block(Route(step.cube, (step.move,)), last):
                    return route
            self._open()
            if (found := self._pushed()) is not None:
                return found

    def _open(self) -> None:
        self.cubes.append([])
        self.ask.open()

    def _block(self, asked: Route, last: int) -> Route | None:
        """Block where a route begins, up to a frame; return one that begins in a first state."""
        numbers = count()
        waiting = [(last, next(numbers), asked)]
        while waiting:
            level, _, one = heappop(waiting)
            if self.space.meets_first(one.cube):
                return one
            if self._is_blocked(one.cube, level):
                continue
            barred = self._barred(one.cube, level)
            if barred is None:
                step = self.ask.step_into(one.cube)
                before = Route(step.cube, (step.move, *one.moves))
                heappush(waiting, (level - 1, next(numbers), before))
                heappush(waiting, (level, next(numbers), one))
            elif (reached := self._add(self._generalised(barred, level), level)) < last:
                heappush(waiting, (reached + 1, next(numbers), one))
        return None

    def _is_blocked(self, cube: Cube, level: int) -> bool:
        said = frozenset(cube)
        return any(said.issuperset(one) for cubes in self.cubes[level:] for one in cubes)

    def _generalised(self, cube: Cube, level: int) -> Cube:
        """Return a larger cube into which no step leads: first by slots, then by values."""
        for slot in dict.fromkeys(self.space.slot_of[literal] for literal in cube):
            cube = self._without(cube, {*self.space.slots[slot]}, level)
        for literal in cube:
            cube = self._without(cube, {literal}, level)
        return cube

    def _without(self, cube: Cube, left_out: set[int], level: int) -> Cube:
        """Return a cube without some literals, and more, where no step leads into it so either."""
        smaller = tuple(literal for literal in cube if literal not in left_out)
        if len(smaller) == len(cube) or self.space.meets_first(smaller):
            return cube
        return self._barred(smaller, level) or cube

    def _barred(self, cube: Cube, level: int) -> Cube | None:
        """Return a larger cube into which no step leads up to a frame; None where one does."""
        barred = self.ask.barred(cube, level - 1)
        if barred is None or not self.space.meets_first(barred):
            return barred
        slot = self.space.apart_by(cube)
        if slot is None:
            raise EngineFault("what is to be blocked holds a first state")
        return self.space.ordered({*barred, *self.space.firsts[slot]})

    def _add(self, cube: Cube, level: int) -> int:
        """Block a cube as far as no step leads into it, and return how far that is."""
        while level < len(self.cubes) - 1 and (barred := self._barred(cube, level + 1)):
            cube, level = barred, level + 1
        self._keep(cube, level)
        return level

    def _keep(self, cube: Cube, level: int) -> None:
        """Note a cube as blocked up to a frame, and forget those within it."""
        said = frozenset(cube)
        for n in range(1, level + 1):
            self.cubes[n] = [one for one in self.cubes[n] if not said.issubset(one)]
        self.cubes[level].append(cube)
        self.ask.block(cube, level)

    def _pushed(self) -> list[Cube] | None:
        """Push each cube as far as it holds; return an invariant where a frame is left empty."""
        for level in range(1, len(self.cubes) - 1):
            for cube in tuple(self.cubes[level]):
                if cube in self.cubes[level] and (barred := self._barred(cube, level + 1)):
                    self._keep(barred, level + 1)
            if not self.cubes[level]:
                return [*self.ask.never, *(cube for cubes in self.cubes[level:] for cube in cubes)]
        return None
