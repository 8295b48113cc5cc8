"""The verdicts that entries show, decided on the spot for just their claims."""

from argparse import Namespace
from collections.abc import Iterable, Sequence

from switchproof.deciding.decide import Task, decide_all
from switchproof.deciding.format import ClaimRow
from switchproof.deciding.keeping import keeping
from switchproof.deciding.spread import cores
from switchproof.dossier.trace.format import ClaimedRow, Entry, VariantRow
from switchproof.terminal.progress import Progress

Decided = dict[Task, ClaimRow]


def decided(tasks: Sequence[Task], asked: Namespace, progress: Progress) -> Decided:
    """Return the row of each task, and say meanwhile how far it is."""
    rows: Decided = {}
    if not tasks:
        return rows
    with keeping(asked) as kept:
        found = decide_all([*tasks], asked.timeout, cores(), kept)
        for task, row in zip(tasks, found, strict=True):
            rows[task] = row
            progress.what = f"{len(rows)} of {len(tasks)} claims"
    return rows


def tasks_of_entries(entries: Iterable[Entry]) -> list[Task]:
    """Return what has to be decided for some entries, each once."""
    found: list[Task] = []
    for entry in entries:
        found += [_of_claim(row) for row in entry["claims"] if row["verdict"] is None]
        found += [_of_variant(row) for row in entry["variants"] if row["verdict"] is None]
    return list(dict.fromkeys(found))


def _of_claim(row: ClaimedRow) -> Task:
    return Task(row["flow"], row["id"])


def _of_variant(row: VariantRow) -> Task:
    return Task(row["flow"], row["breaks"], row["variant"])


def fill(entries: Iterable[Entry], rows: Decided) -> None:
    """Write the verdicts that were decided into the entries."""
    for entry in entries:
        for claim in entry["claims"]:
            row = rows.get(_of_claim(claim))
            if row is not None:
                claim["verdict"] = said(row)
                claim["surprise"] = row["surprise"]
                claim["rests_on"] = row["rests_on"]
        for variant in entry["variants"]:
            row = rows.get(_of_variant(variant))
            if row is not None:
                variant["verdict"], variant["surprise"] = said(row), row["surprise"]


def said(row: ClaimRow) -> str | None:
    """Return a verdict as it is said, with its marks."""
    if row["variant"] and row["verdict"] == "refuted" and not row["surprise"]:
        return "fails as it should"
    if row["verdict"] is None:
        return "pending"
    return " ".join([row["verdict"], *(f"({mark})" for mark in row["marks"])])


def resting(rows: Decided, suspect: Sequence[str]) -> list[ClaimRow]:
    """Return the rows of the claims that rest on a clause, through a citation or a rule."""
    return [row for row in rows.values() if not set(suspect).isdisjoint(row["rests_on"])]
