"""What is planted in a log is found where the flow cannot show it, and only there, case by case."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from properties.analyses.monitor.monitor import Monitor
from switchproof.logs.basis import Basis
from switchproof.logs.facts import read_facts
from switchproof.logs.judge import judge
from switchproof.logs.monitored import monitored
from switchproof.logs.simulate.faults import KINDS
from switchproof.logs.simulate.folder import simulated
from switchproof.logs.simulate.written import LogWanted
from tests.interface_of_css import CSS
from tests.interface_search import Facts

POINTS = 800


@cache
def monitor() -> Monitor:
    return monitored("css", None, 600)[1].monitor


@dataclass(frozen=True)
class Planted:
    """A log with faults, and all that is known of it."""

    log: pa.Table
    basis: Basis
    truth: dict[str, str]
    cases: dict[str, list[dict[str, Any]]]

    def facts(self, time: int) -> Facts:
        return frozenset(
            (
                name,
                any(
                    one.start <= time and (one.end is None or time < one.end)
                    for one in self.basis.facts
                    if one.fact == name
                ),
            )
            for name in CSS.facts
        )


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    out = tmp_path_factory.mktemp("simulated") / "log"
    simulated(LogWanted("css", None, POINTS, 2, 11, 0.3, out), 1)
    return read(out)


def read(out: Path) -> Planted:
    log = pq.read_table(out / "log")
    parties = tuple({letter.actor for letter in monitor().letters})
    facts = read_facts(str(out / "facts.parquet"), monitor())
    truth = pq.read_table(out / "truth.parquet").to_pylist()
    return Planted(
        log,
        Basis(parties=parties, facts=facts),
        {one["case"]: one["kind"] for one in truth},
        by_case(log),
    )


def by_case(log: pa.Table) -> dict[str, list[dict[str, Any]]]:
    micro = log.set_column(1, "time", log["time"].cast(pa.int64()))
    cases: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(micro.to_pylist(), key=lambda row: row["time"]):
        cases.setdefault(row["case"], []).append(row)
    return cases


@pytest.fixture(scope="module")
def expected(planted: Planted) -> dict[str, int | None]:
    return {
        case: CSS.first_impossible(rows, [planted.facts(row["time"]) for row in rows])
        for case, rows in planted.cases.items()
    }


def said(log: pa.Table, basis: Basis) -> dict[str, int | None]:
    verdicts = judge(log, monitor(), basis).to_pylist()
    assert {one["verdict"] for one in verdicts} <= {"conforms", "open", "departs"}
    return {one["case"]: one["bad_index"] for one in verdicts}


def test_just_what_the_flow_cannot_show_is_found_case_by_case(
    planted: Planted, expected: dict[str, int | None]
) -> None:
    assert said(planted.log, planted.basis) == expected
    visible = {planted.truth[case] for case, at in expected.items() if at is not None}
    hidden = {
        planted.truth[case] for case, at in expected.items() if at is None and case in planted.truth
    }
    assert visible == set(KINDS)
    assert {"drop", "late", "repeat", "swap", "never generated"} <= hidden
    assert {case for case, at in expected.items() if at is not None} <= planted.truth.keys()


def test_who_did_it_is_seen_wherever_it_is_wrong(
    planted: Planted, expected: dict[str, int | None]
) -> None:
    wrong = [case for case, kind in planted.truth.items() if kind == "wrong actor"]
    assert len(wrong) > 20
    assert all(expected[case] is not None for case in wrong)


def test_the_truth_names_each_case_once_and_what_was_changed(planted: Planted) -> None:
    assert 0.2 * POINTS < len(planted.truth) < 0.4 * POINTS
    assert set(planted.truth.values()) == set(KINDS)
    assert planted.truth.keys() <= planted.cases.keys()


@pytest.mark.parametrize("seed", range(4))
def test_disorder_changes_no_verdict(planted: Planted, seed: int) -> None:
    random, rows = Random(seed), planted.log.num_rows
    twice = random.sample(range(rows), rows // 100)
    order = [*range(rows), *twice]
    random.shuffle(order)
    disordered = planted.log.take(pa.array(order))
    assert said(disordered, planted.basis) == said(planted.log, planted.basis)


def test_rows_of_one_instant_count_in_whichever_order_can_be(
    planted: Planted, expected: dict[str, int | None]
) -> None:
    """To the minute, a switch, its message and the answer are often at one instant."""
    coarse = pa.compute.floor_temporal(planted.log["time"], unit="minute")
    tied = planted.log.set_column(1, "time", coarse)
    verdicts = judge(tied, monitor(), Basis(planted.basis.parties, planted.basis.facts)).to_pylist()
    ties = {one["case"] for one in verdicts if one["ties"]}
    well = {case for case, at in expected.items() if at is None}
    judged = {one["case"] for one in verdicts if one["verdict"] in ("conforms", "open")}
    assert len(ties & well) > 100
    assert len(well - judged) < len(well) / 50  # what a fact says at the minute is another thing
