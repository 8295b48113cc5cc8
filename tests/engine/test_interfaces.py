"""Same behaviour at an interface: against plain walks, and where it must not say too much."""

from enum import Enum

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    STAYS,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Transition,
    all_of,
    all_points,
    some_point,
)
from model.language.errors import IllFormed
from properties.engine.budget import Budget
from properties.engine.interfaces import settle
from properties.engine.interfaces.automaton import Subsets, determinised
from properties.engine.interfaces.graph import PointGraph
from properties.engine.interfaces.result import Likeness
from properties.engine.interfaces.same_at import SameAt, by_name
from properties.engine.interfaces.settle import compare
from properties.engine.verdict import Verdict
from tests.interface_oracle import partings, random_comparison
from tests.strategies import ACTOR


class At(Enum):
    ZERO = "zero"
    ONE = "one"
    TWO = "two"


ZERO, ONE, TWO = At
X, Y = Event("x", POINT, ACTOR), Event("y", POINT, ACTOR)
UNSEEN, UNSEEN_TOO = Event("unseen", POINT, ACTOR), Event("unseen too", POINT, ACTOR)
at = Field("at", At, ZERO)
ALL_AT_ZERO = all_points(at.is_(ZERO))


def flow(*rules: Transition, name: str = "small") -> Flow:
    return Flow(name, "A small flow", [Machine("machine", POINT, at, rules)], [ACTOR])


def alike(one: Flow, other: Flow, *seen: Event) -> Likeness:
    return compare(SameAt("same", "Alike.", (one, other), by_name(seen or (X, Y))))


def told(found: Likeness) -> dict[tuple[int, str], int]:
    """What parts the two, as the plain walk tells it."""
    of = (one.difference for one in found.parted)
    return {(one.side, one.label): len(one.word) for one in of}


def check_beside_plain_walks(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = random_comparison(seed)
    wanted = partings(asked)
    by_machines = settle._same_machines  # each way by itself
    for way in (by_machines, lambda _: None):
        monkeypatch.setattr(settle, "_same_machines", way)
        found = compare(asked)
        assert found.verdict is (Verdict.REFUTED if wanted else Verdict.PROVED), (seed, found)
        assert told(found) == wanted
        assert found.packet is not None


@pytest.mark.parametrize("seed", range(60))
def test_random_flows_are_alike_where_plain_walks_are(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_beside_plain_walks(seed, monkeypatch)


@pytest.mark.soak
@pytest.mark.parametrize("hundred", range(20))
def test_many_random_flows_are_alike_where_plain_walks_are(
    hundred: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(1000 + 100 * hundred, 1100 + 100 * hundred):
        check_beside_plain_walks(seed, monkeypatch)
        monkeypatch.undo()


CHOOSING = (
    Transition(UNSEEN, ZERO, ONE),
    Transition(UNSEEN_TOO, ZERO, TWO),
    Transition(X, ONE, ZERO),
    Transition(Y, TWO, ZERO),
)


def test_a_hidden_choice_that_is_made_anew_is_no_difference() -> None:
    found = alike(flow(*CHOOSING), flow(Transition(X, At, STAYS), Transition(Y, At, STAYS)))
    assert (found.verdict, found.points, found.empty) == (Verdict.PROVED, "1", True)


def test_a_hidden_choice_that_lasts_is_one() -> None:
    lasting = flow(*CHOOSING[:2], Transition(X, ONE, STAYS), Transition(Y, TWO, STAYS))
    assert told(alike(flow(*CHOOSING), lasting)) == {(0, "x"): 1, (0, "y"): 1}


def test_what_is_equal_at_one_point_is_not_said_of_more() -> None:
    """With two points only the second lets y happen at one and x at the other."""

    def with_x(*when: Expression) -> Flow:
        rule = Transition(X, ZERO, STAYS, when=all_of(*when))
        return flow(rule, Transition(Y, ZERO, ONE))

    found = alike(with_x(ALL_AT_ZERO), with_x())
    assert (found.verdict, found.points) == (Verdict.PROVED, "1")
    assert alike(with_x(ALL_AT_ZERO), with_x(ALL_AT_ZERO)).points == "any"


def test_a_difference_is_of_every_number_where_no_guard_of_its_run_asks_for_all() -> None:
    less, more = flow(Transition(Y, ZERO, ONE)), Transition(X, ZERO, STAYS)
    less = less.but(Machine("machine", POINT, at, (*_rules(less), Transition(X, ONE, STAYS))))
    plain = flow(*_rules(less), more)
    asking = flow(*_rules(less), Transition(X, ZERO, STAYS, when=ALL_AT_ZERO))
    assert alike(plain, less).points == "any"
    assert alike(asking, less).points == "1"


def _rules(one: Flow) -> tuple[Transition, ...]:
    return tuple(one.machines[0].transitions)


def test_the_same_machines_beside_others_that_never_refuse_are_alike_for_every_number() -> None:
    rules = (Transition(X, ZERO, ONE), Transition(Y, ONE, ZERO))
    there = Field("there", At, ZERO)
    total, partial = (
        Machine("beside", POINT, there, (Transition(X, sources, ONE),)) for sources in (At, ZERO)
    )
    one = flow(*rules)
    found = alike(one, one.also(total))
    assert (found.points, found.machines) == ("any", ("machine",))
    assert told(alike(one, one.also(partial))) == {(0, "x"): 2}


def test_what_others_beside_them_hold_does_not_matter() -> None:
    there = Field("there", At, ZERO)
    counting = (Transition(X, (ZERO, TWO), ONE), Transition(X, ONE, TWO))
    beside = Machine("beside", POINT, there, counting)
    slower = (Transition(X, ZERO, ONE), Transition(UNSEEN, ONE, TWO), Transition(Y, TWO, ZERO))
    at_once = flow(Transition(X, ZERO, ONE), Transition(Y, ONE, ZERO))
    found = alike(flow(*slower).also(beside), at_once)
    assert (found.verdict, found.points, found.empty) == (Verdict.PROVED, "1", False)


def test_the_same_machine_seen_under_other_names_is_not_the_same() -> None:
    one = flow(Transition(X, ZERO, ONE), Transition(Y, ONE, ZERO))
    crossed = {"x": ((X,), (Y,)), "y": ((Y,), (X,))}
    found = compare(SameAt("same", "Alike.", (one, one), crossed))
    assert told(found) == {(0, "x"): 0, (1, "y"): 0}


def test_what_an_effect_reads_counts() -> None:
    flag, mark = (Field(name, bool, initial=False) for name in ("flag", "mark"))
    marks = Machine("marks", POINT, Field("marks", At, ZERO), (), (mark,))

    def raising(value: object) -> Flow:
        rules = (
            Transition(X, ZERO, STAYS, then={flag: value}),
            Transition(Y, ZERO, STAYS, when=flag),
        )
        machine = Machine("machine", POINT, at, rules, (flag,))
        return Flow("small", "A small flow", [machine, marks], [ACTOR])

    assert told(alike(raising(mark), raising(value=True))) == {(1, "y"): 1}


def test_flows_in_which_points_ask_for_some_are_not_compared_by_one() -> None:
    some = Transition(X, ZERO, STAYS, when=some_point(at.is_(ZERO)))
    leaving = Transition(Y, ZERO, ONE)
    found = alike(flow(some, leaving), flow(Transition(X, ZERO, STAYS), leaving))
    assert found.verdict is Verdict.UNDECIDED
    assert "'small' is not deletion-closed" in found.reason


def test_a_wider_event_is_seen_at_the_point() -> None:
    dawn = Event("dawn", INDUSTRY, ACTOR)
    rules = (Transition(dawn, ZERO, ONE), Transition(X, ONE, STAYS))
    day = Machine("day", INDUSTRY, Field("day", At, ZERO), (Transition(dawn, ZERO, ONE),))
    again = Machine("day", INDUSTRY, Field("day", At, ZERO), (Transition(dawn, At, STAYS),))
    one = flow(*rules).also(day)
    assert told(alike(one, one.but(again), X, dawn)) == {(1, "dawn"): 1}
    assert alike(one, one.but(again), X).verdict is Verdict.PROVED


def test_of_each_view_there_is_an_automaton_with_no_node_too_many() -> None:
    rules = (Transition(X, ZERO, ONE), Transition(UNSEEN, ONE, TWO), Transition(Y, TWO, ZERO))
    graph = PointGraph(flow(*rules), {X: "x", Y: "y"}, Budget())
    assert determinised(Subsets(graph), Budget()).edges == ({"x": 1}, {"y": 0})


def test_a_limit_leaves_it_undecided() -> None:
    asked = random_comparison(0)
    found = compare(asked, Budget(views=0))
    assert (found.verdict, found.points) == (Verdict.UNDECIDED, "")
    assert "limit of 0 views" in found.reason


@pytest.mark.parametrize(
    ("visible", "wrong"),
    [
        ({}, "nothing is seen at the interface; name an event"),
        ({"x": ((X,), ())}, "'x' is no event of 'other'; name one, or leave it hidden"),
        ({"x": ((X,), (UNSEEN,))}, "'other' has no event 'unseen'; name one of its events"),
        ({"x": ((X,), (X,)), "z": ((X,), (Y,))}, "an event of 'one' is seen under two names"),
    ],
)
def test_interfaces_that_do_not_match_are_refused_in_one_line(
    visible: dict[str, tuple[tuple[Event, ...], tuple[Event, ...]]], wrong: str
) -> None:
    rules = (Transition(X, ZERO, ONE), Transition(Y, ONE, ZERO))
    with pytest.raises(IllFormed) as refused:
        SameAt("c", "Alike.", (flow(*rules, name="one"), flow(*rules, name="other")), visible)
    assert f"comparison 'c': {wrong}" in str(refused.value)
    assert "\n" not in str(refused.value)
