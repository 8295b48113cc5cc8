"""Packets on two flows at an interface: what does not show what it says is refused."""

import json
from collections.abc import Iterator
from itertools import product
from random import Random
from typing import Any

import pytest

from model.language import POINT, STAYS, Event, Field, Flow, Machine, Transition, all_points
from properties.engine.interfaces import settle
from properties.engine.interfaces.packets import ComparisonData
from properties.engine.interfaces.same_at import SameAt, by_name
from properties.engine.interfaces.settle import compare
from tests.interface_oracle import partings, random_comparison
from tests.packet_format import changed, reasons, rejected
from tests.strategies import ACTOR, Stage

Data = dict[str, Any]
ONE, TWO, THREE = Stage
X, Y = Event("x", POINT, ACTOR), Event("y", POINT, ACTOR)
UNSEEN = Event("unseen", POINT, ACTOR)
state, mark = Field("state", Stage, ONE), Field("mark", bool, initial=False)
number = Field("number", range(2), 0)

TURNS = (Transition(X, ONE, TWO), Transition(UNSEEN, TWO, THREE), Transition(Y, THREE, ONE))
AT_ONCE = (Transition(X, ONE, TWO), Transition(Y, TWO, ONE))
TWICE = (*AT_ONCE, Transition(X, TWO, THREE))


def flow(rules: tuple[Transition, ...]) -> Flow:
    return Flow("small", "A small flow", [Machine("machine", POINT, state, rules)], [ACTOR])


def beside_with(rule: Transition) -> Machine:
    return Machine("beside", POINT, Field("there", Stage, ONE), (rule,), (number,))


def asked(one: tuple[Transition, ...], other: tuple[Transition, ...]) -> SameAt:
    return SameAt("same", "Alike.", (flow(one), flow(other)), by_name((X, Y)))


def shown(this: SameAt) -> tuple[Data, Data]:
    """The packet of a comparison, and the flow's file."""
    packet = compare(this).packet
    assert packet is not None
    return packet, json.loads(ComparisonData(this).text)


ALIKE, ALIKE_FILE = shown(asked(TURNS, AT_ONCE))
PARTED, PARTED_FILE = shown(asked(TWICE, TURNS))
ITSELF, ITSELF_FILE = shown(asked(TURNS, TURNS))


def test_what_the_engine_shows_is_accepted() -> None:
    kinds = ("same automaton", "parted", "same machines")
    every = ((ALIKE_FILE, ALIKE), (PARTED_FILE, PARTED), (ITSELF_FILE, ITSELF))
    assert tuple(packet["kind"] for _, packet in every) == kinds
    assert [rejected(file, packet) for file, packet in every] == [""] * len(kinds)


@pytest.mark.parametrize(
    ("path", "new", "reason"),
    [
        (["points"], "any", "an automaton is of one point"),
        (["empty"], True, "it is empty where it has no memory, and only there"),
        (["automaton", 0], {}, "'x' by one who is seen breaks it"),
        (["automaton", 0, "y"], 0, "something that the automaton allows is not answered"),
        (["automaton", 0, "x"], 0, "'x' by one who is seen leads into a box"),
        (["automaton", 0, "x"], 7, "an edge to nowhere"),
        (["automaton", 0, "z"], 0, "an edge of another name"),
        (["automaton"], [], "an edge of another name"),
        (["sides", 0, "boxes"], [], "'x' by one who is seen breaks it"),
        (["sides", 0, "machines"], [], "'machine' may refuse 'x'"),
        (["sides", 0, "machines"], ["machine", "machine"], "a machine is named twice"),
        (["sides", 0, "firsts"], [], "there is no first state"),
        (["sides", 0, "firsts", 0, "state"], ["TWO"], "'state' does not start so"),
        (["sides", 0, "answers"], [], "something that the automaton allows is not answered"),
        (["sides", 0, "answers", 0, 2], [], "an answer to what is not asked, or none"),
        (["sides", 0, "answers", 0, 2, 0, 1], [], "an answer that is seen otherwise"),
        (["sides", 0, "answers", 0, 2, 0, 1], [["y", 0]], "an answer that is seen otherwise"),
        (["sides", 0, "answers", 1, 2, 0, 1], [["unseen", 0], ["y", 0]], "'machine' refuses"),
        (["sides", 0, "answers", 0, 3], 0, "it leads elsewhere"),
        (["sides", 0, "answers", 0, 3], 9, "it leads elsewhere"),
        (["sides", 0, "answers", 0, 0], 9, "an answer of no group"),
        (["sides"], [], "it shows not two sides"),
    ],
)
def test_what_does_not_show_that_two_are_alike_is_refused(
    path: list[Any], new: object, reason: str
) -> None:
    assert rejected(ALIKE_FILE, changed(ALIKE, path, new)).startswith(reason)


@pytest.mark.parametrize(
    ("path", "new", "reason"),
    [
        (["points"], "1", "for how many points"),
        (["differences"], [], "nothing parts the two"),
        (["differences", 0, "word"], [], "its run is seen otherwise"),
        (["differences", 0, "name"], "y", "its run is seen otherwise"),
        (["differences", 0, "side"], 1, "'machine' refuses 'x'"),
        (["differences", 0, "run", "moves"], [["x", 0]], "its run is seen otherwise"),
        (["differences", 0, "run", "shape"], [2], "its run is not of one point"),
        (["differences", 0, "run", "where"], {"point": 0}, "its run is not of one point"),
        (["within", 1], None, "the other may do it"),
        (["within", 1, "boxes"], [], "'x' by one who is seen breaks it"),
        (["within", 1, "automaton", 1, "x"], 0, "the other may do it"),
        (["within", 1, "automaton", 0], {}, "'x' by one who is seen breaks it"),
        (["within"], [None], "it shows not two sides"),
    ],
)
def test_what_does_not_part_the_two_is_refused(path: list[Any], new: object, reason: str) -> None:
    assert rejected(PARTED_FILE, changed(PARTED, path, new)).startswith(reason)


def test_the_same_machines_on_events_of_two_scopes_are_refused() -> None:
    path = ["claims", "same", "other", "events", "unseen"]
    file = changed(ITSELF_FILE, path, "industry")
    assert rejected(file, ITSELF) == "an event is of two scopes"


def test_machines_that_differ_read_more_or_may_be_refused_are_refused() -> None:
    beside, counting, asking = map(
        beside_with,
        (
            Transition(X, ONE, STAYS),
            Transition(X, Stage, STAYS, then={number: number + 1}),
            Transition(X, Stage, STAYS, when=all_points(state.is_(ONE))),
        ),
    )
    reading = Machine("machine", POINT, state, (Transition(X, ONE, STAYS, when=~mark), *AT_ONCE))
    marks = Machine("marks", POINT, Field("marks", Stage, ONE), (), (mark,))
    plain, marked = flow(AT_ONCE), flow(AT_ONCE).also(marks).but(reading)
    for one, other, reason in (
        (plain, flow(TWICE), "the machines differ"),
        (plain, plain.also(beside), "'beside' may refuse 'x'"),
        (plain, plain.also(counting), "'beside' may leave a sort at 'x'"),
        (plain, plain.also(asking), "'beside' may refuse 'x'"),
        (marked, marked, "the machines read"),
    ):
        this = SameAt("same", "Alike.", (one, other), by_name((X, Y)))
        file = json.loads(ComparisonData(this).text)
        assert rejected(file, {**ITSELF, "machines": ["machine"]}).startswith(reason)
        assert rejected(file, {**ITSELF, "machines": ["none"]}).startswith("a machine is named")


@pytest.mark.parametrize(
    ("path", "new", "reason"),
    [
        (["visible"], {}, "nothing is seen at the interface"),
        (["visible", "x", 0], [], "'x' is not of both, at one scope"),
        (["visible", "x", 1], ["none"], "one side has no event 'none'"),
        (["visible", "x", 0], ["x", "y"], "'y' is seen under two names"),
        (["other", "events", "x"], "industry", "'x' is not of both, at one scope"),
        (["other", "machines"], [], "no machine has one of its events"),
    ],
)
def test_an_interface_that_does_not_match_is_refused(
    path: list[str], new: object, reason: str
) -> None:
    file = changed(ALIKE_FILE, ["claims", "same", *path], new)
    assert rejected(file, ALIKE) == reason


def forged(right: list[Data], random: Random) -> Iterator[Data]:
    """Packets of what may be put together of those of each side beside itself."""
    for one, other in product(right, repeat=2):
        made = {**one, "sides": [one["sides"][0], other["sides"][1]]}
        for automaton in (one["automaton"], other["automaton"]):
            yield {**made, "automaton": automaton}
            yield {**made, "automaton": _worn(automaton, random), "empty": True}
            yield {**made, "automaton": automaton, "sides": _worn_sides(made["sides"], random)}


def _worn(automaton: list[dict[str, int]], random: Random) -> list[dict[str, int]]:
    """An automaton in which an edge leads elsewhere, or is gone."""
    made = [dict(edges) for edges in automaton]
    edges = random.choice(made)
    if edges:
        label = random.choice(sorted(edges))
        edges[label] = random.randrange(len(made))
        if random.random() < 0.5:
            del edges[label]
    return made


def _worn_sides(sides: list[Data], random: Random) -> list[Data]:
    """Sides in which some boxes and answers are gone, and the machines are others."""
    return [
        {
            **side,
            "boxes": [box for box in side["boxes"] if random.random() < 0.8],
            "answers": [answer for answer in side["answers"] if random.random() < 0.8],
            "machines": [name for name in side["machines"] if random.random() < 0.5],
        }
        for side in sides
    ]


def check_forgeries(seed: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """No packet says that two are alike which a plain walk parts."""
    this = random_comparison(seed)
    if not partings(this):
        return 0
    monkeypatch.setattr(settle, "_same_machines", lambda _: None)
    itself = [SameAt(this.id, "Alike.", (f, f), _seen(this, n)) for n, f in enumerate(this.flows)]
    right = [packet for one in itself if (packet := compare(one).packet)]
    packets = list(forged(right, Random(seed)))
    machines = sorted({name for one in right for side in one["sides"] for name in side["machines"]})
    head = {"kind": "same machines", "points": "any", "machines": machines}
    keys = ("format", "flow", "variant", "claim", "verdict")
    packets += [{key: one[key] for key in keys} | head for one in right[:1]]
    file = json.loads(ComparisonData(this).text)
    for packet, reason in zip(packets, reasons(file, packets), strict=True):
        assert reason not in ("", "another flow's"), (seed, packet)
    return len(packets)


def _seen(this: SameAt, side: int) -> dict[str, tuple[Any, Any]]:
    return {name: (both[side], both[side]) for name, both in this.visible.items()}


def test_no_forged_packet_makes_two_alike_that_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sum(check_forgeries(seed, monkeypatch) for seed in range(60)) > 200


@pytest.mark.soak
@pytest.mark.parametrize("hundred", range(20))
def test_no_forged_packet_of_many_makes_two_alike_that_are_not(
    hundred: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = range(1000 + 100 * hundred, 1100 + 100 * hundred)
    assert sum(check_forgeries(seed, monkeypatch) for seed in seeds) > 200
