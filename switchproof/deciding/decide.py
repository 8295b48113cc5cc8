"""Decide claims, in this process or in several, and hand back a row for each, in order.

A process loads the flows for itself, since claims hold functions; only rows travel.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from model.language.claims import Claim, Variant
from properties.checker import Rejected
from properties.engine.budget import Budget, Spent
from properties.engine.memory import megabytes_taken, memory_limit, within_memory
from properties.engine.packets.store import Store, Unkept
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.format import ClaimRow
from switchproof.deciding.load import Loaded, load
from switchproof.deciding.rows import claim_row
from switchproof.deciding.spread import LOST, spread

if TYPE_CHECKING:
    from properties.engine.packets.kept import Kept


@dataclass(frozen=True)
class Task:
    """A claim to decide, by names: of a flow, or of a variant of it."""

    source: str
    claim: str
    variant: str | None = None


@dataclass(frozen=True)
class Limits:
    """What one claim may take: seconds, and megabytes if they are counted."""

    seconds: float
    memory: int | None = None


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


def decide_task(task: Task, seconds: float, kept: "Kept | None" = None) -> ClaimRow:
    """Decide one claim within a time limit, unless its verdict is kept."""
    (row,) = decide_all([task], seconds, 1, kept)
    return row


def take_kept(
    task: Task, limits: Limits, store: Store | None, kept: "Kept"
) -> tuple[ClaimRow, str] | None:
    """Return the row of a claim that is kept and accepted once more, as `decide_and_keep` does."""
    from properties.engine.packets.accept import exported

    mine, variant, claim = _named(task)
    flow, budget = variant.flow if variant else mine.flow, Budget(seconds=limits.seconds)
    if not kept.has(flow.name, task.variant, claim):
        return None
    try:
        with budget:
            there = exported(flow, task.variant, _told(mine, variant, claim))
    except (Spent, Rejected):
        return None
    found = kept.taken(flow, claim, there, budget)
    if found is None:
        return None
    result, packet = found
    unkept = _written(store, partial(Store.keep, flow=there.text, packet=packet))
    return claim_row(mine, variant, result), unkept


def decide_and_keep(
    task: Task, limits: Limits, store: Store | None, kept: "Kept | None" = None
) -> tuple[ClaimRow, str]:
    """Decide one claim, keep its packet if there is a store, and say why if it cannot be kept."""
    mine, variant, claim = _named(task)
    result, keep = _decided(mine, variant, claim, limits, kept)
    return claim_row(mine, variant, result), _written(store, keep)


def _named(task: Task) -> tuple[Loaded, Variant | None, Claim]:
    mine = loaded(task.source)
    variant = None if task.variant is None else mine.variant(task.variant)
    return mine, variant, mine.claim(task.claim)


def _written(store: Store | None, keep: Callable[[Store], None]) -> str:
    """Keep a packet where there is a store; return why it cannot be kept, or nothing."""
    try:
        if store:
            keep(store)
    except Unkept as why:
        return str(why)
    return ""


def decide_checked(mine: Loaded, variant: Variant | None, claim: Claim, seconds: float) -> Result:
    """Return a verdict that the checker without a solver accepts as well, or Undecided."""
    result, _ = _decided(mine, variant, claim, Limits(seconds), None)
    return result


def _decided(
    mine: Loaded, variant: Variant | None, claim: Claim, limits: Limits, kept: "Kept | None"
) -> tuple[Result, Callable[[Store], None]]:
    """Return a verdict, and what keeps its packet in a store or drops an earlier one there."""
    from properties.engine.packets.accept import accepted, exported
    from properties.engine.prove import decide

    if limits.memory is not None:
        _begin()
    budget = Budget(seconds=limits.seconds)
    flow, name = (variant.flow, variant.name) if variant else (mine.flow, None)
    try:
        with within_memory(limits.memory), budget:
            result = decide(flow, claim, budget)
            there = exported(flow, name, _told(mine, variant, claim))
            result, packet = accepted(result, there, budget)
    except Spent as why:
        seconds = budget.clock() - budget.start
        result = Result(flow, claim, Verdict.UNDECIDED, reason=str(why), seconds=seconds)
        packet = None
    if packet:
        if kept:
            kept.keep(result, packet, there)
        return result, partial(Store.keep, flow=there.text, packet=packet)
    return result, partial(Store.drop, flow=flow.name, variant=name, claim=claim.id)


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
) -> Iterator[ClaimRow]:
    """Yield the row of each task in order; a claim may use so many seconds."""
    return (row for row, _ in decide_and_keep_all(tasks, Limits(seconds), jobs, None, kept))


def decide_and_keep_all(
    tasks: list[Task], limits: Limits, jobs: int, store: Store | None, kept: "Kept | None" = None
) -> Generator[tuple[ClaimRow, str], None, None]:
    """Yield the row of each task in order, with why its packet cannot be kept, if it cannot.

    What is kept is tried first, in this process: that is sooner done than handed on.
    """
    taken = {task: take_kept(task, limits, store, kept) for task in tasks} if kept else {}
    left = [task for task in tasks if not taken.get(task)]
    with closing(_decide_anew(left, limits, jobs, store, kept)) as anew:
        for task in tasks:
            yield taken.get(task) or next(anew)


def _decide_anew(
    tasks: list[Task], limits: Limits, jobs: int, store: Store | None, kept: "Kept | None"
) -> Generator[tuple[ClaimRow, str], None, None]:
    """Yield the row of each task in order.

    Where memory is limited the claims are always decided in other processes: Z3 can end its
    own where it runs out. One that reaches the limit is decided again in a process of its own.
    """

    def lost(task: Task) -> tuple[ClaimRow, str]:
        return undecided(task, LOST), ""

    if not tasks:
        return
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


def undecided(task: Task, reason: str) -> ClaimRow:
    """Return the row of a claim that was not decided, for a reason that is not its own."""
    mine, variant, claim = _named(task)
    flow = variant.flow if variant else mine.flow
    result = Result(flow, claim, Verdict.UNDECIDED, reason=reason)
    return claim_row(mine, variant, result)
