"""The report of `diff` as text: the answer on a screen, or all of it."""

from collections.abc import Iterator, Sequence

from switchproof.diff import full
from switchproof.diff.acting import how_many, on_a_screen
from switchproof.diff.duties import KEPT, NEW
from switchproof.diff.format import DiffReport, MachineChangeRow, OwingRow, SeenRow
from switchproof.diff.rules import AFTER, BEFORE, BOTH
from switchproof.diff.sentences import (
    OF_DUTIES,
    by_finding,
    differing,
    headings,
    is_same,
    named,
    verdicts,
    whose,
)
from switchproof.terminal.style import wrapped

FEW = 4  # machines


def text(report: DiffReport, *, whole: bool) -> str:
    """Return the answer, or each duty, rule and claim as well."""
    heads, was, now = headings(report), report["before"], report["after"]
    lines = [f"{was['flow']} ({was['title']}) -> {now['flow']} ({now['title']})"]
    lines += [heads["duties"], *(full.duties(report) if whole else _duties(report["duties"]))]
    lines += [f"Who may act on a breach: {how_many(report['duties'])}"]
    acting = full.acting(report) if whole else on_a_screen(report["duties"])
    lines += [f"  {line}" for line in acting]
    lines += [heads["rules"], *(full.rules(report) if whole else _machines(report["machines"]))]
    lines += [heads["claims"], *_claims(report), *(full.claims(report) if whole else ())]
    lines += [heads["behaviours"]]
    lines += [*(full.behaviours(report) if whole else _behaviours(report["behaviours"]))]
    lines += [] if whole else ["--all says each duty, rule and claim."]
    return "\n".join(part for line in lines for part in wrapped(line))


def _duties(rows: Sequence[OwingRow]) -> Iterator[str]:
    of = {verdict: [r for r in rows if r["verdict"] == verdict] for verdict in OF_DUTIES}
    for verdict in (one for one in OF_DUTIES if one not in (NEW, KEPT)):
        groups: dict[str, list[str]] = {}
        for row in of[verdict]:
            groups.setdefault("; ".join(differing(row)), []).append(named(row))
        for changes, names in groups.items():
            yield f"  {verdict}{', ' if changes else ''}{changes}: {'; '.join(names)}"
    by: dict[str, list[str]] = {}
    for now in (row["after"] for row in of[NEW] if row["after"]):
        by.setdefault(now["obligor"], []).append(now["matter"])
    if by:
        told = (f"of {who}: {', '.join(matters)}" for who, matters in by.items())
        yield f"  {NEW}, {'; '.join(told)}"
    others = [r["after"]["name"] for r in of[KEPT] if r["after"] and r["otherwise"]]
    if others:
        yield f"  {KEPT}, with other events or conditions: {'; '.join(others)}"


def _machines(rows: Sequence[MachineChangeRow]) -> Iterator[str]:
    parts = {
        "unchanged": [row["machine"] for row in rows if is_same(row)],
        "otherwise": [r["machine"] for r in rows if r["where"] == BOTH and not is_same(r)],
        "only before": [row["machine"] for row in rows if row["where"] == BEFORE],
        "only after": [row["machine"] for row in rows if row["where"] == AFTER],
    }
    told = [f"{len(names)} {how} ({_few(names)})" for how, names in parts.items() if names]
    yield f"  machines: {'; '.join(told)}"


def _few(names: Sequence[str]) -> str:
    more = [f"and {len(names) - FEW} more"] if len(names) > FEW else []
    return ", ".join([*names[:FEW], *more])


def _claims(report: DiffReport) -> Iterator[str]:
    both = [row for row in report["claims"] if row["where"] == BOTH]
    same = sum(not row["changed"] and row["was"] is None for row in both)
    if both:
        said = f"in both: {same} the same, {len(both) - same} in other words or of other states"
        yield f"  {'; '.join([said, *verdicts(both)])}"


def _behaviours(rows: Sequence[SeenRow]) -> Iterator[str]:
    for told, there in by_finding(rows).items():
        ways = [way for row in there for way in row["differences"]]
        more = f" (and in {len(ways) - 1} ways more)" if len(ways) > 1 else ""
        first = f": {ways[0]}{more}" if ways else ""
        yield f"  {told}: {', '.join(map(whose, there))}{first}"
