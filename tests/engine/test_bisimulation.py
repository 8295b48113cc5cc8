"""What is executed is what is proved: three meanings of each flow of the project, state by state.

From each state that is looked at, the flow run by `transitions`, the plain meaning and the
generated steps allow the same moves and lead to the same states. Looked at are views of each
machine with its neighbours (what else there is stands at its first value), and states met on
walks through the whole, with one point and with two. `make soak` looks at every reachable
view; `make test` at some, evenly spread, and says how many.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from random import Random

import pytest

from model.flows import WRITTEN, flow
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.meaning import Move, State, World
from model.walk import Walk
from properties.engine.budget import Budget
from properties.engine.slices.counts import neighbourhood
from properties.engine.slices.layout import View, layout
from properties.engine.slices.reach import Reach
from properties.engine.slices.steps import Steps, compile_steps

SOME = 25  # views of each machine
STEPS, MANY = 15, 600  # states met on walks through the whole
SHAPES = [(1,), (2,), (1, 1)]
MACHINES = [(name, str(machine)) for name in WRITTEN for machine in flow(name).machines]


class Three:
    """The three meanings of a flow at a shape."""

    def __init__(self, whole: Flow, shape: tuple[int, ...]) -> None:
        self.walk = Walk(whole, shape=shape)
        self.world: World = self.walk.world
        self.steps: Steps = compile_steps(layout(whole, whole.fields, shape), whole.events)
        self.first: State = self.walk.state

    def agree(self, state: State, moves: Sequence[Move]) -> None:
        """Compare what each allows from a state, and where it leads."""
        project = self.steps.layout.project
        generated: dict[Move, list[View]] = {}
        for number, after in self.steps.successors(project(state)):
            generated.setdefault(self.steps.moves[number], []).append(after)
        for move in moves:
            plain = self.world.outcome(state, move).after
            expected = [] if plain is None else [project(plain)]
            assert generated.get(move, []) == expected
            assert self.executed(state, move) == plain

    def executed(self, state: State, move: Move) -> State | None:
        """Return where `transitions` leads, or None where it refuses."""
        self.walk.put(state)
        if not self.walk.can(move.event, move.home):
            return None
        self.walk.take(move.event, move.home)
        return self.walk.state


@cache
def three(name: str, shape: tuple[int, ...]) -> Three:
    return Three(flow(name), shape)


def views(whole: Flow, machine: Machine, meanings: Three) -> Iterator[State]:
    """Each view of a machine with its neighbours, as a state of the whole."""
    reach = Reach(compile_steps(layout(whole, neighbourhood(whole, [machine]), (1,))), Budget())
    reach.close()
    at = reach.steps.layout
    for view in reach.order:
        state = list(meanings.first)
        for slot, value in at.values(view).items():
            state[meanings.world.slots[slot]] = value
        yield tuple(state)


def compare(name: str, machine_name: str, most: int | None) -> int:
    """Compare the meanings of a machine's events in its views, or in so many; return how many."""
    meanings, whole = three(name, (1,)), flow(name)
    machine = next(m for m in whole.machines if str(m) == machine_name)
    moves = [move for move in meanings.world.moves if move.event in machine.events]
    states = list(views(whole, machine, meanings))
    every = 1 if most is None else max(1, len(states) // most)
    for state in states[::every]:
        meanings.agree(state, moves)
    return len(states[::every])


@pytest.mark.parametrize(("name", "machine"), MACHINES)
def test_the_meanings_agree_in_some_views_of_each_machine(name: str, machine: str) -> None:
    assert compare(name, machine, SOME) > 0


@pytest.mark.soak
@pytest.mark.parametrize(("name", "machine"), MACHINES)
def test_the_meanings_agree_in_every_view_of_each_machine(name: str, machine: str) -> None:
    assert compare(name, machine, None) > 0


def walked(name: str, shape: tuple[int, ...], steps: int) -> int:
    """Compare the meanings in the states met on walks; return how many different ones."""
    meanings, random = three(name, shape), Random(sum(shape))
    state, met = meanings.first, set()
    for _ in range(steps):
        meanings.agree(state, list(meanings.world.moves))
        met.add(state)
        ahead = [after for _, after in meanings.world.steps(state)]
        state = random.choice(ahead) if ahead else meanings.first
    return len(met)


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_meanings_agree_on_a_walk_through_the_whole(name: str, shape: tuple[int, ...]) -> None:
    assert walked(name, shape, STEPS) > 1


@pytest.mark.soak
@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_meanings_agree_on_walks_through_the_whole(name: str, shape: tuple[int, ...]) -> None:
    assert walked(name, shape, MANY) > 1
