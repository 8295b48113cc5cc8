"""A look over a log before it is judged: how many rows, until when, and what is amiss."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from switchproof.logs.kinds import OF_WHOM
from switchproof.logs.mapping import LogMap
from switchproof.logs.reading import Log, do, quoted, text
from switchproof.logs.setting import Setting
from switchproof.terminal.errors import BadInput
from switchproof.terminal.writing import place_for, write_whole

SHOWN = 5
KINDS = """
    SELECT event, actor, count(micro), min(micro), max(micro), count(*)
    FROM (SELECT event, actor, CASE WHEN {until} THEN epoch_us("time") END AS micro FROM ({rows}))
    GROUP BY event, actor ORDER BY event, actor
"""  # each kind of row: how many are judged, from when to when, and how many there are


@dataclass(frozen=True)
class Survey:
    """The rows that are judged, as a query; how many, from when to when; what nothing maps.

    `later` rows are after the instant up to which the log is whole, and left out; `amiss` are kept
    apart, some of which are of `no_case`; `strange` has each event, and each actor, that is none of
    the interface's or the flow's. `notes` say where map or facts and log speak of others.
    """

    log: Log
    rows: str
    count: int
    first: datetime
    last: datetime
    later: int
    amiss: int
    no_case: int
    strange: Mapping[str, int]
    notes: tuple[str, ...]


def surveyed(
    db: duckdb.DuckDBPyConnection, log: Log, setting: Setting, allow: int, quarantine: str | None
) -> Survey:
    """Return what a log holds; raises BadInput where too much is amiss, or no event is known."""
    as_of = setting.basis.as_of
    until = "true" if as_of is None else f'epoch_us("time") <= {as_of}'
    kinds = do(db, KINDS.format(rows=log.whole, until=until))
    every, count = sum(kind[-1] for kind in kinds), sum(kind[2] for kind in kinds)
    amiss = no_case = 0
    if quarantine is not None or every != _rows_of(log.files):
        amiss, no_case = _kept_apart(db, log, allow, quarantine)
    if not count:
        raise BadInput(f"{log.files[0]}: no row is left to be judged; name another log")
    first, last = (pick(kind[at] for kind in kinds if kind[2]) for at, pick in ((3, min), (4, max)))
    strange, known = _strange(kinds, setting)
    rows = f"SELECT * FROM ({log.rows if amiss else log.whole}) WHERE {until}"
    if not known:
        told = ", ".join(f"'{word}'" for word in list(strange)[:SHOWN])
        cure = "say in the map what they are called there"
        raise BadInput(f"{log.files[0]}: no event is one of the interface's ({told}); {cure}")
    span, notes = (_instant(first), _instant(last)), (*_clocks(db, log, setting.told),)
    notes += (*_parties(db, log, setting),)
    return Survey(log, rows, count, *span, every - count, amiss, no_case, strange, notes)


def _parties(db: duckdb.DuckDBPyConnection, log: Log, setting: Setting) -> Iterator[str]:
    """Yield whose facts are told and is not in the log, and whose provider is and has none."""
    told = {one.party for one in setting.basis.facts if one.party is not None}
    if not told:
        return
    columns = {str(row[0]) for row in do(db, f"DESCRIBE {log.whole}")}
    whose = next(one for one in OF_WHOM if one in columns)
    known = {row[0] for row in do(db, f"SELECT DISTINCT {whose} FROM ({log.whole})")} - {None}
    if none := sorted(told - known):
        yield f"facts are told of some of whom the log has no row: {', '.join(none)}"
    if whose == "provider" and (bare := sorted(known - told)):
        yield f"no fact is told of them, so what is told of others does not hold: {', '.join(bare)}"


def _clocks(db: duckdb.DuckDBPyConnection, log: Log, told: LogMap) -> Iterator[str]:
    """Yield what the map does not say of the log's clocks, and what it says of none of them."""
    if told.clock is None:
        return
    files = ", ".join(map(text, log.files))
    query = f"SELECT DISTINCT CAST({quoted(told.clock)} AS VARCHAR) FROM read_parquet([{files}])"
    systems = {str(row[0] or "no system") for row in do(db, query)}
    if right := sorted(systems - told.ahead.keys()):
        yield f"clocks of which the map says nothing, taken to be right: {', '.join(right)}"
    if none := sorted(told.ahead.keys() - systems):
        yield f"clocks that the map sets right, and of which the log has no row: {', '.join(none)}"


def _instant(micro: int) -> datetime:
    return datetime.fromtimestamp(micro / 1_000_000, UTC)


def _kept_apart(
    db: duckdb.DuckDBPyConnection, log: Log, allow: int, quarantine: str | None
) -> tuple[int, int]:
    """Return how many rows are amiss, and how many of no case; write them where that is asked."""
    table: pa.Table = db.sql(log.amiss).to_arrow_table()
    if quarantine is not None:
        sink = pa.BufferOutputStream()
        pq.write_table(table, sink, compression="zstd")
        write_whole(place_for(quarantine, (".parquet",)), sink.getvalue().to_pybytes())
    if table.num_rows > allow:
        why = sorted(set(table["reason"].to_pylist()))
        cure = "see them with --quarantine FILE, or --allow so many"
        raise BadInput(f"{table.num_rows} rows have {' or '.join(why)}; {cure}")
    return int(table.num_rows), int(table["case"].null_count)


def _rows_of(files: Iterable[str]) -> int:
    return sum(int(pq.read_metadata(file).num_rows) for file in files)


def _strange(kinds: Iterable[tuple[Any, ...]], setting: Setting) -> tuple[dict[str, int], int]:
    """Return words of the log that nothing maps with their rows, and how many events are known."""
    letters, basis = setting.monitor.letters, setting.basis
    events = {one.event for one in letters}
    actors = {one.actor for one in letters} | set(basis.parties)
    strange, known = dict[str, int](), 0
    for event, actor, count, *_ in kinds:
        fits = basis.events.get(event, event) in events
        known += count if fits else 0
        for word, good in ((event, fits), (actor, basis.actors.get(actor, actor) in actors)):
            if count and not good:
                strange[word] = strange.get(word, 0) + count
    return strange, known
