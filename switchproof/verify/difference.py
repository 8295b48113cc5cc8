"""`switchproof verify FLOW --without EVENT`: what a change makes of the flow's own verdicts.

Nothing is expected of it: what counts is whether all is decided.
"""

import json
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from shlex import quote
from textwrap import wrap

from switchproof.deciding.change import Change, WhatIf
from switchproof.deciding.decide import (
    Limits,
    Task,
    changed,
    decide_and_keep_all,
    loaded,
    tasks_of,
)
from switchproof.deciding.format import ClaimRow, published
from switchproof.deciding.keeping import keeping
from switchproof.deciding.load import Loaded, no_claim
from switchproof.deciding.spread import cores
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, UNDECIDED
from switchproof.terminal.progress import Progress
from switchproof.terminal.style import width
from switchproof.verify.format import VERSION, BothRow, DifferenceReport
from switchproof.verify.printed import printing_aside
from switchproof.verify.trouble import steps

ONLY = ("points", "providers", "packets", "write")
FORMATS = ("text", "json")


def tell_difference(asked: Namespace, change: Change) -> int:
    """Print what differs and return the exit status: 0 where all is decided, 3 where not."""
    _need_fitting(asked)
    loaded.cache_clear()  # a file may have changed since
    changed.cache_clear()
    (source,) = asked.flows
    one, there = loaded(source), changed(source, change)
    found = difference(one, there, change, asked)
    if asked.format == "json":
        print(json.dumps(found, indent=2))
    else:
        print("\n".join(_told(found, _typed(change, source))))
    return found["exit"]


def difference(one: Loaded, there: WhatIf, change: Change, asked: Namespace) -> DifferenceReport:
    """Decide each claim of the flow as it stands and with the change."""
    mine = _asked_of(one, asked.claim)
    tasks = [*mine, *(Task(task.source, task.claim, change=change) for task in mine)]
    rows = _decided(tasks, asked)
    pairs = zip(rows[: len(mine)], rows[len(mine) :], strict=True)
    both: list[BothRow] = [
        {"before": before, "after": after, "differs": differs(before, after)}
        for before, after in pairs
    ]
    return {
        "schema_version": VERSION,
        "flow": one.flow.name,
        "change": there.name,
        "says": there.why,
        "claims": both,
        "exit": UNDECIDED if any(row["differs"] is None for row in both) else AS_EXPECTED,
    }


def _asked_of(one: Loaded, only: list[str]) -> list[Task]:
    """Return the claims that are asked of the flow; raises BadInput where there are none."""
    known = [claim.id for claim in one.all_claims]
    for wanted in only:
        if wanted not in known:
            raise no_claim(wanted, [one])
    tasks = [task for task in tasks_of(one, only) if task.variant is None]
    if all(one.claim(task.claim).pending for task in tasks):
        raise BadInput("nothing was checked: every claim is pending; name another")
    return [task for task in tasks if not one.claim(task.claim).pending]


def differs(before: ClaimRow, after: ClaimRow) -> bool | None:
    """Tell whether a verdict is another, or the same for an empty reason; None if not known."""
    if "undecided" in (before["verdict"], after["verdict"]):
        return None
    return _verdict(before) != _verdict(after)


def _verdict(row: ClaimRow) -> str:
    points = {None: "", "any": " for any number of points"}
    whom = points.get(row["points"], f" with {row['points']} points")
    marks = "".join(f", but {mark}" for mark in row["marks"])
    return f"{row['verdict']}{whom if row['verdict'] == 'proved' else ''}{marks}"


def _need_fitting(asked: Namespace) -> None:
    if len(asked.flows) != 1:
        raise BadInput("--without and --reading are asked of one flow; name it, and only it")
    for option in ONLY:
        if getattr(asked, option):
            raise BadInput(f"--{option} does not go with --without or --reading; leave it out")
    if asked.format not in FORMATS:
        raise BadInput(f"with --without or --reading, --format is one of {', '.join(FORMATS)}")


def _decided(tasks: list[Task], asked: Namespace) -> list[ClaimRow]:
    limits = Limits(asked.timeout, asked.memory, asked.most_points)
    rows: list[ClaimRow] = []
    with keeping(asked) as kept, printing_aside(asked), Progress("0 verdicts") as progress:
        deciding = decide_and_keep_all(tasks, limits, asked.jobs or cores(), None, kept)
        with closing(deciding) as decided:
            for row, _ in decided:
                rows.append(published(row))
                progress.what = f"{len(rows)} of {len(tasks)} verdicts, with and without the change"
    return rows


def _told(found: DifferenceReport, again: str) -> Iterator[str]:
    yield f"{found['flow']}, {found['change']}: {found['says']}"
    for row in found["claims"]:
        if row["differs"]:
            yield from _other(row["before"], row["after"], again)
    for row in found["claims"]:
        if row["differs"] is None:
            whose = row["after"] if row["after"]["verdict"] == "undecided" else row["before"]
            yield f"undecided: {whose['id']}: {whose['reason']}"
    told = [row["differs"] for row in found["claims"]]
    counted = f"{told.count(True)} another, {told.count(None)} not known"
    yield f"of {len(told)} claims {told.count(False)} have the same verdict, {counted}"


def _other(before: ClaimRow, after: ClaimRow, again: str) -> Iterator[str]:
    never = ": it never happens" if after["verdict"] == "refuted" and not after["run"] else ""
    yield f"{after['id']}: {_verdict(before)}; now {_verdict(after)}{never}"
    yield from wrap(after["sentence"], width(), initial_indent="  ", subsequent_indent="  ")
    yield from (f"    {step}" for step, _ in (steps(after["run"]) if after["run"] else ()))
    yield f"  switchproof explain {quote(after['id'])} {again}"


def _typed(change: Change, source: str) -> str:
    """Return the words with which `explain` tells of the same."""
    without = [f"--without {quote(event)}" for event in change.without]
    reading = [f"--reading {quote(change.reading)}"] if change.reading is not None else []
    return " ".join([f"--flow {quote(source)}", *without, *reading])
