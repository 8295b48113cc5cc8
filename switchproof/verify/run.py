"""`switchproof verify`: decide every claim of some flows, and of their variants."""

import time
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from model.flows import FLOWS
from model.language.given import folded
from properties.engine.memory import memory_can_be_limited, without_reserves
from properties.engine.packets.store import Store, Unkept
from switchproof.deciding.change import change_of
from switchproof.deciding.decide import (
    Limits,
    Task,
    decide_and_keep_all,
    loaded,
    taken_at_start,
    tasks_of,
    undecided,
)
from switchproof.deciding.format import DecidedRow, FlowRow, published
from switchproof.deciding.keeping import keeping
from switchproof.deciding.load import Loaded, no_claim
from switchproof.deciding.rows import flow_row
from switchproof.deciding.spread import cores, spread
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import INTERRUPTED, WRONG
from switchproof.terminal.progress import Progress
from switchproof.verify.difference import tell_difference
from switchproof.verify.format import VERSION, Report
from switchproof.verify.points import search_row
from switchproof.verify.printed import Times, need_places, printed, printing_aside, write
from switchproof.verify.status import status_of, unchecked_in
from switchproof.verify.watch import watch

if TYPE_CHECKING:
    from properties.engine.packets.kept import Kept

ENDED = {BadInput: WRONG, KeyboardInterrupt: INTERRUPTED}
STOPPED = "interrupted before it was decided"
Stopped: TypeAlias = BadInput | KeyboardInterrupt | None


@dataclass
class _Filling:
    """The rows of the flows, by what loads them, and how many of their verdicts were kept."""

    rows: dict[str, FlowRow]
    kept: int = 0

    def add(self, source: str, row: DecidedRow) -> None:
        self.rows[source]["claims"].append(published(row))
        self.kept += row["kept"]


def run(asked: Namespace) -> int:
    """Print the verdicts and return the exit status."""
    if asked.watch:
        watch(asked)
    if change := change_of(asked):
        return tell_difference(asked, change)
    started = time.monotonic()
    need_places(asked.write)
    loaded.cache_clear()  # a file may have changed since
    flows = [loaded(source) for source in dict.fromkeys(asked.flows or FLOWS)]
    if asked.providers and not asked.points:
        raise BadInput("--providers says who has the points of --points; add --points N")
    _need_something(flows, asked.claim)
    tasks = _tasks(flows, asked.claim)
    if asked.memory:
        _need_room(asked.memory)
    ready = time.monotonic()
    filling = _Filling({one.source: flow_row(one.flow) for one in flows})
    with keeping(asked) as kept, printing_aside(asked):
        stopped = _fill(filling, flows, tasks, asked, kept)
    report: Report = {
        "schema_version": VERSION,
        "flows": list(filling.rows.values()),
        "exit": WRONG,
    }
    unchecked = [] if asked.claim else unchecked_in(report)
    report["exit"] = ENDED[type(stopped)] if stopped else status_of(report, unchecked)
    times = Times(ready - started, time.monotonic() - ready, filling.kept)
    print("\n".join(printed(report, asked, times)))
    write(report, asked)
    return _ended(report, stopped, unchecked)


def _ended(report: Report, stopped: Stopped, unchecked: list[str]) -> int:
    if stopped:
        raise stopped
    if report["exit"] == WRONG:
        whose = f"{', '.join(unchecked)}: " if unchecked else ""
        raise BadInput(f"{whose}nothing of yours was checked: every claim is pending; name another")
    return report["exit"]


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
    filling: _Filling,
    flows: list[Loaded],
    tasks: list[Task],
    asked: Namespace,
    kept: "Kept | None",
) -> Stopped:
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
                filling.add(left.pop(0).source, row)
                reasons += [unkept] if unkept else []
                progress.what = f"{len(tasks) - len(left)} of {len(tasks)} claims"
            if store and not reasons:
                _list(store, filling.rows.values())
            for one in flows if asked.points else ():
                filling.rows[one.source]["search"] = search_row(one, asked, progress)
    except KeyboardInterrupt as stopped:
        if len(left) == len(tasks):
            raise
        for task in left:
            filling.add(task.source, undecided(task, STOPPED))
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
            raise no_claim(wanted, flows)
    return [task for one in flows for task in tasks_of(one, only)]
