"""`switchproof mutants`: flows with one thing wrong, and whether a claim notices each.

Two figures: what claims notice, which is the one that counts, and what only the pinned table of
rules does.
"""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import cache, partial
from pathlib import Path
from typing import TypedDict

from model.flows import WRITTEN
from properties.analyses.mutation.base import Base, base
from properties.analyses.mutation.mutants import Mutant, mutants
from properties.analyses.mutation.noticed import Fate, Notice, notice
from properties.analyses.mutation.unclaimed import why_unclaimed
from properties.engine.budget import Budget
from properties.engine.evidence import Undecided
from properties.engine.free import free_claims
from switchproof.deciding.load import load
from switchproof.deciding.spread import LOST, cores, spread
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, UNDECIDED
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import in_lines, write_whole

Task = tuple[str, int]  # a flow, and the number of a mutant


class MutantRow(TypedDict):
    """What became of one mutant."""

    flow: str
    kind: str
    says: str
    cites: list[str]
    fate: str
    claim: str
    steps: int | None
    why: str


def run(asked: Namespace) -> int:
    """Print the table of mutants, and keep it where asked; undecided ones are listed.

    What was found before an interrupt is printed, and not kept: it is not the whole.
    """
    rows: list[MutantRow] = []
    try:
        for source in dict.fromkeys(asked.flows or WRITTEN):
            rows.extend(_of(source, asked))  # an interrupt leaves there what came before it
    except KeyboardInterrupt:
        if rows:
            print("\n".join(table(rows)), flush=True)
        raise
    if not rows:
        raise BadInput("nothing was changed: the flow has no rule; name another flow")
    try:
        print("\n".join(table(rows)), flush=True)
    finally:  # of the two, one that cannot be written does not lose the other
        if asked.keep:
            write_whole(Path(asked.keep), in_lines(kept(rows)))
    return UNDECIDED if any(row["fate"] == Fate.UNDECIDED.value for row in rows) else AS_EXPECTED


def _of(source: str, asked: Namespace) -> Iterator[MutantRow]:
    _at_work.cache_clear()  # what one flow needs is no more needed for the next
    with Progress(f"{source}: its claims") as progress:
        tasks = [(source, number) for number in range(len(_at_work(source)[1]))]
        work = partial(_settle, seconds=asked.timeout)
        with closing(spread(work, tasks, asked.jobs or cores(), _lost)) as answers:
            for done, row in enumerate(answers, start=1):
                progress.what = f"{source}: {done} of {len(tasks)} mutants"
                yield row


@cache
def _at_work(source: str) -> tuple[Base, list[Mutant]]:
    """Return what every mutant needs; a process that starts as a copy of this one has it too."""
    one = load(source)
    try:
        return base(one.flow, one.all_claims, Budget(seconds=600)), list(mutants(one.flow))
    except Undecided as why:
        told = f"{source}: {why}; its mutants cannot be compared with it, so name another flow"
        raise BadInput(told) from why


def _settle(task: Task, seconds: float) -> MutantRow:
    known, all_of_them = _at_work(task[0])
    return _row(task, notice(known, all_of_them[task[1]], Budget(seconds=seconds)))


def _lost(task: Task) -> MutantRow:
    return _row(task, Notice(Fate.UNDECIDED, why=LOST))


def _row(task: Task, found: Notice) -> MutantRow:
    known, all_of_them = _at_work(task[0])
    wrong = all_of_them[task[1]].wrong
    return {
        "flow": known.flow.name,
        "kind": wrong.kind,
        "says": wrong.says,
        "cites": wrong.cites.split(),
        "fate": found.fate.value,
        "claim": found.claim,
        "steps": found.steps,
        "why": found.why,
    }


class Figures(TypedDict):
    """How many mutants differ, and what claims notice of them, or the table of rules alone.

    `of every flow` counts what is noticed by a claim that comes with every flow.
    """

    mutants: int
    equivalent: int
    noticed_by_a_claim: int
    of_every_flow: int
    by_the_table_only: int
    by_nothing: int
    undecided: int


def figures(rows: list[MutantRow]) -> Figures:
    """Return the figures of some mutants."""
    fates, free = Counter(row["fate"] for row in rows), {claim.id for claim in free_claims()}
    return {
        "mutants": len(rows),
        "equivalent": fates[Fate.EQUIVALENT.value],
        "noticed_by_a_claim": fates[Fate.NOTICED.value],
        "of_every_flow": sum(1 for row in rows if row["claim"] in free),
        "by_the_table_only": fates[Fate.PINNED.value],
        "by_nothing": fates[Fate.UNNOTICED.value],
        "undecided": fates[Fate.UNDECIDED.value],
    }


def summary(rows: list[MutantRow]) -> str:
    """Return in a sentence what claims notice, and what the table of rules alone does."""
    n = figures(rows)
    return (
        f"Of {n['mutants']} mutants {n['equivalent']} are equivalent. Of the other "
        f"{n['mutants'] - n['equivalent']} claims notice {n['noticed_by_a_claim']} "
        f"({n['of_every_flow']} of them are noticed by what is claimed of every flow), and the "
        f"pinned table of rules alone {n['by_the_table_only']}."
    )


def kept(rows: list[MutantRow]) -> dict[str, object]:
    """Return what is kept of a run: figures, counts, and every mutant that no claim noticed."""
    counts: dict[str, dict[str, dict[str, int]]] = {}
    for row in rows:
        by_kind = counts.setdefault(row["flow"], {}).setdefault(row["kind"], {})
        by_kind[row["fate"]] = by_kind.get(row["fate"], 0) + 1
    noticed = Fate.NOTICED.value
    flows = dict.fromkeys(row["flow"] for row in rows)
    return {
        "figures": {
            "all": figures(rows),
            **{flow: figures([row for row in rows if row["flow"] == flow]) for flow in flows},
        },
        "counts": counts,
        "noticed by no claim": [row for row in rows if row["fate"] != noticed],
    }


def table(rows: list[MutantRow]) -> Iterator[str]:
    """Yield the counts by flow and kind, and then each mutant that no claim noticed."""
    fates = [fate.value for fate in Fate]
    yield f"{'flow':10} {'what is wrong':18} " + " ".join(f"{fate:>22}" for fate in fates)
    counted = Counter((row["flow"], row["kind"], row["fate"]) for row in rows)
    for flow, kind in dict.fromkeys((row["flow"], row["kind"]) for row in rows):
        numbers = " ".join(f"{counted[flow, kind, fate]:>22}" for fate in fates)
        yield f"{flow:10} {kind:18} {numbers}"
    totals = Counter(row["fate"] for row in rows)
    yield f"{'all':29} " + " ".join(f"{totals[fate]:>22}" for fate in fates)
    yield summary(rows)
    for fate in (Fate.PINNED.value, Fate.UNNOTICED.value, Fate.UNDECIDED.value):
        of_it = [row for row in rows if row["fate"] == fate]
        if of_it:
            yield f"\n{fate}:"
        for row in of_it:
            why = f" ({row['why']})" if row["why"] else ""
            yield f"  {row['flow']}: {row['says']} [{' '.join(row['cites'])}]{why}"
            if known := why_unclaimed(row["flow"], row["says"]):
                yield f"    {known.why.value}: {known.reason}"
