"""Dated facts from a file: of whom, what, from when, and until before when."""

from itertools import pairwise
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from properties.analyses.monitor.monitor import Monitor
from switchproof.logs.basis import TRUTHS, Interval
from switchproof.terminal.errors import BadInput

COLUMNS = ("party", "fact", "from", "to")


def read_facts(name: str, monitor: Monitor) -> tuple[Interval, ...]:
    """Return the facts of a Parquet file; raises BadInput where it is none, or they overlap."""
    try:
        table = pq.read_table(name)
    except (pa.ArrowException, OSError) as wrong:
        why = " ".join(str(wrong).split())[:200]
        raise BadInput(
            f"{name}: cannot be read as Parquet ({why}); name a file of facts"
        ) from wrong
    for column in COLUMNS:
        if column not in table.column_names:
            has = ", ".join(table.column_names)
            raise BadInput(
                f"{name}: has no column '{column}'; it needs {', '.join(COLUMNS)}, and has {has}"
            )
    truths = {n: isinstance(v, bool) for one in monitor.letters for n, v in one.facts}
    found = [_interval(name, row, truths) for row in _instants(name, table).to_pylist()]
    found.sort(key=lambda one: (one.party or "", one.fact, one.start))
    for one, after in pairwise(found):
        alike = (one.party, one.fact) == (after.party, after.fact)
        if alike and (one.end is None or one.end > after.start):
            whose = f" of {one.party}" if one.party else ""
            raise BadInput(f"{name}: '{one.fact}'{whose} has two spans that overlap; end the first")
    return tuple(found)


def _instants(name: str, table: pa.Table) -> pa.Table:
    for column in ("from", "to"):
        kind = table.schema.field(column).type
        if not pa.types.is_null(kind) and (not pa.types.is_timestamp(kind) or kind.tz is None):
            raise BadInput(
                f"{name}: column '{column}' is {kind}; it must be an instant with its zone"
            )
        place = table.column_names.index(column)
        micro = table[column].cast(pa.timestamp("us", "UTC")).cast(pa.int64())
        table = table.set_column(place, column, micro)
    return table


def _interval(name: str, row: dict[str, Any], truths: dict[str, bool]) -> Interval:
    if row["from"] is None or row["fact"] is None:
        raise BadInput(f"{name}: a row has no 'fact' or no 'from'; give both")
    value = row.get("value")
    value = True if value is None else value
    if truths.get(row["fact"]) and isinstance(value, str):
        if value.lower() not in TRUTHS:
            raise BadInput(f"{name}: '{row['fact']}' is '{value}'; it can be yes or no")
        value = TRUTHS[value.lower()]
    if row["to"] is not None and row["to"] < row["from"]:
        raise BadInput(f"{name}: a span of '{row['fact']}' ends before it begins; mend it there")
    return Interval(row["party"], row["fact"], row["from"], row["to"], value)
