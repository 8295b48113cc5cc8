"""Plain SQL, which shares nothing with the kernel, finds the same first rows that cannot be."""

from dataclasses import replace

import duckdb
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from properties.analyses.monitor.monitor import Monitor
from switchproof.logs.basis import Basis, Interval
from switchproof.logs.judge import judge
from tests.log_sql import by_sql
from tests.toy_monitors import LIVE, monitors
from tests.walked_logs import log


@pytest.mark.parametrize("compiled", [True, False])
@settings(max_examples=25, deadline=None)
@given(monitors(), st.integers(1, 10_000))
def test_sql_and_the_kernel_find_the_same(compiled: bool, monitor: Monitor, seed: int) -> None:
    silent = tuple(() for _ in monitor.letters)
    monitor = replace(monitor, namings=(("B", "A"),), breaches=silent)
    table = log(monitor, 40, seed, wrong=0.5)
    if not table.num_rows:
        return
    basis = Basis(facts=(Interval(None, LIVE, 0, None),), compiled=compiled)
    said = judge(table, monitor, basis)
    departs = pc.equal(said["verdict"], "departs").to_pylist()
    found = zip(said["case"].to_pylist(), said["bad_index"].to_pylist(), strict=True)
    db = duckdb.connect()
    db.register("log", table)
    assert sorted(by_sql(db, "log", monitor)) == sorted(found)
    assert departs == [index is not None for index in said["bad_index"].to_pylist()]
