"""The same verdicts on Spark and on Dask as here, also where a worker is killed in the middle."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from switchproof.logs.basis import Basis
from switchproof.logs.buckets import RoomForRows
from switchproof.logs.engines import engine, parts
from switchproof.logs.facts import read_facts
from switchproof.logs.judge import judge
from switchproof.logs.monitored import monitored
from switchproof.logs.simulate.folder import simulated
from switchproof.logs.simulate.written import Wanted
from tests.dying import DiesOnce, its_executor, itself

TWO_EXECUTORS = "--master local-cluster[2,1,1024] pyspark-shell"
needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="no java is on PATH")
foreign = pytest.mark.filterwarnings("default")  # theirs are not ours to mend
pytestmark = [pytest.mark.cluster, foreign]


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("simulated") / "log"
    simulated(Wanted("css", None, 3000, 2, 3, 0.1, out), 1)
    return out


def verdicts(
    name: str, log: Path, room: Path, victim: Callable[[], int] | None = None
) -> tuple[pa.Table, int]:
    """The verdicts on a log, in order of cases, and how many calls of the judge were in vain."""
    monitor = monitored("css", None, 600)[1].monitor
    parties = tuple({letter.actor for letter in monitor.letters})
    basis = Basis(parties=parties, facts=read_facts(str(log / "facts.parquet"), monitor))
    work = partial(judge, monitor=monitor, basis=basis)
    (marks := room / "marks").mkdir()
    (spill := room / "spill").mkdir()
    with duckdb.connect() as db:
        db.execute("set TimeZone = 'UTC'")
        rows = f"FROM read_parquet('{log}/log/*.parquet')"
        count = sum(pq.read_metadata(file).num_rows for file in (log / "log").iterdir())
        asked = DiesOnce(work, marks, victim) if victim else work
        told = list(engine(name)(db, RoomForRows(2 << 30, spill), asked, rows, count))
    calls = len(list(marks.iterdir()))
    return pa.concat_tables(told).sort_by("case"), calls - parts(count)


@pytest.fixture(scope="module")
def here(log: Path, tmp_path_factory: pytest.TempPathFactory) -> pa.Table:
    found, _ = verdicts("local", log, tmp_path_factory.mktemp("here"))
    assert {"conforms", "departs"} <= set(found["verdict"].to_pylist())
    return found


def test_dask_says_the_same_though_a_worker_is_killed(
    log: Path, here: pa.Table, tmp_path: Path
) -> None:
    found, in_vain = verdicts("dask", log, tmp_path, itself)
    assert in_vain > 0
    assert found.equals(here)


@needs_java
def test_spark_says_the_same_though_an_executor_is_killed(
    log: Path, here: pa.Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", TWO_EXECUTORS)
    found, in_vain = verdicts("spark", log, tmp_path, its_executor)
    assert in_vain > 0
    assert found.equals(here)
