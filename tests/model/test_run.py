"""Execution with `transitions` does what the plain meaning says, all of it or nothing."""

from collections.abc import Callable, Iterator

import pytest

from model.flows import FLOWS, flow
from model.language import Flow
from model.language.meaning import Move, State, World
from model.refused import Refused
from model.walk import Walk
from tests.flows_for_tests import (
    COUNTER,
    GATE,
    REGISTRATION,
    SWITCH,
    Fuel,
    Registration,
    Sender,
    close_gate,
    copies,
    count,
    fuel,
    gate_closed,
    meddle,
    midnight,
    mirrored,
    registration,
    request,
    send,
    sender,
    service,
    suspend,
    tick,
)

SHAPES = [(1,), (2,), (1, 1), (1, 0)]


def reachable(world: World) -> Iterator[State]:
    """Yield every state that the plain meaning reaches."""
    todo = list(world.initial_states())
    seen = set(todo)
    while todo:
        state = todo.pop()
        yield state
        for _, after in world.steps(state):
            if after not in seen:
                seen.add(after)
                todo.append(after)


def assert_agrees(walk: Walk, state: State, move: Move) -> None:
    """Take one step in both meanings, and leave the walk where it was."""
    outcome = walk.world.outcome(state, move)
    if outcome.after is None:
        with pytest.raises(Refused) as refused:
            walk.take(move.event, move.home)
        assert refused.value.refusals == outcome.refusals
        assert refused.value.why
    else:
        done = walk.take(move.event, move.home)
        assert walk.state == done.after == outcome.after
        assert set(done.taken) == set(outcome.taken)
        walk.back()
    assert walk.state == state


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("small", [SWITCH, COUNTER], ids=lambda small: small.name)
def test_every_reachable_step_is_what_the_meaning_says(small: Flow, shape: tuple[int, ...]) -> None:
    walk = Walk(small, shape=shape)
    for state in reachable(walk.world):
        walk.put(state)
        for move in walk.world.moves:
            assert_agrees(walk, state, move)


@pytest.mark.parametrize("name", FLOWS)
def test_each_flow_walks_as_its_meaning_says(name: str) -> None:
    walk = Walk(flow(name), shape=(1, 1))
    for seed in range(2):
        for _ in range(12):
            for move in walk.world.moves:
                assert_agrees(walk, walk.state, move)
            if not walk.stroll(1, seed * 100 + len(walk.history)):
                break


def at_the_gate() -> Walk:
    """Return a walk with a switch that waits for midnight."""
    walk = Walk(SWITCH)
    walk.take(request)
    walk.take(close_gate)
    return walk


def test_a_shared_event_takes_place_in_all_machines_or_in_none() -> None:
    walk = at_the_gate()
    walk.take(midnight)
    walk.take(suspend)
    before = walk.state
    with pytest.raises(Refused) as refused:
        walk.take(send)

    assert "sender is 'suspended', not 'live'" in str(refused.value)
    assert walk.state == before
    assert walk.read(copies) == 0
    assert len(walk.history) == 4


def test_an_interrupt_in_the_middle_of_a_step_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walk = at_the_gate()
    before = walk.state

    def interrupted(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(walk, "_write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        walk.take(meddle)

    assert walk.state == before


def test_effects_read_the_state_before_the_step() -> None:
    walk = Walk(COUNTER, starts={mirrored: 1})
    walk.take(tick)
    assert (walk.read(count), walk.read(mirrored)) == (1, 1)
    walk.take(tick)
    assert (walk.read(count), walk.read(mirrored)) == (2, 2)


def test_a_value_that_would_leave_its_sort_is_refused() -> None:
    walk = Walk(COUNTER)
    walk.take(tick)
    walk.take(tick)
    with pytest.raises(Refused, match="'count' would be 3, not 0 to 2"):
        walk.take(tick)

    assert walk.read(count) == 2


def test_followers_take_part_where_they_can_and_else_stay() -> None:
    walk = Walk(SWITCH, points=2)
    walk.take(request, at=0)
    walk.take(close_gate, at=0)
    walk.take(request, at=1)
    walk.take(midnight)

    assert walk.read(registration, at=0) is Registration.ACTIVE
    assert walk.read(registration, at=1) is Registration.PENDING


def test_a_refusal_says_which_conjuncts_are_false_in_their_own_words() -> None:
    walk = Walk(SWITCH, points=2)
    refused = walk.refusal(send, at=1)
    assert refused
    assert refused.why == "sending at point 2 needs: registration is Active"
    walk.take(request, at=1)
    refused = walk.refusal(suspend)
    assert refused
    assert refused.why == (
        "sender needs: for all points of this provider: registration is not Pending"
    )


def test_a_refusal_gives_a_named_condition_by_its_name() -> None:
    machine = REGISTRATION.lacking(midnight, GATE.words)
    strict = machine.instead(
        request,
        *(t.__class__(request, t.source, t.target, GATE) for t in machine.rules_of(request)),
    )
    refused = Walk(SWITCH.but(strict)).refusal(request)
    assert refused
    assert refused.why == "registration needs: the gate has closed"


def test_a_refusal_says_that_the_state_has_no_such_transition() -> None:
    refused = Walk(SWITCH).refusal(close_gate)
    assert refused
    assert str(refused) == "close gate at point 1 is refused: registration is 'Idle', not 'Pending'"


def test_asking_changes_nothing() -> None:
    walk = at_the_gate()
    before = walk.state
    assert walk.can(midnight)
    assert not walk.can(send)
    assert walk.possible()
    assert walk.state == before
    assert len(walk.history) == 2


def test_a_forbidden_step_happens_and_is_marked_as_a_breach() -> None:
    walk = at_the_gate()
    done = walk.take(meddle)

    assert done.breaches == ("keep hands off",)
    assert [(n, duty, str(who)) for n, duty, who in walk.breaches] == [
        (3, "keep hands off", "outsider")
    ]
    assert walk.read(registration) is Registration.IDLE
    assert walk.read(gate_closed) is False


def test_a_step_back_takes_its_breach_with_it() -> None:
    walk = at_the_gate()
    before = walk.state
    walk.take(meddle)
    walk.back()

    assert walk.state == before
    assert walk.breaches == []


def test_points_are_dealt_out_to_the_providers_in_turn() -> None:
    assert Walk(SWITCH, points=3, providers=2).world.shape == (2, 1)
    assert Walk(SWITCH, shape=(2, 0)).world.shape == (2, 0)


def test_a_provider_acts_on_its_own_points_alone() -> None:
    walk = Walk(SWITCH, shape=(1, 1))
    walk.take(request, at=1)
    assert walk.can(suspend, at=0)
    assert not walk.can(suspend, at=1)
    walk.take(suspend, at=0)
    assert walk.read(sender, at=0) is Sender.SUSPENDED
    assert walk.read(sender, at=1) is Sender.LIVE


def test_the_first_of_several_first_values_is_taken_unless_another_is_chosen() -> None:
    assert Walk(SWITCH).read(fuel) is Fuel.ELECTRICITY
    assert Walk(SWITCH, starts={fuel: Fuel.GAS}).read(fuel) is Fuel.GAS
    with pytest.raises(LookupError, match="'gate closed' never starts as yes"):
        Walk(SWITCH, starts={gate_closed: True})


def test_a_walk_is_reproducible_from_its_seed() -> None:
    def strolled(seed: int) -> list[str]:
        return [str(done.move) for done in Walk(SWITCH, points=2).stroll(30, seed)]

    assert strolled(7) == strolled(7)
    assert strolled(7) != strolled(8)


def test_an_event_may_be_given_by_its_name() -> None:
    walk = Walk(SWITCH)
    assert walk.take("request").move == Move(request, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda walk: walk.take("no such event"),
        lambda walk: walk.take(tick),
        lambda walk: walk.take(request, at=1),
    ],
)
def test_an_event_or_a_number_that_is_not_there_is_no_refusal(
    wrong: Callable[[Walk], object],
) -> None:
    with pytest.raises(LookupError):
        wrong(Walk(SWITCH))


def test_a_walk_can_start_from_a_whole_state() -> None:
    walk = at_the_gate()
    again = Walk(SWITCH, first=walk.state)
    assert again.state == walk.state
    assert again.can(midnight)
    assert again.read(service) is walk.read(service)
