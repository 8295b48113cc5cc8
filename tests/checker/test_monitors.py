"""Packets on what is seen at an interface: an automaton that accepts too little is refused."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    Event,
    Field,
    Flow,
    Machine,
    Named,
    Transition,
    some_point,
)
from model.language.interfaces import LoggedInterface
from properties.engine.budget import Budget
from properties.engine.evidence import Undecided
from properties.engine.interfaces.accepting import Accepting, accepting
from tests.engine.test_accepting import LARGER, SHAPES
from tests.monitor_oracle import Worlds, letters_by, missed, random_interface
from tests.packet_format import changed, reasons, rejected
from tests.strategies import ACTOR, Stage

Data = dict[str, Any]
ONE, TWO, THREE = Stage
X, Y, UNSEEN = (Event(name, POINT, ACTOR) for name in ("x", "y", "unseen"))
SHUT, OPEN = (Event(name, INDUSTRY, ACTOR) for name in ("shut", "open"))
state, gate = Field("state", Stage, ONE), Field("gate", Stage, ONE)
IS_OPEN = Named("the gate is open", gate.is_(ONE))

POINTS = Machine(
    "points",
    POINT,
    state,
    (
        Transition(X, ONE, TWO, when=IS_OPEN),
        Transition(UNSEEN, TWO, THREE),
        Transition(Y, THREE, ONE),
    ),
)
GATE = Machine("gate", INDUSTRY, gate, (Transition(SHUT, ONE, TWO), Transition(OPEN, TWO, ONE)))
FLOW = Flow("small", "A small flow", [POINTS, GATE], [ACTOR])
SEEN = LoggedInterface("seen", "x and y.", "all", {"x": (X,), "y": (Y,)}, facts=(IS_OPEN,))


def made(flow: Flow = FLOW, interface: LoggedInterface = SEEN) -> Accepting:
    return accepting(flow, interface, Budget(seconds=60))


MADE = made()
FILE: Data = json.loads(MADE.claim.text)
PACKET: Data = MADE.packet
OPEN_X, SHUT_X = (f"x, by somebody; the gate is open = {truth}" for truth in (True, False))


def test_what_the_engine_shows_is_accepted() -> None:
    assert MADE.exactly
    assert PACKET["automaton"][0] == {OPEN_X: 1}
    assert rejected(FILE, PACKET) == ""


@pytest.mark.parametrize(
    ("path", "new", "reason"),
    [
        (["points"], "1", "an invariant is for any number of points"),
        (["automaton", 0], {}, "'x' by one who is seen breaks it"),
        (["automaton", 0, OPEN_X], 0, "'x' by one who is seen leads into a box"),
        (["automaton", 0, OPEN_X], 9, "an edge to nowhere"),
        (["automaton", 0, "z"], 0, "an edge of another name"),
        (["automaton", 0, SHUT_X], 0, "of what began before it accepts less"),
        (["automaton"], [], "an edge of another name"),
        (["begun"], 9, "it begins nowhere"),
        (["begun"], 0, "of what began before it accepts less"),
        (["boxes"], [], "'x' by one who is seen breaks it"),
        (["exactly", "machines"], ["points"], "the letters read what the machines do not hold"),
        (["exactly", "answers"], [], "something that the automaton allows is not answered"),
        (["exactly", "firsts"], [], "there is no first state"),
        (["exactly", "answers", 0, 2, 0, 1], [["unseen", 0]], "'points' refuses 'unseen'"),
        (["exactly", "answers", 0, 2, 0, 1], [["shut", 0], ["x", 0]], "an answer that is seen"),
    ],
)
def test_what_does_not_show_it_is_refused(path: list[Any], new: object, reason: str) -> None:
    assert rejected(FILE, changed(PACKET, path, new)).startswith(reason)


def test_what_accepts_more_is_no_automaton_of_just_what_is_seen() -> None:
    more = changed(changed(PACKET, ["automaton", 0, SHUT_X], 0), ["automaton", 2, SHUT_X], 2)
    assert rejected(FILE, more) == "something that the automaton allows is not answered"
    assert rejected(FILE, {**more, "exactly": None}) == ""


def test_an_answer_in_which_a_letter_is_seen_twice_is_refused() -> None:
    again = Machine("points", POINT, state, (Transition(X, ONE, TWO), Transition(X, TWO, ONE)))
    flow = Flow("again", "A flow that goes on", [again], [ACTOR])
    right = made(flow, LoggedInterface("seen", "x.", "all", {"x": (X,)}))
    file, steps = json.loads(right.claim.text), right.packet["exactly"]["answers"][0][2]
    (member, moves), *others = steps
    thrice = [[member, moves * 3], *others]
    assert rejected(file, right.packet) == ""
    twice = changed(right.packet, ["exactly", "answers", 0, 2], thrice)
    assert rejected(file, twice) == "an answer that is seen otherwise"


LETTERS = ["claims", "seen", "letters"]


@pytest.mark.parametrize(
    ("path", "new", "reason"),
    [
        ([], {}, "nothing is seen at the interface"),
        ([OPEN_X, "events"], ["none"], "the flow has no such event"),
        ([OPEN_X, "when"], False, "'x' by one who is seen breaks it"),
        ([OPEN_X, "when"], ["read", "gate"], "a rule of 'seen at the interface' for 'x'"),
        ([OPEN_X, "when"], ["all points", True], "'all points' may not stand there"),
        ([SHUT_X, "when"], True, "'x' by one who is seen breaks it"),
    ],
)
def test_letters_that_do_not_fit_what_happens_are_refused(
    path: list[str], new: object, reason: str
) -> None:
    assert rejected(changed(FILE, [*LETTERS, *path], new), PACKET).startswith(reason)


def test_where_no_letter_fits_what_happens_it_is_not_accepted() -> None:
    file = changed(FILE, [*LETTERS, SHUT_X, "events"], ["y"])
    assert rejected(file, {**PACKET, "exactly": None}) != ""


def test_where_points_interact_there_is_no_monitor() -> None:
    asking = Transition(Y, TWO, ONE, when=some_point(state.is_(TWO)))
    points = Machine("points", POINT, state, (Transition(X, ONE, TWO), asking))
    flow = Flow("asking", "A flow in which points interact", [points], [ACTOR])
    interface = LoggedInterface("seen", "x and y.", "all", {"x": (X,), "y": (Y,)})
    with pytest.raises(Undecided, match="not deletion-closed"):
        made(flow, interface)


def forged(right: Data, random: Random) -> Iterator[Data]:
    """Packets in which the automaton, or what shows it, is changed here and there."""
    for _ in range(12):
        automaton = [dict(edges) for edges in right["automaton"]]
        names = sorted({name for edges in automaton for name in edges}) or ["none"]
        for _ in range(random.choice([1, 1, 2])):
            edges = random.choice(automaton)
            edges[random.choice(names)] = random.randrange(len(automaton))
            if edges and random.random() < 0.6:
                del edges[random.choice(sorted(edges))]
        yield {**right, "automaton": automaton}
        yield {**right, "automaton": automaton, "exactly": None}
        yield {**right, "automaton": automaton, "boxes": [], "exactly": None}
        yield {**right, "begun": random.randrange(len(automaton))}


def check_forgeries(seed: int) -> tuple[int, int]:
    """How many packets are forged, and how many of them are accepted since they are right."""
    flow, interface = random_interface(seed)
    right = made(flow, interface)
    file, letter_of = json.loads(right.claim.text), letters_by(right.symbols)
    packets = list(forged(right.packet, Random(seed)))
    accepted = 0
    for packet, reason in zip(packets, reasons(file, packets), strict=True):
        if reason:
            continue
        accepted += 1
        edges = packet["automaton"]
        for shape, point in (*SHAPES, *LARGER[:1]):
            assert missed(edges, Worlds(flow, interface, shape, point), letter_of) is None, seed
        alone = Worlds(flow, interface, (1,))
        exact = packet["exactly"] is not None
        assert not exact or missed(edges, alone, letter_of, less=True) is None, seed
        assert begins_anywhere(edges, packet["begun"]), seed
    return len(packets), accepted


def begins_anywhere(edges: list[dict[str, int]], begun: int) -> bool:
    """Tell by short words whether all that can be seen from any node can be seen from this one."""
    reached, waiting = {0}, [0]
    while waiting:
        new = set(edges[waiting.pop()].values()) - reached
        reached, waiting = reached | new, [*waiting, *new]
    return all(words(edges, node, 4) <= words(edges, begun, 4) for node in reached)


def words(edges: list[dict[str, int]], node: int, length: int) -> set[tuple[str, ...]]:
    """All words so long at the most that are accepted from a node."""
    found: set[tuple[str, ...]] = {()}
    if length:
        for name, to in edges[node].items():
            found |= {(name, *word) for word in words(edges, to, length - 1)}
    return found


def test_no_forged_packet_accepts_less_than_is_seen() -> None:
    packets, accepted = map(sum, zip(*(check_forgeries(seed) for seed in range(12)), strict=True))
    assert packets > 500
    assert 0 < accepted < packets / 2


@pytest.mark.soak
@pytest.mark.parametrize("hundred", range(5))
def test_no_forged_packet_of_many_accepts_less_than_is_seen(hundred: int) -> None:
    seeds = range(3000 + 100 * hundred, 3100 + 100 * hundred)
    assert sum(check_forgeries(seed)[0] for seed in seeds) > 1000
