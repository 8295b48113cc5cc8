"""Time limits hold: on inputs that were made to be slow no phase looks away from its budget."""

import gc
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from types import FrameType

import pytest

from properties.checker import Flow, flow_of
from properties.checker.kernel.need import ticking
from properties.checker.kernel.search import Question, formula
from properties.checker.kernel.world import shaped
from properties.checker.others import actors, embeddings
from properties.engine.budget import Budget, Spent
from properties.engine.packets.accept import accepted, exported
from properties.engine.prove import decide
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.decide import Task, loaded, tasks_of

BY_Z3 = {"pigeons"}  # which keeps its time by a clock of its own
EVERY = sorted((Path(__file__).parents[1] / "slow").glob("*.py"))
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

        gc.disable()
        before = sys.getprofile()
        sys.setprofile(called)
        try:
            yield
        finally:
            sys.setprofile(before)
            gc.enable()
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
    loaded(task.source)  # another test may have let it go
    with watched.counting():
        result = within(task, watched)

    assert watched.most < MANY
    assert result.verdict is not Verdict.UNDECIDED or "time limit" in result.reason


class TestTicks:
    """The checker, which stands alone, ticks wherever it may be at work for long."""

    @staticmethod
    def ticks(stem: str, work: Callable[[Flow], object]) -> int:
        """Return how often the checker ticks while some work is done on a flow."""
        mine = loaded(str(EVERY[0].with_name(f"{stem}.py")))
        text, counted = exported(mine.flow, None, mine.claims).text, list[int]()
        flow = flow_of(json.loads(text))
        with ticking(lambda: counted.append(1)):
            work(flow)
        return len(counted)

    def test_in_the_cases_of_a_comparison(self) -> None:
        def compared(flow: Flow) -> None:
            at = shaped(flow, (1,))
            one, two = (at.slots[name, 0] for name in ("one", "two"))
            flow.values["one"] = flow.values["two"] = list(range(30))
            formula(at, ("less", one, two))

        assert self.ticks("comparison", compared) >= 30

    def test_in_the_ways_to_take_an_event(self) -> None:
        def stepped(flow: Flow) -> None:
            at = shaped(flow, (1,))
            wanted = {(f"state {n}", 0) for n in range(4)}
            assert len(list(at.steps("go", 0, wanted))) == 4**4

        assert self.ticks("options", stepped) >= 4**4

    def test_in_the_search(self) -> None:
        def searched(flow: Flow) -> None:
            at = shaped(flow, (1,))
            holes, birds = range(4), range(5)
            sits = [[at.slots[f"{n} in {hole}", 0] for hole in holes] for n in birds]
            apart = (("at most one", *(row[hole] for row in sits)) for hole in holes)
            trees = [*(("or", *row) for row in sits), *apart]
            assert Question("", at, trees, []).answer() is None

        assert self.ticks("pigeons", searched) >= 24

    def test_in_the_ways_to_see_a_shape(self) -> None:
        ways = partial(self.ticks, "others")
        assert ways(lambda flow: list(embeddings(shaped(flow, (4,)), (3,)))) >= 24

    def test_in_those_whom_a_guard_may_ask_for(self) -> None:
        def asked(flow: Flow) -> None:
            some = actors(shaped(flow, (1,)), "go")
            with ticking(stop_after(1000)):
                assert list(some)

        with pytest.raises(Spent):
            self.ticks("somes", asked)

    def test_what_was_stopped_half_way_is_not_taken_for_the_whole(self) -> None:
        """The next claim on the flow would be checked without a machine that may refuse."""

        def stopped(flow: Flow) -> None:
            at = shaped(flow, (1,))
            with pytest.raises(Spent), ticking(stop_after(2)):
                list(at.steps("go", 0, set()))
            ((when, _),) = at.steps("go", 0, set())
            assert len(when) == len(flow.machines) > 2

        assert self.ticks("options", stopped) > 2


def stop_after(most: int) -> Callable[[], None]:
    left = count(1)

    def tick() -> None:
        if next(left) > most:
            raise Spent("enough")

    return tick
