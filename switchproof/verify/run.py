"""`switchproof verify`: decide every claim of some flows, and of their variants."""

import json
import time
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from model.flows import FLOWS
from model.language.given import folded
from properties.engine.memory import memory_can_be_limited, without_reserves
from properties.engine.packets.store import Store, Unkept
from properties.engine.whole.standing import Standing
from switchproof.deciding.decide import (
    Limits,
    Task,
    decide_and_keep_all,
    loaded,
    taken_at_start,
    tasks_of,
    undecided,
)
from switchproof.deciding.format import ClaimRow, FlowRow, SearchRow
from switchproof.deciding.keeping import FOLDER, keeping
from switchproof.deciding.load import RESERVED, Loaded
from switchproof.deciding.rows import flow_row
from switchproof.deciding.spread import cores, spread
from switchproof.terminal.errors import BadInput, unknown
from switchproof.terminal.exits import AS_EXPECTED, INTERRUPTED, SURPRISE, UNDECIDED, WRONG
from switchproof.terminal.progress import Progress
from switchproof.verify.format import Report
from switchproof.verify.points import in_short, search_row
from switchproof.verify.report import every_row, summary
from switchproof.verify.screen import left_out, notable, screen

if TYPE_CHECKING:
    from properties.engine.packets.kept import Kept

ENDED = {BadInput: WRONG, KeyboardInterrupt: INTERRUPTED}
FEW = 24  # rows, which a screen holds
STOPPED = "interrupted before it was decided"


def run(asked: Namespace) -> int:
    """Print the verdicts and return the exit status."""
    started = time.monotonic()
    loaded.cache_clear()  # a file may have changed since
    flows = [loaded(source) for source in dict.fromkeys(asked.flows or FLOWS)]
    if asked.providers and not asked.points:
        raise BadInput("--providers says who has the points of --points; add --points N")
    _need_something(flows, asked.claim)
    tasks = _tasks(flows, asked.claim)
    if asked.memory:
        _need_room(asked.memory)
    ready = time.monotonic()
    rows_of_flows = [flow_row(one.flow) for one in flows]
    report: Report = {"flows": rows_of_flows, "exit": WRONG}
    by_source = {one.source: row for one, row in zip(flows, report["flows"], strict=True)}
    with keeping(asked) as kept:
        stopped = _fill(by_source, flows, tasks, asked, kept)
    unchecked = [] if asked.claim else _unchecked(report)
    report["exit"] = ENDED[type(stopped)] if stopped else _status(report, unchecked)
    print("\n".join(_told(report, asked, (ready - started, time.monotonic() - ready))))
    if stopped:
        raise stopped
    if report["exit"] == WRONG:
        whose = f"{', '.join(unchecked)}: " if unchecked else ""
        raise BadInput(f"{whose}nothing of yours was checked: every claim is pending; name another")
    return report["exit"]


def _told(report: Report, asked: Namespace, seconds: tuple[float, float]) -> Iterator[str]:
    """Yield what is printed; what fits on a screen is shown row by row."""
    rows = sum(len(flow["claims"]) for flow in report["flows"])
    counted = in_short([flow["search"] for flow in report["flows"] if flow["search"]])
    if asked.format == "json":
        yield json.dumps(report, indent=2)
    elif asked.quiet:
        yield from (*notable(report), summary(report), *counted)
    elif asked.all or rows <= FEW:
        yield from (every_row(report), *counted, _times(report, *seconds))
    else:
        yield from (*screen(report), *counted, _times(report, *seconds), left_out(report))


def _need_something(flows: list[Loaded], only: list[str]) -> None:
    """Refuse flows that cannot be told apart, and one of which nothing would be checked."""
    sources: dict[str, str] = {}
    for one in flows:
        other = sources.setdefault(folded(one.flow.name), one.source)
        if other != one.source:
            message = f"{other} and {one.source}: two flows are called '{one.flow.name}'"
            raise BadInput(f"{message}; give one another name, or verify one at a time")
        if not only and not one.claims and not one.variants:
            message = f"{one.source}: nothing of yours was checked: it has no claims"
            raise BadInput(f"{message}; write CLAIMS = (Always(...), ...)")


def _need_room(megabytes: int) -> None:
    """Refuse a limit that is reached before anything is decided."""
    if not memory_can_be_limited():
        raise BadInput("--memory: this system does not count what is taken; leave it out")
    without_reserves()
    (taken,) = spread(taken_at_start, [None], 1, lambda _: megabytes, apart=True)
    if megabytes <= taken:
        cure = "ask for more, of which the rest is for deciding"
        raise BadInput(f"--memory {megabytes}: {taken} MB are taken at the start; {cure}")


def _fill(
    rows: dict[str, FlowRow],
    flows: list[Loaded],
    tasks: list[Task],
    asked: Namespace,
    kept: "Kept | None",
) -> BadInput | KeyboardInterrupt | None:
    """Add the verdicts to the rows of their flows; return what is to be said besides, if anything.

    What was decided before an interrupt is not lost, nor what cannot be kept in a folder.
    """
    store = Store(Path(asked.packets)) if asked.packets else None
    limits = Limits(asked.timeout, asked.memory, asked.most_points)
    left, reasons = list(tasks), list[str]()
    decided = decide_and_keep_all(tasks, limits, asked.jobs or cores(), store, kept)
    try:
        with Progress(f"0 of {len(tasks)} claims") as progress, _kept(store), closing(decided):
            for row, unkept in decided:
                rows[left.pop(0).source]["claims"].append(row)
                reasons += [unkept] if unkept else []
                progress.what = f"{len(tasks) - len(left)} of {len(tasks)} claims"
            if store and not reasons:
                _list(store, rows.values())
            for one in flows if asked.points else ():
                rows[one.source]["search"] = search_row(one, asked, progress)
    except KeyboardInterrupt as stopped:
        if len(left) == len(tasks):
            raise
        for task in left:
            rows[task.source]["claims"].append(undecided(task, STOPPED))
        return stopped
    return _unkept(store, reasons[0]) if store and reasons else None


@contextmanager
def _kept(store: Store | None) -> Iterator[None]:
    """Say in one line why packets cannot be kept; leave none half written."""
    if store is None:
        yield
        return
    from properties.engine.packets.manifest import begin

    try:
        with store.tidied():
            begin(store)
            yield
    except Unkept as wrong:
        raise _unkept(store, str(wrong)) from wrong


def _list(store: Store, rows: Iterable[FlowRow]) -> None:
    """Say in the folder what was decided, so that whoever checks it misses nothing."""
    from properties.engine.packets.manifest import end

    claims = ((flow["flow"], row) for flow in rows for row in flow["claims"])
    end(store, ((flow, row["variant"], row["id"], row["verdict"]) for flow, row in claims))


def _unkept(store: Store, reason: str) -> BadInput:
    cure = "make room there, or name another folder"
    return BadInput(f"{store.folder}: packets cannot be kept ({reason}); {cure}")


def _tasks(flows: list[Loaded], only: list[str]) -> list[Task]:
    known = [claim.id for one in flows for claim in one.all_claims]
    for wanted in only:
        if wanted not in known:
            raise unknown("claim", wanted, known)
    return [task for one in flows for task in tasks_of(one, only)]


def _unchecked(report: Report) -> list[str]:
    """Return the flows of which nothing was decided but what comes free with every flow."""
    return [
        flow["flow"]
        for flow in report["flows"]
        if not any(
            row["verdict"] and (row["variant"] is not None or row["id"] not in RESERVED)
            for row in flow["claims"]
        )
    ]


def _status(report: Report, unchecked: list[str]) -> int:
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


def _times(report: Report, start: float, deciding: float) -> str:
    work = sum(row["seconds"] for flow in report["flows"] for row in flow["claims"])
    kept = sum(row["kept"] for flow in report["flows"] for row in flow["claims"])
    told = f"time: {start:.1f} s to start, then {deciding:.1f} s for {work:.1f} s of deciding"
    return f"{told}; {kept} kept in {FOLDER}, and checked again" if kept else told
