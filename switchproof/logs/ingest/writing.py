"""CSV read as text by DuckDB, its instants as such, and written as Parquet."""

from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from switchproof.logs.database import opened
from switchproof.logs.mapping import LogMap, read_map
from switchproof.logs.place import placed
from switchproof.logs.reading import INSTANT, do, one, quoted, text
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import place_for

MEMORY = 1 << 30
SPACE = "^.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$"  # how an instant ends that has its zone


def ingest(asked: Namespace) -> int:
    """Write the file, print how many rows it has, and return the exit status; raises BadInput."""
    told = read_map(asked.map)
    target = place_for(asked.out, (".parquet",))
    for name in asked.csv:
        if not Path(name).is_file():
            raise BadInput(f"{name}: is not there, or no file; name a CSV file")
    with (
        TemporaryDirectory(prefix="switchproof-") as spill,
        opened(MEMORY, spill, ()) as db,
        placed(str(target), spill) as place,
        Progress("reading CSV"),
    ):
        files = ", ".join(map(text, asked.csv))
        source = f"read_csv([{files}], header = true, all_varchar = true)"
        at, count = quoted(told.column("time")), _checked(db, source, told, asked.csv[0])
        rows = f"SELECT * REPLACE ({_instant(at, told)} AS {at}) FROM {source}"
        do(db, f"COPY ({rows}) TO {text(str(place))} (FORMAT parquet, COMPRESSION zstd)")
    print(f"{asked.out}: {count:,} rows")
    return AS_EXPECTED


def _checked(db: duckdb.DuckDBPyConnection, source: str, told: LogMap, file: str) -> int:
    """Return how many rows there are; raises BadInput where there is no instant to be read."""
    names, at = [row[0] for row in do(db, f"DESCRIBE SELECT * FROM {source}")], told.column("time")
    if at not in names:
        has = ", ".join(names)
        raise BadInput(f"{file}: has no column '{at}' for time; say in the map which of {has}")
    wrong = f"{quoted(at)} IS NOT NULL AND {_instant(quoted(at), told)} IS NULL"
    count, bad = one(db, f"SELECT count(*), count(*) FILTER ({wrong}) FROM {source}")
    if bad:
        (first,) = one(db, f"SELECT min({quoted(at)}) FROM {source} WHERE {wrong}")
        cure = "write ISO 8601, and give the map [time] zone where they have none"
        raise BadInput(f"{file}: {bad} rows have no instant in '{at}', as '{first}'; {cure}")
    return int(count)


def _instant(at: str, told: LogMap) -> str:
    """Return how an instant is read from text: by its own zone, or else by that of the map."""
    own = f"TRY_CAST({at} AS {INSTANT})"
    if told.zone is None:
        return f"CASE WHEN regexp_matches({at}, '{SPACE}') THEN {own} END"
    bare = f"timezone({text(told.zone)}, TRY_CAST({at} AS TIMESTAMP))"
    return f"CASE WHEN regexp_matches({at}, '{SPACE}') THEN {own} ELSE {bare} END"
