"""What `verify` says on one screen: what came of each flow, and in full whatever needs a look."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from switchproof.deciding.format import ClaimRow, FlowRow
from switchproof.terminal.style import RED, YELLOW, painted, width
from switchproof.verify.format import Report
from switchproof.verify.points import FAILS, notable_standings
from switchproof.verify.report import asked_again, some, summary

HEADS = ("", "any number", "some", "tables", "failing as they should", "not as expected", "unknown")
LEGEND = (
    "Claims proved for any number of metering points and providers; for some numbers of them, as "
    "runs show; by comparing tables of rules, which looks at no state. A variant has one thing "
    "changed, so that a claim must fail."
)


def screen(report: Report) -> Iterator[str]:
    """Yield the table of flows, surprises and what is undecided, and what it all comes to."""
    yield from _aligned(report["flows"])
    yield ""
    yield from wrap(LEGEND, width())
    yield ""
    yield from notable(report)
    yield summary(report)


def notable(report: Report) -> Iterator[str]:
    """Yield each surprise and each verdict that is not known, with what to type next."""
    for flow in report["flows"]:
        for duty in flow["unbound"]:
            yield painted(f"in {flow['flow']} nobody bound can owe {duty}", YELLOW)
        for row in flow["claims"]:
            if row["surprise"]:
                yield painted(f"SURPRISE in {_named(row)}: {row['surprise']}", RED)
                yield f"  switchproof explain {asked_again(row)}"
            elif row["verdict"] == "undecided":
                yield painted(f"undecided in {_named(row)}: {row['reason']}", YELLOW)
        for standing, told in _standings(flow):
            yield painted(told, RED if standing == FAILS else YELLOW)


def _standings(flow: FlowRow) -> Iterator[tuple[str, str]]:
    return notable_standings(flow["flow"], flow["search"]) if flow["search"] else iter(())


def left_out(report: Report) -> str:
    """Return what the screen does not show, and how to see it."""
    rows = sum(len(flow["claims"]) for flow in report["flows"])
    bounds = sum(len(flow["bounds"]) for flow in report["flows"])
    facts = {
        fact for flow in report["flows"] for row in flow["claims"] for fact in row["unverified"]
    }
    more = [
        *some(rows, "verdict one by one", "verdicts one by one"),
        *some(bounds, "bound that they suppose", "bounds that they suppose"),
        *some(
            len(facts),
            "fact not verified that they rest on",
            "facts not verified that they rest on",
        ),
    ]
    return "\n".join(wrap(f"left out: {', '.join(more)}; verify --all shows them", width()))


def _named(row: ClaimRow) -> str:
    variant = f", variant '{row['variant']}'" if row["variant"] is not None else ""
    return f"{row['flow']}, {row['id']}{variant}"


def table(flows: Sequence[FlowRow]) -> Iterator[tuple[str, ...]]:
    """Yield a line of cells for each flow, and one for all where there are several."""
    yield from (_cells(flow["flow"], flow["claims"]) for flow in flows)
    if len(flows) > 1:
        yield _cells("all", [row for flow in flows for row in flow["claims"]])


def _aligned(flows: Sequence[FlowRow]) -> Iterator[str]:
    lines = [HEADS, *table(flows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEADS))]
    yield _over(widths)
    for line in lines:
        padded = [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        yield "  ".join([line[0].ljust(widths[0]), *padded]).rstrip()


def _over(widths: Sequence[int]) -> str:
    """Return the line over the heads: which of them are of claims, and which of variants."""
    claims = sum(widths[1:4]) + 4
    return f"{' ' * widths[0]}  {'claims proved for'.ljust(claims)}  variants"


def _cells(name: str, rows: Sequence[ClaimRow]) -> tuple[str, ...]:
    good = [row for row in rows if row["verdict"] in ("proved", "refuted") and not row["surprise"]]
    own = [row for row in good if row["variant"] is None]
    by_number = [row["points"] for row in own]
    variants = sum(row["variant"] is not None for row in rows)
    failing = len(good) - len(own)
    figures = (
        by_number.count("any"),
        len([points for points in by_number if points not in ("any", None)]),
        by_number.count(None),
        f"{failing} of {variants}",
        sum(row["surprise"] is not None for row in rows),
        sum(row["verdict"] == "undecided" for row in rows),
    )
    return (name, *map(str, figures))
