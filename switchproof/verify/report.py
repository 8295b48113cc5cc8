"""The report of `verify` as text: a line for each claim, then what it comes to."""

from collections.abc import Iterator
from shlex import quote

from switchproof.deciding.format import ClaimRow, FlowRow
from switchproof.deciding.unverified import section
from switchproof.verify.format import Report
from switchproof.verify.points import every_standing

LEGEND = """\
proved: holds at every moment (a claim on steps: of every step), in every order of events, or, of
what sometimes happens, can happen, and of what can still come, that it can. any: for any number of
metering points and providers. points: with so many. compared: rules were compared with a table,
row by row, and no state was looked at.
deletion-closed: leave out some metering points, and a run is still a run.
switchproof explain CLAIM says what a verdict rests on, or tells the run that breaks the claim."""


def every_row(report: Report) -> str:
    """Return the whole report, a line for each verdict."""
    lines: list[str] = []
    for flow in report["flows"]:
        lines += [*_flow(flow), ""]
    return "\n".join([*lines, LEGEND, "", summary(report)])


def _flow(flow: FlowRow) -> Iterator[str]:
    yield f"{flow['flow']}: {flow['title']}"
    closed = "deletion-closed" if flow["deletion_closed"] else "not deletion-closed"
    machines = " ".join(some(flow["machines"], "machine", "machines"))
    rules = " ".join(some(flow["transitions"], "transition", "transitions"))
    yield f"  {machines}, {rules}, {closed}"
    yield from (f"    since {obstacle}" for obstacle in flow["obstacles"])
    yield from (f"  bound: {bound}" for bound in flow["bounds"])
    yield from (f"  nobody bound can owe {duty}" for duty in flow["unbound"])
    if flow["search"]:
        yield from every_standing(flow["search"])
    own = [row for row in flow["claims"] if row["variant"] is None]
    changed = [row for row in flow["claims"] if row["variant"] is not None]
    if own:
        yield "  claims:"
        yield from _table(own)
        yield from section(own)
    if changed:
        yield "  variants, each with one rule changed, so that the claim must fail:"
        yield from _table(changed)


def _table(rows: list[ClaimRow]) -> Iterator[str]:
    cells = [(_verdict(row), _whom(row), _time(row), *_named(row)) for row in rows]
    widths = [max(len(line[n]) for line in cells) for n in range(4)]
    for row, line in zip(rows, cells, strict=True):
        padded = [cell.ljust(width) for cell, width in zip(line, widths, strict=False)]
        yield f"    {'  '.join(padded)}  {line[-1]}".rstrip()
        if row["surprise"]:
            yield f"      SURPRISE: {row['surprise']}; switchproof explain {asked_again(row)}"
        if row["reason"]:
            yield f"      {'but' if row['verdict'] == 'proved' else 'because:'} {row['reason']}"


def asked_again(row: ClaimRow) -> str:
    """Return what to give `explain` so that it tells of that verdict."""
    variant = "" if row["variant"] is None else f" --variant {quote(row['variant'])}"
    return f"{quote(row['id'])} --flow {quote(row['source'])}{variant}"


def _time(row: ClaimRow) -> str:
    return f"{row['seconds']:.2f} s" if row["verdict"] else ""


def _named(row: ClaimRow) -> tuple[str, str]:
    return (row["id"], row["sentence"] if row["variant"] is None else row["variant"])


def _verdict(row: ClaimRow) -> str:
    if row["verdict"] is None:
        return "pending"
    if row["variant"] is not None and row["verdict"] == "refuted" and not row["surprise"]:
        for_ever = row["run"] is not None and row["run"]["cycle_from"] is not None
        return f"fails as it should{_steps(row['steps'])}{', for ever' if for_ever else ''}"
    return " ".join([row["verdict"], *(f"({mark})" for mark in row["marks"])])


def _steps(number: int | None) -> str:
    return {None: "", 0: ", from the start", 1: ", in 1 step"}.get(number, f", in {number} steps")


def _whom(row: ClaimRow) -> str:
    if row["points"] is None:
        return "compared" if row["verdict"] in ("proved", "refuted") else ""
    return "any" if row["points"] == "any" else f"points: {row['points']}"


def summary(report: Report) -> str:
    """Return in one line what all verdicts come to."""
    rows = [row for flow in report["flows"] for row in flow["claims"]]
    run = [row for row in rows if row["verdict"]]
    surprises = [row for row in run if row["surprise"]]
    undecided = [row for row in run if row["verdict"] == "undecided"]
    expected = [row for row in run if row not in surprises and row not in undecided]
    failing = sum(1 for row in expected if row["variant"] is not None)
    return "; ".join(
        [
            f"{len(expected)} of {len(run)} as expected",
            f"{len(expected) - failing} proved{_by_tables(expected)}",
            f"{failing} fail as they should",
            *some(len(surprises), "a surprise", "surprises"),
            *some(len(undecided), "undecided", "undecided"),
            *some(len(rows) - len(run), "pending, not run", "pending, not run"),
        ]
    )


def _by_tables(expected: list[ClaimRow]) -> str:
    compared = sum(1 for row in expected if not row["variant"] and row["points"] is None)
    return f" ({compared} of them by comparing tables of rules)" if compared else ""


def some(number: int, one: str, many: str) -> list[str]:
    """Return in words how many there are of something, and nothing where there is none."""
    return [f"{number} {one if number == 1 else many}"] if number else []
