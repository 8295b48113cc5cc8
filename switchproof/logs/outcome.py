"""The verdicts on a log in a file: written whole or not at all, told in totals and in digests."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from switchproof.logs.reading import PLACE, do, one, quoted
from switchproof.logs.verdicts import AMBIGUOUS, SCHEMA, UNMAPPED, VERDICTS
from switchproof.terminal.errors import BadInput

ABOUT = b"switchproof"
OF_FILES = {"duplicates", "late"}  # what is of the log's files and the order of its rows
SAME = [name for name in SCHEMA.names if name not in OF_FILES]
BYTES = 16
NO_VERDICTS = "is no file of verdicts; name one that 'logs conform --out' wrote"


@dataclass(frozen=True)
class Total:
    """How many cases depart in one way: on which day first and last, and on which the most."""

    duty: str | None
    party: str | None
    cases: int
    first: str
    last: str
    worst: str
    on_worst: int


def write(
    tables: Iterable[pa.Table], path: Path, about: dict[str, Any], key: bytes | None = None
) -> int:
    """Write verdicts, with what they rest on; return how many there are."""
    cases = 0
    schema = SCHEMA.with_metadata({ABOUT: json.dumps(about, sort_keys=True)})
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for table in tables:
            writer.write_table(_hidden(table, key) if key else table)
            cases += table.num_rows
    return cases


def about(path: str) -> dict[str, Any]:
    """Return what a file of verdicts rests on; raises BadInput where it is none."""
    try:
        schema = pq.read_schema(path)
    except (pa.ArrowException, OSError) as wrong:
        raise BadInput(f"{path}: {NO_VERDICTS}") from wrong
    said = (schema.metadata or {}).get(ABOUT)
    if said is None or schema.names != SCHEMA.names:
        raise BadInput(f"{path}: {NO_VERDICTS}")
    found: dict[str, Any] = json.loads(said)
    return found


def _hidden(table: pa.Table, key: bytes) -> pa.Table:
    """Return the table with a pseudonym for each case, the same for the same key."""
    names = [pseudonym(case, key) for case in table["case"].to_pylist()]
    return table.set_column(0, "case", pa.array(names, pa.string()))


def pseudonym(case: str, key: bytes) -> str:
    """Return what stands for a case."""
    return hmac.new(key, case.encode(), hashlib.sha256).hexdigest()[: 2 * BYTES]


def counted(db: duckdb.DuckDBPyConnection, source: str) -> dict[str, int]:
    """Return how many cases have each verdict."""
    rows = do(db, f"SELECT verdict, count(*) FROM {source} GROUP BY verdict")
    found = dict(rows)
    return {verdict: found[verdict] for verdict in VERDICTS if verdict in found}


def late(db: duckdb.DuckDBPyConnection, source: str) -> int:
    """Return how many rows come in the log after one of their case that has a later time."""
    (rows,) = one(db, f"SELECT sum(late) FROM {source}")
    return int(rows)


def totals(db: duckdb.DuckDBPyConnection, source: str) -> Iterator[Total]:
    """Yield how many cases depart, by duty and party, the most first; days are those of UTC."""
    by_day = f"""
        SELECT duty, party, strftime(bad_time, '%Y-%m-%d') AS day, count(*) AS cases
        FROM {source} WHERE verdict = 'departs' GROUP BY ALL
    """
    worst = "arg_max(day, (cases, day)), max(cases)"
    query = f"""
        SELECT duty, party, sum(cases) AS n, min(day), max(day), {worst}
        FROM ({by_day}) GROUP BY duty, party ORDER BY n DESC, duty, party
    """
    for row in do(db, query):
        yield Total(*row)


def unsaid(db: duckdb.DuckDBPyConnection, source: str) -> dict[str, int]:
    """Return why nothing is said of cases, and of how many, the most first."""
    where = f"verdict IN ('{AMBIGUOUS}', '{UNMAPPED}')"
    query = f"SELECT guard, count(*) AS n FROM {source} WHERE {where} GROUP BY guard"
    return dict(do(db, f"{query} ORDER BY n DESC, guard"))


def digest(db: duckdb.DuckDBPyConnection, source: str) -> str:
    """Return a digest of verdicts that depends neither on their order nor on their files."""
    return _sum(db, SAME, source)


def digest_of_log(db: duckdb.DuckDBPyConnection, rows: str) -> str:
    """Return a digest of the rows of a log, whatever their order, each once for each time."""
    columns = [str(row[0]) for row in do(db, f"DESCRIBE {rows}") if row[0] != PLACE]
    return _sum(db, columns, f"({rows})")


def _sum(db: duckdb.DuckDBPyConnection, columns: Sequence[str], source: str) -> str:
    """Return a digest of sums of two hashes of each row, so that equal rows do not cancel out."""
    row = ", ".join(map(quoted, columns))
    sums = ", ".join(f"sum(CAST(hash({row}, {salt}) AS HUGEINT))" for salt in (1, 2))
    found = one(db, f"SELECT {sums}, count(*) FROM {source}")
    return hashlib.sha256(repr(found).encode()).hexdigest()[: 2 * BYTES]
