"""The report of `trace` as text."""

from collections.abc import Iterable, Iterator, Sequence

from switchproof.dossier.lines import wrapped
from switchproof.dossier.trace.again import again_lines
from switchproof.dossier.trace.format import Entry, GapRow, HeldRow, TableRow, TraceReport
from switchproof.dossier.trace.format_compared import IdsRow, PlaceRow, SourceRow
from switchproof.dossier.trace.impact_lines import impact_lines
from switchproof.dossier.trace.outcome import outcome_lines

COUNTED = ("rules", "duties", "claims", "variants", "doubts")
HEADS = ("clause", "where", "force", "treatment", *COUNTED, "")


def text(report: TraceReport) -> str:
    """Return the whole report."""
    lines: list[str] = []
    if report["source"]:
        lines += source_lines(report["source"], report["document"]["title"])
    if report["outcome"]:
        lines += outcome_lines(report["outcome"])
    if report["impacts"]:
        lines += impact_lines(report["impacts"])
    for entry in report["entries"]:
        lines += [*_entry(entry), ""]
    if report["table"]:
        lines += [*_table(report["table"]), ""]
        lines += [*register_lines(report["figures"], report["faults"]), ""]
        lines += [*held_lines(report["held"]), *([""] if report["held"] else [])]
        lines.append("switchproof dossier trace CLAUSE says what rests on a clause, with verdicts.")
    return "\n".join(lines).rstrip("\n")


def register_lines(figures: dict[str, int], faults: Iterable[GapRow]) -> Iterator[str]:
    """Yield what the coverage comes to, and each fault."""
    n = figures
    yield (
        f"register: {n['clauses']} clauses, {n['modelled']} modelled, {n['claimed']} claimed, "
        f"{n['recorded']} recorded, {n['assumed']} assumed (some in two ways); "
        f"{n['excepted']} with a stated exception, {n['without_treatment']} without treatment"
    )
    yield f"  {n['held_by_table']} statements held by the table of rules only, by no claim"
    yield (
        f"  {n['sentences']} sentences, {n['normative']} of them normative, {n['skipped']} skipped "
        f"with a reason; {n['doubts']} doubts; {n['suspect']} clauses suspect"
    )
    for fault in faults:
        yield f"  FAULT (rule {fault['rule']}): {fault['culprit']}: {fault['says']}"


def held_lines(held: Iterable[HeldRow]) -> Iterator[str]:
    """Yield what the table of rules alone holds, and why."""
    yield from _told("held by the table only", (f"{one['id']}: {one['why']}" for one in held))


def _table(rows: Sequence[TableRow]) -> Iterator[str]:
    head, *lines = columns([HEADS, *(cells(row) for row in rows)])
    yield head
    for row, line in zip(rows, lines, strict=True):
        yield line
        yield from wrapped(row["says"], "    ")


def cells(row: TableRow) -> tuple[str, ...]:
    """Return the cells of a clause under `HEADS`."""
    counts = (row["rules"], row["duties"], row["claims"], row["variants"], row["doubts"])
    lacking = "; ".join(row["lacks"])
    told = {"held by the table only": row["held"], "exception": row["exception"]}
    excused = "; ".join(f"{what}: {why}" for what, why in told.items() if why)
    last = "; ".join(filter(None, [lacking if not row["exception"] else "", excused]))
    said = (row["id"], row["where"], row["force"], row["treatment"])
    return (*said, *(str(n or "-") for n in counts), last)


def columns(lines: Sequence[Sequence[str]], indent: str = "") -> Iterator[str]:
    """Yield lines of cells, each column as wide as it needs; the last is as long as it is."""
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]) - 1)]
    for line in lines:
        padded = [cell.ljust(width) for cell, width in zip(line, widths, strict=False)]
        yield f"{indent}{'  '.join([*padded, line[-1]])}".rstrip()


def _entry(entry: Entry) -> Iterator[str]:
    marks = "".join(f" ({mark})" for mark in entry["marks"])
    yield from wrapped(f"{entry['kind']} {entry['id']}{marks}: {entry['says']}".rstrip(": "), "")
    for about in entry["about"]:
        yield from wrapped(f"{about['what']}: {about['words']}", "  ")
    if entry["tensions"]:
        yield f"  in tension with: {', '.join(entry['tensions'])}"
    for heading, rows in lists(entry):
        if rows:
            yield f"  {heading}:"
            yield from columns(rows, "    ")
    if entry["diagrams"]:
        yield from wrapped(f"diagrams: {', '.join(entry['diagrams'])}", "  ")
    if entry["terms"]:
        told = f"told by 'switchproof dossier trace {entry['terms'][0]}'"
        yield from wrapped(f"terms: {', '.join(entry['terms'])}; {told}, and in GLOSSARY.md", "  ")


def lists(entry: Entry) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Yield what hangs together with an entry: a heading, and a row of cells for each."""
    yield "statements", [(s["id"], s["says"]) for s in entry["statements"]]
    yield "rules", [(r["flow"], r["machine"], r["event"], r["at"]) for r in entry["rules"]]
    yield "duties", [(d["flow"], d["duty"], d["at"]) for d in entry["duties"]]
    yield "ties", [(t["flow"], t["party"], t["instrument"]) for t in entry["ties"]]
    yield (
        "claims",
        [
            (_verdict(c["verdict"], c["surprise"]), c["flow"], c["id"], c["sentence"])
            for c in entry["claims"]
        ],
    )
    yield (
        "variants, in which a claim must fail",
        [
            (_verdict(v["verdict"], v["surprise"]), v["flow"], v["breaks"], v["variant"])
            for v in entry["variants"]
        ],
    )
    yield "doubts", [(d["id"], d["question"]) for d in entry["doubts"]]


def _verdict(verdict: str | None, surprise: str | None) -> str:
    return f"{verdict}, a SURPRISE: {surprise}" if surprise else verdict or ""


def source_lines(found: SourceRow, title: str) -> Iterator[str]:
    """Yield where a text differs from the register."""
    moved_or_new = (found["new"], found["gone"], found["moved"])
    differs = any((*moved_or_new, found["unread"], found["requalified"]))
    yield f"{found['file']} against the register of '{title}':"
    yield f"  {found['known']} sentences are as the register keeps them"
    if not differs:
        yield "  it agrees: nothing is new, gone or moved"
    changed = {one["place"] for row in found["read_again"] for one in row["changed"]}
    unsaid = [one for one in found["unanswered"] if one["place"] not in changed]
    yield from _told("normative, with neither clauses nor a reason for skipping", _at(unsaid))
    yield from again_lines(found["read_again"])
    others = [one for one in found["gone"] if not one["ids"]]
    yield from _told("gone, and of no clause", (_of_ids(one) for one in others))
    new = [one for one in found["new"] if one["place"] not in changed and one not in unsaid]
    yield from _told("new", _at(new))
    moved = (f"{m['was']} -> {m['now']}{_ids(m['ids'])}" for m in found["moved"])
    yield from _told("moved", moved)
    yield from _told(
        "told apart otherwise as normative or not", (_of_ids(one) for one in found["unread"])
    )
    yield from _told("with other qualifiers", (_of_ids(one) for one in found["requalified"]))


def _told(heading: str, lines: Iterable[str]) -> Iterator[str]:
    every = list(lines)
    if every:
        yield f"  {heading}:"
        yield from (f"    {line}" for line in every)


def _at(found: Iterable[PlaceRow]) -> Iterator[str]:
    return (f"{one['place']}: {one['words']}" for one in found)


def _of_ids(one: IdsRow) -> str:
    return f"{one['place']}{_ids(one['ids'])}"


def _ids(ids: Sequence[str]) -> str:
    return f" ({', '.join(ids)})" if ids else ""
