"""Where a log is judged: here, on Spark or on Dask, by one function over whole cases."""

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec

import duckdb
import pyarrow as pa

from switchproof.deciding.spread import cores
from switchproof.logs.buckets import AT_ONCE, RoomForRows
from switchproof.terminal.errors import BadInput

Judge = Callable[[pa.Table], pa.Table]
Engine = Callable[[duckdb.DuckDBPyConnection, RoomForRows, Judge, str, int], Iterator[pa.Table]]
MODULES = {
    "local": "switchproof.logs.buckets",
    "spark": "switchproof.logs.spark",
    "dask": "switchproof.logs.dask",
}
NEEDED = {"spark": "pyspark", "dask": "distributed"}


def engine(name: str) -> Engine:
    """Return what yields the verdicts on the rows of a query; raises BadInput."""
    needed = NEEDED.get(name)
    if needed and not find_spec(needed):
        cure = f"type python -m pip install 'switchproof[{name}]'"
        raise BadInput(f"this needs the extra '{name}' ({needed} is not installed); {cure}")
    found: Engine = import_module(MODULES[name]).judged
    return found


def parts(count: int) -> int:
    """Return into how many parts so many rows are dealt out, each to be judged at once."""
    return max(2 * cores(), -(-count // AT_ONCE))


def written(db: duckdb.DuckDBPyConnection, room: RoomForRows, rows: str) -> str:
    """Write the rows of a query where all workers see them; return the path."""
    path = str(room.spill / "log.parquet")
    target = path.replace("'", "''")
    db.execute(f"COPY ({rows}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
    return path
