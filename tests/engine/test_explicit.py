"""The generated search of instances, against the plain meaning and the plain search of claims."""

from collections import Counter
from contextlib import suppress
from random import Random

import pytest

from model.flows import WRITTEN
from model.language import (
    Always,
    Flow,
    Step,
)
from model.language.expressions import Const
from model.language.meaning import Move, State, World
from properties.engine.budget import Budget
from properties.engine.explicit.asked import asked_of
from properties.engine.explicit.ends import STILL, End
from properties.engine.explicit.packing import Packing, packing_of
from properties.engine.explicit.python_text import expand_of
from properties.engine.explicit.search import ANSWERED, search
from properties.engine.fault import EngineFault
from properties.engine.slices.replay import replays
from properties.engine.slices.seen import Outlook, outlook_of
from switchproof.deciding.load import load
from tests.concrete import Tables
from tests.instances import TooMany, _wheres, first_breaks
from tests.searching import ORACLES, Shape, counting, drawn, plainly
from tests.strategies import instances, random_flow, random_walk

MOST = 400  # states that the plain meaning looks at


def agrees(flow: Flow, shape: Shape, most: int = MOST) -> bool:
    """Whether an instance was searched whole; its figures must be the plain ones."""
    plain = plainly(flow, shape, most)
    if plain.stopped:
        return False
    assert search(flow, shape, Budget()) == plain, (flow.name, shape)
    return True


def steps_of(packing: Packing, state: State) -> dict[Move, State]:
    """The steps of one state, by the generated function."""
    steps: list[tuple[int, int, int]] = []
    made = expand_of(packing, keep_steps=True)([packing.pack(state)], {}, [], steps)
    assert made == len(steps)
    return {packing.world.moves[m]: packing.unpack(after) for _, m, after in steps}


@pytest.mark.parametrize("shape", [(), (0,), (1,), (2, 0), (1, 2)])
@pytest.mark.parametrize("name", WRITTEN)
def test_a_state_of_a_flow_has_the_steps_of_its_plain_meaning(name: str, shape: Shape) -> None:
    packing = packing_of(load(name).flow, shape)
    random = Random(name)
    for length in (0, 4, 16, 64):
        state = random_walk(packing.world, random, length + 1)
        assert steps_of(packing, state) == dict(packing.world.steps(state))


def test_random_flows_have_the_states_and_steps_of_their_plain_meaning() -> None:
    tried = [
        agrees(flow, shape)
        for flow in map(random_flow, range(60))
        for shape in [(), *instances(flow)]
    ]
    assert sum(tried) > len(tried) / 2


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        *[("die_hard", (1,)), ("peterson", (1,)), ("philosophers", (1,)), ("voucher", (1, 1))],
        *[("two_phase_commit", (3,)), ("simple_allocator", (2,)), ("barrier", (4,))],
        *[("transaction_commit", (3,)), ("lock", (2,))],
    ],
)
def test_an_oracle_has_the_states_and_steps_of_its_plain_meaning(name: str, shape: Shape) -> None:
    assert agrees(load(str(ORACLES / f"{name}.py")).flow, shape)


@pytest.mark.parametrize("name", ["drafting", "handover", "linked"])
def test_a_whole_flow_with_one_point_has_the_states_of_its_plain_meaning(name: str) -> None:
    assert agrees(load(name).flow, (1,), most=13_000)


def test_a_claim_breaks_as_soon_as_a_plain_search_says_so() -> None:
    lengths = Counter[int]()
    for flow, claim, shapes in drawn():
        for shape in shapes:
            body, of_steps = claim.of(flow), isinstance(claim, Step)
            with suppress(TooMany):
                wanted = first_breaks(Tables(flow), shape, [body], 500, of_steps=of_steps)[0]
                whole = asked_of(World(flow, shape), body, outlook_of(flow, claim))
                found = search(flow, shape, Budget(), [whole])
                length = len(found.runs[0]) if found.runs[0] else -1
                assert length == wanted, (flow.machines, body, shape)
                assert length >= 0 or not found.stopped
                lengths[length] += 1
    assert lengths[-1] > 100
    assert min(lengths[n] for n in range(4)) > 10


def test_several_claims_of_one_search_have_the_answer_of_each_alone() -> None:
    flow, world = load("handover").flow, World(load("handover").flow, (1,))
    claims = [one for one in load("handover").claims if isinstance(one, Always | Step)]
    asked = [asked_of(world, one.of(flow), outlook_of(flow, one)) for one in claims]
    found = search(flow, (1,), Budget(), asked)

    assert len(claims) > 20
    assert found.runs == (None,) * len(claims)
    assert (found.states, found.successors, found.depth, found.stopped) == (12276, 107131, 26, "")


def test_a_run_that_breaks_a_claim_is_replayed_and_ends_where_it_breaks() -> None:
    loaded = load(str(ORACLES / "two_phase_commit.py"))
    flow, claim, world = loaded.variants[0].flow, loaded.claims[0], World(loaded.flow, (2,))
    asked = asked_of(world, claim.of(flow), outlook_of(flow, claim))
    run = search(flow, (2,), Budget(), [asked]).runs[0]
    assert run is not None
    last = replays(World(flow, (2,)), run.first, run.moves).states[-1]

    assert len(run) == 5
    assert not world.holds(asked.body, run.where, last, None, last)


@pytest.mark.parametrize("budget", [Budget(seconds=0), Budget(views=100)])
def test_a_search_that_reaches_a_limit_says_so(budget: Budget) -> None:
    found = search(load("handover").flow, (1,), budget)

    assert found.stopped.startswith(("time limit", "limit of 100 views"))
    assert found.states < 12276


@pytest.mark.parametrize("shape", [(), (0,), (1,), (2,), (2, 1), (1, 0, 2)])
def test_a_claim_is_asked_from_wherever_it_is_seen(shape: Shape) -> None:
    bodies = set[int]()
    for flow, claim, _ in drawn():
        world, body = World(flow, shape), claim.of(flow)
        found = asked_of(world, body, outlook_of(flow, claim)).wheres
        assert len(found) == len(set(found))
        assert set(found) == set(_wheres(world, body)), body
        bodies.add(len(found))
    assert len(bodies) > 1 or not shape


def test_a_search_in_which_all_is_broken_says_that_there_may_be_more() -> None:
    flow = load("handover").flow
    never = asked_of(World(flow, (1,)), Const(False, bool), Outlook(0, False, False, False))
    found = search(flow, (1,), Budget(), [never])

    assert found.runs[0] is not None
    assert (found.states, found.stopped) == (1, ANSWERED)


@pytest.mark.parametrize("end", [End([0], 0, 0), End([0, 0], STILL, 0), End([0], STILL, 0)])
def test_a_run_that_the_plain_meaning_does_not_have_is_a_fault(end: End) -> None:
    flow = counting()
    always = asked_of(World(flow, (1,)), Const(True, bool), Outlook(0, False, False, False))
    with pytest.raises(EngineFault):
        end.run(packing_of(flow, (1,)), always)


def test_a_step_that_leads_elsewhere_is_a_fault() -> None:
    flow = counting()
    never = asked_of(World(flow, (1,)), Const(False, bool), Outlook(0, False, False, True))
    packing = packing_of(flow, (1,))
    first = next(packing.firsts())

    assert len(End([first], 0, first + 1).run(packing, never)) == 1
    with pytest.raises(EngineFault):
        End([first], 0, first + 2).run(packing, never)
