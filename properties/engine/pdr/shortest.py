"""A shortest run of one shape, by bounded search: the clauses of a flow once more for each step.

It begins where the frames of the search ended: no run of so many steps breaks the claim. Of
transitions that compete the first is taken, as execution does.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice

from model.language.meaning import Move
from properties.engine.budget import Spent, look
from properties.engine.evidence import Run
from properties.engine.pdr.clauses import TRUE
from properties.engine.pdr.flow_clauses import FlowClauses
from properties.engine.pdr.problem import Problem
from properties.engine.pdr.sat import Sat
from properties.engine.pdr.search import Route
from properties.engine.pdr.trace import run_of


def shortest_run(problem: Problem, run: Run, clear: int, questions: int) -> Run:
    """Return a shortest run of the shape of one that breaks the claim, which no `clear` steps do.

    It stays as it is where the questions or the budget are spent, or where it is of another shape
    than the problem, as a step of somebody unseen makes it.
    """
    if run.shape != problem.relation.world.shape:
        return run
    with suppress(Spent):
        route = _route(problem, clear, len(run), questions) if clear + 1 < len(run) else None
        world, space, asked = problem.relation.world, problem.space, problem.asked
        run = replace(run_of(world, space, asked, route) if route else run, shortest=True)
    return run


def _route(problem: Problem, clear: int, below: int, questions: int) -> Route | None:
    """Return how the fewest steps break the claim: more than `clear`, and fewer than `below`."""
    steps = Layers(problem, Sat([(TRUE,)], questions))
    for length in range(1, below):
        steps.begin()
        if length > clear and (route := steps.route()):
            return route
        steps.go_on()
    return None


@dataclass(frozen=True)
class Layer:
    """The clauses once more: the number that each variable has in the solver."""

    names: Mapping[int, int]

    def __call__(self, literal: int) -> int:
        """Return a literal by its number in the solver."""
        return self.names[literal] if literal > 0 else -self.names[-literal]


class Layers:
    """Steps one after the other, the first from a first state, in one solver."""

    def __init__(self, problem: Problem, sat: Sat) -> None:
        self.problem, self.sat, self.space = problem, sat, problem.space
        self.every = [*problem.clauses.every, *_in_order(problem.relation)]
        if None in problem.moves:
            self.every.append((-problem.moves[None],))
        self.steps: list[Layer] = []
        self.now: dict[int, int] = {TRUE: TRUE, problem.strict: TRUE}

    def begin(self) -> None:
        """Add a step, the first from a first state."""
        count = self.problem.clauses.count
        base = TRUE + len(self.steps) * count
        step = Layer({n: self.now.get(n, base + n) for n in range(TRUE, count + 1)})
        for clause in self.every:
            self.sat.add(*map(step, clause))
        if not self.steps:
            for firsts in self.space.firsts.values():
                self.sat.add(*(-step(one) for one in sorted(firsts)))
        self.steps.append(step)
        look()

    def go_on(self) -> None:
        """Let the last step keep the claim, and the next begin where it ends."""
        last = self.steps[-1]
        self.sat.add(last(self.problem.good))
        for before, after in self.space.after.items():
            self.now[abs(before)] = last(after) if before > 0 else -last(after)

    def route(self) -> Route | None:
        """Return how the last step breaks the claim, where it can."""
        if not self.sat.holds([-self.steps[-1](self.problem.good)]):
            return None
        first = self.steps[0]
        known = {first(literal): literal for literal in self.space.place}
        cube = self.space.ordered(known[one] for one in self.sat.true_of(known))
        return Route(cube, tuple(map(self._made, self.steps)))

    def _made(self, step: Layer) -> Move | None:
        moves = {step(made): move for made, move in self.problem.move_of.items()}
        (made,) = self.sat.true_of(moves)
        return moves[made]


def _in_order(relation: FlowClauses) -> Iterator[tuple[int, int]]:
    """Yield that no choice is made where one before it fits."""
    for move, moving in relation.moves.items():
        choices = iter(moving.choices)
        for machine, _, may_stay in relation.machines(move):
            mine = list(islice(choices, len(machine.rules_of(move.event)) + may_stay))
            for n, one in enumerate(mine):
                yield from ((-one.made, -before.fits) for before in mine[:n])
