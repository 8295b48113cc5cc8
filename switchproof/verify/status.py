"""The exit status that verdicts come to."""

from collections.abc import Iterable, Sequence

from properties.engine.whole.standing import Standing
from switchproof.deciding.format import ClaimRow, SearchRow
from switchproof.deciding.load import RESERVED
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED, WRONG
from switchproof.verify.format import Report


def unchecked_in(report: Report) -> list[str]:
    """Return the flows of which nothing was decided but what comes free with every flow."""
    return [
        flow["flow"]
        for flow in report["flows"]
        if not any(
            row["verdict"] and (row["variant"] is not None or row["id"] not in RESERVED)
            for row in flow["claims"]
        )
    ]


def status_of(report: Report, unchecked: list[str]) -> int:
    """Return the exit status that a report comes to, with flows of which nothing was checked."""
    claims = [row for flow in report["flows"] for row in flow["claims"]]
    searches = [flow["search"] for flow in report["flows"] if flow["search"]]
    found = status(claims, searches)
    return WRONG if unchecked and found != SURPRISE else found


def status(claims: Iterable[ClaimRow], searches: Sequence[SearchRow] = ()) -> int:
    """Return the exit status that some verdicts and searches come to."""
    decided = [row for row in claims if row["verdict"]]
    if not decided:  # no search is made of what is pending
        return WRONG
    if any(row["surprise"] for row in decided):
        return SURPRISE
    unknown_yet = [row for row in decided if row["verdict"] == "undecided"]
    standings = {row["standing"] for search in searches for row in search["claims"]}
    if Standing.FAILS.value in standings:
        return SURPRISE
    stopped = any(one["stopped"] for search in searches for one in search["instances"])
    return UNDECIDED if unknown_yet or stopped else AS_EXPECTED
