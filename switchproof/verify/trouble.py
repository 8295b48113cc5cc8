"""What needs a look in a report, each thing once: for the screen and for every other format."""

from collections.abc import Iterator
from dataclasses import dataclass

from switchproof.deciding.format import ClaimRow, FlowRow, RunRow, StandingRow
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.verify.format import Report
from switchproof.verify.points import FAILS, UNFINISHED

ENDED = (SURPRISE, UNDECIDED)


@dataclass(frozen=True)
class Trouble:
    """A verdict that is not as expected, or not known; with `points`, how a claim stands there."""

    row: ClaimRow
    is_known: bool
    says: str
    run: RunRow | None
    points: int | None = None

    @property
    def name(self) -> str:
        """Return the claim, with the variant or the number of points."""
        variant = f", variant '{self.row['variant']}'" if self.row["variant"] is not None else ""
        points = f", with just {self.points} points" if self.points else ""
        return f"{self.row['id']}{variant}{points}"


def troubles(report: Report) -> Iterator[Trouble]:
    """Yield each, in the order of the report."""
    for flow in report["flows"]:
        for row in flow["claims"]:
            if found := trouble(row):
                yield found
        yield from (one for _, one in standings(flow) if one)


def trouble(row: ClaimRow) -> Trouble | None:
    """Return what needs a look in a verdict, if anything does."""
    if row["surprise"]:
        return Trouble(row, True, row["surprise"], row["run"])
    if row["verdict"] == "undecided":
        return Trouble(row, False, f"undecided: {row['reason']}", None)
    return None


def standings(flow: FlowRow) -> Iterator[tuple[StandingRow, Trouble | None]]:
    """Yield how each claim stands with just so many points, with what needs a look there."""
    search = flow["search"]
    own = {row["id"]: row for row in flow["claims"] if row["variant"] is None}
    for one in search["claims"] if search else ():
        row, points = own[one["id"]], search["points"] if search else None
        if one["standing"] == FAILS:
            yield one, Trouble(row, True, "it fails", one["run"], points)
        elif one["standing"] == UNFINISHED:
            yield one, Trouble(row, False, f"not finished: {one['reason']}", None, points)
        else:
            yield one, None


def how_it_ended(report: Report) -> str:
    """Say that not all was checked where nothing else in the report does, or return nothing."""
    if report["exit"] == AS_EXPECTED or (report["exit"] in ENDED and any(troubles(report))):
        return ""
    return f"exit status {report['exit']}: not all that was asked was checked"


def steps(run: RunRow) -> Iterator[tuple[str, list[str]]]:
    """Yield each step in words, with the lines at which its rules are written."""
    for number, move in enumerate(run["moves"], start=1):
        at = f" at {move['at']}" if move["at"] else ""
        again = " (from here on for ever)" if run["cycle_from"] == number - 1 else ""
        rules = [f"{r['file']}:{r['line']} ({r['machine']})" for r in move["rules"]]
        yield f"{number}. {move['event']}{at}{again}", rules
