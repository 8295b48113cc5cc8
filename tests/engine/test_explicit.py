"""The generated search of instances, against the plain meaning and the plain search of claims."""

import os
import shutil
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from enum import Enum
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from model.flows import FLOWS
from model.language import (
    POINT,
    STAYS,
    Always,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Step,
    Transition,
)
from model.language.claims import Claim
from model.language.expressions import Const
from model.language.meaning import Move, State, World
from properties.engine.budget import Budget, Spent
from properties.engine.explicit.asked import asked_of
from properties.engine.explicit.by_c import ByC, NoProgram, compiled
from properties.engine.explicit.by_python import ByPython
from properties.engine.explicit.ends import STILL, End
from properties.engine.explicit.packing import Packing, packing_of
from properties.engine.explicit.python_text import expand_of
from properties.engine.explicit.search import ANSWERED, Searched, search
from properties.engine.fault import EngineFault
from properties.engine.slices.replay import replays
from properties.engine.slices.seen import Outlook, outlook_of
from switchproof.deciding.load import load
from tests.concrete import Tables
from tests.instances import TooMany, _wheres, first_breaks
from tests.small_flows import KINDS, Drawing
from tests.strategies import instances, random_flow, random_walk
from tests.trials import LARGER, ONE_PROVIDER, SMALL
from tests.whole_claims import joined, stepped

ORACLES = Path(__file__).parents[1] / "oracles"
needs_a_compiler = pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
MOST = 400  # states that the plain meaning looks at
Shape = tuple[int, ...]


Figures = tuple[int, int, int, str, list[End | None]]


def whole(going: ByPython | ByC) -> Figures:
    """All that comes of a search to its end, or to a limit."""
    stopped = ""
    with suppress(Spent):
        while not going.is_finished:
            stopped = "at a limit"
            going.advance()
            stopped = ""
    ends = [going.end(n) if is_broken else None for n, is_broken in enumerate(going.broken)]
    return going.states, going.successors, going.depth, stopped, ends


def is_running(process: int) -> bool:
    """Whether a process runs; one that nobody waited for has ended as well."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def plainly(flow: Flow, shape: Shape, most: int) -> Searched:
    """The figures of an instance, by the plain meaning; level by level, as far as it may go."""
    world = World(flow, shape)
    level = list(world.initial_states())
    known, made, depth = set(level), len(level), 0
    while level and len(known) <= most:
        found = [after for state in level for _, after in world.steps(state)]
        level = [state for state in dict.fromkeys(found) if state not in known]
        known.update(level)
        made, depth = made + len(found), depth + 1
    return Searched(len(known), made, depth, "more" if level else "")


def agrees(flow: Flow, shape: Shape, most: int = MOST) -> bool:
    """Whether an instance was searched whole; its figures must be the plain ones."""
    plain = plainly(flow, shape, most)
    if plain.stopped:
        return False
    assert search(flow, shape, Budget()) == plain, (flow.name, shape)
    return True


def steps_of(packing: Packing, state: State) -> dict[Move, State]:
    """The steps of one state, by the generated function."""
    steps: list[tuple[int, int, int]] = []
    made = expand_of(packing, keep_steps=True)([packing.pack(state)], {}, [], steps)
    assert made == len(steps)
    return {packing.world.moves[m]: packing.unpack(after) for _, m, after in steps}


@pytest.mark.parametrize("shape", [(), (0,), (1,), (2, 0), (1, 2)])
@pytest.mark.parametrize("name", FLOWS)
def test_a_state_of_a_flow_has_the_steps_of_its_plain_meaning(name: str, shape: Shape) -> None:
    packing = packing_of(load(name).flow, shape)
    random = Random(name)
    for length in (0, 4, 16, 64):
        state = random_walk(packing.world, random, length + 1)
        assert steps_of(packing, state) == dict(packing.world.steps(state))


def test_random_flows_have_the_states_and_steps_of_their_plain_meaning() -> None:
    tried = [
        agrees(flow, shape)
        for flow in map(random_flow, range(60))
        for shape in [(), *instances(flow)]
    ]
    assert sum(tried) > len(tried) / 2


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        *[("die_hard", (1,)), ("peterson", (1,)), ("philosophers", (1,)), ("voucher", (1, 1))],
        *[("two_phase_commit", (3,)), ("simple_allocator", (2,)), ("barrier", (4,))],
        *[("transaction_commit", (3,)), ("lock", (2,))],
    ],
)
def test_an_oracle_has_the_states_and_steps_of_its_plain_meaning(name: str, shape: Shape) -> None:
    assert agrees(load(str(ORACLES / f"{name}.py")).flow, shape)


@pytest.mark.parametrize("name", ["drafting", "handover", "linked"])
def test_a_whole_flow_with_one_point_has_the_states_of_its_plain_meaning(name: str) -> None:
    assert agrees(load(name).flow, (1,), most=3000)


def drawn() -> Iterator[tuple[Flow, Claim, Sequence[Shape]]]:
    """Random flows with claims on states and on steps, and their instances."""
    for kind in KINDS:
        for providers in (False, True):
            for seed in range(12):
                drawing = Drawing(seed, kind, providers=providers)
                flow = drawing.flow()
                more = drawing.random.sample(LARGER, 2)
                shapes = [(), *SMALL, *more] if providers else [(), *ONE_PROVIDER]
                yield from ((flow, draw(drawing, flow), shapes) for draw in (joined, stepped))


def test_a_claim_breaks_as_soon_as_a_plain_search_says_so() -> None:
    lengths = Counter[int]()
    for flow, claim, shapes in drawn():
        for shape in shapes:
            body, of_steps = claim.of(flow), isinstance(claim, Step)
            with suppress(TooMany):
                wanted = first_breaks(Tables(flow), shape, [body], 500, of_steps=of_steps)[0]
                whole = asked_of(World(flow, shape), body, outlook_of(flow, claim))
                found = search(flow, shape, Budget(), [whole])
                length = len(found.runs[0]) if found.runs[0] else -1
                assert length == wanted, (flow.machines, body, shape)
                assert length >= 0 or not found.stopped
                lengths[length] += 1
    assert lengths[-1] > 100
    assert min(lengths[n] for n in range(4)) > 10


def test_several_claims_of_one_search_have_the_answer_of_each_alone() -> None:
    flow, world = load("handover").flow, World(load("handover").flow, (1,))
    claims = [one for one in load("handover").claims if isinstance(one, Always | Step)]
    asked = [asked_of(world, one.of(flow), outlook_of(flow, one)) for one in claims]
    found = search(flow, (1,), Budget(), asked)

    assert len(claims) > 20
    assert found.runs == (None,) * len(claims)
    assert (found.states, found.successors, found.depth, found.stopped) == (2652, 20743, 17, "")


def test_a_run_that_breaks_a_claim_is_replayed_and_ends_where_it_breaks() -> None:
    loaded = load(str(ORACLES / "two_phase_commit.py"))
    flow, claim, world = loaded.variants[0].flow, loaded.claims[0], World(loaded.flow, (2,))
    asked = asked_of(world, claim.of(flow), outlook_of(flow, claim))
    run = search(flow, (2,), Budget(), [asked]).runs[0]
    assert run is not None
    last = replays(World(flow, (2,)), run.first, run.moves).states[-1]

    assert len(run) == 5
    assert not world.holds(asked.body, run.where, last, None, last)


@pytest.mark.parametrize("budget", [Budget(seconds=0), Budget(views=100)])
def test_a_search_that_reaches_a_limit_says_so(budget: Budget) -> None:
    found = search(load("handover").flow, (1,), budget)

    assert found.stopped.startswith(("time limit", "limit of 100 views"))
    assert found.states < 2652


@pytest.fixture
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("properties.engine.explicit.search.PATIENCE", -1.0)


def compiler(folder: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Put a compiler of our own in front of what the system has."""
    path = folder / "cc"
    path.write_text("\n".join(["#!/bin/sh", *lines]) + "\n")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


@needs_a_compiler
def test_a_program_in_c_has_the_figures_and_runs_of_the_function_in_python() -> None:
    broken = 0
    for flow, claim, shapes in islice(drawn(), 0, None, 12):
        shape = shapes[-1]
        packing = packing_of(flow, shape)
        asked = [asked_of(packing.world, claim.of(flow), outlook_of(flow, claim))]
        found = [whole(engine(packing, asked, Budget())) for engine in (ByPython, ByC)]
        assert found[0] == found[1], (flow.machines, claim.body, shape)
        broken += found[0][-1] != [None]
    assert 2 < broken < 12


@needs_a_compiler
@pytest.mark.parametrize(("name", "shape"), [("handover", (1,)), ("linked", (2,))])
def test_a_flow_has_in_c_the_figures_that_it_has_in_python(name: str, shape: Shape) -> None:
    loaded, packing = load(name), packing_of(load(name).flow, shape)
    claims = [one for one in loaded.claims if isinstance(one, Always | Step)]
    asked = [
        asked_of(packing.world, one.of(loaded.flow), outlook_of(loaded.flow, one)) for one in claims
    ]
    found = [whole(engine(packing, asked, Budget())) for engine in (ByPython, ByC)]

    assert found[0] == found[1]
    assert found[0][0] > 100


@needs_a_compiler
def test_a_state_of_several_words_is_the_same_in_c() -> None:
    packing = packing_of(load("css").flow, (1, 1))
    found = [whole(engine(packing, [], Budget(views=2000))) for engine in (ByPython, ByC)]

    assert packing.bits > 128
    assert found[0] == found[1]


@needs_a_compiler
@pytest.mark.usefixtures("no_patience")
def test_a_long_search_goes_on_in_c() -> None:
    found = search(load("handover").flow, (1,), Budget())

    assert (found, found.how) == (Searched(2652, 20743, 17), "in C")


@pytest.mark.usefixtures("no_patience")
def test_without_a_compiler_it_goes_on_in_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    found = search(load("handover").flow, (1,), Budget())

    assert found == Searched(2652, 20743, 17)
    assert found.how == "in Python, since no C compiler is found"


@pytest.mark.usefixtures("no_patience")
@pytest.mark.parametrize(
    ("does", "why"),
    [
        ("exit 1", "the C compiler failed"),
        ("exit 0", "no program in C can be made"),
        ("echo nothing >$6", "no program in C can be made"),
    ],
)
def test_with_a_compiler_that_makes_nothing_it_goes_on_in_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, why: str
) -> None:
    compiler(tmp_path, monkeypatch, does)
    found = search(load("handover").flow, (1,), Budget())

    assert found == Searched(2652, 20743, 17)
    assert found.how.startswith(f"in Python, since {why}")


def test_a_compiler_that_does_not_end_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiler(tmp_path, monkeypatch, f"sleep 60 & echo $! >{tmp_path}/started; wait")
    with pytest.raises(NoProgram, match="the C compiler took too long"):
        compiled("", 1.0)

    started = int((tmp_path / "started").read_text())
    for _ in range(200):  # it was told to end, and is not waited for by us
        if is_running(started):
            time.sleep(0.05)
    assert not is_running(started)


class Counting(Enum):
    """The one state of a machine that counts."""

    IT = "counting"


def counting() -> Flow:
    """Points that count up, from 0 to the largest number of a sort of twelve bits."""
    count = Field("count", range(-3000, 3), 0)
    state, somebody = Field("counter", Counting, Counting.IT), Party("somebody")
    rule = Transition(Event("count", POINT, somebody), Counting.IT, STAYS, then={count: count + 1})
    return Flow("counting", "C", [Machine("counter", POINT, state, [rule], (count,))], [somebody])


@needs_a_compiler
def test_no_number_lies_across_two_words_and_none_leaves_its_sort() -> None:
    packing = packing_of(counting(), (6,))
    found = whole(ByC(packing, [], Budget()))

    assert packing.bits > 72
    assert found[:4] == (3**6, 1 + 6 * 2 * 3**5, 13, "")
    assert plainly(counting(), (6,), 1000) == Searched(3**6, 1 + 6 * 2 * 3**5, 13)


@needs_a_compiler
def test_a_program_in_c_finds_the_states_again_that_it_met_before_it_grew() -> None:
    packing = packing_of(load(str(ORACLES / "two_phase_commit.py")).flow, (6,))

    assert whole(ByC(packing, [], Budget()))[:4] == (50816, 402306, 20, "")


@pytest.mark.parametrize("shape", [(), (0,), (1,), (2,), (2, 1), (1, 0, 2)])
def test_a_claim_is_asked_from_wherever_it_is_seen(shape: Shape) -> None:
    bodies = set[int]()
    for flow, claim, _ in drawn():
        world, body = World(flow, shape), claim.of(flow)
        found = asked_of(world, body, outlook_of(flow, claim)).wheres
        assert len(found) == len(set(found))
        assert set(found) == set(_wheres(world, body)), body
        bodies.add(len(found))
    assert len(bodies) > 1 or not shape


def test_a_search_in_which_all_is_broken_says_that_there_may_be_more() -> None:
    flow = load("handover").flow
    never = asked_of(World(flow, (1,)), Const(False, bool), Outlook(0, False, False, False))
    found = search(flow, (1,), Budget(), [never])

    assert found.runs[0] is not None
    assert (found.states, found.stopped) == (1, ANSWERED)


@pytest.mark.parametrize("end", [End([0], 0, 0), End([0, 0], STILL, 0), End([0], STILL, 0)])
def test_a_run_that_the_plain_meaning_does_not_have_is_a_fault(end: End) -> None:
    flow = counting()
    always = asked_of(World(flow, (1,)), Const(True, bool), Outlook(0, False, False, False))
    with pytest.raises(EngineFault):
        end.run(packing_of(flow, (1,)), always)


def test_a_step_that_leads_elsewhere_is_a_fault() -> None:
    flow = counting()
    never = asked_of(World(flow, (1,)), Const(False, bool), Outlook(0, False, False, True))
    packing = packing_of(flow, (1,))
    first = next(packing.firsts())

    assert len(End([first], 0, first + 1).run(packing, never)) == 1
    with pytest.raises(EngineFault):
        End([first], 0, first + 2).run(packing, never)
