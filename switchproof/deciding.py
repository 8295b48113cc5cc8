"""Decide claims, in this process or in several, and hand back a row for each, in order.

A process loads the flows for itself, since claims hold functions; only rows travel.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from model.language.claims import Claim, Variant
from properties.budget import Budget
from properties.verdict import Result, Verdict
from switchproof.loading import Loaded, load
from switchproof.rows import claim_row
from switchproof.verify_format import ClaimRow

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

LOST = "the process that worked on it ended, perhaps for want of memory; try --jobs 1"


@dataclass(frozen=True)
class Task:
    """A claim to decide, by names: of a flow, or of a variant of it."""

    source: str
    claim: str
    variant: str | None = None


@cache
def loaded(source: str) -> Loaded:
    """Return a flow, loaded once; a process that starts as a copy of this one has it too."""
    return load(source)


def tasks_of(one: Loaded, only: Iterable[str]) -> list[Task]:
    """Return the claims of a flow and those that its variants must break, or only some."""
    wanted = set(only)
    tasks = [Task(one.source, claim.id) for claim in one.all_claims]
    tasks += [Task(one.source, c, v.name) for v in one.variants for c in v.breaks]
    return [task for task in tasks if not wanted or task.claim in wanted]


def decide_task(task: Task, seconds: float, folder: Path | None = None) -> ClaimRow:
    """Decide one claim within a time limit, and keep its packet in the folder if there is one."""
    mine = loaded(task.source)
    variant = mine.variant(task.variant) if task.variant else None
    result = decide_checked(mine, variant, mine.claim(task.claim), seconds, folder)
    return claim_row(mine, variant, result)


def decide_checked(
    mine: Loaded,
    variant: Variant | None,
    claim: Claim,
    seconds: float,
    folder: Path | None = None,
) -> Result:
    """Return a verdict that the checker without a solver accepts as well, or Undecided."""
    from properties.packets import store
    from properties.packets.accept import accepted, exported
    from properties.prove import decide

    budget = Budget(seconds=seconds)
    flow, name = (variant.flow, variant.name) if variant else (mine.flow, None)
    said = [c for c in mine.all_claims if variant is None or c is claim or c.id in variant.breaks]
    result = decide(flow, claim, budget)
    there = exported(flow, name, tuple(said))
    result, packet = accepted(result, there, budget)
    if folder and packet:
        store.keep(folder, there.text, packet)
    elif folder:
        store.drop(folder, flow.name, name, claim.id)
    return result


def decide_all(
    tasks: list[Task], seconds: float, jobs: int, folder: Path | None = None
) -> Iterator[ClaimRow]:
    """Yield the row of each task in order; a claim may use so many seconds."""
    work = partial(decide_task, seconds=seconds, folder=folder)
    yield from spread(work, tasks, jobs, _lost_task)


def spread(
    work: Callable[[Asked], Answer], items: list[Asked], jobs: int, lost: Callable[[Asked], Answer]
) -> Iterator[Answer]:
    """Yield the answer to each item in order; `lost` gives that of one whose process ended."""
    if jobs == 1 or len(items) <= 1:
        yield from map(work, items)
        return
    with ProcessPoolExecutor(min(jobs, len(items)), initializer=_ignore_interrupts) as pool:
        futures = [pool.submit(work, item) for item in items]
        try:
            for item, future in zip(items, futures, strict=True):
                try:
                    answer = future.result()
                except BrokenProcessPool:
                    answer = lost(item)
                yield answer
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in multiprocessing.active_children():
                child.terminate()
            raise


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _lost_task(task: Task) -> ClaimRow:
    mine = loaded(task.source)
    variant = mine.variant(task.variant) if task.variant else None
    lost = Result(mine.flow, mine.claim(task.claim), Verdict.UNDECIDED, reason=LOST)
    return claim_row(mine, variant, lost)
