"""Each duty, remedy, rule, claim and interface of a difference, for `--all`."""

from collections.abc import Iterable, Iterator

from switchproof.diff.acting import in_full
from switchproof.diff.format import DiffReport, MachineChangeRow, RuleChangeRow
from switchproof.diff.rules import BOTH
from switchproof.diff.sentences import OF_DUTIES, counted, found_there, is_same, owing, whose


def duties(report: DiffReport) -> Iterator[str]:
    """Yield each duty."""
    for verdict in OF_DUTIES:
        rows = [row for row in report["duties"] if row["verdict"] == verdict]
        yield from (f"  {verdict}: {owing(row)}" for row in rows)


def acting(report: DiffReport) -> Iterator[str]:
    """Yield each remedy, with the duties of which it is so."""
    for told, names in in_full(report["duties"]).items():
        yield told
        yield f"  of {'; '.join(names)}"


def rules(report: DiffReport) -> Iterator[str]:
    """Yield each machine, with its rules that are not the same."""
    for row in report["machines"]:
        where = "unchanged" if is_same(row) else "in both" if row["where"] == BOTH else ""
        yield f"  {where or 'only ' + row['where']}: {counted(row)}"
        yield from _of_machine(row)


def _of_machine(row: MachineChangeRow) -> Iterator[str]:
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


def claims(report: DiffReport) -> Iterator[str]:
    """Yield each claim."""
    for row in report["claims"]:
        name = f"{row['was']} -> {row['id']}" if row["was"] else row["id"]
        differs = f" (otherwise: {', '.join(row['changed'])})" if row["changed"] else ""
        where = "in both" if row["where"] == BOTH else f"only {row['where']}"
        yield f"  {where}, {name}{differs}: {row['sentence']}"


def behaviours(report: DiffReport) -> Iterator[str]:
    """Yield each interface."""
    for row in report["behaviours"]:
        yield f"  {whose(row)}: {found_there(row)}"
        yield from (f"    {way}" for way in row["differences"])
        yield f"    seen: {'; '.join(row['seen']) or 'nothing'}"
