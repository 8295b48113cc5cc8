"""The boxes that are needed: of cubes that together prove a claim, as few as still do.

First those that the claim needs, and those which these need; then each is left out in turn, the
last first, where the others still prove the claim and each other.
"""

from collections.abc import Iterable, Sequence

from properties.engine.fault import EngineFault
from properties.engine.pdr.cubes import Cube
from properties.engine.pdr.questions import Questions

GOAL = -1  # stands for the claim among the numbers of cubes


class Shrinking:
    """Cubes that prove a claim, each assumed and asked for by a literal of its own."""

    def __init__(self, ask: Questions, cubes: Sequence[Cube]) -> None:
        problem = ask.problem
        self.strict, self.sat, self.switch, self.cubes = problem.strict, ask.sat, ask.switch, cubes
        self.assumed = [ask.switch() for _ in cubes]
        self.broken = {n: ask.switch() for n in (GOAL, *range(len(cubes)))}
        for n, cube in enumerate(cubes):
            self.sat.add(-self.assumed[n], *(-literal for literal in cube))
            for literal in cube:
                self.sat.add(-self.broken[n], problem.space.after[literal])
        self.sat.add(-self.broken[GOAL], -problem.good)

    def needed(self) -> list[Cube]:
        """Return as few cubes as prove the claim: none can be left out."""
        kept = self._reached()
        for number in sorted(kept, reverse=True):
            if self._prove(kept - {number}):
                kept -= {number}
        return [self.cubes[number] for number in sorted(kept)]

    def _reached(self) -> set[int]:
        found, waiting = set[int](), [GOAL]
        while waiting:
            if self.sat.holds([self.strict, self.broken[waiting.pop()], *self.assumed]):
                raise EngineFault("what is kept of an invariant is none")
            core = self.sat.core()
            new = [n for n, one in enumerate(self.assumed) if one in core and n not in found]
            found.update(new)
            waiting += new
        return found

    def _prove(self, kept: Iterable[int]) -> bool:
        """Tell whether these cubes alone prove the claim, and each other."""
        some = self.switch()
        self.sat.add(-some, self.broken[GOAL], *(self.broken[n] for n in kept))
        broken = self.sat.holds([some, self.strict, *(self.assumed[n] for n in kept)])
        self.sat.add(-some)
        return not broken
