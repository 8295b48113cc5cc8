"""Verdicts on small flows made by hand, on each of which a plausible engine is wrong."""

import sys
from collections.abc import Mapping
from enum import Enum
from itertools import count

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Always,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Mirrors,
    Party,
    Sometimes,
    Step,
    Transition,
    after,
    all_my_points,
    all_of,
    all_other_points,
    all_points,
    any_of,
    at_other_point,
    at_other_provider,
    changed,
    happens,
    some_point,
)
from model.language.claims import Claim
from properties.engine.budget import Budget
from properties.engine.free import APART, SORTS
from properties.engine.prove import decide
from properties.engine.verdict import Result, Verdict

BY = Party("somebody")


class At(Enum):
    """Where something stands."""

    ZERO = "zero"
    ONE = "one"
    TWO = "two"


class Still(Enum):
    """The only state of a machine that keeps fields."""

    ON = "on"


point = Field("point", At, At.ZERO)
rdp = Field("provider", At, At.ZERO)
industry = Field("industry", At, At.ZERO)
x = Event("x", POINT, BY)
y = Event("y", POINT, BY)
p = Event("p", PROVIDER, BY)
q = Event("q", PROVIDER, BY)
go = Event("go", INDUSTRY, BY)


def flow(*machines: Machine) -> Flow:
    return Flow("small", "A small flow", machines, [BY])


def points(*rules: Transition) -> Machine:
    return Machine("points", POINT, point, rules)


def providers(*rules: Transition) -> Machine:
    return Machine("providers", PROVIDER, rdp, rules)


def whole(*rules: Transition) -> Machine:
    return Machine("whole", INDUSTRY, industry, rules)


def always(body: Expression) -> Always:
    return Always("claim", "A claim.", body)


def verdict(of: Flow, claim: Claim) -> Verdict | None:
    return decide(of, claim, Budget(seconds=600, views=100_000)).verdict


def refuted(of: Flow, body: Expression) -> tuple[tuple[int, ...], int]:
    """The shape and the length of the run that breaks a claim."""
    result = decide(of, always(body), Budget(seconds=600, views=100_000))
    assert result.verdict is Verdict.REFUTED
    assert result.run is not None
    return result.run.shape, len(result.run)


MUTEX = flow(
    whole(Transition(x, At.ZERO, At.ONE), Transition(y, At.ONE, At.ZERO)),
    points(Transition(x, At.ZERO, At.ONE), Transition(y, At.ONE, At.ZERO)),
)


def test_a_slot_is_held_by_one_point_at_most_which_two_points_in_view_prove() -> None:
    assert not MUTEX.deletion_closed
    both = all_of(point.is_(At.ONE), at_other_point(point).is_(At.ONE))
    assert verdict(MUTEX, always(~both)) is Verdict.PROVED


def test_what_needs_another_to_free_a_slot_is_shown_with_two_points() -> None:
    held_by_another = Sometimes("c", "C.", industry.is_(At.ONE) & point.is_(At.ZERO))
    result = decide(MUTEX, held_by_another)

    assert result.verdict is Verdict.PROVED
    assert [sum(run.shape) for run in result.runs] == [2, 3]


def test_some_point_differs_from_all_points_from_two_points_on() -> None:
    rules = [Transition(x, At.ZERO, At.ONE)]
    some = flow(
        points(*rules), whole(Transition(go, At.ZERO, At.ONE, some_point(point.is_(At.ONE))))
    )
    every = flow(
        points(*rules), whole(Transition(go, At.ZERO, At.ONE, all_points(point.is_(At.ONE))))
    )
    body = industry.is_(At.ONE).implies(point.is_(At.ONE))

    assert refuted(some, body) == ((2,), 2)
    assert verdict(every, always(body)) is Verdict.PROVED


def test_a_provider_without_points_can_act() -> None:
    empty_acts = flow(
        points(Transition(p, At.ZERO, At.ONE)),
        providers(
            Transition(p, At.ZERO, At.ONE, industry.is_(At.ZERO)),
            Transition(q, At.ONE, At.TWO, industry.is_(At.ONE)),
        ),
        whole(
            Transition(go, At.ZERO, At.ONE, all_points(point.is_(At.ZERO))),
            Transition(q, At.ONE, At.TWO),
        ),
    )
    shape, steps = refuted(empty_acts, industry.is_not(At.TWO) | point.is_(At.ONE))

    assert (sorted(shape), steps) == ([0, 1], 3)


def test_another_provider_counts_as_one_more() -> None:
    served = flow(
        points(Transition(x, At.ZERO, At.ONE, rdp.is_(At.ZERO))),
        providers(Transition(p, At.ZERO, At.ONE)),
    )
    body = at_other_provider(rdp).is_(At.ONE).implies(point.is_(At.ZERO))

    assert refuted(served, body) == ((1, 0), 2)


def test_two_providers_without_points_need_a_third_that_has_one() -> None:
    only_the_empty = flow(
        points(Transition(x, At.ZERO, At.TWO)),
        providers(Transition(p, At.ZERO, At.ONE, all_my_points(point.is_(At.ONE)))),
    )
    body = ~(rdp.is_(At.ONE) & at_other_provider(rdp).is_(At.ONE))

    assert refuted(only_the_empty, body) == ((0, 0, 1), 2)


def test_another_provider_may_be_that_of_the_other_point() -> None:
    served = flow(
        points(Transition(x, At.ZERO, At.ONE, rdp.is_(At.ONE))),
        providers(Transition(p, At.ZERO, At.ONE), Transition(q, At.ONE, At.TWO)),
    )
    moved = at_other_point(point).is_(At.ONE) & point.is_(At.ZERO)
    body = ~(moved & rdp.is_(At.ZERO) & at_other_provider(rdp).is_(At.TWO))
    claim = moved & rdp.is_(At.ZERO)

    assert refuted(served, body) == ((1, 1), 3)
    assert verdict(served, always(claim.implies(at_other_provider(rdp).is_(At.ONE)))) is (
        Verdict.REFUTED
    )


def test_a_claim_on_two_points_is_not_a_claim_on_one() -> None:
    free = flow(points(Transition(x, At.ZERO, At.ONE)))
    assert refuted(free, ~(point.is_(At.ONE) & at_other_point(point).is_(At.ONE))) == ((2,), 2)


def test_all_others_leaves_out_oneself() -> None:
    last = flow(points(Transition(x, At.ZERO, At.ONE, all_other_points(point.is_(At.ZERO)))))
    both = point.is_(At.ONE) & at_other_point(point).is_(At.ONE)

    assert verdict(last, always(~both)) is Verdict.PROVED
    assert verdict(last, Sometimes("c", "C.", point.is_(At.ONE))) is Verdict.PROVED


def test_a_follower_stays_where_nothing_fits() -> None:
    tick = flow(
        points(Transition(x, At.ZERO, At.ONE), Transition(go, At.ZERO, At.TWO)),
        whole(Transition(go, At.ZERO, At.ONE)),
    )
    body = industry.is_(At.ONE).implies(point.is_not(At.ZERO))

    assert verdict(tick, always(body)) is Verdict.PROVED
    assert verdict(tick, always(point.is_not(At.TWO))) is Verdict.REFUTED


def test_a_shared_event_is_refused_where_one_machine_refuses() -> None:
    shared = flow(points(Transition(x, At.ZERO, At.ONE)), whole(Transition(x, At.ONE, STAYS)))
    assert verdict(shared, always(point.is_(At.ZERO))) is Verdict.PROVED


def test_effects_read_the_state_before_the_step() -> None:
    a, b = Field("a", bool, True), Field("b", bool, False)
    swap = flow(
        Machine(
            "swap", INDUSTRY, industry, [Transition(go, At.ZERO, STAYS, then={a: b, b: a})], (a, b)
        )
    )
    assert verdict(swap, always(any_of(a, b) & ~all_of(a, b))) is Verdict.PROVED


def test_every_first_state_counts() -> None:
    kind = Field("kind", bool, (False, True))
    fixed = flow(Machine("fixed", POINT, point, [Transition(x, At.ZERO, At.ONE)], (kind,)))

    assert refuted(fixed, ~kind.is_(True)) == ((1,), 0)
    assert verdict(fixed, Step("s", "S.", ~changed(kind))) is Verdict.PROVED


def test_a_step_of_another_is_a_step_that_is_seen() -> None:
    quiet = Step("s", "S.", changed(industry).implies(happens(x, y)))
    result = decide(MUTEX, quiet)

    assert result.verdict is Verdict.REFUTED
    assert result.run is not None
    assert sum(result.run.shape) == 2


def test_a_claim_whose_situation_never_arises_is_empty() -> None:
    stuck = flow(points(Transition(x, At.ZERO, At.ONE)))
    result = decide(stuck, always(point.is_(At.TWO).implies(point.is_(At.ZERO))))

    assert (result.verdict, result.marks) == (Verdict.PROVED, ("empty",))


def test_what_sometimes_happens_may_join_a_point_and_its_provider() -> None:
    """Each is seen from elsewhere: a provider, or a point."""
    providers = Machine("q", PROVIDER, rdp, [Transition(p, At.ZERO, At.ONE)])
    either = rdp.is_(At.ONE) | point.is_(At.ONE)
    result = decide(flow(points(), providers), Sometimes("c", "C.", either))

    assert (result.verdict, [sum(run.shape) for run in result.runs]) == (Verdict.PROVED, [1, 2, 3])


def test_sometimes_is_refuted_only_by_an_invariant() -> None:
    stuck = flow(points(Transition(x, At.ZERO, At.ONE)))
    result = decide(stuck, Sometimes("c", "C.", point.is_(At.TWO)))

    assert result.verdict is Verdict.REFUTED
    assert result.invariant is not None
    assert result.invariant.obligations > 0


def test_a_number_that_leaves_its_sort_is_found_by_its_own_claim() -> None:
    count = Field("count", range(3), 0)
    rule = Transition(go, Still.ON, STAYS, then={count: count + 1})
    state = Field("counter", Still, Still.ON)
    free = flow(Machine("counter", INDUSTRY, state, [rule], (count,)))
    bounded = flow(
        Machine(
            "counter",
            INDUSTRY,
            state,
            [Transition(go, Still.ON, STAYS, count.less_than(2), {count: count + 1})],
            (count,),
        )
    )
    found = decide(free, SORTS)

    assert found.verdict is Verdict.REFUTED
    assert found.run is not None
    assert len(found.run) == 2
    assert verdict(bounded, SORTS) is Verdict.PROVED
    assert verdict(bounded, always(count.at_most(2))) is Verdict.PROVED


def test_transitions_that_compete_are_found_and_proof_takes_either() -> None:
    two = flow(points(Transition(x, At.ZERO, At.ONE), Transition(x, At.ZERO, At.TWO)))

    assert verdict(two, APART) is Verdict.REFUTED
    assert verdict(MUTEX, APART) is Verdict.PROVED
    assert verdict(two, always(point.is_not(At.TWO))) is not Verdict.PROVED


def test_all_points_of_two_kinds_compete_only_where_there_are_none() -> None:
    rules = (
        Transition(go, At.ZERO, At.ONE, all_points(point.is_(At.ZERO))),
        Transition(go, At.ZERO, At.TWO, all_points(point.is_(At.ONE))),
    )
    assert verdict(flow(points(Transition(x, At.ZERO, At.ONE)), whole(*rules)), APART) is (
        Verdict.PROVED
    )


def test_a_limit_is_said_and_is_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysat", None)  # which needs no views at all
    counts = [Field(f"n{n}", range(50), 0) for n in range(4)]
    state = Field("counter", Still, Still.ON)
    rules = [
        Transition(Event(f"e{n}", INDUSTRY, BY), Still.ON, STAYS, c.less_than(49), {c: c + 1})
        for n, c in enumerate(counts)
    ]
    large = flow(Machine("counter", INDUSTRY, state, rules, tuple(counts)))
    claim = always((counts[0] + counts[1] + counts[2] + counts[3]).at_most(196))
    by_size = decide(large, claim, Budget(views=2000))
    looks = count()
    by_time = decide(large, claim, Budget(seconds=50, clock=lambda: float(next(looks))))

    assert (by_size.verdict, "2000" in by_size.reason) == (Verdict.UNDECIDED, True)
    assert by_size.reason.endswith("property-directed search: python-sat is not installed")
    assert (by_time.verdict, "time" in by_time.reason) == (Verdict.UNDECIDED, True)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([Transition(p, At.ZERO, At.ONE)], Verdict.PROVED),
        ([Transition(p, At.ZERO, At.TWO)], Verdict.REFUTED),
        ([], Verdict.REFUTED),
        ([Transition(p, At.ZERO, At.ONE), Transition(q, At.ONE, At.ZERO)], Verdict.REFUTED),
    ],
)
def test_a_mirror_has_the_rows_of_its_original(rules: list[Transition], expected: Verdict) -> None:
    original = points(Transition(x, At.ZERO, At.ONE))
    names: Mapping[str, str] = {"point": "provider", "x": "p", "POINT": "PROVIDER"}
    claim = Mirrors("m", "M.", machine="providers", original=original, renaming=names)

    assert verdict(flow(original, providers(*rules)), claim) is expected


def test_a_refuted_step_ends_with_the_step_that_breaks_it() -> None:
    free = flow(points(Transition(x, At.ZERO, At.ONE), Transition(y, At.ONE, At.TWO)))
    claim = Step("s", "S.", changed(point).implies(after(point).is_(At.ONE)))
    result: Result = decide(free, claim)

    assert result.run is not None
    assert [str(move.event) for move in result.run.moves] == ["x", "y"]


def test_of_two_claims_joined_the_one_that_fails_first_is_shown() -> None:
    on = flow(points(Transition(x, At.ZERO, At.ONE), Transition(y, At.ONE, At.TWO)))

    assert refuted(on, point.is_not(At.TWO) & point.is_not(At.ONE)) == ((1,), 1)
    assert refuted(on, ~(point.is_(At.TWO) | point.is_(At.ONE))) == ((1,), 1)
