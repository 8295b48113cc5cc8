"""`switchproof mutants`: flows with one thing wrong, and whether a claim notices each."""

import json
import multiprocessing
import os
import signal
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypedDict

from model.flows import FLOWS
from properties.budget import Budget
from properties.mutation.base import Base, base
from properties.mutation.mutants import Mutant, mutants
from properties.mutation.noticed import Fate, notice
from switchproof.bad_input import BadInput
from switchproof.loading import load
from switchproof.progress import Progress
from switchproof.writing import write_whole

AS_EXPECTED, NOTHING, UNDECIDED = 0, 2, 3
PARCEL = 4  # mutants that a process is given at a time


class Row(TypedDict):
    """What became of one mutant."""

    flow: str
    kind: str
    says: str
    cites: list[str]
    fate: str
    claim: str
    steps: int | None
    why: str


_at_work: tuple[Base, list[Mutant]]  # what a process that starts as a copy of this one has


def run(asked: Namespace) -> int:
    """Print the table of mutants, and keep it where asked; undecided ones are listed."""
    rows: list[Row] = []
    for source in dict.fromkeys(asked.flows or FLOWS):
        rows += _of(source, asked)
    if not rows:
        raise BadInput("nothing was changed: the flow has no rule; name another flow")
    if asked.keep:
        write_whole(Path(asked.keep), json.dumps(kept(rows), indent=1, ensure_ascii=False) + "\n")
    print("\n".join(table(rows)))
    return UNDECIDED if any(row["fate"] == Fate.UNDECIDED.value for row in rows) else AS_EXPECTED


def _of(source: str, asked: Namespace) -> list[Row]:
    global _at_work  # noqa: PLW0603  # a child that is forked from here has it, and it need not travel
    one = load(source)
    with Progress(f"{source}: its claims") as progress:
        known = base(one.flow, one.all_claims, Budget(seconds=600))
        _at_work = (known, list(mutants(one.flow)))
        rows: list[Row] = []
        for row in _settled(asked):
            row["flow"] = one.flow.name
            rows.append(row)
            progress.what = f"{source}: {len(rows)} of {len(_at_work[1])} mutants"
    return rows


def _settled(asked: Namespace) -> Iterator[Row]:
    tasks = [(number, asked.timeout) for number in range(len(_at_work[1]))]
    jobs = asked.jobs or len(os.sched_getaffinity(0))
    if jobs == 1:
        yield from map(_settle, tasks)
        return
    copies = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, copies, initializer=_ignore_interrupts) as pool:
        try:
            yield from pool.map(_settle, tasks, chunksize=PARCEL)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in multiprocessing.active_children():
                child.terminate()
            raise


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _settle(task: tuple[int, float]) -> Row:
    known, all_of_them = _at_work
    mutant = all_of_them[task[0]]
    found = notice(known, mutant, Budget(seconds=task[1]))
    return {
        "flow": "",
        "kind": mutant.wrong.kind,
        "says": mutant.wrong.says,
        "cites": mutant.wrong.cites.split(),
        "fate": found.fate.value,
        "claim": found.claim,
        "steps": found.steps,
        "why": found.why,
    }


def kept(rows: list[Row]) -> dict[str, object]:
    """Return what is kept of a run: the counts, and every mutant that no claim noticed."""
    counts: dict[str, dict[str, dict[str, int]]] = {}
    for row in rows:
        by_kind = counts.setdefault(row["flow"], {}).setdefault(row["kind"], {})
        by_kind[row["fate"]] = by_kind.get(row["fate"], 0) + 1
    noticed = Fate.NOTICED.value
    return {"counts": counts, "not noticed": [row for row in rows if row["fate"] != noticed]}


def table(rows: list[Row]) -> Iterator[str]:
    """Yield the counts by flow and kind, and then each mutant that no claim noticed."""
    fates = [fate.value for fate in Fate]
    yield f"{'flow':10} {'what is wrong':18} " + " ".join(f"{fate:>22}" for fate in fates)
    counted = Counter((row["flow"], row["kind"], row["fate"]) for row in rows)
    for flow, kind in dict.fromkeys((row["flow"], row["kind"]) for row in rows):
        numbers = " ".join(f"{counted[flow, kind, fate]:>22}" for fate in fates)
        yield f"{flow:10} {kind:18} {numbers}"
    totals = Counter(row["fate"] for row in rows)
    yield f"{'all':29} " + " ".join(f"{totals[fate]:>22}" for fate in fates)
    for fate in (Fate.UNPROTECTED.value, Fate.UNDECIDED.value):
        of_it = [row for row in rows if row["fate"] == fate]
        if of_it:
            yield f"\n{fate}:"
        for row in of_it:
            why = f" ({row['why']})" if row["why"] else ""
            yield f"  {row['flow']}: {row['says']} [{' '.join(row['cites'])}]{why}"
