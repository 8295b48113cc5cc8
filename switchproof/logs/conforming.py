"""A log judged, in memory or bucket by bucket: the verdicts in a file, with what they rest on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from switchproof.logs import outcome, since
from switchproof.logs.buckets import RoomForRows
from switchproof.logs.database import opened
from switchproof.logs.engines import engine
from switchproof.logs.judge import judge
from switchproof.logs.place import placed
from switchproof.logs.reading import log_of, text
from switchproof.logs.setting import Setting
from switchproof.logs.survey import Survey, surveyed
from switchproof.terminal.errors import BadInput

FOR_THE_ENGINE = 2  # of the memory it has this part; the rest is for what is judged meanwhile


@dataclass(frozen=True)
class LogAsked:
    """What is asked of a log beside its setting."""

    logs: tuple[str, ...]
    memory: int
    out: str | None = None
    allow: int = 0
    quarantine: str | None = None
    key: bytes | None = None
    since: str | None = None
    engine: str = "local"


@dataclass(frozen=True)
class LogJudged:
    """What is said of a log as a whole; `late` rows come after one of their case that is later."""

    survey: Survey
    counts: dict[str, int]
    totals: tuple[outcome.Total, ...]
    unsaid: dict[str, int]
    digests: dict[str, str]
    late: int


def conform(asked: LogAsked, setting: Setting) -> LogJudged:
    """Judge a log, and write the verdicts if that is wanted; raises BadInput, and then nothing is.

    What no memory is left for is spilled into a folder of its own where TMPDIR is.
    """
    with TemporaryDirectory(prefix="switchproof-") as spill:
        room = RoomForRows(asked.memory, Path(spill))
        with (
            opened(asked.memory // FOR_THE_ENGINE, spill, asked.logs) as db,
            placed(asked.out, spill) as path,
        ):
            log = log_of(asked.logs, setting.told, setting.fact_names)
            survey = surveyed(db, log, setting, asked.allow, asked.quarantine)
            kept = _kept(asked, setting)
            work = partial(judge, monitor=setting.monitor, basis=setting.basis)
            tables = _verdicts(
                db, survey, setting, kept, partial(engine(asked.engine), db, room, work)
            )
            outcome.write(tables, path, since.about(survey, setting, kept), asked.key)
            return _said(db, path, survey, setting)


def _kept(asked: LogAsked, setting: Setting) -> since.Earlier | None:
    if asked.since is None:
        return None
    if asked.key:
        raise BadInput("--since needs the case ids of before; leave out --pseudonyms")
    return since.kept(asked.since, setting)


def _verdicts(
    db: duckdb.DuckDBPyConnection,
    survey: Survey,
    setting: Setting,
    kept: since.Earlier | None,
    judging: Callable[[str, int], Iterator[pa.Table]],
) -> Iterator[pa.Table]:
    """Return the verdicts, and among them those of before that stay."""
    if kept is None:
        return judging(survey.rows, survey.count)
    rows, count, untouched = since.touched(db, survey, setting, kept)
    return since.together(judging(rows, count), db, untouched)


def _said(db: duckdb.DuckDBPyConnection, path: Path, survey: Survey, setting: Setting) -> LogJudged:
    source = f"read_parquet({text(str(path))})"
    digests = {
        "model": setting.monitor.digest[:32],
        "log": outcome.digest_of_log(db, survey.rows),
        "verdicts": outcome.digest(db, source),
    }
    counts, totals = outcome.counted(db, source), tuple(outcome.totals(db, source))
    return LogJudged(
        survey, counts, totals, outcome.unsaid(db, source), digests, outcome.late(db, source)
    )
