"""A log dealt out by case into files, each small enough to be judged at once."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from switchproof.deciding.spread import cores
from switchproof.logs.reading import do, text

AT_ONCE = 1 << 20  # rows that are judged without being dealt out
A_ROW = 1000  # bytes of memory that a row of a bucket may take, while some buckets are judged
OPEN = 1 << 20  # rows that wait for all files together until they are written
FEW = 1000  # values of a column that are written as numbers of a list
WORDS = ["event", "actor", "member", "provider"]


@dataclass(frozen=True)
class RoomForRows:
    """How much memory may be taken, in bytes, and the folder for what does not fit."""

    memory: int
    spill: Path


def judged(
    db: duckdb.DuckDBPyConnection,
    room: RoomForRows,
    judge: Callable[[pa.Table], pa.Table],
    rows: str,
    count: int,
) -> Iterator[pa.Table]:
    """Yield the verdicts on the rows of a query, bucket by bucket, in as many threads as cores."""
    if count <= AT_ONCE:
        yield judge(db.sql(rows).to_arrow_table())
        return
    deal(db, rows, max(1, -(-count * A_ROW // room.memory)), room.spill)
    yield from _in_turn(lambda folder: judge(read(folder)), sorted(room.spill.glob("bucket=*")))


def deal(db: duckdb.DuckDBPyConnection, rows: str, parts: int, folder: Path) -> None:
    """Write rows into a folder with a part for each bucket, each case whole in one."""
    do(db, f"SET partitioned_write_flush_threshold = {max(OPEN // parts, 4096)}")
    do(db, f"SET partitioned_write_max_open_files = {parts + 1}")
    bucket = f'CAST(hash("case") % {parts} AS INTEGER) AS bucket'
    form = "FORMAT parquet, PARTITION_BY (bucket), COMPRESSION lz4, OVERWRITE_OR_IGNORE"
    form += f", DICTIONARY_SIZE_LIMIT {FEW}"
    do(db, f"COPY (SELECT *, {bucket} FROM ({rows})) TO {text(str(folder))} ({form})")


def read(folder: Path) -> pa.Table:
    """Return the rows of a bucket, words as dictionaries."""
    return pq.read_table(folder, partitioning=None, read_dictionary=WORDS)


def _in_turn(work: Callable[[Path], pa.Table], folders: Iterable[Path]) -> Iterator[pa.Table]:
    """Yield what work makes of each, in their order, and hold no more than the threads do."""
    waiting = list(folders)
    width = cores()
    with ThreadPoolExecutor(width) as pool:
        running = [pool.submit(work, folder) for folder in waiting[:width]]
        for folder in waiting[width:]:
            yield running.pop(0).result()
            running.append(pool.submit(work, folder))
        for one in running:
            yield one.result()
