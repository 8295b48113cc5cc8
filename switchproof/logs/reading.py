"""A log's files as DuckDB reads them: checked before, with our names, and what is amiss apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from switchproof.logs.mapping import COLUMNS, NEEDED, LogMap
from switchproof.terminal.errors import BadInput

INSTANT = "TIMESTAMP WITH TIME ZONE"
PLACE = "place in the log"
IN_FILES = f'(CAST(file_index AS BIGINT) << 40) | file_row_number AS "{PLACE}"'
CURE = "take the file again from where it comes"


@dataclass(frozen=True)
class Log:
    """A log as a query for its rows, all columns in our names and types.

    With them stands the place of each row in the log. `amiss` is the query for the rows that are
    kept apart, with the reason, and `read` for all of them; `rest` are the columns of which no use
    is made. Of those kept apart the ones of a known case are among the rows, with no event and no
    actor, so that the case is unmapped from there on: one without a time comes first. The `whole`
    rows are those without them.
    """

    files: tuple[str, ...]
    rows: str
    whole: str
    amiss: str
    read: str
    rest: tuple[str, ...]


def files_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the Parquet files of that name or in those folders; raises BadInput."""
    found: list[str] = []
    for name in names:
        path = Path(name)
        mine = sorted(path.rglob("*.parquet")) if path.is_dir() else [path]
        if not mine:
            raise BadInput(f"{name}: no Parquet file is in it; name another, or use 'logs ingest'")
        found += map(str, mine)
    return tuple(found)


def in_a_line(wrong: Exception) -> str:
    """Return what went wrong as one line, and not too long."""
    return " ".join(str(wrong).split())[:300]


def log_of(names: Iterable[str], told: LogMap, facts: Iterable[str] = ()) -> Log:
    """Return a log; `facts` are attributes that an event may ask. Raises BadInput.

    A file whose end is missing, a column that is not there or of another type is refused.
    """
    files = files_of(names)
    schema = _schema(files)
    fields = _fields(schema, told, files[0])
    others = sorted(set(schema.names) - {told.column(one) for one in fields})
    asked = [name for name in others if name in set(facts)]
    unused = tuple(one for one in others if one not in asked)
    rest = [quoted(one) for one in unused]
    columns = [f"{sql} AS {quoted(ours)}" for ours, sql in fields.items()]
    columns += [f"CAST({quoted(one)} AS VARCHAR) AS {quoted(one)}" for one in asked]
    columns += [f"CAST(hash({', '.join(rest)}) >> 1 AS BIGINT) AS rest"] if rest else []
    every = ", ".join(text(file) for file in files)
    read = f"SELECT {', '.join([*columns, IN_FILES])} FROM read_parquet([{every}])"
    kept, bare = [f"{quoted(one)} IS NOT NULL" for one in NEEDED], f"* EXCLUDE ({quoted(PLACE)})"
    words = f"event NOT IN ({', '.join(map(text, told.ignore))})" if told.ignore else "true"
    reason = " ".join(f"WHEN {quoted(one)} IS NULL THEN 'no {one}'" for one in NEEDED)
    whole = " AND ".join(kept)
    return Log(
        files,
        f"SELECT * REPLACE ({_only_where(whole)}) FROM ({read}) "
        f'WHERE "case" IS NOT NULL AND coalesce({words}, true)',
        f"SELECT * FROM ({read}) WHERE {whole} AND {words}",
        f"SELECT CASE {reason} END AS reason, {bare} FROM ({read}) WHERE NOT ({whole})",
        f"SELECT {bare} FROM ({read})",
        unused,
    )


def _only_where(whole: str) -> str:
    """Return how what a row lacks makes it one of no event."""
    bare = ", ".join(f"CASE WHEN {whole} THEN {one} END AS {one}" for one in ("event", "actor"))
    return f'{bare}, coalesce("time", make_timestamptz(0)) AS "time"'


def _schema(files: Sequence[str]) -> pa.Schema:
    """Return the columns that all files have alike; each file is opened at its end."""
    first: pa.Schema | None = None
    for file in files:
        try:
            schema = pq.read_schema(file)
        except (pa.ArrowInvalid, pa.ArrowException) as wrong:
            cure = "use 'logs ingest' first" if Path(file).suffix == ".csv" else CURE
            why = f"is no whole Parquet file ({in_a_line(wrong)}); {cure}"
            raise BadInput(f"{file}: {why}") from wrong
        except OSError as wrong:
            raise BadInput(
                f"{file}: cannot be read ({wrong.strerror or wrong}); name a log"
            ) from wrong
        if first is not None and schema.names != first.names:
            raise BadInput(f"{file}: has other columns than {files[0]}; judge them one by one")
        first = first or schema
    assert first is not None, "no file, which is refused before"
    return first


def _fields(schema: pa.Schema, told: LogMap, file: str) -> dict[str, str]:
    """Return our columns that the log has, each with how it is computed; raises BadInput."""
    fields = {}
    for ours in COLUMNS:
        name = told.column(ours)
        if name in schema.names:
            fields[ours] = _text_column(schema, name, ours, file) if ours != "time" else ""
        elif ours in NEEDED or ours in told.columns:
            has = ", ".join(schema.names)
            raise BadInput(
                f"{file}: has no column '{name}' for {ours}; say in the map which of {has}"
            )
    fields["time"] = _time(schema, told, file)
    return fields


def _text_column(schema: pa.Schema, name: str, ours: str, file: str) -> str:
    kind = schema.field(name).type
    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
        why = "a number has lost its leading zeros" if ours == "case" else "names are text"
        raise BadInput(f"{file}: column '{name}' is {kind}, and {ours} must be text: {why}")
    return quoted(name)


def _time(schema: pa.Schema, told: LogMap, file: str) -> str:
    name = told.column("time")
    kind = schema.field(name).type
    if not pa.types.is_timestamp(kind):
        raise BadInput(f"{file}: column '{name}' is {kind}, and no instant; use 'logs ingest'")
    if kind.tz is None and told.zone is None:
        raise BadInput(
            f"{file}: column '{name}' has no time zone; give the map [time] zone = \"...\""
        )
    at = f"CAST({quoted(name)} AS TIMESTAMP)" if kind.tz is None else quoted(name)
    at = (
        f"timezone({text(told.zone or '')}, {at})"
        if kind.tz is None
        else f"CAST({at} AS {INSTANT})"
    )
    if told.clock is None:
        return at
    if told.clock not in schema.names:
        raise BadInput(f"{file}: has no column '{told.clock}' for [clocks]; name another")
    cases = " ".join(
        f"WHEN {text(system)} THEN INTERVAL ({round(float(s) * 1_000_000)}) MICROSECONDS"
        for system, s in told.ahead.items()
    )
    return f"{at} - CASE {quoted(told.clock)} {cases} ELSE INTERVAL 0 SECONDS END" if cases else at


def quoted(column: str) -> str:
    """Return a name as a query has it."""
    return '"' + column.replace('"', '""') + '"'


def text(words: str) -> str:
    """Return words as a query has them."""
    return "'" + words.replace("'", "''") + "'"


def do(db: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    """Run a query to its end, and return its rows."""
    found: list[tuple[Any, ...]] = db.execute(query).fetchall()
    return found


def one(db: duckdb.DuckDBPyConnection, query: str) -> tuple[Any, ...]:
    """Return the one row of a query."""
    (row,) = do(db, query)
    return row
