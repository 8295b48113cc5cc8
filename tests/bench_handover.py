"""What the handover takes: the second part of `make bench`, which asserts nothing either.

All claims of its designs are decided, their packets kept, and checked; then again, after what was
kept of one design is gone, as after a change in it. Each time stands beside the start of an empty
interpreter in the same run.
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from model.flows import COMPOSED
from properties.engine.packets.kept import name_of
from switchproof.commands import OF_DOSSIER
from switchproof.deciding.decide import loaded
from switchproof.deciding.keeping import FOLDER

REPEATS = 5
TOLD = {
    "order": "safe orders of the twelve steps",
    "table": "the transitional table",
    "interfaces": "all comparisons at interfaces",
    "designs": "each claim of each design, what is claimed kept",
}


def main() -> None:
    """Print a line for each figure, with the limit that was set for it."""
    empty = median(_taken(".", "-c", "pass") for _ in range(REPEATS))
    with TemporaryDirectory() as folder:
        _row("all claims of the designs, cold (120 s)", _verified(folder), empty)
        _row("  and each packet checked again", _switchproof(folder, "check", "packets"), empty)
        for name in COMPOSED:
            _forget(Path(folder) / FOLDER, name)
            _row(f"all claims, after a change in {name} (30 s)", _verified(folder), empty)
        for command in (one for one in TOLD if one in OF_DOSSIER):
            _row(TOLD[command], _switchproof(folder, "dossier", command), empty)


def _verified(folder: str) -> float:
    asked = ("verify", *COMPOSED, "--jobs", "2", "--packets", "packets", "--quiet")
    return _switchproof(folder, *asked)


def _forget(kept: Path, name: str) -> None:
    """Remove what is kept of a design and its variants."""
    mine = loaded(name)
    named: list[tuple[str | None, str]] = [(None, claim.id) for claim in mine.all_claims]
    named += [(variant.name, claim) for variant in mine.variants for claim in variant.breaks]
    for variant, claim in named:
        (kept / name_of(mine.flow.name, variant, claim)).unlink(missing_ok=True)


def _switchproof(folder: str, *arguments: str) -> float:
    return _taken(folder, "-m", "switchproof", *arguments)


def _taken(folder: str, *arguments: str) -> float:
    started = time.perf_counter()
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 3):
        sys.exit(done.stderr)
    return time.perf_counter() - started


def _row(what: str, seconds: float, empty: float) -> None:
    print(f"{what:56}{seconds:9.3f} s{seconds / empty:10.1f} starts", flush=True)


if __name__ == "__main__":
    main()
