"""A log judged on this machine: all at once, or dealt out by case into parts that are small."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from switchproof.logs.inturn import in_turn
from switchproof.logs.spilled import Bucket, deal
from switchproof.terminal.errors import BadInput

AT_ONCE = 1 << 20  # rows that are judged without being dealt out
A_ROW = 1000  # bytes of memory that a row of a bucket may take, while some buckets are judged


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
    try:
        parts = deal(db, rows, max(1, -(-count * A_ROW // room.memory)), room.spill)
        yield from in_turn(lambda part: _judged(judge, part), parts)
    except MemoryError as wrong:
        cure = "let it have more, or give less by --memory"
        raise BadInput(f"the system gives no more memory ({wrong}); {cure}") from wrong


def _judged(judge: Callable[[pa.Table], pa.Table], part: Bucket) -> pa.Table:
    """Return the verdicts on a part, whose file is no more then."""
    found = judge(part.read())
    part.file.unlink()
    return found
