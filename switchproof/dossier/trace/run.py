"""`dossier trace`: from a statement to what rests on it, from a rule to its statements."""

import json
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from model.register import REGISTER
from switchproof.deciding.decide import tasks_of
from switchproof.deciding.format import ClaimRow
from switchproof.dossier.trace.again import to_read_again
from switchproof.dossier.trace.coverage import Coverage
from switchproof.dossier.trace.edition import compare
from switchproof.dossier.trace.format import Entry, TraceReport
from switchproof.dossier.trace.page import page
from switchproof.dossier.trace.project import (
    DOCUMENT,
    cited_by_findings,
    covered_by_all,
    impacts,
    outcome,
)
from switchproof.dossier.trace.rows import report_on, source_row, table_row
from switchproof.dossier.trace.text import text
from switchproof.dossier.trace.verdicts import decided, fill, resting, tasks_of_entries
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, WRONG
from switchproof.terminal.progress import Progress
from switchproof.verify.status import status


def run(asked: Namespace) -> int:
    """Print what was asked for and return the exit status."""
    if sum(map(bool, (asked.source, asked.against, asked.name))) > 1:
        raise BadInput("--source and --against compare a whole document; give one, without an ID")
    covered = covered_by_all()
    report = report_on(DOCUMENT, covered)
    with Progress("reading the definitions") as progress:
        if asked.against == "diff":
            report["impacts"] = impacts(covered)
        elif asked.against:
            report["outcome"] = outcome()
        elif asked.source:
            report["exit"] = _compared(report, covered, asked, progress)
        elif asked.name:
            report["exit"] = _named(report, covered, asked, progress)
        else:
            report["exit"] = _whole(report, covered, asked, progress)
    show: dict[str, Callable[[TraceReport], str]] = {"text": text, "html": page, "json": _json}
    print(show[asked.format](report))
    return report["exit"]


def _json(report: TraceReport) -> str:
    return json.dumps(report, indent=2)


def _named(report: TraceReport, covered: Coverage, asked: Namespace, progress: Progress) -> int:
    from switchproof.dossier.trace.entries import entries_of

    report["entries"] = entries_of(asked.name, covered, REGISTER)
    return _decide(report["entries"], asked, progress)


def _whole(report: TraceReport, covered: Coverage, asked: Namespace, progress: Progress) -> int:
    """TraceReport on every clause; a page, which is handed round, has every source and verdict."""
    from switchproof.dossier.trace.entries import every_entry

    report["table"] = [table_row(clause, covered) for clause in covered.clauses]
    coverage = SURPRISE if report["faults"] else AS_EXPECTED
    if asked.format != "html":
        return coverage
    progress.what = "drawing, to know which pictures there are"
    report["entries"] = every_entry(covered, REGISTER)
    verdicts = _decide(report["entries"], asked, progress)
    return coverage or verdicts


def _decide(entries: list[Entry], asked: Namespace, progress: Progress) -> int:
    rows = decided(tasks_of_entries(entries), asked, progress)
    fill(entries, rows)
    return _status(list(rows.values()))


def _compared(report: TraceReport, covered: Coverage, asked: Namespace, progress: Progress) -> int:
    found = compare(_read(asked.source), covered.sentences)
    rows: list[ClaimRow] = []
    if found.suspect:
        tasks = [t for one in covered.flows for t in tasks_of(one, ()) if t.variant is None]
        rows = resting(decided(tasks, asked, progress), found.suspect)
    again = to_read_again(found, covered, rows, cited_by_findings())
    report["source"] = source_row(asked.source, found, again, rows)
    return AS_EXPECTED if found.agrees else SURPRISE


def _read(source: str) -> str:
    try:
        return Path(source).read_text(encoding="utf-8")
    except UnicodeDecodeError as wrong:
        raise BadInput(f"{source}: is not a text in UTF-8; save it as plain text") from wrong
    except OSError as wrong:
        raise BadInput(f"{source}: cannot be read ({wrong.strerror}); give a text file") from wrong


def _status(rows: list[ClaimRow]) -> int:
    found = status(rows)
    return AS_EXPECTED if found == WRONG else found
