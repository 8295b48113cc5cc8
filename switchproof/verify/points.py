"""How claims stand with just so many points, as rows and as text; none of it is a verdict."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from properties.engine.whole.standing import Standing
from switchproof.deciding.format import RunRow, SearchRow
from switchproof.deciding.load import Loaded
from switchproof.deciding.rows import run_row
from switchproof.terminal.progress import Progress

HOLDS, FAILS, UNFINISHED, UNASKED = (one.value for one in Standing)


def search_row(one: Loaded, asked: Namespace, progress: Progress) -> SearchRow:
    """Search a flow with so many points, and return how its claims stand there."""
    from properties.engine.budget import Budget
    from properties.engine.whole.points import in_points

    def begin(shape: Sequence[int]) -> None:
        progress.what = f"searching {one.flow.name} with points {shared(shape)}"

    claims = [c for c in one.all_claims if not asked.claim or c.id in asked.claim]
    budget = Budget(seconds=asked.timeout)
    found = in_points(one.flow, claims, asked.points, budget, begin, providers=asked.providers)
    return {
        "points": found.points,
        "instances": [
            {
                "shape": list(each.shape),
                "distinct": each.met.states,
                "generated": each.met.successors,
                "depth": each.met.depth,
                "stopped": each.met.stopped or None,
            }
            for each in found.instances
        ],
        "claims": [
            {
                "id": each.claim.id,
                "standing": each.standing.value,
                "reason": each.reason or None,
                "run": run_row(one.flow, each.run) if each.run else None,
            }
            for each in found.claims
        ],
    }


def shared(shape: Sequence[int]) -> str:
    """Say how points share providers, and how many of these are without points."""
    full = [size for size in shape if size]
    empty = len(shape) - len(full)
    points = "+".join(map(str, full))
    return f"{points} and {empty} empty" if empty else points


def every_standing(search: SearchRow) -> Iterator[str]:
    """Yield how each claim stands, and what was searched for it."""
    yield f"  with just {_points(search)}, which proves nothing of other numbers:"
    for each in search["instances"]:
        figures = (
            f"{each['distinct']} states, {each['generated']} successors, {each['depth']} levels"
        )
        stopped = f"not finished ({each['stopped']}); " if each["stopped"] else ""
        yield f"    points {shared(each['shape'])}: {stopped}{figures}"
    width = max((len(row["standing"]) for row in search["claims"]), default=0)
    for row in search["claims"]:
        reason = f" ({row['reason']})" if row["reason"] else ""
        run = f": {_told(row['run'])}" if row["run"] else ""
        yield f"    {row['standing'].ljust(width)}  {row['id']}{reason}{run}"


def notable_standings(flow: str, search: SearchRow) -> Iterator[tuple[str, str]]:
    """Yield what fails, and what was not finished, each with its standing."""
    for row in search["claims"]:
        if row["run"]:
            where = f"{shared(row['run']['shape'])}: {_told(row['run'])}"
            yield FAILS, f"FAILS in {flow}, {row['id']}, with points {where}"
    left = [row["reason"] for row in search["claims"] if row["standing"] == UNFINISHED]
    for reason, same in groupby(sorted(map(str, left))):
        claims = len(list(same))
        told = "claim" if claims == 1 else "claims"
        yield UNFINISHED, f"{flow} with {_points(search)}: {claims} {told} not finished: {reason}"


def in_short(searches: Sequence[SearchRow]) -> Iterator[str]:
    """Say how many claims stand how, where searches were made."""
    found = Counter(row["standing"] for search in searches for row in search["claims"])
    words = {HOLDS: "hold", FAILS: "fail", UNFINISHED: "not finished", UNASKED: "not asked"}
    told = ", ".join(f"{found[one]} {word}" for one, word in words.items() if found[one])
    if searches:
        yield f"with just {_points(searches[0])}, which proves no other number: {told}"
        yield from (
            f"  points of each provider: {ways}" for ways in dict.fromkeys(map(_ways, searches))
        )


def _ways(search: SearchRow) -> str:
    """Say how points share providers in the instances, and how many of these are empty."""
    full = dict.fromkeys(shared([n for n in each["shape"] if n]) for each in search["instances"])
    empty = dict.fromkeys(each["shape"].count(0) for each in search["instances"])
    beside = f", beside {' or '.join(map(str, empty))} empty providers" if any(empty) else ""
    return f"{', '.join(full)}{beside}"


def _points(search: SearchRow) -> str:
    return f"{search['points']} point{'s' if search['points'] > 1 else ''}"


def _told(run: RunRow) -> str:
    """Tell a run in one line."""
    moves = (f"{m['event']} at {m['at']}" if m["at"] else m["event"] for m in run["moves"])
    return "; ".join(moves) or "from the start"
