"""Claims before and after, by id, else by sentence; verdicts are those that are kept, and no other.

A verdict that is kept is taken only where the checker accepts it on the flow as it is now.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from model.language.claims import Claim
from properties.engine.packets.export import Data, flow_data
from properties.engine.packets.kept import Kept
from switchproof.deciding import keeping
from switchproof.deciding.decide import Limits, Task, take_kept
from switchproof.deciding.load import Loaded
from switchproof.diff.format import ClaimChangeRow
from switchproof.diff.rules import AFTER, BEFORE, BOTH
from switchproof.terminal.progress import Progress

SENTENCE, BODY = "sentence", "what it says of the state"


class Both(NamedTuple):
    """A claim before and after; nothing stands where there is none."""

    before: Claim | None
    after: Claim | None


def claim_rows(before: Loaded, after: Loaded) -> list[ClaimChangeRow]:
    """Return each claim of either, without verdicts."""
    told = [flow_data(one.flow, None, one.claims)["claims"] for one in (before, after)]
    return [_row(both, told[0], told[1]) for both in matched(before, after)]


def add_kept(
    rows: list[ClaimChangeRow], before: Loaded, after: Loaded, limits: Limits, progress: Progress
) -> None:
    """Write into the rows of claims that are in both the verdicts that are kept."""
    both = [row for row in rows if row["where"] == BOTH]
    there = Path(keeping.FOLDER)
    if not both or not there.is_dir():
        return
    with keeping.kept_in(there) as folder:
        kept = folder.counting_anew()
        for number, row in enumerate(both, 1):
            progress.what = f"{number} of {len(both)} claims: is a verdict kept"
            row["before"] = _verdict(before, row["was"] or row["id"], limits, kept)
            row["after"] = _verdict(after, row["id"], limits, kept)


def matched(before: Loaded, after: Loaded) -> Iterator[Both]:
    """Yield each claim before with the one after, and then those after alone."""
    by_id = {claim.id: claim for claim in after.claims}
    old = {claim.id for claim in before.claims}
    by_words = {c.sentence: c for c in reversed(after.claims) if c.id not in old}
    found = set[str]()
    for claim in before.claims:
        other = by_id.get(claim.id) or by_words.get(claim.sentence)
        other = None if other and other.id in found else other
        found |= {other.id} if other else set()
        yield Both(claim, other)
    yield from (Both(None, claim) for claim in after.claims if claim.id not in found)


def _row(both: Both, was: Mapping[str, Data], now: Mapping[str, Data]) -> ClaimChangeRow:
    before, after = both
    last = after or before
    assert last is not None
    renamed = before and after and before.id != after.id
    return {
        "id": last.id,
        "was": before.id if before and renamed else None,
        "where": BOTH if before and after else BEFORE if before else AFTER,
        "sentence": last.sentence,
        "changed": _changed(before, after, was, now) if before and after else [],
        "before": None,
        "after": None,
        "cites": list(dict.fromkeys(id_ for c in both if c for id_ in c.cites.split())),
    }


def _changed(
    before: Claim, after: Claim, was: Mapping[str, Data], now: Mapping[str, Data]
) -> list[str]:
    bodies = [{**data[c.id], SENTENCE: ""} for data, c in ((was, before), (now, after))]
    told = {SENTENCE: before.sentence != after.sentence, BODY: bodies[0] != bodies[1]}
    return [name for name, differs in told.items() if differs]


def _verdict(one: Loaded, claim: str, limits: Limits, kept: Kept) -> str | None:
    """Return a verdict with its marks, such as that it is empty."""
    taken = take_kept(Task(one.source, claim), limits, None, kept)
    if taken is None or taken[0]["verdict"] is None:
        return None
    row = taken[0]
    return " ".join([row["verdict"] or "", *(f"({mark})" for mark in row["marks"])])
