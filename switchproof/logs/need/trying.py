"""A map tried on the first rows of a log: which columns and values it leaves unmapped."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from textwrap import wrap

import pyarrow as pa

from model.language.words import counted
from properties.analyses.monitor.wanted import LogNeeds
from switchproof.logs.database import opened
from switchproof.logs.mapping import NEEDED, LogMap
from switchproof.logs.reading import Log, log_of

ROWS = 1000
MEMORY = 1 << 29
SHOWN = 12
WIDTH = 100


@dataclass(frozen=True)
class MapTried:
    """How many rows were read, what they leave unmapped, and what is good to know beside it."""

    rows: int
    unmapped: tuple[str, ...]
    beside: tuple[str, ...]


def tried(names: list[str], told: LogMap, found: LogNeeds, parties: Iterable[str]) -> MapTried:
    """Return what the first rows of a log lack; raises BadInput where a column is not there."""
    log = log_of(names, told, found.facts)
    with TemporaryDirectory(prefix="switchproof-") as spill, opened(MEMORY, spill, names) as db:
        table = db.sql(f"{log.read} LIMIT {ROWS}").to_arrow_table()
    unmapped = tuple(_unmapped(table, told, found, parties))
    return MapTried(table.num_rows, unmapped, tuple(_beside(log, table, found)))


def lines(tried_map: MapTried) -> Iterator[str]:
    """Yield what is said of it."""
    found = "these are unmapped:" if tried_map.unmapped else "all is mapped."
    yield f"\nIn the first {tried_map.rows:,} rows of the log {found}"
    for line in (*tried_map.unmapped, *tried_map.beside):
        yield from wrap(line, WIDTH, initial_indent="  ", subsequent_indent=" " * 6)
    yield "  There is no verdict on them."


def _unmapped(
    table: pa.Table, told: LogMap, found: LogNeeds, parties: Iterable[str]
) -> Iterator[str]:
    for ours in NEEDED:
        if lost := table[ours].null_count:
            yield f"column '{told.column(ours)}' ({ours}): {counted(lost, 'row')} without a value"
    if found.members and "member" not in table.column_names:
        yield f"there is no column '{told.column('member')}' (member), which the interface wants"
    events = {one.name for one in found.events}
    actors = {*parties, *(actor for one in found.events for actor in one.actors)}
    ignored = set(told.ignore)
    heeded = [one not in ignored for one in table["event"].to_pylist()]
    kept = table.filter(pa.array(heeded))
    yield from _strange("event", kept, told, told.events, events)
    yield from _strange("actor", kept, told, told.actors, actors)


def _strange(
    ours: str, table: pa.Table, told: LogMap, words: Mapping[str, str], known: set[str]
) -> Iterator[str]:
    """Yield the values of a column that are none of ours, those of the most rows first."""
    counts = Counter(table[ours].drop_null().to_pylist())
    strange = [(word, n) for word, n in counts.most_common() if words.get(word, word) not in known]
    for word, n in strange[:SHOWN]:
        yield f"column '{told.column(ours)}' ({ours}): '{word}' ({counted(n, 'row')})"
    if len(strange) > SHOWN:
        yield f"column '{told.column(ours)}' ({ours}): {len(strange) - SHOWN} further values"


def _beside(log: Log, table: pa.Table, found: LogNeeds) -> Iterator[str]:
    if log.rest:
        some = ", ".join(f"'{one}'" for one in log.rest[:SHOWN])
        yield f"Columns that the map does not name, used only to tell equal rows: {some}"
    if missing := [fact for fact in found.facts if fact not in table.column_names]:
        yield f"Facts that are no column, and so are to come from --facts: {'; '.join(missing)}"
