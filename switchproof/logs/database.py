"""DuckDB as it is used on logs: within a limit of memory, and what goes wrong in one line."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from properties.engine.signals import heed_again
from switchproof.logs.reading import CURE, do, files_of, in_a_line
from switchproof.terminal.errors import BadInput


@contextmanager
def opened(memory: int, spill: str, logs: Iterable[str]) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open DuckDB within a limit of memory, spilling into a folder.

    What goes wrong is one line; of a log that is damaged it names the file and the part.
    """
    db = duckdb.connect(config={"memory_limit": f"{memory // 2**20}MiB", "temp_directory": spill})
    try:
        do(db, "SET TimeZone = 'UTC'")
        yield db
    except RuntimeError:
        heed_again()  # what a signal raised within a query, DuckDB makes its own
        raise
    except duckdb.OutOfMemoryException as wrong:
        cure = "give more --memory, or make room where TMPDIR is"
        raise BadInput(
            f"the log needs more memory, or room to spill: {in_a_line(wrong)}; {cure}"
        ) from wrong
    except duckdb.IOException as wrong:
        cure = "make room where TMPDIR is, or look whether the file is whole"
        raise BadInput(f"{in_a_line(wrong)}; {cure}") from wrong
    except duckdb.Error as wrong:
        where = _damage(files_of(logs)) or "the log"
        raise BadInput(f"{where} cannot be read: {in_a_line(wrong)}; {CURE}") from wrong
    finally:
        db.close()


def _damage(files: Iterable[str]) -> str | None:
    """Return the first file, with the part of it, that cannot be read."""
    for file in files:
        whole = pq.ParquetFile(file)
        for group in range(whole.num_row_groups):
            try:
                whole.read_row_group(group)
            except (pa.ArrowException, OSError):
                return f"{file}, row group {group},"
    return None
