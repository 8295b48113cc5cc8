"""Z3 is the judge: no invariant comes of a false claim, whatever is said to have been met."""

from contextlib import suppress

import pytest
from hypothesis import given

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
    after,
    all_other_points,
    all_points,
    changed,
    happens,
    some_point,
)
from model.language.meaning import Where
from properties.engine.budget import Budget
from properties.engine.evidence import Disagreement
from properties.engine.judging.judge import judge
from properties.engine.judging.obligations import Matter
from properties.engine.judging.pairs import never_together
from properties.engine.slices.closure import Closure
from properties.engine.slices.layout import Shape, View
from properties.engine.slices.seen import outlook, part_of, sights
from properties.engine.slices.truth import NOBODY_SEEN, compile_claim
from tests.strategies import Stage, random_condition, random_flow, seeds


def judged(flow: Flow, claim: Expression, kept: frozenset[Field], shape: Shape, at: Where) -> bool:
    """Tell whether Z3 accepts what a closure leaves that forgot each view which breaks a claim."""
    closure = Closure(flow, kept, [shape], Budget())
    closure.close()
    met = {each: reach.order for each, reach in closure.reaches.items()}
    holds = compile_claim(closure.reaches[shape].steps, claim, at)
    good = [view for view in met[shape] if holds(view, NOBODY_SEEN, view)]
    if len(good) == len(met[shape]):
        return False
    met[shape] = good
    part = part_of(flow, claim, outlook(flow, claim))
    judge(Matter(part, [(shape, at)], kept, met), Budget())
    return True


@given(seed=seeds)
def test_a_false_claim_is_never_accepted(seed: int) -> None:
    flow = random_flow(seed)
    claim = random_condition(seed + 1, flow)
    shape, at = list(sights(flow, outlook(flow, claim)))[-1][0]
    accepted = False
    with suppress(Disagreement):
        accepted = judged(flow, claim, frozenset(flow.fields), shape, at)

    assert not accepted


BY = Party("somebody")
ONE, TWO, THREE = Stage
point, rdp, whole = (Field(name, Stage, ONE) for name in ("point", "provider", "industry"))
X, Y, GO = Event("x", POINT, BY), Event("y", POINT, BY), Event("go", INDUSTRY, BY)
P, Q = Event("p", PROVIDER, BY), Event("q", PROVIDER, BY)


def points(*rules: Transition) -> Machine:
    return Machine("points", POINT, point, rules)


def industry(*rules: Transition) -> Machine:
    return Machine("industry", INDUSTRY, whole, rules)


@pytest.mark.parametrize(
    ("machines", "claim"),
    [
        pytest.param(
            [points(Transition(X, ONE, TWO)), industry(Transition(X, ONE, TWO))],
            whole.is_(TWO).implies(point.is_(TWO)),
            id="another point moves the industry",
        ),
        pytest.param(
            [
                points(Transition(X, ONE, TWO)),
                industry(Transition(GO, ONE, TWO, some_point(point.is_(TWO)))),
            ],
            whole.is_(TWO).implies(point.is_(TWO)),
            id="another point is the one that a guard asks for",
        ),
        pytest.param(
            [
                points(Transition(P, ONE, TWO)),
                Machine(
                    "providers",
                    PROVIDER,
                    rdp,
                    [
                        Transition(P, ONE, TWO, whole.is_(ONE)),
                        Transition(Q, TWO, THREE, whole.is_(TWO)),
                    ],
                ),
                industry(
                    Transition(GO, ONE, TWO, all_points(point.is_(ONE))), Transition(Q, TWO, THREE)
                ),
            ],
            whole.is_not(THREE),
            id="a provider without points moves the industry",
        ),
        pytest.param(
            [points(Transition(X, ONE, TWO, all_other_points(point.is_(TWO))))],
            point.is_(ONE),
            id="all others leaves out oneself",
        ),
    ],
)
def test_what_only_others_do_is_judged(machines: list[Machine], claim: Expression) -> None:
    flow = Flow("small", "Small.", machines, [BY])
    kept = frozenset(flow.fields)
    with pytest.raises(Disagreement):
        judged(flow, claim, kept, (1,), Where(point=0))


def test_a_first_state_that_was_forgotten_is_noticed() -> None:
    state, mark = Field("state", Stage, Stage.ONE), Field("mark", bool, (False, True))
    rules = [Transition(GO, ONE, STAYS)]
    flow = Flow("small", "Small.", [Machine("m", INDUSTRY, state, rules, (mark,))], [BY])
    for claim in (mark.is_(value=False), mark.is_(value=True)):
        with pytest.raises(Disagreement):
            judged(flow, claim, frozenset({mark}), (1,), Where(point=0))


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(~changed(point), id="nothing changes"),
        pytest.param(happens(X).implies(after(point).is_(THREE)), id="the event leads elsewhere"),
        pytest.param(changed(point).implies(happens(GO)), id="another event did it"),
        pytest.param(happens(X).implies(point.is_(THREE)), id="the event comes from elsewhere"),
    ],
)
def test_a_false_claim_on_steps_is_not_accepted(claim: Expression) -> None:
    flow = Flow("small", "Small.", [points(Transition(X, ONE, TWO)), industry()], [BY])
    kept = frozenset({point})
    closure = Closure(flow, kept, [(1,)], Budget())
    closure.close()
    met: dict[Shape, list[View]] = {(1,): closure.reaches[1,].order}
    part = part_of(flow, claim, outlook(flow, claim))
    with pytest.raises(Disagreement):
        judge(Matter(part, [((1,), Where(point=0))], kept, met), Budget())


def test_two_others_may_be_the_two_that_a_guard_asks_for() -> None:
    asked = some_point(point.is_(ONE)) & some_point(point.is_(TWO))
    flow = Flow(
        "small",
        "Small.",
        [
            points(Transition(X, ONE, TWO), Transition(Y, ONE, THREE, whole.is_(ONE))),
            industry(Transition(GO, ONE, TWO, asked)),
        ],
        [BY],
    )
    claim = whole.is_(TWO).implies(point.is_not(THREE))
    with pytest.raises(Disagreement):
        judged(flow, claim, frozenset(flow.fields), (1,), Where(point=0))


def test_pairs_that_never_meet_are_all_of_those_and_no_others() -> None:
    met = [(0, 0, 1), (0, 1, 1), (1, 1, 1)]
    having = [
        {v: sum(1 << n for n, one in enumerate(met) if one[slot] == v) for v in (0, 1)}
        for slot in range(3)
    ]
    having = [{v: bits for v, bits in one.items() if bits} for one in having]
    assert list(never_together([(0, 1)] * 3, having)) == [
        {2: frozenset({0})},
        {0: frozenset({1}), 1: frozenset({0})},
    ]
