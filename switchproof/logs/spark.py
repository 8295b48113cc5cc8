"""A log judged on Spark: dealt out by case, and each part judged by one call.

It runs where Spark is told to, by PYSPARK_SUBMIT_ARGS or its configuration, and else on this
machine. An executor that is lost changes nothing: its parts are judged again by another.
"""

import os
import sys
from collections.abc import Iterator
from functools import partial

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from switchproof.logs.buckets import RoomForRows
from switchproof.logs.engines import Judge, parts, written
from switchproof.logs.verdicts import SCHEMA

SET: dict[str, bool | float | int | str | None] = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
    "spark.ui.enabled": False,
    "spark.ui.showConsoleProgress": False,
}


def judged(
    db: duckdb.DuckDBPyConnection, room: RoomForRows, judge: Judge, rows: str, count: int
) -> Iterator[pa.Table]:
    """Yield the verdicts on the rows of a query."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else workers take any python3
    log, verdicts = written(db, room, rows), room.spill / "verdicts"
    session = SparkSession.builder.appName("switchproof").config(map=SET).getOrCreate()
    try:
        cases = session.read.parquet(log).repartition(parts(count), "case")
        told = cases.mapInArrow(partial(_whole, judge), from_arrow_schema(SCHEMA))
        told.write.parquet(str(verdicts))
    finally:
        session.stop()
    for file in sorted(verdicts.glob("*.parquet")):
        yield pq.read_table(file).cast(SCHEMA)


def _whole(judge: Judge, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Judge a part in one call: never a call for each case."""
    if every := list(batches):
        yield from judge(pa.Table.from_batches(every)).to_batches()
