"""The questions of the search, put to one solver: which step leads there, and from how far around.

A step that is found is widened: what its move and its choices do to every state of a cube is
asked in turn, and the cube is all that was needed for the answer. There a choice that would not
fit, or would leave a sort, counts as not getting there; else the answer would be empty.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.language.meaning import Move
from properties.engine.fault import EngineFault
from properties.engine.pdr.cubes import Cube
from properties.engine.pdr.flow_clauses import Moving
from properties.engine.pdr.problem import Problem
from properties.engine.pdr.sat import Sat


@dataclass(frozen=True)
class Approach:
    """States from each of which a move leads there; no move: where nothing changes."""

    cube: Cube
    move: Move | None


class Questions:
    """One solver, the frames told to it, and what is asked of it.

    `never` are cubes that no run meets, so no frame does.
    """

    def __init__(self, problem: Problem, most: int, never: Sequence[Cube] = ()) -> None:
        self.problem, self.space, self.never = problem, problem.space, never
        self.count = problem.clauses.count
        self.sat = Sat(problem.clauses.every, most)
        self.frames = [self.switch()]
        for firsts in self.space.firsts.values():
            self.sat.add(-self.frames[0], *(-one for one in sorted(firsts)))
        self.in_none = [self.switch()] if never else []
        for cube in never:
            self.sat.add(-self.in_none[0], *(-literal for literal in cube))

    def switch(self) -> int:
        """Return a literal of which nothing is said yet."""
        self.count += 1
        return self.count

    def open(self) -> None:
        """Add a frame, of which nothing is known."""
        self.frames.append(self.switch())

    def block(self, cube: Cube, level: int) -> None:
        """Let no state of a frame, or of one before it, be in a cube."""
        self.sat.add(-self.frames[level], *(-literal for literal in cube))

    def bad_first(self) -> Cube | None:
        """Return first states that break a claim on states."""
        broken = -self.problem.good_before
        if self.problem.asked.of_steps or not self.sat.holds([self.frames[0], broken]):
            return None
        return self._widened([], -broken)

    def bad_step(self, level: int) -> Approach | None:
        """Return states of a frame of which a step breaks the claim."""
        if not self.sat.holds([*self._within(level), -self.problem.good]):
            return None
        return self._step([], self.problem.good)

    def barred(self, cube: Cube, level: int) -> Cube | None:
        """Return what of a cube bars each step of a frame from outside; None where one leads in."""
        outside = self.switch()
        self.sat.add(-outside, *(-literal for literal in cube))
        into = [self.space.after[literal] for literal in cube]
        leads_in = self.sat.holds([outside, *self._within(level), *into])
        self.sat.add(-outside)
        if leads_in:
            return None
        core = self.sat.core()
        return tuple(literal for literal in cube if self.space.after[literal] in core)

    def step_into(self, cube: Cube) -> Approach:
        """Return the step of the last answer, which was that one leads into a cube."""
        return self._step([self.space.after[literal] for literal in cube], None)

    def _within(self, level: int) -> list[int]:
        return [self.problem.strict, *self.in_none, *self.frames[level:]]

    def _step(self, into: Sequence[int], good: int | None) -> Approach:
        """Return the step of the last answer, from all around where it leads there too."""
        (made_now,) = self.sat.true_of(self.problem.moves.values())
        move = self.problem.move_of[made_now]
        moving = self.problem.relation.moves[move] if move else Moving(made_now)
        true = {*self.sat.true_of(choice.made for choice in moving.choices)}
        chosen = [choice for choice in moving.choices if choice.made in true]
        fails = [*moving.leaves, *(-literal for literal in into), *(-c.fits for c in chosen)]
        made = [made_now, *(choice.made for choice in chosen)]
        return Approach(self._widened(made, *fails, *([good] if good is not None else [])), move)

    def _widened(self, made: Iterable[int], *fails: int) -> Cube:
        """Return around the state of the last answer where none of these comes about."""
        state = self.sat.true_of(self.space.place)
        failing = self.switch()
        self.sat.add(-failing, *fails)
        if self.sat.holds([failing, *made, *state]):
            raise EngineFault("a choice does two things in one state")
        core = self.sat.core()
        self.sat.add(-failing)
        return tuple(literal for literal in state if literal in core)
