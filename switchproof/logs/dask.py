"""A log judged on Dask: shuffled by case, and each part judged by one call.

It runs on the cluster that DASK_SCHEDULER_ADDRESS names, and else in processes on this machine. A
worker that is lost changes nothing: what it did is done again by another.
"""

from collections.abc import Iterator
from functools import partial

import dask.dataframe as dd
import duckdb
import pandas as pd
import pyarrow as pa
from distributed import Client

from switchproof.deciding.spread import cores
from switchproof.logs.buckets import RoomForRows
from switchproof.logs.engines import Judge, parts, written
from switchproof.logs.verdicts import SCHEMA


def judged(
    db: duckdb.DuckDBPyConnection, room: RoomForRows, judge: Judge, rows: str, count: int
) -> Iterator[pa.Table]:
    """Yield the verdicts on the rows of a query."""
    log, width = written(db, room, rows), cores()
    here = {"n_workers": width, "threads_per_worker": 1, "dashboard_address": None}
    room_of_each = {"memory_limit": room.memory // width, "local_directory": str(room.spill)}
    with Client(**here, **room_of_each) as client:  # type: ignore[no-untyped-call]
        frame = dd.read_parquet(log, dtype_backend="pyarrow", split_row_groups=True)
        cases = frame.shuffle("case", npartitions=parts(count))
        told = cases.map_partitions(partial(_whole, judge), meta=_frame(SCHEMA.empty_table()))
        for part in client.compute(told.to_delayed()):
            yield pa.Table.from_pandas(part.result(), SCHEMA, preserve_index=False)


def _whole(judge: Judge, frame: pd.DataFrame) -> pd.DataFrame:
    """Judge a part in one call: never a call for each case."""
    return _frame(judge(pa.Table.from_pandas(frame, preserve_index=False)))


def _frame(table: pa.Table) -> pd.DataFrame:
    return table.to_pandas(types_mapper=pd.ArrowDtype)
