"""The traps of liveness, each a small flow on which a plausible version gave a wrong verdict."""

from enum import Enum

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Event,
    Expression,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Scope,
    Transition,
    all_my_points,
    all_of,
    all_other_points,
    all_points,
    all_providers,
    choose,
    some_point,
)
from model.language.claims import Fair
from properties.engine.evidence import Lasso
from properties.engine.live.lasso import stands
from properties.engine.prove import decide
from properties.engine.slices.layout import world_of
from properties.engine.verdict import Result, Verdict

ACTOR = Party("somebody")


class At(Enum):
    """The states of all machines here."""

    ZERO, ONE, TWO, THREE = "0", "1", "2", "3"


class Only(Enum):
    """The one state of a machine that has none."""

    HERE = "here"


ZERO, ONE, TWO, THREE = At
g, q, m = (Field(name, At, ZERO) for name in ("industry", "provider", "point"))


def event(name: str, scope: Scope) -> Event:
    return Event(name, scope, ACTOR)


def machine(
    state: Field, scope: Scope, *rules: Transition, fields: tuple[Field, ...] = ()
) -> Machine:
    return Machine(f"machine of {state.name}", scope, state, rules, fields)


def flow(*machines: Machine) -> Flow:
    return Flow("small", "A small flow", machines, (ACTOR,))


def ask(
    within: Flow,
    supposed: Expression,
    goal: Expression,
    weak: tuple[Fair, ...] = (),
    strong: tuple[Fair, ...] = (),
) -> Result:
    claim = LeadsTo("claim", "A claim.", supposed, to=goal, weak=weak, strong=strong)
    result = decide(within, claim)
    if result.verdict is Verdict.REFUTED:
        assert isinstance(result.run, Lasso)
        stands(world_of(within, result.run.shape), claim, result.run)
    return result


def proved(result: Result) -> bool:
    return result.verdict is Verdict.PROVED


def lasso(result: Result) -> Lasso:
    assert result.verdict is Verdict.REFUTED, result
    assert isinstance(result.run, Lasso)
    return result.run


def way(found: Lasso) -> list[str]:
    return [str(move) for move in found.moves[: found.back]]


def cycle(found: Lasso) -> list[str]:
    return [str(move) for move in found.moves[found.back :]]


GO, BACK, SPIN = (event(name, POINT) for name in ("go", "back", "spin"))
STEP = flow(machine(m, POINT, Transition(GO, ZERO, ONE)))


def test_without_fairness_doing_nothing_refutes_it() -> None:
    found = lasso(ask(STEP, m.is_(ZERO), m.is_(ONE)))

    assert (way(found), cycle(found), len(found)) == ([], [], 0)


def test_fairness_forces_the_step() -> None:
    assert proved(ask(STEP, m.is_(ZERO), m.is_(ONE), weak=(GO,)))


def test_a_step_that_changes_nothing_is_taken() -> None:
    """Where fairness counted changes, `go` would have to leave 0 in the end."""
    stays = flow(machine(m, POINT, Transition(GO, ZERO, STAYS), Transition(BACK, ZERO, ONE)))
    found = lasso(ask(stays, m.is_(ZERO), m.is_(ONE), weak=((GO, BACK),)))

    assert cycle(found) == ["go at point 1"]
    assert not way(found)
    assert proved(ask(stays, m.is_(ZERO), m.is_(ONE), weak=(GO, BACK)))


def test_a_step_that_changes_nothing_is_enabled() -> None:
    """It need not happen to be counted as possible: never happening is unfair."""
    stays = flow(machine(m, POINT, Transition(GO, ZERO, STAYS)))
    found = lasso(ask(stays, m.is_(ZERO), m.is_(ONE), weak=(GO,)))

    assert cycle(found) == ["go at point 1"]


def test_fairness_is_judged_on_the_cycle_and_not_on_its_component() -> None:
    """In 0 and 1 `go` and `back` are both taken; the sub-cycle of `spin` at 0 is unfair to go."""
    rules = (Transition(GO, ZERO, ONE), Transition(BACK, ONE, ZERO), Transition(SPIN, ZERO, STAYS))
    rounds = flow(machine(m, POINT, *rules))
    found = lasso(ask(rounds, m.is_(ZERO), m.is_(TWO), weak=(GO, BACK, SPIN)))

    assert sorted(cycle(found)) == ["back at point 1", "go at point 1"]


def test_a_fair_sub_cycle_of_a_component_with_an_unfair_rest_is_found() -> None:
    """The whole component enables `out` (strong); the sub-cycle that avoids it is fair."""
    out = event("out", POINT)
    rules = (
        Transition(GO, ZERO, ONE),
        Transition(BACK, ONE, ZERO),
        Transition(out, ONE, TWO),
        Transition(SPIN, ZERO, STAYS),
    )
    rounds = flow(machine(m, POINT, *rules))
    assert not cycle(lasso(ask(rounds, m.is_(ZERO), m.is_(TWO), strong=(out,))))
    assert cycle(lasso(ask(rounds, m.is_(ZERO), m.is_(TWO), weak=(SPIN,), strong=(out,)))) == [
        "spin at point 1"
    ]
    assert proved(ask(rounds, m.is_(ZERO), m.is_(TWO), weak=(GO,), strong=(out,)))


def test_strong_fairness_is_more_than_weak() -> None:
    out = event("out", POINT)
    rules = (Transition(GO, ZERO, ONE), Transition(BACK, ONE, ZERO), Transition(out, ONE, TWO))
    rounds = flow(machine(m, POINT, *rules))
    assert sorted(cycle(lasso(ask(rounds, m.is_(ZERO), m.is_(TWO), weak=(GO, out))))) == [
        "back at point 1",
        "go at point 1",
    ]
    assert proved(ask(rounds, m.is_(ZERO), m.is_(TWO), weak=(GO,), strong=(out,)))


def test_a_join_keeps_its_different_pasts() -> None:
    """1 is reached through the goal 2 or past it; only the way past it must go on to 2."""
    past, through = event("past", POINT), event("through", POINT)
    rules = (
        Transition(through, ZERO, TWO),
        Transition(BACK, TWO, THREE),
        Transition(past, ZERO, THREE),
    )
    join = flow(machine(m, POINT, *rules))
    found = lasso(ask(join, m.is_(ZERO), m.is_(TWO), weak=((past, through),)))

    assert way(found) == ["past at point 1"]


def test_later_once_is_not_again_and_again() -> None:
    rules = (Transition(GO, ZERO, ONE), Transition(BACK, ONE, TWO))
    once = flow(machine(m, POINT, *rules))
    assert proved(ask(once, m.is_(ZERO), m.is_(ONE), weak=(GO,)))
    assert way(lasso(ask(once, m.in_(*At), m.is_(ONE), weak=(GO, BACK)))) == [
        "go at point 1",
        "back at point 1",
    ]


def test_then_is_as_good_as_later() -> None:
    assert proved(ask(STEP, m.is_(ONE), m.is_(ONE)))
    assert ask(STEP, m.is_(ONE), m.is_(ONE)).marks == ("empty",)


def test_a_claim_whose_situation_never_arises_is_empty() -> None:
    assert ask(STEP, m.is_(TWO), m.is_(THREE)).marks == ("empty",)
    assert ask(STEP, m.is_(ZERO), m.is_(ONE), weak=(GO,)).marks == ()


CUT = event("cut", INDUSTRY)
BUSY, IDLE = event("busy", PROVIDER), event("idle", PROVIDER)


def cutting(guard: Expression) -> Flow:
    return flow(
        machine(g, INDUSTRY, Transition(CUT, ZERO, ONE, when=guard)),
        machine(q, PROVIDER, Transition(BUSY, ZERO, ONE), Transition(IDLE, ONE, ZERO)),
        machine(m, POINT, Transition(GO, ZERO, ONE)),
    )


def test_all_providers_idle_comes_true_for_one_and_never_for_two() -> None:
    """Strong fairness of the cut, were it judged at one provider, would suffice."""
    result = ask(cutting(all_providers(q.is_(ZERO))), g.is_(ZERO), g.is_(ONE), strong=(CUT, IDLE))
    found = lasso(result)

    assert len(found.shape) == 2


def test_weak_fairness_of_a_cut_that_all_providers_may_block() -> None:
    """With one provider that is always idle at last it holds; another one blocks for ever."""
    idle_once = flow(
        machine(g, INDUSTRY, Transition(CUT, ZERO, ONE, when=all_providers(q.is_(ONE)))),
        machine(q, PROVIDER, Transition(IDLE, ZERO, ONE)),
        machine(m, POINT, Transition(GO, ZERO, ONE, when=q.is_(ONE))),
    )
    found = lasso(ask(idle_once, m.is_(ONE), g.is_(ONE), weak=(CUT,)))
    assert len(found.shape) == 2
    assert proved(ask(idle_once, m.is_(ONE), g.is_(ONE), weak=(CUT, IDLE)))


def test_a_provider_without_points_waits_on_all_its_points_for_nothing() -> None:
    """It may go on at once, so it is no blocker; one whose points stay is."""
    waits = flow(
        machine(q, PROVIDER, Transition(IDLE, ZERO, ONE, when=all_my_points(m.is_(ONE)))),
        machine(m, POINT, Transition(GO, ZERO, ONE)),
    )
    assert proved(ask(waits, q.is_(ZERO), q.is_(ONE), weak=(GO, IDLE)))
    assert not cycle(lasso(ask(waits, q.is_(ZERO), q.is_(ONE), weak=(IDLE,))))
    assert not cycle(lasso(ask(waits, q.is_(ZERO), q.is_(ONE), weak=(GO,))))


def test_a_provider_without_points_may_block_the_cut() -> None:
    """It can only be idle with a point of its own, and it has none."""
    idle = event("idle with a point", POINT)
    blocked = flow(
        machine(g, INDUSTRY, Transition(CUT, ZERO, ONE, when=all_providers(q.is_(ONE)))),
        machine(q, PROVIDER, Transition(idle, ZERO, ONE), Transition(idle, ONE, STAYS)),
        machine(m, POINT, Transition(idle, At, STAYS)),
    )
    found = lasso(ask(blocked, g.is_(ZERO), g.is_(ONE), weak=(CUT, idle)))
    assert 0 in found.shape


def test_an_industry_has_a_point_somewhere() -> None:
    """Only where there is no point at all could a provider go back to 0 before it is at 2."""
    away, home = event("away", PROVIDER), event("home", PROVIDER)
    rules = (
        Transition(away, ZERO, ONE, when=all_points(m.is_(ONE))),
        Transition(home, ZERO, TWO),
    )
    empty = flow(machine(q, PROVIDER, *rules), machine(m, POINT, Transition(GO, TWO, ONE)))
    result = ask(empty, q.is_(ZERO), q.is_(TWO), weak=(home,))

    assert result.verdict is Verdict.UNDECIDED


MIDNIGHT, PREPARE = event("midnight", INDUSTRY), event("prepare", POINT)
NIGHT = flow(
    machine(g, INDUSTRY, Transition(MIDNIGHT, ZERO, ONE, when=all_points(m.is_(ONE)))),
    machine(m, POINT, Transition(PREPARE, ZERO, ONE)),
)


def test_midnight_that_waits_for_all_points() -> None:
    found = lasso(ask(NIGHT, m.is_(ONE), g.is_(ONE), weak=(MIDNIGHT,)))
    assert sum(found.shape) == 2
    result = ask(NIGHT, m.is_(ONE), g.is_(ONE), weak=(MIDNIGHT, PREPARE))
    assert proved(result)
    assert "1 fairness regained" in result.method


def test_fairness_that_counted_changes_would_be_false_with_more_points() -> None:
    """A uniform tick that changes only others is taken: a point whose tick stays waits for ever."""
    tick = event("tick", INDUSTRY)
    ticking = flow(
        machine(g, INDUSTRY, Transition(tick, ZERO, STAYS), Transition(CUT, ZERO, STAYS)),
        machine(
            m,
            POINT,
            Transition(tick, ONE, ZERO),
            Transition(tick, ZERO, STAYS),
            Transition(GO, ZERO, ONE),
        ),
    )
    found = lasso(ask(ticking, m.is_(ZERO), m.is_(ONE), strong=(tick,)))
    assert cycle(found) == ["tick"]
    assert sum(found.shape) == 1


def test_an_event_that_asks_for_some_point_has_no_fairness_in_one_points_view() -> None:
    """With no point ever at 1 for good, x never can happen; a witness would make it look so."""
    x = event("x", POINT)
    asking = flow(
        machine(
            m,
            POINT,
            Transition(x, ZERO, TWO, when=some_point(m.is_(ONE))),
            Transition(GO, ZERO, ONE),
        )
    )
    found = lasso(ask(asking, m.is_(ZERO), m.is_(TWO), weak=(x,)))
    assert (sum(found.shape), len(found)) == (1, 0)


@pytest.mark.parametrize(("phases", "points"), [(2, 2), (3, 3)])
def test_so_many_phases_need_so_many_blockers(phases: int, points: int) -> None:
    """Strong fairness of `cut` in each phase; in each phase another point must be in the way."""
    turn = event("turn", INDUSTRY)
    phase, gone = Field("phase", range(3), 0), Field("gone", At, ZERO)
    mine = Field("phase of the point", range(3), (*range(phases),))
    following = choose(phase.is_(phases - 1), 0, phase + 1)
    only = Field("only", Only, Only.HERE)
    state = machine(gone, INDUSTRY, Transition(CUT, ZERO, ONE, when=all_points(mine.is_not(phase))))
    turns = machine(
        only, INDUSTRY, Transition(turn, Only.HERE, STAYS, then={phase: following}), fields=(phase,)
    )
    point = machine(m, POINT, Transition(GO, ZERO, ONE), fields=(mine,))
    result = ask(flow(state, turns, point), gone.is_(ZERO), gone.is_(ONE), (turn,), (CUT,))
    found = lasso(result)

    assert sum(found.shape) == points
    assert cycle(found) == ["turn"] * phases


def test_a_lemma_supposes_of_a_points_guard_only_what_the_blocker_sees() -> None:
    """Blockers are other points: that m is at 1 says nothing of whether they are."""
    x = event("x", POINT)
    rules = (
        Transition(GO, ZERO, ONE),
        Transition(x, ONE, TWO, when=all_other_points(m.in_(ONE, TWO))),
    )
    blocked = flow(machine(m, POINT, *rules))
    found = lasso(ask(blocked, m.is_(ONE), m.is_(TWO), weak=(x,)))
    assert sum(found.shape) == 2
    assert proved(ask(blocked, m.is_(ONE), m.is_(TWO), weak=(x, GO)))


X, LEAVE = event("x", POINT), event("leave", POINT)
WAITING = Field("waiting point", At, (ZERO, TWO))
FREE = all_other_points(WAITING.is_not(ONE))
IN_THE_WAY = flow(
    machine(
        WAITING,
        POINT,
        Transition(GO, ZERO, ONE),
        Transition(LEAVE, ONE, THREE),
        Transition(X, ONE, ZERO, when=FREE),
        Transition(X, TWO, THREE, when=FREE),
    )
)


def test_a_lemma_does_not_suppose_that_blockers_do_not_take_their_own_event() -> None:
    """At 1 a point is in the way. It may leave for good; its own x brings it back to 0."""
    found = lasso(ask(IN_THE_WAY, WAITING.is_(TWO), WAITING.is_(THREE), weak=(X, LEAVE)))

    assert sum(found.shape) == 2
    assert {move.split(" at ")[0] for move in cycle(found)} == {"go", "x"}


def test_a_lemma_on_strong_fairness_does_not_suppose_that_the_guard_stays() -> None:
    """A busy point idles only while the gate is open; it is shut each time before that."""
    opens, shuts = event("open", INDUSTRY), event("shut", INDUSTRY)
    gate = (
        Transition(opens, ONE, ZERO),
        Transition(shuts, ZERO, ONE),
        Transition(CUT, ZERO, TWO, when=all_points(m.is_(ZERO))),
    )
    point = (Transition(GO, ZERO, ONE, g.is_(ONE)), Transition(BACK, ONE, ZERO, g.is_(ZERO)))
    gated = flow(machine(g, INDUSTRY, *gate), machine(m, POINT, *point))
    fair = (opens, BACK)
    found = lasso(ask(gated, m.is_(ONE), g.is_(TWO), weak=fair, strong=(CUT,)))

    assert cycle(found) in (["open", "shut"], ["shut", "open"])


def test_a_follower_that_would_leave_its_sort_refuses_for_all() -> None:
    count = Field("count", range(2), 0)
    tick = event("tick", INDUSTRY)
    rules = (
        Transition(tick, At, STAYS, then={count: count + 1}),
        Transition(GO, At, STAYS, then={count: 0}),
    )
    counting = flow(
        machine(g, INDUSTRY, Transition(tick, ZERO, ONE, when=TICKED)),
        machine(m, POINT, *rules, Transition(SPIN, At, STAYS, then={count: 1}), fields=(count,)),
    )
    found = lasso(ask(counting, all_of(count.is_(0)), g.is_(ONE), weak=(tick,)))
    assert found.moves


TICKED = g.is_(ZERO)
