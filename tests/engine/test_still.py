"""Can still, and stuck only: what a plain version would get wrong, and no verdict contradicted."""

from collections import Counter
from collections.abc import Callable
from enum import Enum
from functools import cache
from random import Random

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    STAYS,
    CanStill,
    Claim,
    Event,
    Field,
    Flow,
    IllFormed,
    Machine,
    Party,
    StuckOnly,
    Transition,
    after,
    all_points,
    at_other_point,
    some_point,
)
from model.language.words import words
from properties.checker import still, stuck
from properties.engine.budget import Budget
from properties.engine.packets.export import flow_data
from properties.engine.packets.packet import packet
from properties.engine.prove import decide
from properties.engine.still import climb, glance
from properties.engine.verdict import Result, Verdict
from tests.forger_still import Rivals, passed, rivals
from tests.packet_format import changed, reasons, rejected
from tests.packing import as_read
from tests.small_flows import Drawing
from tests.still_oracle import breaks_can_still, breaks_stuck_only


class Seat(Enum):
    """Where a point is."""

    OPEN = "open"
    BOUND = "bound"
    STUCK = "stuck"


class Gate(Enum):
    """Whether something is done."""

    SHUT = "shut"
    PASSED = "passed"


SOMEBODY = Party("somebody")
BIND, SPOIL, LOOSE = (Event(name, POINT, SOMEBODY) for name in ("bind", "spoil", "loose"))
CUT, TICK = Event("cut over", INDUSTRY, SOMEBODY), Event("tick", INDUSTRY, SOMEBODY)
seat = Field("seat", Seat, Seat.OPEN)
over, ready = Field("cut over", Gate, Gate.SHUT), Field("ready", Gate, Gate.SHUT)
BOUND, GONE = seat.is_(Seat.BOUND), over.is_(Gate.PASSED)
ENTERS = (Transition(BIND, Seat.OPEN, Seat.BOUND), Transition(SPOIL, Seat.OPEN, Seat.STUCK))


def flow_of(*rules: Transition, cut: Transition, ticks: bool = False) -> Flow:
    """Points that take a seat, and an industry that is cut over."""
    clock = Field("clock", Gate, Gate.SHUT)
    turns = [Transition(TICK, list(Gate), STAYS)]
    machines = [Machine("seat", POINT, seat, rules), Machine("cut", INDUSTRY, over, [cut])]
    machines += [Machine("clock", INDUSTRY, clock, turns)] if ticks else []
    return Flow("seats", "Seats", machines, [SOMEBODY])


FREELY = Transition(CUT, Gate.SHUT, Gate.PASSED)
TOGETHER = Transition(CUT, Gate.SHUT, Gate.PASSED, when=all_points(BOUND))


def accepted(result: Result) -> str:
    """Why the checker rejects the packet of a verdict; nothing where it accepts it."""
    data = flow_data(result.flow, None, [result.claim])
    return rejected(as_read(data), as_read(packet(result, None)))


def verdict_on(flow: Flow, claim: Claim, views: int = 100_000) -> Result:
    """The verdict, of which the checker accepts the packet."""
    result = decide(flow, claim, Budget(seconds=600, views=views))
    if result.verdict is not Verdict.UNDECIDED:
        assert accepted(result) == ""
    return result


CAN_CUT = CanStill("can-cut", "Who is bound can still be cut over.", BOUND, to=GONE)


def test_what_one_point_can_always_reach_two_may_not() -> None:
    flow = flow_of(*ENTERS, cut=TOGETHER)
    assert flow.deletion_closed

    result = verdict_on(flow, CAN_CUT)

    assert breaks_can_still(flow, CAN_CUT, (1,), 100) is False
    assert breaks_can_still(flow, CAN_CUT, (2,), 100) is True
    assert (result.verdict, result.points) == (Verdict.REFUTED, "2")
    assert result.run is not None
    assert [str(move.event) for move in result.run.moves] == ["bind", "spoil"]
    assert result.run.shortest


def test_what_asks_nothing_of_others_can_still_be_reached_by_any_number() -> None:
    result = verdict_on(flow_of(*ENTERS, cut=FREELY), CAN_CUT)

    assert (result.verdict, result.points) == (Verdict.PROVED, "any")
    assert result.marks == ()


def test_a_trap_that_depends_on_which_point_is_seen_is_of_that_point() -> None:
    flow = flow_of(
        *ENTERS, Transition(LOOSE, Seat.STUCK, Seat.OPEN, when=some_point(BOUND)), cut=FREELY
    )
    claim = CanStill(
        "frees", "Who is stuck can still be loose.", seat.is_(Seat.STUCK), to=~seat.is_(Seat.STUCK)
    )

    result = verdict_on(flow, claim)

    assert result.verdict is Verdict.REFUTED
    assert result.points == "1"


def test_a_way_counts_only_where_it_leads_on_whatever_is_forgotten() -> None:
    known, told = Field("known", bool, initial=False), Field("told", Gate, Gate.SHUT)
    heard = Field("heard", bool, initial=False)
    rules = [Transition(TICK, list(Gate), Gate.PASSED, then={known: True})]
    tell = [Transition(CUT, list(Gate), STAYS, then={heard: known})]
    machines = [
        Machine("known", INDUSTRY, ready, rules, (known,)),
        Machine("told", INDUSTRY, told, tell, (heard,)),
    ]
    flow = Flow("told", "Told", machines, [SOMEBODY])

    result = verdict_on(flow, CanStill("hears", "H.", ~heard, to=heard))

    assert result.verdict is Verdict.PROVED
    assert "at most 2 steps" in result.method


def test_a_trap_is_the_nearest_also_where_its_way_out_only_seems_one() -> None:
    rules = [
        Transition(SPOIL, Seat.OPEN, Seat.STUCK),
        Transition(LOOSE, Seat.STUCK, Seat.OPEN, when=ready.is_(Gate.PASSED)),
        Transition(BIND, Seat.STUCK, Seat.BOUND),
    ]
    never = Machine("gate", INDUSTRY, ready, [Transition(TICK, Gate.SHUT, STAYS)])
    flow = Flow("seem", "Seem", [Machine("seat", POINT, seat, rules), never], [SOMEBODY])

    result = verdict_on(flow, CanStill("c", "C.", ~seat.is_(Seat.OPEN), to=seat.is_(Seat.OPEN)))

    assert result.run is not None
    assert ([str(move.event) for move in result.run.moves], result.run.shortest) == (
        ["spoil"],
        True,
    )


def test_what_never_waits_is_empty() -> None:
    claim = CanStill("none", "N.", seat.is_(Seat.STUCK), to=GONE)

    assert verdict_on(flow_of(ENTERS[0], cut=FREELY), claim).marks == ("empty",)


# --- Stuck only -----------------------------------------------------------------------------------

STOPS = seat.is_(Seat.STUCK) | GONE


def test_one_is_stuck_only_where_it_is_said() -> None:
    said = StuckOnly("stops", "It stops only where it is stuck, or over.", STOPS, ways=(BIND, CUT))
    less = StuckOnly("stops", "It stops only where it is over.", GONE, ways=(BIND,))
    flow = flow_of(*ENTERS, cut=FREELY)

    assert verdict_on(flow, said).verdict is Verdict.PROVED
    refuted = verdict_on(flow, less)
    assert (refuted.verdict, len(refuted.run or ())) == (Verdict.REFUTED, 1)


def test_an_event_that_is_always_possible_makes_it_empty() -> None:
    flow = flow_of(*ENTERS, cut=FREELY, ticks=True)
    claim = StuckOnly("stops", "S.", GONE, ways=(BIND, CUT, TICK))

    assert verdict_on(flow, claim).marks == ("empty",)


def test_that_one_point_is_not_stuck_says_nothing_of_two() -> None:
    flow = flow_of(*ENTERS, cut=TOGETHER)
    claim = StuckOnly("stops", "S.", STOPS, ways=(BIND, CUT))

    result = verdict_on(flow, claim)

    assert breaks_stuck_only(flow, claim, (1,), 100) is False
    assert breaks_stuck_only(flow, claim, (2,), 100) is True
    assert (result.verdict, result.points) == (Verdict.REFUTED, "2")
    assert result.run is not None
    assert [str(move.event) for move in result.run.moves] == ["bind"]


def test_where_no_few_points_are_stuck_a_way_that_asks_is_undecided() -> None:
    flow = flow_of(ENTERS[0], cut=TOGETHER)
    claim = StuckOnly("stops", "S.", BOUND | GONE, ways=(BIND, CUT))

    result = verdict_on(flow, claim)

    assert [breaks_stuck_only(flow, claim, (n,), 100) for n in (1, 2, 3)] == [False] * 3
    assert result.verdict is Verdict.UNDECIDED
    assert "'cut over' asks something of others" in result.reason
    assert "no run that breaks it with up to 3 points" in result.reason


def test_a_forged_run_to_where_a_way_that_asks_is_open_refutes_nothing() -> None:
    claim = StuckOnly("stops", "S.", STOPS, ways=(BIND, CUT))
    made = as_read(packet(verdict_on(flow_of(*ENTERS, cut=TOGETHER), claim), None))
    data = as_read(flow_data(flow_of(*ENTERS, cut=FREELY), None, [claim]))

    assert "'cut over' is possible there" in rejected(data, made)


def test_a_way_that_asks_others_counts_as_never_possible_in_what_is_said() -> None:
    flow = flow_of(*ENTERS, cut=TOGETHER)
    with_it, without = (StuckOnly("s", "S.", STOPS, ways=ways) for ways in ((BIND, CUT), (BIND,)))

    assert words(with_it.of(flow)) == words(without.of(flow))
    freely = flow_of(*ENTERS, cut=FREELY)
    assert words(with_it.of(freely)) != words(without.of(freely))


def test_a_point_that_an_event_happens_to_is_seen_though_the_industry_decides() -> None:
    gate = Field("gate", Gate, Gate.SHUT)
    rules = [
        Transition(LOOSE, Gate.PASSED, STAYS),
        Transition(TICK, list(Gate), Gate.PASSED),
    ]
    flow = Flow("gate", "Gate", [Machine("gate", INDUSTRY, gate, rules)], [SOMEBODY])

    result = verdict_on(flow, StuckOnly("shut", "S.", gate.is_(Gate.SHUT), ways=(LOOSE,)))

    assert (result.verdict, result.marks) == (Verdict.PROVED, ())
    shut = verdict_on(flow, StuckOnly("shut", "S.", gate.is_(Gate.PASSED), ways=(LOOSE,)))
    assert shut.run is not None
    assert shut.run.where.point == 0


@pytest.mark.parametrize(
    ("ways", "told"),
    [((), "names no event"), ((CUT, CUT), "or one twice"), ("cut", "'ways'"), (CUT, "'ways'")],
)
def test_ways_are_events_each_named_once(ways: object, told: str) -> None:
    with pytest.raises(IllFormed, match=told):
        StuckOnly("stops", "S.", GONE, ways=ways)  # type: ignore[arg-type]


def test_what_can_still_come_is_a_state_that_a_point_sees() -> None:
    for goal in (after(seat).is_(Seat.BOUND), at_other_point(seat).is_(Seat.BOUND)):
        with pytest.raises(IllFormed, match="as one point sees them"):
            CanStill("x", "X.", BOUND, to=goal)


# --- Random flows ---------------------------------------------------------------------------------

BOTH_KINDS: list[tuple[int, ...]] = [(1,), (1, 0), (2,), (1, 1), (2, 1)]
POINTS_ONLY: list[tuple[int, ...]] = [(1,), (2,), (3,)]


def judge(seed: int, kind: type[Claim], most: int = 300) -> str:
    """The verdict on a random claim, after it was held against every small instance."""
    random = Random(seed)
    drawing = Drawing(
        seed, random.choice(["closed", "shared", "some"]), providers=random.random() < 0.4
    )
    flow, scopes = drawing.flow(), list(drawing.scopes)
    one, two = (drawing.literal(random.choice(scopes), near=True) for _ in range(2))
    shapes = BOTH_KINDS if flow.has_providers else POINTS_ONLY
    if kind is CanStill:
        can = CanStill("claim", "A claim.", one, to=two)
        result = verdict_on(flow, can, views=3000)
        broken = {shape: breaks_can_still(flow, can, shape, most) for shape in shapes}
    else:
        ways = tuple(random.sample(flow.events, min(len(flow.events), random.choice([1, 2, 2]))))
        only = StuckOnly("claim", "A claim.", one, ways=ways)
        result = verdict_on(flow, only, views=3000)
        broken = {shape: breaks_stuck_only(flow, only, shape, most) for shape in shapes}
    if result.verdict is Verdict.PROVED:
        assert not any(broken.values())
    if result.run is not None:
        assert broken.get(result.run.shape) is not False
    assert result.verdict is not None
    return f"{result.verdict.value}{' empty' * bool(result.marks)}"


@pytest.mark.parametrize("kind", [CanStill, StuckOnly])
def test_no_verdict_is_contradicted_by_an_instance(kind: type[Claim]) -> None:
    found = Counter(judge(seed, kind) for seed in range(60))

    assert found["proved"] > 1
    assert found["refuted"] > 4


@pytest.mark.soak
@pytest.mark.parametrize("kind", [CanStill, StuckOnly])
def test_many_more_seeds(kind: type[Claim]) -> None:
    random = Random(2026)
    found = Counter(judge(random.randrange(2**32), kind, 2000) for _ in range(3000))

    assert found["proved"] > 100


# --- Forged packets -------------------------------------------------------------------------------

FLOWS, EACH = 12, 12


@cache
def them(seed: int) -> Rivals:
    return rivals(seed)


def tried(seeds: range) -> tuple[int, list[int]]:
    """How many were forged, and the seeds of which some passed."""
    found = {seed: passed(them(seed), EACH, Random(seed)) for seed in seeds}
    return sum(n for n, _ in found.values()), [seed for seed, (_, wrong) in found.items() if wrong]


def test_no_forged_rungs_and_no_forged_trap_pass() -> None:
    number, wrong = tried(range(FLOWS))

    assert wrong == []
    assert number > 700


def test_rungs_and_traps_that_are_not_forged_pass() -> None:
    for one in map(them, range(FLOWS)):
        assert set(reasons(one.flow, [*one.ladders, *one.traps])) <= {""}


def any_event_helps(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(still, "enabled", lambda *_: True)


def each_rung_leads_on(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(still.Rungs, "_nearer", lambda *_: True)


def each_leg_leads_on(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(still, "on_the_way", lambda *_: iter(()))


@pytest.mark.parametrize("sow", [any_event_helps, each_rung_leads_on, each_leg_leads_on])
def test_a_forger_of_rungs_finds_a_hole(
    sow: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    sow(monkeypatch)

    assert any(tried(range(seed, seed + 1))[1] for seed in range(2 * FLOWS))


def test_rungs_of_one_point_are_none_where_others_are_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = as_read(packet(verdict_on(flow_of(*ENTERS, cut=FREELY), CAN_CUT), None))
    data = as_read(flow_data(flow_of(*ENTERS, cut=TOGETHER), None, [CAN_CUT]))

    assert "asks something of others, who are not led" in rejected(data, made)
    monkeypatch.setattr(still, "asks_nobody", lambda *_: True)
    assert rejected(data, made) == ""


def test_a_trap_is_none_where_one_can_leave_it_or_is_not_in_it() -> None:
    made = as_read(packet(verdict_on(flow_of(*ENTERS, cut=TOGETHER), CAN_CUT), None))
    data = as_read(flow_data(flow_of(*ENTERS, cut=FREELY), None, [CAN_CUT]))

    assert made["kind"] == "trap"
    assert "leads out of the trap" in rejected(data, made)
    beside = changed(made, ["boxes"], [[["cut over", 0, ["SHUT"]]]])
    assert "does not end in the trap" in rejected(data, beside)
    early = changed(made, ["run", "moves"], [])
    assert "does not hold there" in rejected(data, early)


def test_a_packet_that_takes_a_way_of_all_for_one_of_its_own_is_refused() -> None:
    flow = flow_of(*ENTERS, cut=TOGETHER)
    claim = StuckOnly("stops", "S.", STOPS, ways=(BIND, CUT))
    other = flow_of(*ENTERS, cut=FREELY)
    made = as_read(packet(verdict_on(other, claim), None))

    assert "asks something of others" in rejected(as_read(flow_data(flow, None, [claim])), made)


def test_a_run_to_where_a_way_is_open_refutes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    flow = flow_of(*ENTERS, cut=FREELY)
    claim = StuckOnly("stops", "S.", GONE, ways=(BIND, SPOIL))
    made = as_read(packet(verdict_on(flow, claim), None))
    data = as_read(flow_data(flow, None, [claim]))
    made["runs"][0]["moves"] = []

    assert "is possible there" in rejected(data, made)
    monkeypatch.setattr(stuck, "need_stuck", lambda *_: None)
    assert rejected(data, made) == ""


def test_of_each_way_that_is_found_z3_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glance.Glance, "_may", lambda _self, _number: lambda _view: True)
    shut = Transition(CUT, Gate.SHUT, Gate.PASSED, when=ready.is_(Gate.PASSED))
    machines = [
        Machine("seat", POINT, seat, ENTERS),
        Machine("cut", INDUSTRY, over, [shut]),
        Machine("gate", INDUSTRY, ready, [Transition(TICK, Gate.SHUT, STAYS)]),
    ]
    flow = Flow("shut", "Shut", machines, [SOMEBODY])

    result = decide(flow, CAN_CUT, Budget())

    assert result.verdict is Verdict.UNDECIDED
    assert "not kept" in result.reason or "closure does not cover" in result.reason


def test_where_a_way_leads_z3_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    ranked = climb.Climb._ranked  # what is found is spoilt

    def all_one_step_away(self: climb.Climb) -> list[tuple[int, tuple[int, int]]]:
        return [(n, (1, move)) for n, (_, move) in ranked(self)]

    flow = flow_of(ENTERS[0], Transition(SPOIL, Seat.BOUND, Seat.STUCK), cut=FREELY)
    claim = CanStill("c", "C.", ~seat.is_(Seat.STUCK), to=seat.is_(Seat.STUCK))
    assert verdict_on(flow, claim).verdict is Verdict.PROVED
    monkeypatch.setattr(climb.Climb, "_ranked", all_one_step_away)

    assert "closure does not cover" in decide(flow, claim, Budget()).reason


def test_of_each_trap_that_is_found_z3_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glance.Glance, "trapped", property(lambda self: self.region))
    monkeypatch.setattr(glance.Glance, "ahead_of", lambda _, n: [n])
    monkeypatch.setattr(glance.Glance, "is_shown", False)

    result = decide(flow_of(*ENTERS, cut=FREELY), CAN_CUT, Budget())

    assert result.verdict is Verdict.UNDECIDED
    assert "closure does not cover" in result.reason
