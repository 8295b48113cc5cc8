"""What is said of each case is what the definition says, whatever the engine and the order."""

from dataclasses import replace
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from properties.analyses.monitor.monitor import Monitor
from switchproof.logs import flat, lockstep
from switchproof.logs.basis import Basis, Interval
from switchproof.logs.judge import judge, stepper_for
from switchproof.logs.reading import PLACE
from switchproof.logs.rows import rows_of
from switchproof.logs.ties import walk_ties
from switchproof.logs.walked import OutOfOrder, Walked
from tests.log_oracle import told
from tests.toy_monitors import (
    LIVE,
    SEND,
    SENDER,
    TAKER,
    TELL,
    arrow,
    logs,
    made,
    monitors,
    ways_to_ask,
)

NAMINGS = st.sampled_from([((),), (("A", "B"),), (("B", "A"),)])


def shown(verdicts: pa.Table) -> set[Any]:
    columns = ("case", "n_events", "verdict", "bad_index")
    times = verdicts["bad_time"].cast(pa.int64()).to_pylist()
    return set(zip(*(verdicts[name].to_pylist() for name in columns), times, strict=True))


@settings(max_examples=400, deadline=None)
@given(monitors(), logs(), ways_to_ask())
def test_each_case_is_judged_by_the_definition(
    monitor: Monitor, rows: list[dict[str, Any]], basis: Basis
) -> None:
    assert shown(judge(arrow(rows), monitor, basis)) == told(rows, monitor, basis)


def in_order(verdicts: pa.Table) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = verdicts.drop_columns(["duplicates", "late"]).to_pylist()
    return sorted(said, key=lambda one: str(one["case"]))


@settings(max_examples=400, deadline=None)
@given(monitors(), logs(), ways_to_ask(), NAMINGS, st.randoms(use_true_random=False))
def test_order_of_rows_duplicates_and_engine_change_nothing(
    monitor: Monitor,
    rows: list[dict[str, Any]],
    basis: Basis,
    namings: tuple[tuple[str, ...], ...],
    random: Random,
) -> None:
    monitor = replace(monitor, namings=namings, namings_begun=namings)
    said = in_order(judge(arrow(rows), monitor, basis))
    other = [*rows, *random.sample(rows, len(rows) // 2)]
    random.shuffle(other)
    basis = replace(basis, compiled=not basis.compiled)
    assert in_order(judge(arrow(other), monitor, basis)) == said


@settings(max_examples=400, deadline=None)
@given(monitors(), logs(), NAMINGS, st.booleans())
def test_a_case_without_ties_is_walked_alike_by_both(
    monitor: Monitor,
    rows: list[dict[str, Any]],
    namings: tuple[tuple[str, ...], ...],
    anywhere: bool,
) -> None:
    monitor = replace(monitor, namings=namings, namings_begun=namings)
    table = arrow([{**row, "time": at} for at, row in enumerate(rows)])
    basis = Basis(facts=(Interval(None, LIVE, 0, None),), parties=("third",), anywhere=anywhere)
    numpy = judge(table, monitor, replace(basis, compiled=False))
    assert in_order(judge(table, monitor, basis)) == in_order(numpy)


def late(rows: list[dict[str, Any]]) -> dict[str, int]:
    """Count the rows that have an earlier row of their case with a later time, pair by pair."""
    found = {row["case"]: 0 for row in rows}
    for number, row in enumerate(rows):
        before = [one["time"] for one in rows[:number] if one["case"] == row["case"]]
        found[row["case"]] += any(time > row["time"] for time in before)
    return found


@settings(max_examples=200, deadline=None)
@given(logs(), st.booleans(), st.randoms(use_true_random=False))
def test_late_rows_are_counted_by_their_place_in_the_log(
    rows: list[dict[str, Any]], compiled: bool, random: Random
) -> None:
    table, places = arrow(rows), list(range(len(rows)))
    random.shuffle(places)
    dealt = table.append_column(PLACE, pa.array(range(len(rows)))).take(pa.array(places))
    monitor, basis = made([[0] * 6], [[]], [[]] * 6), Basis(compiled=compiled)
    for one in (table, dealt):
        said = judge(one, monitor, basis)
        counts = zip(said["case"].to_pylist(), said["late"].to_pylist(), strict=True)
        assert dict(counts) == late(rows)


@pytest.mark.parametrize("compiled", [True, False])
def test_what_is_known_of_a_party_goes_before_what_is_known_of_all(compiled: bool) -> None:
    facts = (Interval(SENDER, LIVE, 2, 3, False), Interval(None, LIVE, 0, None))
    rows = [
        {"case": str(at), "time": at, "event": SEND, "actor": SENDER, "member": None}
        for at in (1, 2, 3)
    ]
    basis = Basis(facts=facts, compiled=compiled)
    stepper = stepper_for(made([[0] * 6], [[]], [[]] * 6), basis)
    said = rows_of(arrow(rows), stepper, basis)
    assert said.kind[0] == said.kind[2] != said.kind[1]


@pytest.mark.parametrize("walk", [flat.walk, lockstep.walk, walk_ties])
@pytest.mark.parametrize("namings", [((),), (("A", "B"),)])
def test_rows_that_are_not_in_order_are_refused_and_not_judged(
    walk: Any,  # noqa: ANN401
    namings: tuple[tuple[str, ...], ...],
) -> None:
    rows = [
        {"case": "1", "time": at, "event": TELL, "actor": SENDER, "member": None}
        for at in (1, 2, 3)
    ]
    if walk is walk_ties:
        rows.append({**rows[-1], "actor": TAKER})
    monitor = replace(made([[0] * 6], [[]], [[]] * 6), namings=namings)
    stepper = stepper_for(monitor, Basis())
    sorted_rows = rows_of(arrow(rows), stepper, Basis())
    broken = replace(sorted_rows, time=sorted_rows.time[[1, 0, *range(2, len(rows))]])
    given = [Walked.of(1, stepper)] if walk is walk_ties else []
    walk(sorted_rows, stepper, *given)
    with pytest.raises(OutOfOrder):
        walk(broken, stepper, *given)
