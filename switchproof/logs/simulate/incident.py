"""An invented incident in a simulated log, for a notebook: made, judged, counted and told."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow.parquet as pq

from switchproof.desk.shown import Lines, words
from switchproof.logs.conform.telling import told
from switchproof.logs.conforming import LogAsked, conform
from switchproof.logs.explain.telling import told as told_of_case
from switchproof.logs.setting import setting_of
from switchproof.logs.simulate.folder import simulated
from switchproof.logs.simulate.pace import FIRST_DAY, LONDON, midnight
from switchproof.logs.simulate.silence import Silence
from switchproof.logs.simulate.written import LogWanted

MEMORY = 1 << 30
BAR = 60  # letters that stand for the worst week
DEADLINE = """[[deadlines]]
late = "{late}"
days = {days}
source = "made up for this essay"
"""


class Incident:
    """A simulated log in which points fall silent after an event of some days.

    It begins so many days before the first of these, and is whole until so many after the last.
    Nothing of it happened.
    """

    def __init__(
        self, flow: str, event: str, first: str, last: str, *, points: int, around: int
    ) -> None:
        """Make the log, in a folder that goes with this object; raises BadInput."""
        begin, end = ((date.fromisoformat(day) - FIRST_DAY).days for day in (first, last))
        self._folder = TemporaryDirectory(prefix="switchproof-")
        self._at = Path(self._folder.name)
        days = range(begin - around, end + 1 + around)
        silence = Silence(event, midnight(begin), midnight(end + 1))
        self.flow, self.points = flow, points
        self._end = datetime.combine(FIRST_DAY + timedelta(days.stop), time(), LONDON)
        where = self._at / "simulated"
        wanted = LogWanted(flow, None, points, 14, 1, 0.0, where, days, silence)
        self.rows = simulated(wanted, jobs=1).rows  # a kernel is not to be forked

    def __repr__(self) -> str:
        """Return what it is, and how large."""
        return f"Simulated: {self.rows:,} rows of {self.points:,} points; nothing of it happened."

    def judged(self, late: str, days: int) -> Lines:
        """Judge it, where an event tells that a duty is late after so many days."""
        text = DEADLINE.format(late=late, days=days)
        (self._at / "map.toml").write_text(text, encoding="utf-8", newline="\n")
        self._setting = setting_of(
            Namespace(
                flow=self.flow,
                interface=None,
                map=str(self._at / "map.toml"),
                facts=str(self._at / "simulated" / "facts.parquet"),
                as_of=self._end.isoformat(),
                start="first",
            )
        )
        log, out = str(self._at / "simulated" / "log"), str(self._at / "verdicts.parquet")
        found = conform(LogAsked((log,), MEMORY, out), self._setting)
        return words(list(told(found, self._setting))[:-1])  # the last are digests

    def by_week(self) -> Lines:
        """Count the points that depart, by the week in which they did."""
        return words(self._weeks())

    def _weeks(self) -> Iterator[str]:
        query = """
            SELECT strftime(date_trunc('week', bad_time), '%Y-%m-%d') AS week, count(*)
            FROM read_parquet(?) WHERE verdict = 'departs' GROUP BY week ORDER BY week
        """
        with duckdb.connect() as db:
            db.execute("SET TimeZone = 'UTC'")
            weeks = db.execute(query, [str(self._at / "verdicts.parquet")]).fetchall()
        most = max((number for _, number in weeks), default=1)
        for week, number in weeks:
            yield f"week of {week} {number:>8,} {'#' * round(BAR * number / most)}"

    def one_case(self) -> Lines:
        """Tell one case of the worst week."""
        query = """
            SELECT min("case") FROM read_parquet(?) WHERE verdict = 'departs'
            GROUP BY date_trunc('week', bad_time) ORDER BY count(*) DESC LIMIT 1
        """
        with duckdb.connect() as db:
            found = db.execute(query, [str(self._at / "verdicts.parquet")]).fetchone()
        assert found is not None, "no case departs"
        log = pq.read_table(self._at / "simulated" / "log", filters=[("case", "=", found[0])])
        return words(told_of_case(log, self._setting))
