"""A verdict with all that its page says of it: kept and accepted once more, or found now."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import partial

from model.language.claims import Compared
from properties.engine.budget import Budget
from properties.engine.packets.checked import find, take
from properties.engine.packets.kept import Kept
from properties.engine.verdict import Result
from switchproof.deciding.decide import Task, asked_of, named, undecided
from switchproof.deciding.format import DecidedRow
from switchproof.deciding.rows import claim_row
from switchproof.deciding.spread import LOST, cores, spread
from switchproof.deciding.taking import taken_or_done
from switchproof.explain.as_pictures import as_pictures
from switchproof.explain.explanation import story
from switchproof.explain.head import head
from switchproof.terminal.errors import BadInput

ACCEPTED = "a proof that the checker, which uses no solver, accepts"  # kept or found: one page


@dataclass(frozen=True)
class VerdictTold:
    """A verdict as a row, why it is so, and the run in words and drawn, where there is one."""

    row: DecidedRow
    because: tuple[str, ...]
    story: tuple[str, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()


def all_told(tasks: list[Task], seconds: float, kept: Kept) -> Generator[VerdictTold, None, None]:
    """Yield what is told of each task, in order."""
    take_kept = partial(_taken, seconds=seconds, kept=kept)
    find_now = partial(_found, seconds=seconds, kept=kept)

    def done(left: list[Task]) -> Generator[VerdictTold, None, None]:
        return spread(find_now, left, cores(), _lost)

    return taken_or_done(kept, take_kept, done, tasks, cores())


def _taken(task: Task, seconds: float, kept: Kept) -> VerdictTold | None:
    found = take(kept, asked_of(task), Budget(seconds=seconds))
    return _told(task, found.result) if found else None


def _found(task: Task, seconds: float, kept: Kept) -> VerdictTold:
    return _told(task, find(kept, asked_of(task), Budget(seconds=seconds)).result)


def _lost(task: Task) -> VerdictTold:
    return VerdictTold(undecided(task, LOST), (f"Undecided. We do not know: {LOST}.",))


def _told(task: Task, result: Result) -> VerdictTold:
    mine, variant, _ = named(task)
    row = claim_row(mine, variant, result)
    named_so = result if isinstance(result.claim, Compared) else replace(result, method=ACCEPTED)
    because = tuple(head(mine, variant, named_so, None))
    if result.run is None:
        return VerdictTold(row, because)
    try:
        figures = tuple(as_pictures(mine, variant, result))
    except BadInput:  # it is so before any step
        figures = ()
    return VerdictTold(row, because, tuple(story(result)), figures)
