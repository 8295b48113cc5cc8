"""Rows dealt out by case into files of Arrow, whose words are numbers where they are few."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from switchproof.logs.inturn import in_turn
from switchproof.logs.reading import do, one, quoted, text
from switchproof.terminal.errors import BadInput

AT_A_TIME = 1 << 18  # rows that are dealt out together
FEW = 255  # values of a column that are written as numbers of a list
BUCKET = "bucket"
Words = Mapping[str, Sequence[str]]
Slices = list[tuple[int, pa.RecordBatch]]


@dataclass(frozen=True)
class Bucket:
    """A file with some cases whole; `words` has, by column, the words that its numbers are."""

    file: Path
    words: Words

    def read(self) -> pa.Table:
        """Return its rows, with their words; raises BadInput where there were others meanwhile."""
        with pa.memory_map(str(self.file)) as source:
            table = pa.ipc.open_stream(source).read_all()
        for name, words in self.words.items():
            column = _worded(table[name].combine_chunks(), words)
            table = table.set_column(table.column_names.index(name), name, column)
        return table


def _worded(codes: pa.Array, words: Sequence[str]) -> pa.DictionaryArray:
    try:
        return pa.DictionaryArray.from_arrays(codes, pa.array(words, pa.string()))
    except pa.ArrowIndexError as wrong:
        message = "the log changed while it was read; judge it when nobody writes to it"
        raise BadInput(message) from wrong


def deal(db: duckdb.DuckDBPyConnection, rows: str, parts: int, folder: Path) -> list[Bucket]:
    """Write rows into so many parts in a folder, each case whole in one; raises BadInput."""
    words = _words(db, rows)
    files = [folder / f"{number}.arrow" for number in range(parts)]
    numbers = [f"{_number(name, mine)} AS {quoted(name)}" for name, mine in words.items()]
    replaced = f" REPLACE ({', '.join(numbers)})" if numbers else ""
    bucket = f'CAST(hash("case") % {parts} AS USMALLINT) AS {BUCKET}'
    query = f"SELECT *{replaced}, {bucket} FROM ({rows})"
    try:
        _write(db.sql(query).to_arrow_reader(AT_A_TIME), files)
    except OSError as wrong:
        if wrong.errno is None:  # of DuckDB, which reads for Arrow
            full = "Out of Memory" in str(wrong)
            raise (duckdb.OutOfMemoryException if full else duckdb.Error)(str(wrong)) from wrong
        cure = "make room where TMPDIR is, or give more --memory"
        raise BadInput(
            f"the log cannot be dealt out ({os.strerror(wrong.errno)}); {cure}"
        ) from wrong
    return [Bucket(file, words) for file in files]


def _words(db: duckdb.DuckDBPyConnection, rows: str) -> Words:
    """Return the words of each column that has few, null left out."""
    kinds = {str(row[0]): row[1] for row in do(db, f"DESCRIBE {rows}")}
    names = [name for name, kind in kinds.items() if kind == "VARCHAR" and name != "case"]
    some = "(SELECT list(w) FROM (SELECT DISTINCT {0} AS w FROM ({1}) LIMIT {2}) WHERE w NOT NULL)"
    asked = ", ".join(some.format(quoted(name), rows, FEW + 2) for name in names)
    found = zip(names, one(db, f"SELECT {asked}") if names else (), strict=True)
    return {name: sorted(words or ()) for name, words in found if len(words or ()) <= FEW}


def _number(column: str, words: Sequence[str]) -> str:
    """Return a query for the number of a word; that of a word that is none of them is too large."""
    every = ", ".join(map(text, words))
    place = f"coalesce(list_position([{every}]::VARCHAR[], {quoted(column)}) - 1, {FEW})"
    return f"CASE WHEN {quoted(column)} IS NOT NULL THEN CAST({place} AS UTINYINT) END"


def _write(batches: pa.RecordBatchReader, files: Sequence[Path]) -> None:
    schema = pa.schema([field for field in batches.schema if field.name != BUCKET])
    with ExitStack() as stack:
        sinks = [stack.enter_context(pa.OSFile(str(file), "wb")) for file in files]
        writers = [stack.enter_context(pa.ipc.new_stream(sink, schema)) for sink in sinks]
        for slices in in_turn(lambda batch: _sorted(batch, len(files)), batches):
            for number, part in slices:
                writers[number].write_batch(part)


def _sorted(batch: pa.RecordBatch, parts: int) -> Slices:
    """Return the rows of each bucket, in the order in which they came."""
    buckets = batch.column(BUCKET).to_numpy()
    ends = np.cumsum(np.bincount(buckets, minlength=parts)).tolist()
    order = np.argsort(buckets, kind="stable")
    rows = batch.drop_columns([BUCKET]).take(pa.array(order.astype(np.int32)))
    return list(_slices(rows, ends))


def _slices(rows: pa.RecordBatch, ends: Sequence[int]) -> Iterator[tuple[int, pa.RecordBatch]]:
    start = 0
    for number, end in enumerate(ends):
        if end > start:
            yield number, rows.slice(start, end - start)
        start = end
