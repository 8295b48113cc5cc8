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
from switchproof.logs.basis import Basis
from switchproof.logs.judge import judge, stepper_for
from switchproof.logs.rows import rows_of
from switchproof.logs.ties import walk_ties
from switchproof.logs.walked import OutOfOrder, Walked
from tests.log_oracle import told
from tests.toy_monitors import SENDER, TAKER, TELL, arrow, logs, made, monitors, ways_to_ask


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
    said: list[dict[str, Any]] = verdicts.drop_columns(["duplicates"]).to_pylist()
    return sorted(said, key=lambda one: str(one["case"]))


@settings(max_examples=200, deadline=None)
@given(monitors(), logs(), ways_to_ask(), st.randoms(use_true_random=False))
def test_order_of_rows_duplicates_and_engine_change_nothing(
    monitor: Monitor, rows: list[dict[str, Any]], basis: Basis, random: Random
) -> None:
    said = in_order(judge(arrow(rows), monitor, basis))
    other = [*rows, *random.sample(rows, len(rows) // 2)]
    random.shuffle(other)
    basis = replace(basis, compiled=not basis.compiled)
    assert in_order(judge(arrow(other), monitor, basis)) == said


@pytest.mark.parametrize("walk", [flat.walk, lockstep.walk, walk_ties])
def test_rows_that_are_not_in_order_are_refused_and_not_judged(walk: Any) -> None:  # noqa: ANN401
    rows = [
        {"case": "1", "time": at, "event": TELL, "actor": SENDER, "member": None}
        for at in (1, 2, 3)
    ]
    if walk is walk_ties:
        rows.append({**rows[-1], "actor": TAKER})
    monitor = made([[0] * 6], [[]], [[]] * 6)
    stepper = stepper_for(monitor, Basis())
    sorted_rows = rows_of(arrow(rows), stepper, Basis())
    broken = replace(sorted_rows, time=sorted_rows.time[[1, 0, *range(2, len(rows))]])
    given = [Walked.of(1, stepper)] if walk is walk_ties else []
    walk(sorted_rows, stepper, *given)
    with pytest.raises(OutOfOrder):
        walk(broken, stepper, *given)
