"""The report of `diff` as text: the answer on a screen, or all of it."""

from collections.abc import Iterable, Iterator, Sequence

from switchproof.diff.acting import in_full, on_a_screen
from switchproof.diff.duties import KEPT, NEW
from switchproof.diff.format import DiffReport, OwingRow, RuleChangeRow, SeenRow
from switchproof.diff.rules import AFTER, BEFORE, BOTH
from switchproof.diff.sentences import (
    OF_DUTIES,
    by_finding,
    counted,
    headings,
    is_same,
    owing,
    verdicts,
    whose,
)
from switchproof.terminal.style import wrapped

SHOWN = 1  # ways in which two flows part
FEW = 6  # machines


def text(report: DiffReport, *, whole: bool) -> str:
    """Return the answer, or each duty, rule and claim as well."""
    heads, was, now = headings(report), report["before"], report["after"]
    lines = [f"{was['flow']} ({was['title']}) -> {now['flow']} ({now['title']})"]
    lines += [heads["duties"], *(_every_duty(report) if whole else _duties(report))]
    lines += ["Who may act on a breach", *(_acting(report["duties"], whole=whole))]
    lines += [heads["rules"], *_machines(report, whole=whole)]
    lines += _every_rule(report) if whole else []
    lines += [heads["claims"], *_claims(report, whole=whole)]
    lines += [heads["behaviours"], *_behaviours(report["behaviours"], whole=whole)]
    lines += [] if whole else ["--all says each duty, rule and claim."]
    return "\n".join(part for line in lines for part in wrapped(line))


def _duties(report: DiffReport) -> Iterator[str]:
    of = {
        verdict: [r for r in report["duties"] if r["verdict"] == verdict] for verdict in OF_DUTIES
    }
    for verdict in (one for one in OF_DUTIES if one not in (NEW, KEPT)):
        yield from (f"  {verdict}: {owing(row, whole=False)}" for row in of[verdict])
    if of[NEW]:
        names = [row["after"]["name"] for row in of[NEW] if row["after"]]
        yield f"  {NEW}: {'; '.join(names)}"
    if of[KEPT]:
        others = [r["after"]["name"] for r in of[KEPT] if r["after"] and r["otherwise"]]
        yield f"  {KEPT} in who owes what to whom and how: {len(of[KEPT])}" + (
            f"; of these with other events or conditions: {'; '.join(others)}" if others else ""
        )


def _every_duty(report: DiffReport) -> Iterator[str]:
    for verdict in OF_DUTIES:
        rows = [row for row in report["duties"] if row["verdict"] == verdict]
        yield from (f"  {verdict}: {owing(row, whole=True)}" for row in rows)


def _acting(rows: Sequence[OwingRow], *, whole: bool) -> Iterator[str]:
    if not whole:
        yield from (f"  {line}" for line in on_a_screen(rows))
        return
    for told, names in in_full(rows).items():
        yield f"  {told}"
        yield f"    of {'; '.join(names)}"


def _machines(report: DiffReport, *, whole: bool) -> Iterator[str]:
    rows = report["machines"]
    same = [row["machine"] for row in rows if is_same(row)]
    others = [counted(row) for row in rows if row["where"] == BOTH and not is_same(row)]
    alone = {
        "machines only before": [row["machine"] for row in rows if row["where"] == BEFORE],
        "machines only after": [row["machine"] for row in rows if row["where"] == AFTER],
    }
    for title, names in {"unchanged": same, "otherwise": others, **alone}.items():
        if names:
            more = f", and {len(names) - FEW} more" if len(names) > FEW and not whole else ""
            shown = names if whole else names[:FEW]
            yield f"  {title}: {', '.join(shown)}{more}"


def _every_rule(report: DiffReport) -> Iterator[str]:
    for row in report["machines"]:
        if row["rules"] or row["fields"]:
            yield f"  {row['machine']}"
        if row["fields"]:
            yield f"    fields otherwise: {', '.join(row['fields'])}"
        for verdict in ("removed", "added"):
            events = _events(one for one in row["rules"] if one["verdict"] == verdict)
            yield from [f"    {verdict}: {events}"] if events else []
        for one in (one for one in row["rules"] if one["verdict"] == "changed"):
            yield f"    changed in {', '.join(one['changed'])}: {one['event']}"
            yield f"      before: {one['before']}"
            yield f"      after: {one['after']}"


def _events(rules: Iterable[RuleChangeRow]) -> str:
    """Return the events of some rules, each once with how many of them it has."""
    found: dict[str, int] = {}
    for one in rules:
        found[one["event"]] = found.get(one["event"], 0) + 1
    return "; ".join(f"{name} ({n} rules)" if n > 1 else name for name, n in found.items())


def _claims(report: DiffReport, *, whole: bool) -> Iterator[str]:
    both = [row for row in report["claims"] if row["where"] == BOTH]
    same = sum(not row["changed"] and row["was"] is None for row in both)
    if both:
        yield f"  in both: {same} the same, {len(both) - same} in other words or of other states"
        yield from (f"  {line}" for line in verdicts(both))
    for row in report["claims"] if whole else ():
        name = f"{row['was']} -> {row['id']}" if row["was"] else row["id"]
        differs = f" (otherwise: {', '.join(row['changed'])})" if row["changed"] else ""
        where = "in both" if row["where"] == BOTH else f"only {row['where']}"
        yield f"  {where}, {name}{differs}: {row['sentence']}"


def _behaviours(rows: Sequence[SeenRow], *, whole: bool) -> Iterator[str]:
    for told, there in by_finding(rows).items():
        yield f"  {told}: {', '.join(map(whose, there))}"
        ways = [way for row in there for way in row["differences"]]
        yield from (f"    {way}" for way in (ways if whole else ways[:SHOWN]))
        if not whole and len(ways) > SHOWN:
            yield f"    and in {len(ways) - SHOWN} ways more"
        if whole:
            yield from (f"    seen there: {'; '.join(row['seen'])}" for row in there)
