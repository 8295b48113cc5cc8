"""The three meanings of random flows agree: interpreter, generated steps, Z3, and `transitions`."""

from random import Random

import z3
from hypothesis import given, settings

from model.language.meaning import Move, State, World
from model.language.operators import OPERATORS
from model.language.sorts import members
from model.language.words import WORDS
from model.walk import Walk
from properties.engine.judging.encode import Encoding
from properties.engine.judging.terms import TERMS, constant
from properties.engine.slices.layout import code, layout
from properties.engine.slices.source import TEXT
from properties.engine.slices.steps import compile_steps
from tests.flows_for_tests import SWITCH
from tests.strategies import instances, random_flow, random_walk, seeds


def test_every_operator_has_every_meaning() -> None:
    assert OPERATORS.keys() == WORDS.keys() == TERMS.keys() == TEXT.keys()


@given(seed=seeds)
@settings(max_examples=100)
def test_the_generated_steps_are_those_of_the_plain_meaning(seed: int) -> None:
    flow, random = random_flow(seed), Random(seed)
    world = World(flow, random.choice(instances(flow)))
    steps = compile_steps(layout(flow, flow.fields, world.shape), flow.events)
    state = random_walk(world, random)
    found = {(steps.moves[n], view) for n, view in steps.successors(steps.layout.project(state))}

    assert found == {(move, steps.layout.project(after)) for move, after in world.steps(state)}


@given(seed=seeds)
@settings(max_examples=80)
def test_z3_takes_the_steps_of_the_plain_meaning_and_no_other(seed: int) -> None:
    flow, random = random_flow(seed), Random(seed)
    world = World(flow, random.choice(instances(flow)))
    encoding = Encoding(flow, world.shape)
    state = random_walk(world, random)
    for move in world.moves:
        after = world.outcome(state, move).after
        expected = set() if after is None else {after}

        assert solutions(encoding, world, state, move) == expected


@given(seed=seeds)
def test_what_transitions_runs_is_the_plain_meaning(seed: int) -> None:
    flow, random = random_flow(seed), Random(seed)
    walk = Walk(flow, shape=random.choice(instances(flow)))
    for _ in range(8):
        outcomes = {move: walk.world.outcome(walk.state, move).after for move in walk.world.moves}
        possible = [move for move, after in outcomes.items() if after is not None]

        assert walk.possible() == possible
        if not possible:
            break
        move = random.choice(possible)
        walk.take(move.event, move.home)
        assert walk.state == outcomes[move]


def test_z3_agrees_on_a_flow_with_every_construct() -> None:
    random = Random(1)
    for shape in [(2,), (1, 1)]:
        world, encoding = World(SWITCH, shape), Encoding(SWITCH, shape)
        for _ in range(25):
            state = random_walk(world, random, 14)
            for move in world.moves:
                after = world.outcome(state, move).after

                assert solutions(encoding, world, state, move) == (
                    set() if after is None else {after}
                )


def solutions(encoding: Encoding, world: World, state: State, move: Move) -> set[State]:
    """Every state after a move that Z3 allows."""
    relation = encoding.relation(move)
    solver = z3.SolverFor("QF_FD")
    for slot, number in world.slots.items():
        sort = slot[0].sort
        solver.add(encoding.read(slot) == constant(code(state[number], sort), sort))
    solver.add(*relation.conditions)
    found = set()
    while solver.check() == z3.sat:
        model = solver.model()
        after = list(state)
        for slot, term in relation.after.items():
            sort = slot[0].sort
            after[world.slots[slot]] = next(
                v
                for v in members(sort)
                if z3.is_true(model.eval(term == constant(code(v, sort), sort), True))
            )
        found.add(tuple(after))
        same = [
            term == constant(code(after[world.slots[slot]], slot[0].sort), slot[0].sort)
            for slot, term in relation.after.items()
        ]
        solver.add(z3.Not(z3.And(same)))
    return found
