"""What the paper and the site take: a part of `make bench`, which asserts nothing either.

What is kept is decided first, once, which takes many minutes. Then each command is run as a user
runs it, and its processor time told apart: what checks kept verdicts once more, and decides what
is not kept, such as orders of steps; and the rest.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import Value
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from switchproof.cli import main as switchproof

LIMITS = {"paper": 3, "site": 10}


def main(asked: list[str]) -> None:
    """Print a line for each command, with the limit that was set for the rest."""
    if asked:
        print(json.dumps(_split(asked[0])))
        return
    with TemporaryDirectory() as folder:
        started = time.perf_counter()
        for command in LIMITS:
            _run(folder, "-m", "switchproof", "dossier", command)
        print(f"{'both, nothing kept':32}{time.perf_counter() - started:9.1f} s", flush=True)
        for command, limit in LIMITS.items():
            _row(f"dossier {command}, all kept ({limit} s)", _measured(folder, command))


def _measured(folder: str, command: str) -> dict[str, float]:
    started = time.perf_counter()
    said = _run(folder, "-m", "tests.bench_dossier", command)
    found: dict[str, float] = json.loads(said.splitlines()[-1])
    return {**found, "whole": time.perf_counter() - started}


def _row(what: str, took: dict[str, float]) -> None:
    whole, recheck, rest = took["whole"], took["recheck"], took["rest"]
    told = (
        f"recheck {recheck:6.2f} s, rest {rest:5.2f} s of processor time: 1 to {rest / recheck:.2f}"
    )
    print(f"{what:32}{whole:9.1f} s; {told}", flush=True)


def _split(command: str) -> dict[str, float]:
    """Run a command in this process; return the time of the recheck and of all else."""
    from switchproof.dossier.paper import gathered as of_paper
    from switchproof.dossier.site import material as of_site
    from switchproof.dossier.site import told

    recheck, telling = (Value("d", 0.0) for _ in range(2))  # which children add to as well
    setattr(told, "_told", _timed(vars(told)["_told"], telling))  # noqa: B010  # not for others
    if command == "paper":
        of_paper.gathered = _timed(of_paper.gathered, recheck)
    else:
        for name in ("_decided", "decided", "compared", "_order", "_tables"):
            setattr(of_site, name, _timed(vars(of_site)[name], recheck))
    started = _processor()
    switchproof(["dossier", command])
    spent = recheck.value - telling.value
    return {"recheck": spent, "rest": _processor() - started - spent}


def _timed(what: Callable[..., Any], spent: "Synchronized[float]") -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:  # noqa: ANN401
        with _counted(spent):
            return what(*given, **named)

    return timed


@contextmanager
def _counted(spent: "Synchronized[float]") -> Iterator[None]:
    started = _processor()
    try:
        yield
    finally:
        with spent:
            spent.value += _processor() - started


def _processor() -> float:
    """Return the processor time of this process and of those that it waited for."""
    return sum(os.times()[:4])


def _run(folder: str, *arguments: str) -> str:
    where = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=where, capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1, 3):
        sys.exit(done.stderr)
    return done.stdout


if __name__ == "__main__":
    main(sys.argv[1:])
