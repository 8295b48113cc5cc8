"""No mutant is called equivalent that differs in some world: by small flows, and by brute force."""

from collections.abc import Iterator
from random import Random

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    TRUE,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
    all_my_points,
    all_other_points,
    all_points,
    all_providers,
    some_point,
    some_provider,
)
from properties.analyses.mutation.alike import alike
from properties.analyses.mutation.mutants import ACTOR, DOUBLED, Mutant, mutants
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Undecided
from tests.concrete import Moment, State, Tables
from tests.concrete import alike as sorted_out
from tests.strategies import Stage

BY = Party("somebody")
ONE, TWO, THREE = Stage
at, held, shared = (Field(name, Stage, ONE) for name in ("at", "held", "shared"))
EVENTS = {
    scope: [Event(f"{name} {scope.name}", scope, BY) for name in ("go", "turn")]
    for scope in (POINT, PROVIDER, INDUSTRY)
}
HOME = {at: POINT, held: PROVIDER, shared: INDUSTRY}
STATES = 400  # of an instance that is searched


def condition(field: Field, event: Event, random: Random) -> Expression:
    """Something that a machine whose state this is may ask for."""
    own = {at: [shared, held], held: [shared], shared: []}[field]
    found = [TRUE, *(seen.is_(random.choice([*Stage])) for seen in own)]
    if event.scope > HOME[field]:
        return random.choice(found)  # a machine that follows asks nothing of others
    some_stages = at.in_(*random.sample([*Stage], 2))
    every = {at: [all_other_points], held: [all_my_points], shared: [all_points, some_point]}
    found += [ask(some_stages) for ask in every[field]]
    of_providers = [all_providers, some_provider] if field is shared else []
    found += [ask(held.is_(random.choice([*Stage]))) for ask in of_providers]
    return random.choice(found)


def machine(name: str, field: Field, random: Random, events: list[Event]) -> Machine:
    rules = [
        Transition(event, source, random.choice([*Stage]), condition(field, event, random))
        for event in events
        for source in random.sample([*Stage], random.randint(1, 3))
    ]
    return Machine(name, HOME[field], field, rules)


def flow_of(seed: int) -> Flow:
    """A flow in which what one point does matters to others, more often than not."""
    random = Random(seed)
    every = [event for events in EVENTS.values() for event in events]
    machines = [
        machine(field.name, field, random, random.sample(every, 2)) for field in (at, held, shared)
    ]
    return Flow("random", "A random flow", machines, [BY])


def steps(tables: Tables, state: State) -> dict[tuple[str, tuple[int, int]], State]:
    return {(str(event), home): after for event, home, after in Moment(tables, state).steps()}


def first_state(tables: Tables, shape: tuple[int, ...]) -> State:
    ((industry,), (provider,), (point,)) = (tables.firsts(s) for s in (INDUSTRY, PROVIDER, POINT))
    return industry, tuple((provider, (point,) * size) for size in shape)


def differs(flow: Flow, mutant: Mutant, shape: tuple[int, ...]) -> bool:
    """Tell by plain search whether a mutant takes another step in a state of an instance."""
    before, after = Tables(flow), Tables(mutant.flow)
    known = {first_state(before, shape): None}
    left = list(known)
    while left:
        state = left.pop(0)
        mine = steps(before, state)
        if mine != steps(after, state):
            return True
        new = dict.fromkeys(map(sorted_out, mine.values()))
        left += [one for one in new if one not in known and len(known) < STATES]
        known |= new
    return False


SHAPES = [(1,), (2,), (1, 1), (1, 0), (2, 1), (1, 0, 0), (3,), (1, 1, 1)]


def wrongly_alike(flow: Flow) -> Iterator[str]:
    """Yield each mutant that is called the same, and takes another step in a small world."""
    for mutant in mutants(flow):
        if mutant.wrong.kind in (ACTOR, DOUBLED):
            continue
        try:
            same = alike(flow, mutant, Budget(views=20_000))
        except (Spent, Undecided):
            continue
        if same and any(differs(flow, mutant, shape) for shape in SHAPES):
            yield f"{flow.name}: {mutant.wrong.says}"


@pytest.mark.parametrize("seed", [17, 21, 24, 28])
def test_no_mutant_of_a_random_flow_is_wrongly_called_the_same(seed: int) -> None:
    assert list(wrongly_alike(flow_of(seed))) == []


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 200))
def test_no_mutant_of_many_random_flows_is_wrongly_called_the_same(seed: int) -> None:
    assert list(wrongly_alike(flow_of(seed))) == []


GO, TURN = EVENTS[POINT]
TICK, _ = EVENTS[INDUSTRY]
CALL, ASK = EVENTS[PROVIDER]
GOES = Transition(GO, ONE, TWO)
IN_POINT = Machine("at", POINT, at, (GOES,))


def said_to_be_alike(*machines: Machine) -> set[str]:
    """Return the mutants of a flow that are called the same, and differ in no small world."""
    flow = Flow("small", "Small.", machines, (BY,))
    assert list(wrongly_alike(flow)) == []
    found = [m for m in mutants(flow) if m.wrong.kind not in (ACTOR, DOUBLED)]
    return {mutant.wrong.says for mutant in found if alike(flow, mutant, Budget())}


def test_what_a_rule_asks_of_other_points_is_not_called_idle_for_want_of_others() -> None:
    asks = Transition(GO, ONE, TWO, all_other_points(at.is_(ONE)))

    assert said_to_be_alike(Machine("at", POINT, at, (asks,))) == set()


def test_a_rule_that_a_second_point_takes_is_not_called_idle() -> None:
    rules = (
        Transition(GO, ONE, TWO, all_points(at.in_(ONE, TWO))),
        Transition(GO, TWO, THREE),
        Transition(TICK, THREE, ONE),
    )
    said = said_to_be_alike(IN_POINT, Machine("in", INDUSTRY, shared, rules))

    assert not any("TWO" in one or "from two" in one for one in said)
    assert not any("tick" in one.lower() for one in said)


def test_a_rule_that_a_provider_without_points_takes_is_not_called_idle() -> None:
    """Its points, of which there are none, are all where the others' points never are."""
    rules = (
        Transition(CALL, ONE, TWO, all_my_points(at.is_(THREE))),
        Transition(ASK, TWO, THREE),
    )
    said = said_to_be_alike(IN_POINT, Machine("held", PROVIDER, held, rules))

    assert not any("from two" in one for one in said)


def test_a_rule_that_waits_for_some_other_is_not_called_idle() -> None:
    rules = (Transition(CALL, ONE, TWO, some_provider(held.is_(ONE))),)
    waits = (Transition(TICK, ONE, TWO, some_point(at.is_(TWO))), Transition(TICK, TWO, THREE))
    said = said_to_be_alike(
        IN_POINT, Machine("held", PROVIDER, held, rules), Machine("in", INDUSTRY, shared, waits)
    )

    assert not any("from two" in one for one in said)


def test_what_never_happens_to_anybody_is_still_called_the_same() -> None:
    never = Transition(TURN, THREE, ONE)
    said = said_to_be_alike(Machine("at", POINT, at, (GOES, never)))

    assert f"at, '{TURN}' from three: is gone" in said
    assert f"at, '{GO}' from one: is gone" not in said
