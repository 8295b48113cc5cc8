"""Pairs of values that never meet: none does in a whole search, and every step keeps them."""

from collections.abc import Callable, Iterator

import pytest

from model.language import Always, Flow
from model.language.claims import Claim
from model.language.meaning import State, World
from properties.engine.budget import Budget
from properties.engine.evidence import Invariant, Run, Undecided
from properties.engine.pdr import pairs, prove
from properties.engine.pdr.cubes import Cube
from properties.engine.pdr.flow_clauses import clauses_of
from properties.engine.pdr.pairs import never_meeting
from properties.engine.pdr.problem import Problem, Seen
from properties.engine.pdr.sat import Unserved
from properties.engine.slices.seen import parts_of
from tests import toys
from tests.engine.test_pdr import drawn
from tests.trials import ends_badly


def problems(seeds: range) -> Iterator[Problem]:
    """Yield random small flows with a claim on states, as one point sees them."""
    for flow, claim in drawn(seeds):
        if isinstance(claim, Always):
            for part in parts_of(flow, claim.of(flow)):
                shape, where = part.sights[0][0]
                asked = Seen(part.body, where, of_steps=False, alone=False)
                yield Problem(clauses_of(flow, shape), asked)


def reached(problem: Problem) -> Iterator[State]:
    """Yield every state that is reached by runs that keep the claim."""
    world, asked = problem.relation.world, problem.asked
    waiting, met = list(world.initial_states()), set[State]()
    while waiting:
        state = waiting.pop()
        if state not in met and world.holds(asked.claim, asked.where, state, None, state):
            met.add(state)
            yield state
            waiting += [after for _, after in world.steps(state)]


def inside(problem: Problem, cube: Cube, state: State) -> bool:
    world: World = problem.relation.world
    there = dict(zip(world.slots, state, strict=True))
    return all(there[slot] in values for slot, values in problem.space.box(cube).items())


def test_what_never_meets_is_in_no_state_that_is_reached() -> None:
    found = 0
    for problem in problems(range(60)):
        never = never_meeting(problem)
        states = list(reached(problem))
        assert not [cube for cube in never for state in states if inside(problem, cube, state)]
        found += len(never)

    assert found > 500


def test_all_that_hold_together_are_found() -> None:
    """In a ring no two have the token; and nothing else of two is impossible."""
    flow, claim = toys.token(6)
    (part,) = parts_of(flow, claim.of(flow))
    problem = Problem(clauses_of(flow, ()), Seen(part.body, part.sights[0][0][1], False, False))

    said = {str(sorted(map(str, problem.space.box(c).values()))) for c in never_meeting(problem)}
    assert len(never_meeting(problem)) == 6 * 5 / 2
    assert said == {str([str((toys.Held.HOLDS,))] * 2)}


def test_where_they_are_too_many_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    flow, claim = toys.token(6)
    (part,) = parts_of(flow, claim.of(flow))
    problem = Problem(clauses_of(flow, ()), Seen(part.body, part.sights[0][0][1], False, False))
    monkeypatch.setattr(pairs, "MOST", 100)

    assert never_meeting(problem) == []


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a search be begun anew after next to no questions."""
    monkeypatch.setattr(prove, "SHORT", 3)


def kind_of(flow: Flow, claim: Claim) -> type | None:
    """Return as what a claim is answered; each answer is one that can be believed."""
    try:
        found = prove.prove(flow, claim, Budget(seconds=600))
    except (Undecided, Unserved):
        return None
    assert isinstance(found, Invariant) or ends_badly(flow, claim, found)
    return type(found)


def test_given_pairs_a_search_has_the_verdict_that_it_has_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = list(drawn(range(50)))
    without = [kind_of(*one) for one in asked]
    monkeypatch.setattr(prove, "SHORT", 3)
    given = [kind_of(*one) for one in asked]

    assert given == without
    assert {Run, Invariant} <= {*given}


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize(("toy", "size"), [(toys.token, 12), (toys.chain, 20), (toys.votes, 9)])
def test_the_judge_accepts_what_a_search_begun_anew_proves(
    toy: Callable[[int], tuple[Flow, Claim]], size: int
) -> None:
    assert kind_of(*toy(size)) is Invariant
