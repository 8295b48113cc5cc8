"""A look over a log before it is judged: how many rows, until when, and what is amiss."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from switchproof.logs.reading import Log, do, one
from switchproof.logs.setting import Setting
from switchproof.terminal.errors import BadInput
from switchproof.terminal.writing import place_for, write_whole

SHOWN = 5


@dataclass(frozen=True)
class Survey:
    """The rows that are judged, as a query; how many, from when to when; what nothing maps.

    `later` rows are after the instant up to which the log is whole, and left out; `amiss` are kept
    apart; `strange` has each event, and each actor, that is none of the interface's or the flow's.
    """

    log: Log
    rows: str
    count: int
    first: datetime
    last: datetime
    later: int
    amiss: int
    strange: Mapping[str, int]


def surveyed(
    db: duckdb.DuckDBPyConnection, log: Log, setting: Setting, allow: int, quarantine: str | None
) -> Survey:
    """Return what a log holds; raises BadInput where too much is amiss, or no event is known."""
    amiss = _kept_apart(db, log, allow, quarantine)
    as_of = setting.basis.as_of
    until = "" if as_of is None else f' WHERE epoch_us("time") <= {as_of}'
    rows = f"SELECT * FROM ({log.rows}){until}"
    ends = 'min(epoch_us("time")), max(epoch_us("time"))'
    count, first, last = one(db, f"SELECT count(*), {ends} FROM ({rows})")
    (every,) = one(db, f"SELECT count(*) FROM ({log.rows})")
    if not count:
        raise BadInput(f"{log.files[0]}: no row is left to be judged; name another log")
    strange, known = _strange(db, rows, setting)
    if not known:
        told = ", ".join(f"'{word}'" for word in list(strange)[:SHOWN])
        cure = "say in the map what they are called there"
        raise BadInput(f"{log.files[0]}: no event is one of the interface's ({told}); {cure}")
    return Survey(log, rows, count, _instant(first), _instant(last), every - count, amiss, strange)


def _instant(micro: int) -> datetime:
    return datetime.fromtimestamp(micro / 1_000_000, UTC)


def _kept_apart(db: duckdb.DuckDBPyConnection, log: Log, allow: int, quarantine: str | None) -> int:
    """Return how many rows are amiss, and write them where that is asked."""
    table: pa.Table = db.sql(log.amiss).to_arrow_table()
    if quarantine is not None:
        sink = pa.BufferOutputStream()
        pq.write_table(table, sink, compression="zstd")
        write_whole(place_for(quarantine, (".parquet",)), sink.getvalue().to_pybytes())
    if table.num_rows > allow:
        why = sorted(set(table["reason"].to_pylist()))
        cure = "see them with --quarantine FILE, or --allow so many"
        raise BadInput(f"{table.num_rows} rows have {' or '.join(why)}; {cure}")
    return int(table.num_rows)


def _strange(
    db: duckdb.DuckDBPyConnection, rows: str, setting: Setting
) -> tuple[dict[str, int], int]:
    """Return words of the log that nothing maps with their rows, and how many events are known."""
    letters, basis = setting.monitor.letters, setting.basis
    events = {one.event for one in letters}
    actors = {one.actor for one in letters} | set(basis.parties)
    query = f"SELECT event, actor, count(*) FROM ({rows}) GROUP BY ALL ORDER BY ALL"
    strange, known = dict[str, int](), 0
    for event, actor, count in do(db, query):
        fits = basis.events.get(event, event) in events
        known += count if fits else 0
        for word, good in ((event, fits), (actor, basis.actors.get(actor, actor) in actors)):
            if not good:
                strange[word] = strange.get(word, 0) + count
    return strange, known
