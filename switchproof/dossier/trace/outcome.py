"""The table of impacts beside what was done in the event, part by part of the SEC."""

from collections.abc import Iterator, Mapping, Sequence

from model.register.outcome import Happened
from switchproof.dossier.trace.format_compared import OutcomeRow, PartRow

BOTH, NOT_DONE, UNFORESEEN = "foreseen and done", "foreseen and not done", "done and not foreseen"
ORDER = (BOTH, NOT_DONE, UNFORESEEN)


def against_outcome(table: Mapping[str, list[str]], outcome: Sequence[Happened]) -> OutcomeRow:
    """Return each part that the table foresees, or that a change amended."""
    parts = dict.fromkeys([*table, *sorted(part for one in outcome for part in one.parts)])
    rows = [_part(part, table.get(part, []), outcome) for part in parts]
    changes = sorted(outcome, key=lambda one: one.on)
    return {
        "changes": [{"id": c.id, "on": c.on.isoformat(), "about": c.about} for c in changes],
        "parts": sorted(rows, key=lambda row: ORDER.index(row["verdict"])),
    }


def _part(part: str, clauses: list[str], outcome: Sequence[Happened]) -> PartRow:
    done = [one.id for one in outcome if part in one.parts]
    verdict = UNFORESEEN if not clauses else BOTH if done else NOT_DONE
    return {"part": part, "verdict": verdict, "foreseen": clauses, "done": done}


def outcome_lines(found: OutcomeRow) -> Iterator[str]:
    """Yield the parts by verdict, each with its clauses and with the changes that amended it."""
    yield "the table of impacts against what was done:"
    for change in found["changes"]:
        yield f"  {change['id']}, {change['on']}: {change['about']}"
    for verdict in ORDER:
        rows = [row for row in found["parts"] if row["verdict"] == verdict]
        yield f"  {verdict} ({len(rows)}):"
        for row in rows:
            clauses = [", ".join(row["foreseen"])] if row["foreseen"] else []
            changes = [f"by {' and '.join(row['done'])}"] if row["done"] else []
            yield f"    {named(row['part'])} ({'; '.join(clauses + changes)})"


def named(part: str) -> str:
    """Return what a part of the SEC is called."""
    if part.startswith("Schedule"):
        return part
    return f"Section {part}" if len(part) == 1 and part not in "XY" else f"Appendix {part}"
