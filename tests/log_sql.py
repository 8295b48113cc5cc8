"""The same verdicts by plain SQL: letters by a join, a list for each case, and a fold over it.

It knows no ties, deadlines or facts that do not hold, and asks for one way to name the members.
"""

import duckdb

from properties.analyses.monitor.monitor import Monitor
from tests.walked_logs import usable


def by_sql(
    db: duckdb.DuckDBPyConnection, log: str, monitor: Monitor
) -> list[tuple[str, int | None]]:
    """Return for each case the number of its first row that cannot be, or None."""
    return db.execute(query(log, monitor)).fetchall()


def query(log: str, monitor: Monitor) -> str:
    (naming,) = monitor.namings
    letters = ", ".join(
        f"('{one.event}', '{one.actor}', {naming.index(one.member) + 1 if one.member else 0}, {n})"
        for n in usable(monitor)
        for one in [monitor.letters[n]]
    )
    wide, flat = len(monitor.letters) + 1, [to for row in monitor.table for to in (*row, -1)]
    to = f"t[s * {wide} + x + 1]"
    fold = f"CASE WHEN s < 0 THEN s WHEN {to} < 0 THEN -i ELSE {to} END"
    return f"""
        WITH tab AS MATERIALIZED (SELECT {flat} AS t),
        letters(event, actor, slot, letter) AS (VALUES {letters}),
        once AS (SELECT DISTINCT "case", "time", event, actor, member FROM {log}),
        named AS (
            SELECT *, CASE WHEN member IS NULL THEN 0 WHEN member = first_value(member) OVER (
                PARTITION BY "case", member IS NULL ORDER BY "time") THEN 1 ELSE 2 END AS slot
            FROM once
        ),
        words AS (
            SELECT "case", list(coalesce(letter, {wide - 1}) ORDER BY "time") AS word
            FROM named LEFT JOIN letters USING (event, actor, slot) GROUP BY "case"
        ),
        folded AS (
            SELECT "case", list_reduce(word, lambda s, x, i: {fold}, {monitor.first}) AS s
            FROM words, tab
        )
        SELECT "case", CASE WHEN s < 0 THEN -s - 1 END FROM folded
    """  # noqa: S608
