"""Time limits hold: on inputs that were made to be slow no phase looks away from its budget."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import FrameType

import pytest

from properties.budget import Budget, Spent
from properties.packets.accept import accepted, exported
from properties.prove import decide
from properties.verdict import Result, Verdict
from switchproof.deciding import Task, loaded, tasks_of

BY_Z3 = {"pigeons"}  # which keeps its time by a clock of its own
EVERY = sorted(Path(__file__).with_name("slow").glob("*.py"))
SLOW = [path for path in EVERY if path.stem not in BY_Z3]
TASKS = [task for path in SLOW for task in tasks_of(loaded(str(path)), ())]
LOOKS = 100
MANY = 200_000  # calls: two tenths of a second or so


class Watched:
    """Counts looks at the time, each of which takes a second here, and calls between two looks."""

    def __init__(self) -> None:
        self.looks, self.calls, self.most = count(), 0, 0

    def __call__(self) -> float:
        """Return the time, which is how often it was asked for."""
        self.most, self.calls = max(self.most, self.calls), 0
        return float(next(self.looks))

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Count every call of a function meanwhile."""

        def called(frame: FrameType, event: str, argument: object) -> None:
            del frame, argument
            self.calls += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(called)
        try:
            yield
        finally:
            sys.setprofile(before)
            self()


def within(task: Task, watched: Watched) -> Result:
    """Return the verdict on a claim that may look so often at the time, and is checked as well."""
    mine = loaded(task.source)
    claim = mine.claim(task.claim)
    result = decide(mine.flow, claim, Budget(LOOKS, clock=watched))
    with Budget(LOOKS, clock=watched) as budget:
        try:
            result, _ = accepted(result, exported(mine.flow, None, (claim,)), budget)
        except Spent as why:
            return Result(mine.flow, claim, Verdict.UNDECIDED, reason=str(why))
    return result


@pytest.mark.parametrize("task", TASKS, ids=lambda task: f"{Path(task.source).stem}, {task.claim}")
def test_no_phase_looks_away_for_long(task: Task) -> None:
    watched = Watched()
    with watched.counting():
        result = within(task, watched)

    assert watched.most < MANY
    assert result.verdict is not Verdict.UNDECIDED or "time limit" in result.reason
