"""The table of impacts beside what differs, in lines."""

from collections.abc import Iterator

from switchproof.dossier.lines import wrapped
from switchproof.dossier.trace.format_compared import DifferingRow, ImpactRow, ImpactsRow
from switchproof.dossier.trace.impacts import ELSEWHERE, EXPLAINED, NOTHING, ORDER, SAME
from switchproof.dossier.trace.outcome import named

FEW = 4  # claims
MEANS = {
    EXPLAINED: "explained by what differs",
    SAME: "explained by nothing that differs: what cites it is the same in both",
    ELSEWHERE: "explained by nothing that differs: what cites it is in other flows",
    NOTHING: "no behaviour in the model",
}


def impact_lines(found: ImpactsRow) -> Iterator[str]:
    """Yield the statements by verdict, and then what none of them explains."""
    yield f"the table of impacts against what differs from {found['before']} to {found['after']}:"
    for verdict in ORDER:
        rows = [row for row in found["rows"] if row["verdict"] == verdict]
        yield f"  {MEANS[verdict]} ({len(rows)}):"
        for row in rows:
            yield from wrapped(f"{row['clause']}, {named(row['part'])}: {row['says']}", "    ")
            yield from (line for told in _explained(row) for line in wrapped(told, "      "))
    yield "  what differs, and no statement of the table is cited for it:"
    yield from (line for told in _kinds(found["lacking"]) for line in wrapped(told, "    "))


def _explained(row: ImpactRow) -> Iterator[str]:
    yield from _kinds(row["by"])
    if row["verdict"] in (SAME, ELSEWHERE):
        yield f"cited in {', '.join(row['flows'])}"
    if row["note"]:
        yield row["note"]


def _kinds(by: DifferingRow) -> Iterator[str]:
    for kind, names in (
        ("duties", by["duties"]),
        ("who may act on a breach", by["acting"]),
        ("rules that differ", by["rules"]),
        ("claims", by["claims"]),
    ):
        few = names if kind != "claims" or len(names) <= FEW else names[:FEW]
        more = f"; and {len(names) - len(few)} more" if len(few) < len(names) else ""
        if names:
            yield f"{kind}: {'; '.join(few)}{more}"
