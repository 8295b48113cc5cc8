"""Can still, where an event asks all others: they are led to allow it, or it is no way on."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    CanStill,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Transition,
    all_my_points,
    all_other_points,
    all_points,
    all_providers,
    some_point,
)
from model.language.expressions import TRUE
from properties.checker import led as checked
from properties.engine.budget import Budget
from properties.engine.packets.export import flow_data
from properties.engine.packets.packet import packet
from properties.engine.prove import decide
from properties.engine.slices.layout import View
from properties.engine.still import glance, ladder, led
from properties.engine.still.evidence import Ladder, OthersLed
from properties.engine.verdict import Result, Verdict
from switchproof.telling.still import told_ladder
from tests.engine.test_still import (
    BIND,
    BOTH_KINDS,
    BOUND,
    CAN_CUT,
    CUT,
    ENTERS,
    FREELY,
    GONE,
    LOOSE,
    POINTS_ONLY,
    SOMEBODY,
    SPOIL,
    TICK,
    TOGETHER,
    Gate,
    Seat,
    accepted,
    flow_of,
    over,
    ready,
    seat,
    verdict_on,
)
from tests.packet_format import Data, changed, rejected
from tests.packing import as_read
from tests.small_flows import Drawing
from tests.still_oracle import breaks_can_still

MOST = 2000
BINDS = Transition(BIND, Seat.OPEN, Seat.BOUND)
RESET, GET_READY = Event("reset", INDUSTRY, SOMEBODY), Event("get ready", PROVIDER, SOMEBODY)
NUDGE = Event("nudge", POINT, SOMEBODY)
LEAVE, CLOSE = Event("leave", POINT, SOMEBODY), Event("close", PROVIDER, SOMEBODY)
ALWAYS_BINDS = flow_of(BINDS, cut=TOGETHER)


def stands(flow: Flow, claim: CanStill, *shapes: tuple[int, ...]) -> list[bool | None]:
    """Whether it fails in some instances."""
    return [breaks_can_still(flow, claim, shape, MOST) for shape in shapes]


def ladder_of(result: Result) -> Ladder:
    assert result.verdict is Verdict.PROVED, result.reason
    assert isinstance(result.ranks, Ladder)
    return result.ranks


def seats(*more: Machine, rules: tuple[Transition, ...] = (BINDS,)) -> Flow:
    """Points that take a seat, and more."""
    return Flow("seats", "Seats", [Machine("seat", POINT, seat, rules), *more], [SOMEBODY])


def test_where_each_point_can_always_be_bound_all_can_be_cut_over() -> None:
    found = ladder_of(verdict_on(ALWAYS_BINDS, CAN_CUT))

    assert stands(ALWAYS_BINDS, CAN_CUT, (1,), (2,), (3,), (4,)) == [False] * 4
    (lemma,) = found.lemmas
    assert (str(lemma.event), lemma.ladder.shape, lemma.ladder.depth) == ("cut over", (1,), 1)
    assert [str(rung.event) for rung in lemma.ladder.rungs] == ["bind"]
    assert list(told_ladder(found))[-1].strip() == (
        "each other metering point can first be led to allow 'cut over', by its own 'bind'"
    )


def test_others_are_led_in_the_state_of_the_industry_in_which_they_are_asked() -> None:
    """They can be bound while the gate is shut, and cut over then; somebody can shut it again."""
    shut = ready.is_(Gate.SHUT)
    gate = Machine(
        "gate",
        INDUSTRY,
        ready,
        [
            Transition(TICK, Gate.SHUT, Gate.PASSED),
            Transition(RESET, Gate.PASSED, Gate.SHUT),
            Transition(CUT, Gate.SHUT, STAYS),
        ],
    )
    cut = Machine("cut", INDUSTRY, over, [TOGETHER])
    rules = (Transition(BIND, Seat.OPEN, Seat.BOUND, when=shut),)
    flow = seats(gate, cut, rules=rules)

    (lemma,) = ladder_of(verdict_on(flow, CAN_CUT)).lemmas

    assert stands(flow, CAN_CUT, (1,), (2,), (3,)) == [False] * 3
    assert {field for box in lemma.supposed for field, _ in box} >= {ready}


def test_who_cannot_be_led_by_steps_of_its_own_is_not_led() -> None:
    """All are bound by one step of the industry, after which nobody can be cut over."""
    bound = Transition(TICK, Seat.OPEN, Seat.BOUND)
    once = Transition(CUT, Gate.SHUT, Gate.PASSED, when=all_points(BOUND) & ready.is_(Gate.SHUT))
    gate = Machine("gate", INDUSTRY, ready, [Transition(TICK, Gate.SHUT, Gate.PASSED)])
    flow = seats(gate, Machine("cut", INDUSTRY, over, [once]), rules=(BINDS, bound))
    claim = CanStill("c", "C.", ready.is_(Gate.SHUT), to=GONE)
    without = seats(gate, Machine("cut", INDUSTRY, over, [once]), rules=(bound,))

    assert verdict_on(flow, claim).verdict is Verdict.PROVED
    assert verdict_on(without, claim).verdict is Verdict.REFUTED


def test_a_point_that_only_the_industry_can_bind_is_undecided() -> None:
    rules = (Transition(TICK, Seat.OPEN, Seat.BOUND),)
    clock = Machine("clock", INDUSTRY, ready, [Transition(TICK, list(Gate), STAYS)])
    flow = seats(clock, Machine("cut", INDUSTRY, over, [TOGETHER]), rules=rules)
    claim = CanStill("c", "C.", seat.is_(Seat.OPEN), to=GONE)

    result = verdict_on(flow, CanStill("c", "C.", BOUND, to=GONE))

    assert stands(flow, claim, (1,), (2,), (3,)) == [False] * 3
    assert result.verdict is Verdict.UNDECIDED
    assert "no trap with up to 3 points" in result.reason


DIRTY = Machine(
    "dirt",
    INDUSTRY,
    ready,
    [
        Transition(BIND, list(Gate), Gate.PASSED),
        Transition(TICK, list(Gate), Gate.PASSED),
        Transition(CUT, Gate.SHUT, STAYS),
    ],
)
CLEAN = Machine(
    "dirt",
    INDUSTRY,
    ready,
    [
        Transition(BIND, list(Gate), STAYS),
        Transition(TICK, list(Gate), Gate.PASSED),
        Transition(CUT, Gate.SHUT, STAYS),
    ],
)
NUDGED = Machine(
    "nudged",
    INDUSTRY,
    Field("nudged", Gate, Gate.SHUT),
    [Transition(NUDGE, list(Gate), Gate.PASSED)],
)  # by points, so that they interact
CUTS = Machine("cut", INDUSTRY, over, [TOGETHER])
IN_TIME = CanStill("in-time", "I.", BOUND & ready.is_(Gate.SHUT), to=GONE)


def test_a_step_that_writes_more_than_of_its_own_point_leads_nobody() -> None:
    """Whoever is bound later spoils it for all: with two points, one of them bound at first."""
    dirty = seats(DIRTY, CUTS).starting(seat, Seat.OPEN, Seat.BOUND)

    result = verdict_on(dirty, IN_TIME)

    assert stands(dirty, IN_TIME, (1,), (2,)) == [False, True]
    assert (result.verdict, result.points) == (Verdict.REFUTED, "2")


def test_the_one_who_is_seen_must_agree_as_it_is() -> None:
    """Who is stuck can be bound, and then all be cut over; but not stuck."""
    rules = (
        BINDS,
        Transition(SPOIL, Seat.OPEN, Seat.STUCK),
        Transition(LOOSE, Seat.STUCK, Seat.BOUND),
    )
    flow = flow_of(*rules, cut=TOGETHER)
    stuck = seat.is_(Seat.STUCK)

    assert verdict_on(flow, CanStill("c", "C.", stuck, to=GONE)).verdict is Verdict.PROVED
    assert verdict_on(flow, CanStill("c", "C.", stuck, to=GONE & stuck)).verdict is Verdict.REFUTED


def test_of_all_other_points_the_one_who_asks_is_none() -> None:
    claim = CanStill("leaves", "L.", seat.is_(Seat.OPEN), to=seat.is_(Seat.STUCK))

    def leaving(when: Expression) -> Flow:
        leaves = Transition(LEAVE, Seat.OPEN, Seat.STUCK, when=when)
        return seats(rules=(BINDS, leaves, Transition(LOOSE, Seat.STUCK, Seat.BOUND)))

    flow = leaving(all_other_points(BOUND))
    assert stands(flow, claim, (1,), (2,), (3,)) == [False] * 3
    assert len(ladder_of(verdict_on(flow, claim)).lemmas) == 1
    assert verdict_on(leaving(all_points(BOUND)), claim).verdict is Verdict.REFUTED


def test_a_rule_that_asks_and_cannot_fit_asks_nobody() -> None:
    """One event has a rule that asks all and one that asks nobody."""
    rules = (
        Transition(BIND, Seat.OPEN, Seat.BOUND),
        Transition(BIND, Seat.BOUND, Seat.STUCK, when=all_points(BOUND)),
    )
    flow = flow_of(*rules, cut=TOGETHER)
    claim = CanStill("b", "B.", seat.is_(Seat.OPEN), to=BOUND)

    assert ladder_of(verdict_on(flow, claim)).lemmas == ()


# --- Providers ------------------------------------------------------------------------------------

able = Field("able", Gate, Gate.SHUT)
ABLE = able.is_(Gate.PASSED)
GETS = Transition(GET_READY, Gate.SHUT, Gate.PASSED)
SHAPES = ((1,), (1, 0), (2,), (1, 1), (2, 1))


def test_providers_are_led_before_points() -> None:
    """A provider that gets ready turns its points out, so they are bound after it."""
    turned = Transition(GET_READY, Seat.BOUND, Seat.OPEN)
    every = all_providers(ABLE) & all_points(BOUND)
    flow = seats(
        Machine("able", PROVIDER, able, [GETS]),
        Machine("cut", INDUSTRY, over, [Transition(CUT, Gate.SHUT, Gate.PASSED, when=every)]),
        rules=(BINDS, turned),
    )

    led_ = {
        (one.ladder.shape, one.shared.name) for one in ladder_of(verdict_on(flow, CAN_CUT)).lemmas
    }

    assert stands(flow, CAN_CUT, *SHAPES) == [False] * len(SHAPES)
    assert led_ == {((0,), "INDUSTRY"), ((1,), "INDUSTRY")}


def test_a_provider_that_cannot_get_ready_is_not_led() -> None:
    spoil = Event("give up", PROVIDER, SOMEBODY)
    gives_up = Transition(
        spoil, Gate.SHUT, STAYS, then={(gone := Field("gone", bool, False)): True}
    )
    gets = Transition(GET_READY, Gate.SHUT, Gate.PASSED, when=~gone)
    flow = seats(
        Machine("able", PROVIDER, able, [gets, gives_up], (gone,)),
        Machine(
            "cut",
            INDUSTRY,
            over,
            [Transition(CUT, Gate.SHUT, Gate.PASSED, when=all_providers(ABLE))],
        ),
    )
    claim = CanStill("c", "C.", ABLE, to=GONE)

    result = verdict_on(flow, claim)

    assert stands(flow, claim, (1,), (1, 0), (1, 1)) == [False, True, True]
    assert result.verdict is Verdict.REFUTED


def test_points_of_a_provider_are_led_as_it_is() -> None:
    """They can be bound while their provider is able, which is when it asks them."""
    bind = Transition(BIND, Seat.OPEN, Seat.BOUND, when=ABLE)
    done = Field("done", bool, initial=False)
    closes = Transition(CLOSE, Gate.PASSED, STAYS, when=all_my_points(BOUND), then={done: True})
    flow = seats(Machine("able", PROVIDER, able, [GETS, closes], (done,)), rules=(bind,))
    claim = CanStill("closes", "A provider can still close.", ~done, to=done)

    found = ladder_of(verdict_on(flow, claim))

    assert stands(flow, claim, *SHAPES) == [False] * len(SHAPES)
    assert found.shape == (0,)
    assert [(one.ladder.shape, one.shared) for one in found.lemmas] == [((1,), PROVIDER)]


MARK = Event("mark", POINT, SOMEBODY)
mark = Field("mark", Gate, Gate.SHUT)
MARKED = mark.is_(Gate.PASSED)
MARKS = Machine("mark", POINT, mark, [Transition(MARK, Gate.SHUT, Gate.PASSED)])


def closing(when: Expression) -> Flow:
    """Providers that close, and points that are marked and bound."""
    done = Transition(CLOSE, Gate.SHUT, Gate.PASSED, when=when)
    return seats(Machine("able", PROVIDER, able, [done]), MARKS)


CLOSES = CanStill("closes", "C.", ~ABLE, to=ABLE)
BOTH = closing(all_my_points(BOUND) & all_points(MARKED))


def test_points_of_a_provider_are_led_to_all_that_they_are_asked() -> None:
    found = ladder_of(verdict_on(BOTH, CLOSES))

    assert stands(BOTH, CLOSES, *SHAPES) == [False] * len(SHAPES)
    by_shared = {one.shared: {str(r.event) for r in one.ladder.rungs} for one in found.lemmas}
    assert by_shared == {PROVIDER: {"bind", "mark"}, INDUSTRY: {"mark"}}


# --- Followers, and what asks for some ------------------------------------------------------------


def test_a_point_that_would_leave_its_sort_is_led_first() -> None:
    total = Field("total", range(3), 0)
    adds = [
        Transition(CUT, Gate.SHUT, STAYS, then={total: total + 1}),
        Transition(BIND, Gate.SHUT, STAYS, then={total: 2}),
        Transition(LOOSE, Gate.SHUT, STAYS, then={total: 0}),
    ]
    flow = Flow(
        "loads",
        "Loads",
        [
            Machine("load", POINT, Field("kind", Gate, Gate.SHUT), adds, (total,)),
            Machine("cut", INDUSTRY, over, [FREELY]),
        ],
        [SOMEBODY],
    )
    claim = CanStill("c", "C.", ~GONE, to=GONE)

    (lemma,) = ladder_of(verdict_on(flow, claim)).lemmas

    assert stands(flow, claim, (1,), (2,), (3,)) == [False] * 3
    assert [str(rung.event) for rung in lemma.ladder.rungs] == ["loose"]
    data, made = packed(flow, claim)
    assert "who are not led" in rejected(data, {**made, "lemmas": []})


def test_a_rule_that_asks_for_some_and_cannot_fit_asks_nobody() -> None:
    rules = (BINDS, Transition(BIND, Seat.BOUND, Seat.STUCK, when=some_point(seat.is_(Seat.OPEN))))
    flow = seats(rules=rules)
    fits, not_ = (
        CanStill("b", "B.", seat.is_(one), to=seat.is_(two))
        for one, two in ((Seat.OPEN, Seat.BOUND), (Seat.BOUND, Seat.STUCK))
    )

    assert ladder_of(verdict_on(flow, fits)).lemmas == ()
    assert verdict_on(flow, not_).verdict is Verdict.REFUTED


# --- What is found is judged ----------------------------------------------------------------------


def undecided(flow: Flow, claim: CanStill) -> str:
    result = decide(flow, claim, Budget())
    assert result.verdict is Verdict.UNDECIDED
    return result.reason


def test_without_a_lemma_z3_takes_no_event_that_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladder, "_lemmas", lambda *_: ())

    assert "closure does not cover" in undecided(ALWAYS_BINDS, CAN_CUT)


def test_what_a_lemma_supposes_z3_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    found = ladder._lemmas

    def of_nothing(*of: Any) -> list[OthersLed]:  # noqa: ANN401
        return [replace(one, supposed=()) for one in found(*of)]

    monkeypatch.setattr(ladder, "_lemmas", of_nothing)

    assert "closure does not cover" in undecided(ALWAYS_BINDS, CAN_CUT)


def test_whether_who_is_led_asks_others_z3_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glance.Glance, "_free", glance.Glance._open)
    monkeypatch.setattr(glance.Glance, "asking", lambda _self, _move, mine: mine)
    alone = Transition(BIND, Seat.OPEN, Seat.BOUND, when=all_other_points(seat.is_(Seat.OPEN)))

    assert "closure does not cover" in undecided(flow_of(alone, cut=TOGETHER), CAN_CUT)


def test_whether_all_are_led_z3_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    region = led.ThoseAsked.region

    def of_those_on_rungs(self: led.ThoseAsked, some: Iterable[View]) -> list[int]:
        return [n for n in region(self, some) if n in self.climb.rungs]

    monkeypatch.setattr(led.ThoseAsked, "succeeds", lambda *_: lambda _: True)
    monkeypatch.setattr(led.ThoseAsked, "region", of_those_on_rungs)

    assert "closure does not cover" in undecided(flow_of(*ENTERS, cut=TOGETHER), CAN_CUT)


# --- Forged packets -------------------------------------------------------------------------------


def packed(flow: Flow, claim: CanStill) -> tuple[Data, Data]:
    """The flow as data, and the packet of a verdict on it."""
    return as_read(flow_data(flow, None, [claim])), as_read(packet(verdict_on(flow, claim), None))


def none(made: Data) -> None:
    made["lemmas"] = []


def of_another_event(made: Data) -> None:
    made["lemmas"][0]["event"] = "bind"


def of_those_it_does_not_ask(made: Data) -> None:
    made["lemmas"][0]["shared"] = "provider"


def of_providers(made: Data) -> None:
    made["lemmas"][0]["ladder"] |= {"shape": [0], "rungs": []}


def supposing_what_not_all_see(made: Data) -> None:
    made["lemmas"][0]["supposed"] = [[["seat", 0, ["BOUND"]]]]


def supposing_nothing_ever(made: Data) -> None:
    made["lemmas"][0]["supposed"] = []


def without_its_rung(made: Data) -> None:
    made["lemmas"][0]["ladder"]["rungs"] = []


def by_a_step_of_all(made: Data) -> None:
    made["lemmas"][0]["ladder"]["rungs"][0]["event"] = "cut over"


def of_no_event(made: Data) -> None:
    made["lemmas"].append({**made["lemmas"][0], "event": "none such"})


@pytest.mark.parametrize(
    ("cheat", "told"),
    [
        (none, "who are not led"),
        (of_another_event, "who are not led"),
        (of_those_it_does_not_ask, "who are not led"),
        (of_providers, "who are not led"),
        (supposing_what_not_all_see, "supposes what not all see"),
        (supposing_nothing_ever, "who are not led"),
        (without_its_rung, "waits on no rung"),
        (by_a_step_of_all, "no step of who is led"),
        (of_no_event, "a lemma on no event"),
    ],
)
def test_forged_lemmas_are_refused(cheat: Callable[[Data], None], told: str) -> None:
    flow, made = packed(ALWAYS_BINDS, CAN_CUT)
    assert rejected(flow, made) == ""

    cheat(made)

    assert told in rejected(flow, made)


def test_forged_steps_that_lead_and_write_more_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    clean, dirty = (
        seats(one, CUTS, NUDGED).starting(seat, Seat.OPEN, Seat.BOUND) for one in (CLEAN, DIRTY)
    )
    _, made = packed(clean, IN_TIME)
    flow = as_read(flow_data(dirty, None, [IN_TIME]))

    assert "writes more than of who is led" in rejected(flow, made)
    monkeypatch.setattr(checked, "moves", lambda _: False)
    assert "writes more" not in rejected(flow, made)


def test_forged_steps_that_lead_and_ask_others_are_refused() -> None:
    alone = Transition(BIND, Seat.OPEN, Seat.BOUND, when=all_other_points(seat.is_(Seat.OPEN)))
    _, made = packed(ALWAYS_BINDS, CAN_CUT)
    flow = as_read(flow_data(flow_of(alone, cut=TOGETHER), None, [CAN_CUT]))

    assert "'bind' asks something of others" in rejected(flow, made)


def test_forged_rungs_on_which_the_one_who_is_seen_refuses_are_refused() -> None:
    flow, made = packed(ALWAYS_BINDS, CanStill("c", "C.", seat.is_(Seat.OPEN), to=GONE))
    (cut,) = [rung for rung in made["ladder"]["rungs"] if rung["event"] == "cut over"]
    cut["boxes"] = [[["cut over", 0, ["SHUT"]]]]

    assert "who are not led" in rejected(flow, changed(made, ["ladder", "rungs"], [cut]))


def test_forged_lemmas_that_take_one_point_for_another_are_refused() -> None:
    """Who asks is open, and is not asked; who is stuck is asked, and is not led."""
    leaves = Transition(LEAVE, Seat.OPEN, Seat.STUCK, when=all_other_points(BOUND))
    claim = CanStill("leaves", "L.", seat.is_(Seat.OPEN), to=seat.is_(Seat.STUCK))
    flow, made = packed(
        seats(rules=(BINDS, leaves, Transition(LOOSE, Seat.STUCK, Seat.BOUND))), claim
    )
    rung = {"rank": 1, "event": "bind", "boxes": [[["seat", 0, ["OPEN"]]]]}
    made["lemmas"][0]["ladder"]["rungs"] = [rung]

    assert "waits on no rung" in rejected(flow, made)


def test_forged_lemmas_that_lead_to_a_part_of_what_is_asked_are_refused() -> None:
    flow, made = packed(BOTH, CLOSES)
    (lemma,) = [one for one in made["lemmas"] if one["shared"] == "provider"]
    rung = {"rank": 1, "event": "bind", "boxes": [[["seat", 0, ["OPEN"]]]]}
    lemma["ladder"]["rungs"] = [rung]

    assert "waits on no rung" in rejected(flow, made)


# --- A spoilt engine ------------------------------------------------------------------------------


def spoilt(seed: int) -> tuple[bool, str] | None:
    """Whether a claim that an engine proves fails, and why its packet is refused."""
    random = Random(seed)
    drawing = Drawing(seed, random.choice(["closed", "shared"]), providers=random.random() < 0.5)
    flow, scopes = drawing.flow(), list(drawing.scopes)
    one, two = (drawing.literal(random.choice(scopes), near=True) for _ in range(2))
    claim = CanStill("claim", "A claim.", one, to=two)
    result = decide(flow, claim, Budget(seconds=600, views=1000))
    if result.verdict is not Verdict.PROVED:
        return None
    shapes = BOTH_KINDS if flow.has_providers else POINTS_ONLY
    return any(breaks_can_still(flow, claim, shape, 300) for shape in shapes), accepted(result)


@pytest.mark.parametrize("forgets", ["asks_nobody", "is_led"])
def test_no_forged_packet_of_an_engine_that_forgets_others_passes(
    forgets: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (glance, ladder, led):
        monkeypatch.setattr(module, forgets, lambda *_: TRUE, raising=False)

    found = [told for seed in range(50_000, 50_150) if (told := spoilt(seed))]

    assert [reason for fails, reason in found if fails and not reason] == []
    assert sum(fails for fails, _ in found) > 1
    assert sum(not fails for fails, _ in found) > 50
