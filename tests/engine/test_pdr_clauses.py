"""A flow as clauses against the plain meaning of its steps, and flows on which less is wrong."""

from collections.abc import Iterator
from enum import Enum
from itertools import product
from random import Random

import pytest

from model.language import (
    FALSE,
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Always,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Step,
    Transition,
    after,
    at_other_point,
    changed,
    happens,
)
from model.language.events import Scope
from model.language.meaning import Move, State, World
from model.language.sorts import belongs
from model.language.transitions import Transition as Rule
from properties.engine.budget import Budget
from properties.engine.evidence import Invariant, Run, Undecided
from properties.engine.pdr.flow_clauses import FlowClauses
from properties.engine.pdr.prove import prove
from properties.engine.pdr.sat import Sat
from tests.small_flows import Drawing
from tests.strategies import random_flow, random_walk

ANYBODY = Party("anybody")


class Stage(Enum):
    """Where a machine stands."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


def outcomes(world: World, state: State, move: Move) -> Iterator[State]:
    """Yield what a move may lead to, whichever transition is taken of those that fit."""
    flow, event, options = world.flow, move.event, list[list[tuple[Machine, int, Rule | None]]]()
    for machine in flow.machines:
        if event not in machine.events:
            continue
        follows = machine.scope < event.scope
        narrow = world.below(event, move.home, machine.scope) if follows else []
        owners = narrow if follows else [world.owner(machine.scope, event.scope, move.home)]
        for owner in owners:
            fitting = list(world.fitting(machine, owner, event, state))
            stay = [None] if follows and not fitting else []
            options.append([(machine, owner, rule) for rule in [*fitting, *stay]])
    for taken in product(*options):
        values = list(state)
        for machine, owner, rule in taken:
            if rule and rule.target:
                values[world.slots[machine.state, owner]] = rule.target
            for field, node in (rule.then if rule else {}).items():
                value = world.compute(node, state, machine.scope, owner)
                values[world.slots[field, owner]] = value
        if all(belongs(v, f.sort) for v, (f, _) in zip(values, world.slots, strict=True)):
            yield tuple(values)


def encoded(relation: FlowClauses, state: State, move: Move) -> set[State]:
    """Return what a move may lead to by the clauses."""
    sat, found = Sat(relation.clauses.every, 10_000), set[State]()
    others = [-one.made for n, one in relation.moves.items() if n != move]
    before = [relation.before[slot][state[n]] for slot, n in relation.world.slots.items()]
    asked = [relation.strict, relation.moves[move].made, *others, *before]
    while sat.holds(asked):
        true = {*sat.true_of(x for values in relation.after.values() for x in values.values())}
        now = [(s, v, x) for s, vs in relation.after.items() for v, x in vs.items() if x in true]
        held = {slot: value for slot, value, _ in now}
        found.add(tuple(held[slot] for slot in relation.world.slots))
        sat.add(*(-literal for _, _, literal in now))
    return found


@pytest.mark.parametrize("seed", range(30))
def test_each_move_leads_where_its_plain_meaning_does(seed: int) -> None:
    random = Random(seed)
    drawn = Drawing(seed, "closed", providers=random.random() < 0.5).flow()
    for flow in (drawn, random_flow(seed, closed=True)):
        shapes = [(1,), (2,), (1, 1), (1, 0)] if flow.has_providers else [(1,), (2,)]
        relation = FlowClauses(flow, random.choice(shapes))
        state = random_walk(relation.world, random)
        for move in relation.world.moves:
            assert encoded(relation, state, move) == set(outcomes(relation.world, state, move))


def machine(name: str, scope: Scope, state: Field, *rules: Transition) -> Machine:
    return Machine(name, scope, state, rules)


def flow_of(*machines: Machine) -> Flow:
    return Flow("trap", "A trap", machines, (ANYBODY,))


stage = Field("stage", Stage, Stage.FIRST)
GO = Event("go", POINT, ANYBODY)
TURN = Event("turn", INDUSTRY, ANYBODY)


def test_of_two_transitions_that_fit_either_may_be_taken() -> None:
    both = flow_of(
        machine(
            "m",
            POINT,
            stage,
            Transition(GO, Stage.FIRST, Stage.SECOND),
            Transition(GO, Stage.FIRST, Stage.THIRD),
        )
    )
    never = Always("never-third", "It never is third.", stage.is_not(Stage.THIRD))
    with pytest.raises(Undecided, match="another transition than execution"):
        prove(both, never, Budget())


def test_what_only_another_does_breaks_a_claim_on_steps() -> None:
    other = flow_of(machine("m", POINT, stage, Transition(GO, Stage.FIRST, Stage.SECOND)))
    mine = Step("always-me", "Each step is mine.", happens(GO))
    found = prove(other, mine, Budget())

    assert isinstance(found, Run)
    assert sum(found.shape) == 2


def test_where_nobody_else_can_step_each_step_is_asked_by_itself() -> None:
    alone = flow_of(machine("m", INDUSTRY, stage, Transition(TURN, Stage.FIRST, Stage.SECOND)))
    idle = alone.but(alone.machines[0].also(Transition(TURN, Stage.SECOND, STAYS)))
    moves = Step("moves", "Each step moves it.", changed(stage))
    found = prove(alone, moves, Budget())

    assert isinstance(found, Invariant)
    assert found.proofs[0].each
    assert isinstance(prove(idle, moves, Budget()), Run)


def test_a_claim_on_a_provider_is_shown_of_one_without_points() -> None:
    suspended = Field("suspended", bool, False)
    state = Field("provider", Stage, Stage.FIRST)
    stop = Event("stop", PROVIDER, ANYBODY)
    provider = Machine(
        "provider",
        PROVIDER,
        state,
        [Transition(stop, Stage.FIRST, Stage.SECOND, then={suspended: True})],
        (suspended,),
    )
    points = machine("m", POINT, stage, Transition(stop, Stage.FIRST, Stage.SECOND))
    body = suspended.implies(state.is_(Stage.SECOND))
    found = prove(flow_of(provider, points), Always("told", "Only if stopped.", body), Budget())

    assert isinstance(found, Invariant)
    assert [*found.boxes] == [(0,)]


def test_a_claim_that_no_first_state_keeps_is_refuted_in_no_step() -> None:
    flow = flow_of(machine("m", POINT, stage, Transition(GO, Stage.FIRST, Stage.SECOND)))
    for body in (stage.is_(Stage.THIRD), FALSE):
        found = prove(flow, Always("never", "Never.", body), Budget())
        assert isinstance(found, Run)
        assert len(found) == 0


def test_a_claim_on_two_points_is_seen_from_both() -> None:
    flow = flow_of(machine("m", POINT, stage, Transition(GO, Stage.FIRST, Stage.SECOND)))
    apart = stage.is_(Stage.FIRST) | at_other_point(stage).is_(Stage.FIRST)
    found = prove(flow, Always("not-both", "Not both.", apart), Budget())
    assert isinstance(found, Run)
    assert (found.shape, len(found)) == ((2,), 2)


def test_a_number_stays_in_its_sort() -> None:
    count = Field("count", range(4), 0)
    up, down = Event("up", POINT, ANYBODY), Event("down", POINT, ANYBODY)
    rules = [
        Transition(up, Stage.FIRST, STAYS, then={count: count + 2}),
        Transition(down, Stage.FIRST, STAYS, then={count: count - 2}),
    ]
    flow = flow_of(Machine("m", POINT, stage, rules, (count,)))
    even = Always("even", "It is even.", count.in_(0, 2))
    rises = count.less_than(after(count)).implies(count.is_(0))
    for claim in (even, Step("rises", "It rises from 0 alone.", rises)):
        assert isinstance(prove(flow, claim, Budget()), Invariant)
