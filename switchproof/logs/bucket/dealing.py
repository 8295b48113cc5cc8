"""A log dealt out by case into a new folder, which is there whole or not at all."""

from argparse import Namespace
from pathlib import Path
from secrets import token_hex
from shutil import rmtree
from tempfile import TemporaryDirectory

import duckdb

from switchproof.logs.database import opened
from switchproof.logs.mapping import read_map
from switchproof.logs.reading import PLACE, Log, do, log_of, one, quoted, text
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import place_for

MEMORY = 1 << 30
OPEN = 1 << 20  # rows that wait for all files together until they are written
FEW = 1000  # values of a column that are written as numbers of a list


def bucketed(asked: Namespace) -> int:
    """Write the folder, print how many rows it has, and return the exit status; raises BadInput."""
    log, out = log_of(asked.log, read_map(asked.map)), place_for(asked.out)
    if out.exists():
        raise BadInput(f"{asked.out}: is there already; name a folder that is not")
    made = out.with_name(f".{out.name}.{token_hex(4)}")
    try:
        made.mkdir()
        with Progress("dealing out"):
            rows = _dealt(log, asked, made)
        made.rename(out)
    except OSError as wrong:
        cure = "make room, or name another place"
        raise BadInput(f"{asked.out}: cannot be written ({wrong.strerror}); {cure}") from wrong
    finally:
        rmtree(made, ignore_errors=True)
    print(f"{asked.out}: {rows:,} rows in {len(list(out.iterdir()))} parts")
    return AS_EXPECTED


def _dealt(log: Log, asked: Namespace, made: Path) -> int:
    with (
        TemporaryDirectory(prefix="switchproof-") as spill,
        opened(MEMORY, spill, asked.log) as db,
    ):
        (amiss,) = one(db, f"SELECT count(*) FROM ({log.amiss})")
        if amiss:
            cure = "'logs conform --quarantine FILE' shows them"
            raise BadInput(f"{amiss} rows have no case, time, event or actor; {cure}")
        _deal(db, f"SELECT * EXCLUDE ({quoted(PLACE)}) FROM ({log.rows})", asked.parts, made)
        (rows,) = one(db, f"SELECT count(*) FROM ({log.rows})")
    return int(rows)


def _deal(db: duckdb.DuckDBPyConnection, rows: str, parts: int, folder: Path) -> None:
    """Write rows into a folder with a part for each bucket, each case whole in one."""
    do(db, f"SET partitioned_write_flush_threshold = {max(OPEN // parts, 4096)}")
    do(db, f"SET partitioned_write_max_open_files = {parts + 1}")
    bucket = f'CAST(hash("case") % {parts} AS INTEGER) AS bucket'
    form = "FORMAT parquet, PARTITION_BY (bucket), COMPRESSION lz4, OVERWRITE_OR_IGNORE"
    form += f", DICTIONARY_SIZE_LIMIT {FEW}"
    do(db, f"COPY (SELECT *, {bucket} FROM ({rows})) TO {text(str(folder))} ({form})")
