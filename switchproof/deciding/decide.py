"""Decide claims, in this process or in several, and hand back a row for each, in order.

A process loads the flows for itself, since claims hold functions; only rows travel.
"""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from model.language.claims import Claim, Variant
from properties.engine.budget import MOST_POINTS, Budget, Spent
from properties.engine.memory import megabytes_taken, memory_limit, within_memory
from properties.engine.packets.store import Store, Unkept
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.change import Change, WhatIf, what_if
from switchproof.deciding.format import DecidedRow
from switchproof.deciding.load import Loaded, load
from switchproof.deciding.rows import claim_row
from switchproof.deciding.spread import LOST, spread
from switchproof.deciding.taking import taken_or_done

if TYPE_CHECKING:
    from properties.engine.packets.checked import Asked, Checked
    from properties.engine.packets.kept import Kept


@dataclass(frozen=True)
class Task:
    """A claim to decide, by names: of a flow, of a variant of it, or of it with a change."""

    source: str
    claim: str
    variant: str | None = None
    change: Change | None = None


@dataclass(frozen=True)
class Limits:
    """What one claim may take: seconds, and megabytes if they are counted.

    A run that breaks it is searched for with so many points at the most.
    """

    seconds: float
    memory: int | None = None
    points: int = MOST_POINTS


@cache
def loaded(source: str) -> Loaded:
    """Return a flow, loaded once; a process that starts as a copy of this one has it too."""
    return load(source)


@cache
def changed(source: str, change: Change) -> WhatIf:
    """Return a flow with a change, made once."""
    return what_if(loaded(source), change)


def tasks_of(one: Loaded, only: Iterable[str]) -> list[Task]:
    """Return the claims of a flow and those that its variants must break, or only some."""
    wanted = set(only)
    tasks = [Task(one.source, claim.id) for claim in one.all_claims]
    tasks += [Task(one.source, c, v.name) for v in one.variants for c in v.breaks]
    return [task for task in tasks if not wanted or task.claim in wanted]


def decide_task(task: Task, seconds: float, kept: "Kept | None" = None) -> DecidedRow:
    """Decide one claim within a time limit, unless its verdict is kept."""
    (row,) = decide_all([task], seconds, 1, kept)
    return row


def take_kept(
    task: Task, limits: Limits, store: Store | None, kept: "Kept | None"
) -> tuple[DecidedRow, str] | None:
    """Return the row of a claim that is kept and accepted once more, as `decide_and_keep` does."""
    from properties.engine.packets.checked import take

    mine, variant, _ = named(task)
    found = take(kept, asked_of(task), Budget(seconds=limits.seconds))
    return found and (claim_row(mine, variant, found.result), _written(store, found))


def decide_and_keep(
    task: Task, limits: Limits, store: Store | None, kept: "Kept | None" = None
) -> tuple[DecidedRow, str]:
    """Decide one claim, keep its packet if there is a store, and say why if it cannot be kept."""
    mine, variant, claim = named(task)
    found = _decided(mine, variant, claim, limits, kept)
    return claim_row(mine, variant, found.result), _written(store, found)


def named(task: Task) -> tuple[Loaded, Variant | None, Claim]:
    """Return what a task names."""
    mine = loaded(task.source)
    if task.change:
        return mine, changed(task.source, task.change), mine.claim(task.claim)
    variant = None if task.variant is None else mine.variant(task.variant)
    return mine, variant, mine.claim(task.claim)


def asked_of(task: Task) -> "Asked":
    """Return what a task asks, by the name under which its verdict is kept."""
    return _asked(*named(task))


def _written(store: Store | None, found: "Checked") -> str:
    """Keep a packet in a store, or drop an earlier one there; return why it cannot, or nothing."""
    result = found.result
    try:
        if store and found.shown:
            there, packet = found.shown
            store.keep(there.text, packet)
        elif store:
            store.drop(result.flow.name, found.variant, result.claim.id)
    except Unkept as why:
        return str(why)
    return ""


def decide_checked(mine: Loaded, variant: Variant | None, claim: Claim, seconds: float) -> Result:
    """Return a verdict that the checker without a solver accepts as well, or Undecided."""
    return _decided(mine, variant, claim, Limits(seconds), None).result


def _decided(
    mine: Loaded, variant: Variant | None, claim: Claim, limits: Limits, kept: "Kept | None"
) -> "Checked":
    from properties.engine.packets.checked import Checked, find, spent

    if limits.memory is not None:
        _begin()
    budget = Budget(seconds=limits.seconds, points=limits.points)
    asked = _asked(mine, variant, claim)
    try:
        with within_memory(limits.memory):
            return find(kept, asked, budget)
    except Spent as why:
        return Checked(spent(asked, budget, why), asked.variant, None)


def _asked(mine: Loaded, variant: Variant | None, claim: Claim) -> "Asked":
    from properties.engine.packets.checked import Asked

    told = _told(mine, variant, claim)
    flow, name = (variant.flow, variant.name) if variant else (mine.flow, None)
    return Asked(flow, name, claim, told)


def _told(mine: Loaded, variant: Variant | None, claim: Claim | None) -> tuple[Claim, ...]:
    """Return the claims that a flow as data is told with: of a variant those that it breaks."""
    every = mine.all_claims
    return tuple(c for c in every if variant is None or c is claim or c.id in variant.breaks)


@cache
def digest_of(source: str, name: str | None) -> str:
    """Return the hash that packets on a flow, or on a variant of it, name it by."""
    from properties.engine.packets.export import flow_data
    from properties.engine.packets.store import canonical, digest

    mine = loaded(source)
    variant = mine.variant(name) if name is not None else None
    flow = variant.flow if variant else mine.flow
    return digest(canonical(flow_data(flow, name, _told(mine, variant, None))))


def decide_all(
    tasks: list[Task], seconds: float, jobs: int, kept: "Kept | None"
) -> Iterator[DecidedRow]:
    """Yield the row of each task in order; a claim may use so many seconds."""
    return (row for row, _ in decide_and_keep_all(tasks, Limits(seconds), jobs, None, kept))


def decide_and_keep_all(
    tasks: list[Task], limits: Limits, jobs: int, store: Store | None, kept: "Kept | None" = None
) -> Generator[tuple[DecidedRow, str], None, None]:
    """Yield the row of each task in order, with why its packet cannot be kept, if it cannot.

    What is kept is tried first.
    """
    take = partial(take_kept, limits=limits, store=store, kept=kept)
    return taken_or_done(kept, take, partial(_anew, limits, jobs, store, kept), tasks, jobs)


def _anew(
    limits: Limits, jobs: int, store: Store | None, kept: "Kept | None", tasks: list[Task]
) -> Generator[tuple[DecidedRow, str], None, None]:
    """Yield the row of each task in order.

    Where memory is limited the claims are always decided in other processes: Z3 can end its
    own where it runs out. One that reaches the limit is decided again in a process of its own.
    """

    def lost(task: Task) -> tuple[DecidedRow, str]:
        return undecided(task, LOST), ""

    work = partial(decide_and_keep, limits=limits, store=store, kept=kept)
    if limits.memory is None:
        yield from spread(work, tasks, jobs, lost)
        return
    full = memory_limit(limits.memory)
    for task, (row, unkept) in zip(tasks, spread(work, tasks, jobs, lost, apart=True), strict=True):
        again = [task] if row["reason"] == full else []  # its process may have held others' things
        yield from spread(work, again, 1, lost, apart=True) if again else [(row, unkept)]


def taken_at_start(_: None) -> int:
    """Return the megabytes that a process takes which decides, before it does."""
    _begin()
    return megabytes_taken()


@cache
def _begin() -> None:
    """Take at once what deciding takes anyway: Z3 has a thread that cannot do without memory."""
    import properties.engine.packets.accept
    import properties.engine.prove  # noqa: F401
    from properties.engine.judging.solver import warmed_up

    warmed_up(Budget())


def undecided(task: Task, reason: str) -> DecidedRow:
    """Return the row of a claim that was not decided, for a reason that is not its own."""
    mine, variant, claim = named(task)
    flow = variant.flow if variant else mine.flow
    result = Result(flow, claim, Verdict.UNDECIDED, reason=reason)
    return claim_row(mine, variant, result)
