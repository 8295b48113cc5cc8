"""The runs that a page can load, and the verdicts that it repeats, from rows of verdicts."""

from collections.abc import Iterable, Iterator

from model.language.flow import Flow
from model.language.sorts import members, words_of
from properties.engine.verdict import Verdict
from switchproof.deciding.format import ClaimRow, RunRow
from switchproof.deciding.load import Loaded
from switchproof.explore.exported import Row
from switchproof.explore.pool import encoded

NOT_DECIDED = "not decided when this page was made"


def runs_of(one: Loaded, data: Row, rows: Iterable[ClaimRow]) -> Iterator[Row]:
    """Yield each run that breaks a claim, or shows what it says, by the numbers of the data."""
    fields = {row["name"]: number for number, row in enumerate(data["fields"])}
    events = {row["name"]: number for number, row in enumerate(data["events"])}
    versions = {(v["kind"], v["name"]): n for n, v in enumerate(data["versions"])}
    for row in rows:
        if (run := row["run"]) is None:
            continue
        kind, name = ("variant", row["variant"]) if row["variant"] else ("flow", "")
        yield {
            "claim": row["id"],
            "breaks": row["verdict"] == Verdict.REFUTED.value,
            "version": versions[kind, name],
            "shape": run["shape"],
            "first": list(_first(_flow(one, row), fields, run)),
            "round": run["cycle_from"],
            "moves": [[events[move["event"]], (move["at"] or 1) - 1] for move in run["moves"]],
        }


def _flow(one: Loaded, row: ClaimRow) -> Flow:
    return one.variant(row["variant"]).flow if row["variant"] else one.flow


def _first(flow: Flow, fields: dict[str, int], run: RunRow) -> Iterator[list[int | bool]]:
    known = {field.name: field for field in flow.fields}
    for start in run["first"]:
        field = known[start["field"]]
        value = next(v for v in members(field.sort) if words_of(v) == start["value"])
        yield [fields[field.name], (start["at"] or 1) - 1, encoded(value)]


def verdicts_of(one: Loaded, rows: Iterable[ClaimRow]) -> list[str]:
    """Return the verdict on each claim of the flow as it stands, in words."""
    found = {row["id"]: _verdict(row) for row in rows if row["variant"] is None}
    return [found.get(claim.id, NOT_DECIDED) for claim in one.claims]


def _verdict(row: ClaimRow) -> str:
    if row["verdict"] is None:
        return "pending"
    points = row["points"]
    if not points:
        return row["verdict"]
    said = {"any": "any number of points", "1": "1 point"}.get(points, f"{points} points")
    return f"{row['verdict']}, {said}"
