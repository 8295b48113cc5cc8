"""Verdicts kept from one log to the next: only the cases that a new log touches are judged anew.

Such a case is judged from its first event, which the earlier logs still hold: an event that comes
late is then in its place, and the result is that of all logs together.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from switchproof.logs.basis import Basis
from switchproof.logs.outcome import about as read_about
from switchproof.logs.reading import do, log_of, one, text
from switchproof.logs.setting import Setting, micro
from switchproof.logs.survey import Survey
from switchproof.logs.verdicts import DEPARTS, OPEN
from switchproof.terminal.errors import BadInput

AT_ONCE = 1 << 20


@dataclass(frozen=True)
class Earlier:
    """Earlier verdicts: their file, the logs that they are of, and until when those go."""

    file: str
    logs: tuple[str, ...]
    last: int
    as_of: int | None


def about(survey: Survey, setting: Setting, kept: Earlier | None) -> dict[str, Any]:
    """Return what verdicts rest on, as it stands in their file."""
    logs = (*(kept.logs if kept else ()), *survey.log.files)
    last = max(micro(survey.last), kept.last if kept else 0)
    return {
        **_rules(setting),
        "facts": _facts(setting.basis, last),
        "last": last,
        "as of": setting.basis.as_of,
        "logs": [{"file": str(Path(file).resolve()), **_state(file)} for file in logs],
    }


def kept(file: str, setting: Setting) -> Earlier:
    """Return earlier verdicts; raises BadInput where they rest on something else than is asked."""
    said = read_about(file)
    cure = "judge all logs together"
    for name, value in _rules(setting).items():
        if said.get(name) != value:
            raise BadInput(f"{file}: its verdicts are by another {name}; {cure}")
    if said["facts"] != _facts(setting.basis, said["last"]):
        raise BadInput(f"{file}: the facts of its time are told otherwise now; {cure}")
    for one_log in said["logs"]:
        if _state(one_log["file"]) != {key: one_log[key] for key in ("bytes", "rows")}:
            raise BadInput(f"{one_log['file']}: is not as it was when it was judged; {cure}")
    if setting.basis.as_of is not None and setting.basis.as_of < said["last"]:
        raise BadInput(f"{file}: has verdicts on events after --as-of; {cure}")
    logs = tuple(one_log["file"] for one_log in said["logs"])
    return Earlier(file, logs, said["last"], said["as of"])


def touched(
    db: duckdb.DuckDBPyConnection, survey: Survey, setting: Setting, earlier: Earlier
) -> tuple[str, int, str]:
    """Return the rows of the cases to be judged, how many they are, and the verdicts that stay.

    An open case is judged anew where deadlines run: what it owes may be late by now. So is one
    with events that were left out, since they came after the instant that was asked for then.
    """
    old = log_of(earlier.logs, setting.told, setting.fact_names)
    every = log_of((*earlier.logs, *survey.log.files), setting.told, setting.fact_names)
    verdicts = f"read_parquet({text(earlier.file)})"
    do(db, f'CREATE TEMP TABLE touched AS SELECT DISTINCT "case" FROM ({survey.rows})')
    if setting.basis.deadlines:
        waiting = f"verdict = '{OPEN}' OR (verdict = '{DEPARTS}' AND bad_index IS NULL)"
        do(db, f'INSERT INTO touched SELECT "case" FROM {verdicts} WHERE {waiting}')
    if earlier.as_of is not None:
        after = f'epoch_us("time") > {earlier.as_of}'
        do(db, f'INSERT INTO touched SELECT "case" FROM ({old.rows}) WHERE {after}')
    until = setting.basis.as_of
    when = "" if until is None else f' AND epoch_us("time") <= {until}'
    here = '"case" IN (SELECT "case" FROM touched)'
    rows = f"SELECT * FROM ({every.rows}) WHERE {here}{when}"
    (count,) = one(db, f"SELECT count(*) FROM ({rows})")
    return rows, count, f"SELECT * FROM {verdicts} WHERE NOT ({here})"


def together(
    anew: Iterator[pa.Table], db: duckdb.DuckDBPyConnection, untouched: str
) -> Iterator[pa.Table]:
    """Yield new verdicts, and then those that stay."""
    yield from anew
    reader: pa.RecordBatchReader = db.sql(untouched).to_arrow_reader(AT_ONCE)
    for batch in reader:
        yield pa.Table.from_batches([batch])


def _rules(setting: Setting) -> dict[str, Any]:
    basis = replace(setting.basis, facts=(), as_of=None, compiled=True)
    return {
        "model": setting.monitor.digest,
        "map": sha256(repr((basis, replace(setting.told, name=""))).encode()).hexdigest(),
    }


def _facts(basis: Basis, last: int) -> str:
    """Return a digest of the facts until an instant: what comes later they do not say."""
    mine = [
        (one.party, one.fact, one.start, min(last + 1, one.end or last + 1), one.value)
        for one in basis.facts
        if one.start <= last
    ]
    return sha256(repr(mine).encode()).hexdigest()


def _state(file: str) -> dict[str, int]:
    try:
        return {"bytes": Path(file).stat().st_size, "rows": pq.read_metadata(file).num_rows}
    except (OSError, pa.ArrowException) as wrong:
        raise BadInput(
            f"{file}: was judged before, and cannot be read now; bring it back"
        ) from wrong
