"""Where the time goes when a log is judged, and how other ways to the same verdicts compare.

Ratios of one run; the log is made of words of css's own monitor, with faults, and is invented.
`python -m tests.bench_logs [--size 1e8]`: 10^7 events unless said; other ways get a part.
"""

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from switchproof.logs import flat, lockstep, native
from switchproof.logs.basis import Basis
from switchproof.logs.conforming import LogAsked, conform
from switchproof.logs.facts import read_facts
from switchproof.logs.judge import judge, stepper_for
from switchproof.logs.mapping import LogMap
from switchproof.logs.monitored import monitored
from switchproof.logs.rows import rows_of
from switchproof.logs.setting import Setting
from switchproof.logs.stepper import Longs, Numbers
from switchproof.terminal.progress import Progress
from tests.bench_pm4py import replayed
from tests.log_sql import query
from tests.walked_logs import facts, write

T = TypeVar("T")
A_CASE = 10  # events
MEMORY = 1 << 31
LIMITED: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "2GiB"}
SMALL = 3_000_000  # events for ways that hold all of them at once


@dataclass
class Taken:
    """Seconds of the clock, and of all cores."""

    wall: float = 0.0
    cores: float = 0.0


def main(events: int) -> None:
    """Print the table."""
    _, made = monitored("css", None, 600.0)
    with TemporaryDirectory(prefix="bench-logs-") as name:
        folder = Path(name)
        with Progress(f"a log of {events:,} events"):
            rows = write(made.monitor, events // A_CASE, folder / "log.parquet", wrong=0.03)
        pq.write_table(facts(made.monitor), folder / "facts.parquet")
        basis = Basis(facts=read_facts(str(folder / "facts.parquet"), made.monitor))
        setting = Setting(made.monitor, LogMap(), basis)
        _, of_compiling = _timed(
            "to begin with", lambda: judge(_some(folder, 1000), setting.monitor, basis)
        )
        print(f"css, CSS to DSP: {len(made.monitor.table)} states, {rows:,} events")
        print(f"to begin with: {of_compiling.wall:.1f} s, the loop made native or taken from disk")
        _whole(folder, setting, rows)
        _kernel(folder, setting)
        _others(folder, setting)
        print(f"pm4py, which knows neither guards nor duties: {replayed(made.monitor)}")


def _whole(folder: Path, setting: Setting, rows: int) -> None:
    """Print how long the whole takes, within 2 GiB."""
    asked = LogAsked((str(folder / "log.parquet"),), MEMORY, str(folder / "v.parquet"))
    found, taken = _timed("the whole", lambda: conform(asked, setting))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"the whole, from Parquet to Parquet: {rows / taken.wall / 1e6:.2f} M events/s,")
    print(
        f"  {rows / taken.cores / 1e6:.2f} M for each second of a core; at the most {peak:.2f} GiB"
    )
    print("  " + " ".join(f"{name} {digest}" for name, digest in found.digests.items()))


def _kernel(folder: Path, setting: Setting) -> None:
    """Print how the walk compares with merely touching the columns that it reads.

    Both read rows in order: where cases start, and of each row its time, kind and member. The walk
    notes how each case ends, and says why where something is wrong. No deadline runs.
    """
    table = _some(folder, SMALL)
    stepper = stepper_for(setting.monitor, setting.basis)
    rows = rows_of(table, stepper, setting.basis)
    touched = native.compiled(_touched)
    _, walk = _best("the walk", lambda: flat.walk(rows, stepper))
    _, numpy = _best("numpy", lambda: lockstep.walk(rows, stepper))
    _, touch = _best("touching", lambda: touched(rows.starts, rows.time, rows.kind, rows.member))
    each = len(rows.time) / 1e6
    print(f"the walk alone: {each / walk.cores:.0f} M events/s, {touch.cores / walk.cores:.2f} of")
    print(
        f"  merely touching its columns; numpy takes {numpy.cores / walk.cores:.1f} times as long"
    )


def _touched(starts: Longs, time: Longs, kind: Numbers, member: Numbers) -> int:
    total = 0
    for case in range(len(starts) - 1):
        for row in range(starts[case], starts[case + 1]):
            total += time[row] ^ kind[row] ^ member[row]
    return total


def _others(folder: Path, setting: Setting) -> None:
    """Print how many times as long other ways to the same verdicts take."""
    table = _some(folder, SMALL)
    pq.write_table(table, folder / "some.parquet")
    asked = LogAsked((str(folder / "some.parquet"),), MEMORY)
    found, ours = _timed("ours", lambda: conform(asked, setting))
    departs = found.counts.get("departs", 0)
    numpy = replace(setting, basis=replace(setting.basis, compiled=False))
    other, taken = _timed("numpy", lambda: conform(asked, numpy))
    assert other.digests == found.digests, "numpy says something else"
    print(f"of {table.num_rows:,} events, in times what ours takes of the cores:")
    print(f"  numpy {taken.cores / ours.cores:.1f}, with the same digest")
    count, taken = _timed("plain SQL", lambda: _by_sql(folder, setting))
    assert count == departs, "SQL says something else"
    print(f"  plain SQL {taken.cores / ours.cores:.1f}, with as many that depart")
    count, taken = _timed("sorted by DuckDB", lambda: _sorted(folder, setting))
    assert count == departs, "sorted by DuckDB it is something else"
    print(f"  sorted by DuckDB, then the same walk {taken.cores / ours.cores:.1f}")


def _by_sql(folder: Path, setting: Setting) -> int:
    log = f"read_parquet('{folder / 'some.parquet'}')"
    counted = f"SELECT count(*) FROM ({query(log, setting.monitor)}) t(c, i) WHERE i IS NOT NULL"  # noqa: S608
    (row,) = duckdb.connect(config=LIMITED).execute(counted).fetchall()
    return int(row[0])


def _sorted(folder: Path, setting: Setting) -> int:
    log = folder / "some.parquet"
    order = f'SELECT * FROM read_parquet(\'{log}\') ORDER BY "case", "time"'  # noqa: S608
    table = duckdb.connect(config=LIMITED).sql(order).to_arrow_table()
    said = judge(table, setting.monitor, setting.basis)
    return int((said["verdict"].to_numpy() == "departs").sum())


def _some(folder: Path, rows: int) -> pa.Table:
    """Return the first whole parts of the log, so many rows or some more."""
    file, parts = pq.ParquetFile(folder / "log.parquet"), list[pa.Table]()
    for group in range(file.num_row_groups):
        if sum(one.num_rows for one in parts) < rows:
            parts.append(file.read_row_group(group))
    return pa.concat_tables(parts)


def _timed(name: str, work: Callable[[], T]) -> tuple[T, Taken]:
    with Progress(name), _taken() as taken:
        found = work()
    return found, taken


def _best(name: str, work: Callable[[], T]) -> tuple[T, Taken]:
    tries = [_timed(name, work) for _ in range(5)]
    return min(tries, key=lambda one: one[1].cores)


@contextmanager
def _taken() -> Iterator[Taken]:
    taken, wall, cores = Taken(), time.monotonic(), time.process_time()
    yield taken
    taken.wall, taken.cores = time.monotonic() - wall, time.process_time() - cores


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench_logs")
    parser.add_argument("--size", type=float, default=1e7, metavar="EVENTS")
    main(int(parser.parse_args().size))
