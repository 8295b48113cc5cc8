"""A simulated log is one that the flow shows: each life, among all that happens around it."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from model.language import (
    INDUSTRY,
    POINT,
    STAYS,
    Event,
    Expression,
    Flow,
    Machine,
    Scope,
    Transition,
    all_points,
)
from model.language.operators import OPERATORS
from model.walk import Walk
from properties.engine.fault import EngineFault
from switchproof.deciding.load import load
from switchproof.logs.simulate.columns import MEANING
from switchproof.logs.simulate.folder import simulated
from switchproof.logs.simulate.lives import Lives, WalkRows
from switchproof.logs.simulate.pace import midnight
from switchproof.logs.simulate.replay import replay
from switchproof.logs.simulate.rows import WalkWords
from switchproof.logs.simulate.shown import names_of
from switchproof.logs.simulate.silence import Silence
from switchproof.logs.simulate.surroundings import Surroundings
from switchproof.logs.simulate.written import LogWanted
from switchproof.terminal.errors import BadInput
from tests.small_flows import Drawing
from tests.strategies import ACTOR, Stage

TWO_AND_ONE = (2, 1)
TRUTHS, NUMBERS = (False, True), (0, 1, 2)
ARITY = {"not": 1, "implies": 2, "is": 2, "if": 3, "plus": 2, "minus": 2, "less": 2, "at most": 2}


def lives_of(
    flow: Flow, seed: int, days: int
) -> tuple[Surroundings, dict[int, WalkRows], WalkWords]:
    around = Surroundings(flow, len(TWO_AND_ONE), seed, range(days))
    lives = Lives(flow, names_of(flow, None))
    rows = {
        p: lives.walk(n, around.stretches(p, lives.machines), np.random.default_rng([seed, p]))
        for p, n in enumerate(TWO_AND_ONE)
    }
    return around, rows, WalkWords(flow.events, {}, lives.parties)


def walk_of(flow: Flow, seed: int, days: int) -> Walk:
    around, rows, words = lives_of(flow, seed, days)
    return replay(around, rows, list(TWO_AND_ONE), words)


@pytest.mark.parametrize("operator", OPERATORS)
def test_operators_mean_on_columns_what_they_mean_in_a_walk(operator: str) -> None:
    takes, number = OPERATORS[operator].takes, ARITY.get(operator, 3)
    first = TRUTHS if takes == "truths" or operator == "if" else NUMBERS
    rest = TRUTHS if takes == "truths" else NUMBERS
    every = list(product(first, *[rest] * (number - 1)))
    expected = [OPERATORS[operator].python(*one) for one in every]
    columns = [np.array(column) for column in zip(*every, strict=True)]
    assert MEANING[operator](*columns).tolist() == expected
    for one, value in zip(every, expected, strict=True):
        assert MEANING[operator](*one) == value
        assert np.all(MEANING[operator](one[0], *map(np.array, one[1:])) == value)


@pytest.mark.parametrize(
    ("source", "days", "events"),
    [
        ("css", 365, 40),
        ("current", 20, 25),
        ("handover", 20, 8),
        ("linked", 365, 3),
        ("leadtime", 365, 5),
    ],
)
def test_three_points_of_two_providers_are_one_run_of_the_flow(
    source: str, days: int, events: int
) -> None:
    walk = walk_of(load(source).flow, 5, days)
    assert len({done.move.event for done in walk.history}) >= events


class Apart(Drawing):
    """Small random flows in which no guard asks of other owners, and points move nothing wider."""

    def quantifier(self, scope: Scope) -> Expression:
        return self.literal(scope)

    def flow(self) -> Flow:
        drawn = super().flow()
        wide = [machine for machine in drawn.machines if machine.scope is not POINT]
        return drawn.but(*(m.without(*(e for e in m.events if e.scope is POINT)) for m in wide))


def test_lives_in_random_flows_are_runs_of_them() -> None:
    taken = [
        len(walk_of(Apart(seed, kind, providers=seed % 2 > 0).flow(), seed, 3).history)
        for seed in range(60)
        for kind in ("closed", "shared")
    ]
    assert sum(taken) > 2000


def test_a_log_that_is_no_run_is_refused() -> None:
    flow = load("css").flow
    around, rows, words = lives_of(flow, 5, 365)
    first = rows[0]
    last = np.argmax(np.where(first.point == 0, first.time, 0))
    wrong = first.actor.copy()
    wrong[last] = (wrong[last] + 1) % len(words.parties)
    other = WalkRows(first.point, first.time, first.event, wrong)
    with pytest.raises(EngineFault, match="the simulated log has"):
        replay(around, {0: other}, [2, 0], words)
    sooner = WalkRows(first.point, first.time[::-1].copy(), first.event, first.actor)
    with pytest.raises(EngineFault, match="is no run of the flow"):
        replay(around, {0: sooner}, [2, 0], words)


def test_points_that_bear_on_one_another_are_refused() -> None:
    of_point, of_all = Event("of a point", POINT, ACTOR), Event("of all", INDUSTRY, ACTOR)
    drawing = Drawing(0, "closed", providers=False)
    here, wide = drawing.state[POINT], drawing.state[INDUSTRY]
    one, two, *_ = Stage
    point = Machine("a point", POINT, here, (Transition(of_point, one, two),))
    counted = Machine("all", INDUSTRY, wide, (Transition(of_point, one, STAYS),))
    asking = Machine(
        "all", INDUSTRY, wide, (Transition(of_all, one, two, all_points(here.is_(one))),)
    )
    for other, said in ((counted, "moves the all"), (asking, "asks of other points")):
        with pytest.raises(BadInput, match=said):
            Surroundings(Flow("small", "small", (point, other), (ACTOR,)), 1, 1)


def asked(out: Path, **changed: object) -> LogWanted:
    wanted = LogWanted("css", None, points=300, providers=3, seed=4, faults=0.05, out=out)
    return replace(wanted, **changed)  # type: ignore[arg-type]


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}


def test_the_number_of_processes_changes_no_byte(tmp_path: Path) -> None:
    one, two, other = (tmp_path / name for name in ("one", "two", "other"))
    assert simulated(asked(one), 1) == simulated(asked(two), 2)
    assert content(one) == content(two)
    simulated(asked(other, seed=5), 1)
    assert content(other).keys() == content(one).keys()
    assert content(other) != content(one)


def test_a_log_is_of_many_different_lives_and_says_of_how_many(tmp_path: Path) -> None:
    told = simulated(asked(tmp_path / "log", points=5000, faults=0.0), 2)
    lives = lives_in(tmp_path / "log")
    assert len(lives) == 5000
    different = {tuple(event for event, _ in life) for life in lives.values()}
    assert len(told.histories) == len(different) > 300
    assert {len(case) for case in lives} == {13}


@pytest.mark.soak
def test_a_million_points_live_in_over_ten_thousand_ways(tmp_path: Path) -> None:
    told = simulated(asked(tmp_path / "log", points=1_000_000, providers=14, faults=0.0), 2)
    assert len(told.histories) > 10_000


def test_after_a_silence_nothing_is_heard_of_a_point(tmp_path: Path) -> None:
    heard, silent = tmp_path / "heard", tmp_path / "silent"
    begin, end = midnight(100), midnight(130)
    simulated(asked(heard, faults=0.0), 1)
    simulated(asked(silent, faults=0.0, silence=Silence(MIDNIGHT, begin, end)), 1)
    before, after = lives_in(heard), lives_in(silent)
    expected = {
        case: life[: next((n for n, at in enumerate(life, 1) if in_silence(*at, begin, end)), None)]
        for case, life in before.items()
    }
    assert after == expected
    assert sum(map(len, after.values())) < sum(map(len, before.values())) * 0.9


MIDNIGHT = "midnight of the start date"


def in_silence(event: str, time: int, begin: int, end: int) -> bool:
    return event == MIDNIGHT and begin <= time < end


def lives_in(folder: Path) -> dict[str, list[tuple[str, int]]]:
    table = pq.read_table(folder / "log").sort_by("time")
    times = table["time"].cast(pa.int64()).to_pylist()
    lives: dict[str, list[tuple[str, int]]] = {}
    for case, event, time in zip(
        table["case"].to_pylist(), table["event"].to_pylist(), times, strict=True
    ):
        lives.setdefault(case, []).append((event, time))
    return lives


def test_nothing_is_left_where_it_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    with pytest.raises(BadInput, match="is there already"):
        simulated(asked(tmp_path / "log"), 1)
    with pytest.raises(BadInput, match="declares no interface"):
        simulated(asked(tmp_path / "new", source="drafting"), 1)
    assert [path.name for path in tmp_path.iterdir()] == ["log"]
