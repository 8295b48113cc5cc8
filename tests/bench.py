"""Where the time goes: `make bench` prints it, and asserts nothing; flows may be named.

Machines are noisy, so each time stands beside the start of an empty interpreter in the same run.
The split between search and solver is taken in one process, around the methods that do the work.
"""

import gc
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from diagrams.draw import pictures
from model.flows import WRITTEN
from model.language import Flow
from model.language.claims import Claim
from properties import checker
from properties.engine.budget import Budget
from properties.engine.explicit.by_c import ByC, NoProgram
from properties.engine.explicit.by_python import ByPython
from properties.engine.explicit.packing import packing_of
from properties.engine.free import settle_free
from properties.engine.judging.judge import judge
from properties.engine.packets.store import Store
from properties.engine.pdr.sat import Unserved
from properties.engine.prove import decide
from properties.engine.slices.closure import Closure
from properties.engine.slices.refine import first_answer
from properties.engine.verdict import Result
from switchproof.cli import RARELY
from switchproof.deciding.decide import Limits, decide_and_keep_all, decide_task, loaded, tasks_of
from switchproof.draw.run import draw
from tests import toys
from tests.concrete import Moment, Tables
from tests.instances import Shape, _firsts

P = ParamSpec("P")
T = TypeVar("T")
IMPORTS = ("argparse", "z3", "transitions", "graphviz", "properties.engine.prove", "properties.css")
REPEATS, SECONDS, STATES, FEW = 5, 60.0, 300_000, 2_000
TOYS = ((toys.chain, 40), (toys.chain, 100), (toys.token, 60), (toys.votes, 200))
SLOW, LIMIT = Path(__file__).parent / "slow", 10.0  # seconds


def main(flows: list[str]) -> None:
    """Print the whole table."""
    gc.set_threshold(*RARELY)
    empty = _interpreter("-c", "pass")
    _row("start: an empty interpreter", empty, empty)
    for name in IMPORTS:
        _row(f"  import {name}, besides", _interpreter("-c", f"import {name}") - empty, empty)
    _row("switchproof --help, in all", _interpreter("-m", "switchproof", "--help"), empty)
    with TemporaryDirectory() as folder:
        _claims_alone(flows, Path(folder), empty)
    for jobs in ("2", "1"):
        whole = _interpreter(
            "-m", "switchproof", "verify", "--no-cache", "--jobs", jobs, *flows, repeats=1
        )
        _row(f"switchproof verify, variants too, {jobs} at a time", whole, empty)
    for name in flows:
        _split(name, empty)
    for toy, size in TOYS:
        _toy(toy, size, empty)
    for path in sorted(SLOW.glob("*.py")):
        _limits(str(path))
    for name in flows:
        for shape in ((1,), (2,)):
            _explicit(name, shape)


def _claims_alone(flows: list[str], folder: Path, empty: float) -> None:
    """Print what all claims take, without the variants that must break them, and their packets."""
    tasks = [task for name in flows for task in tasks_of(loaded(name), ()) if not task.variant]
    kept, seconds = _timed(
        lambda: list(decide_and_keep_all(tasks, Limits(SECONDS), 2, Store(folder)))
    )
    _row(f"{len(kept)} claims, packets kept, 2 at a time", seconds, empty)
    alone = _interpreter(str(Path(checker.__file__).parent), str(folder))
    _row("  the checker by itself", alone, empty)
    both = _interpreter("-m", "switchproof", "check", "--jobs", "2", str(folder))
    _row("  switchproof check, with Z3 and cvc5 too", both, empty)


def _interpreter(*arguments: str, repeats: int = REPEATS) -> float:
    taken, command = [], [sys.executable, *arguments]
    for _ in range(repeats):
        done, seconds = _timed(subprocess.run, command, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1, 3):
            sys.exit(done.stderr)
        taken.append(seconds)
    return median(taken)


def _timed(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> tuple[T, float]:
    started = time.perf_counter()
    return call(*args, **kwargs), time.perf_counter() - started


def _row(what: str, seconds: float, empty: float) -> None:
    print(f"{what:50}{seconds:9.3f} s{seconds / empty:10.1f} starts", flush=True)


def _split(name: str, empty: float) -> None:
    spent, tasks = {"search": 0.0, "solver": 0.0}, tasks_of(loaded(name), ())
    with (
        patch("properties.engine.settle.first_answer", _counted(spent, "search", first_answer)),
        patch.object(Closure, "close", _counted(spent, "search", Closure.close)),
        patch("properties.engine.settle.judge", _counted(spent, "solver", judge)),
        patch("properties.engine.prove.settle_free", _counted(spent, "solver", settle_free)),
    ):
        rows, whole = _timed(lambda: [decide_task(task, SECONDS) for task in tasks])
    _row(f"{name}: {len(tasks)} claims and variants, one process", whole, empty)
    for what, seconds in (*spent.items(), ("the rest", whole - sum(spent.values()))):
        _row(f"  {what}", seconds, empty)
    seconds, slowest = max((row["seconds"], row["id"]) for row in rows)
    _row(f"  the slowest: {slowest}", seconds, empty)
    with TemporaryDirectory() as folder:
        files, seconds = _timed(draw, pictures(loaded(name).flow), Path(folder))
    _row(f"  drawing, {len(files)} files", seconds, empty)


def _toy(toy: Callable[[int], tuple[Flow, Claim]], size: int, empty: float) -> None:
    """Print what a claim takes where it is asked of all engines, and of the closure alone."""
    flow, claim = toy(size)
    every, seconds = _timed(decide, flow, claim, Budget(seconds=SECONDS))
    _row(f"{toy.__name__} of {size}, all engines: {_told(every)}", seconds, empty)
    with patch("properties.engine.settle.dive", side_effect=Unserved("only the closure is asked")):
        alone, seconds = _timed(decide, flow, claim, Budget(seconds=SECONDS))
    _row(f"{toy.__name__} of {size}, the closure alone: {_told(alone)}", seconds, empty)


def _told(result: Result) -> str:
    return result.verdict.value if result.verdict else "pending"


def _explicit(name: str, shape: Shape) -> None:
    """Print how fast an instance is searched, beside a plain search that knows no engine."""
    flow = loaded(name).flow
    states, seconds = _timed(_plainly, flow, shape)
    what, plain = f"{name}, {sum(shape)} points: states a second", states / seconds
    told = [f"{plain:,.0f} plainly"]
    for engine in (ByPython, ByC):
        try:
            states, seconds = _timed(_searched, engine, flow, shape)
        except NoProgram as why:
            told.append(str(why))
            continue
        how, rate = engine.__name__.removeprefix("By"), states / seconds
        told.append(f"{rate:,.0f} in {how} ({rate / plain:,.0f} times)")
    print(f"{what:42}{'; '.join(told)}", flush=True)


def _searched(engine: type[ByPython | ByC], flow: Flow, shape: Shape) -> int:
    going = engine(packing_of(flow, shape), [], Budget())
    while not going.is_finished and going.states < STATES:
        going.advance()
    return going.states


def _plainly(flow: Flow, shape: Shape) -> int:
    tables = Tables(flow)
    level = list(_firsts(tables, shape))
    known = set(level)
    while level and len(known) < FEW:
        after = {after for state in level for _, _, after in Moment(tables, state).steps()}
        level = list(after - known)
        known |= after
    return len(known)


def _limits(source: str) -> None:
    """Print what was taken of a limit by the claims of a flow that was made to be slow."""
    for task in tasks_of(loaded(source), ()):
        row, seconds = _timed(decide_task, task, LIMIT)
        what = f"{Path(source).stem}, {task.claim}: {row['verdict']}"
        print(f"{what:50}{seconds:9.3f} s of {LIMIT:g} s", flush=True)


def _counted(spent: dict[str, float], what: str, call: Callable[P, T]) -> Callable[P, T]:
    """Return a call that adds what it takes, less what is counted within it."""

    def counted(*args: P.args, **kwargs: P.kwargs) -> T:
        before = sum(spent.values())
        result, seconds = _timed(call, *args, **kwargs)
        spent[what] += seconds - (sum(spent.values()) - before)
        return result

    return counted


if __name__ == "__main__":
    main(sys.argv[1:] or list(WRITTEN))
