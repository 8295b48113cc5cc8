"""The report of `diff` as Markdown: a table for each part."""

from collections.abc import Iterable, Iterator, Sequence

from switchproof.diff.acting import in_full
from switchproof.diff.duties import KEPT
from switchproof.diff.format import DiffReport, DutySideRow
from switchproof.diff.rules import BOTH
from switchproof.diff.sentences import (
    OF_DUTIES,
    counted,
    differing,
    found_there,
    headings,
    verdicts,
    who,
    whose,
)
from switchproof.terminal.markdown import plain


def markdown(report: DiffReport) -> str:
    """Return the whole report."""
    heads = headings(report)
    title = f"{report['before']['title']}, and then: {report['after']['title']}"
    lines = [f"# {plain(title)}", "", f"## {plain(heads['duties'])}", *_duties(report)]
    lines += ["", "## Who may act on a breach", *_acting(report)]
    lines += ["", f"## {plain(heads['rules'])}", *_rules(report)]
    lines += ["", f"## {plain(heads['claims'])}", *_claims(report)]
    lines += ["", f"## {plain(heads['behaviours'])}", *_behaviours(report)]
    return "\n".join(lines)


def _duties(report: DiffReport) -> Iterator[str]:
    rows = [r for verdict in OF_DUTIES for r in report["duties"] if r["verdict"] == verdict]
    cells = [
        (
            row["verdict"],
            _owed(row["before"]),
            _owed(row["after"]) if row["verdict"] != KEPT else "as before",
            "; ".join(differing(row)),
            ", ".join(row["otherwise"]),
        )
        for row in rows
    ]
    yield from _table(("", "before", "after", "changed", "not the same besides"), cells)


def _owed(row: DutySideRow | None) -> str:
    return f"{row['name']} ({', '.join(row['cites'])}): {who(row)}" if row else "none"


def _acting(report: DiffReport) -> Iterator[str]:
    cells = [(told, "; ".join(names)) for told, names in in_full(report["duties"]).items()]
    yield from _table(("remedy, before and after", "of the breach of"), cells)


def _rules(report: DiffReport) -> Iterator[str]:
    cells = [
        (
            counted(row),
            row["where"],
            str(row["unchanged"]),
            _named(r["event"] for r in row["rules"]),
        )
        for row in report["machines"]
    ]
    yield from _table(("machine", "in", "rules unchanged", "events of the others"), cells)


def _claims(report: DiffReport) -> Iterator[str]:
    both = [row for row in report["claims"] if row["where"] == BOTH]
    yield from ("", *(f"- {plain(line)}" for line in verdicts(both) if both))
    cells = [
        (row["where"], row["id"], row["sentence"], ", ".join(row["changed"]))
        for row in report["claims"]
    ]
    yield from _table(("in", "claim", "what it says", "otherwise"), cells)


def _behaviours(report: DiffReport) -> Iterator[str]:
    cells = [
        (whose(row), found_there(row), "; ".join([*row["seen"], *row["differences"]]))
        for row in report["behaviours"]
    ]
    yield from _table(("events of", "found", "seen, and where they part"), cells)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield from ("", f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}")
    yield from (f"| {' | '.join(map(plain, row))} |" for row in rows)


def _named(events: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(events))
