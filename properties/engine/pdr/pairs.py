"""Pairs of values that never meet: as many as hold at first and, together, after each step.

All that hold at first are supposed. Where a step from a state without any of them leads to one,
none that is there is supposed any more; what is left at the end is kept by every step (Houdini).
"""

from collections.abc import Iterator
from itertools import combinations, product

from properties.engine.budget import Spent
from properties.engine.pdr.cubes import Cube, Space
from properties.engine.pdr.problem import Problem
from properties.engine.pdr.sat import Sat

MOST = 4_000_000  # pairs, each as often as a question is asked that supposes it
FEW = 10  # questions, for fewer of which it is not begun


class Pairs:
    """Pairs that are supposed never to meet, each with a switch and a sign that it is broken."""

    def __init__(self, problem: Problem, cubes: list[Cube]) -> None:
        self.space, self.strict, self.cubes = problem.space, problem.strict, cubes
        self.sat = Sat(problem.clauses.every, MOST // max(1, len(cubes)))
        first = problem.clauses.count + 1
        self.supposed = {first + 2 * n: cube for n, cube in enumerate(cubes)}
        for switch, cube in self.supposed.items():
            self.sat.add(-switch, *(-literal for literal in cube))
            for literal in cube:
                self.sat.add(-self._broken(switch), self.space.after[literal])
        self.sat.add(*map(self._broken, self.supposed))

    def kept(self) -> list[Cube]:
        """Return those that are kept by every step; raises Spent."""
        while self.supposed and self.sat.holds([self.strict, *self.supposed]):
            after = {*self.sat.true_of(self.space.before)}
            for switch, cube in tuple(self.supposed.items()):
                if all(self.space.after[literal] in after for literal in cube):
                    del self.supposed[switch]
                    self.sat.add(-self._broken(switch))
        return list(self.supposed.values())

    def _broken(self, switch: int) -> int:
        return switch + 1


def never_meeting(problem: Problem) -> list[Cube]:
    """Return pairs of values that never meet in a run that keeps the claim; none if it is long."""
    if len(problem.space.place) ** 2 > MOST // FEW:
        return []
    pairs = Pairs(problem, list(_apart_at_first(problem.space)))
    try:
        return pairs.kept()
    except Spent:
        return []
    finally:
        pairs.sat.close()


def _apart_at_first(space: Space) -> Iterator[Cube]:
    """Yield each value of a slot, and each two of two slots, that no first state has."""
    having = [
        [tuple(other for other in some if other != literal) for literal in some]
        for some in space.slots.values()
    ]
    for ones in having:
        yield from (one for one in ones if not space.meets_first(one))
    for mine, theirs in combinations(having, 2):
        both = ((*one, *other) for one, other in product(mine, theirs))
        yield from (cube for cube in both if not space.meets_first(cube))
