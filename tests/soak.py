"""The long trial of soundness: `python -m tests.soak` keeps its result in `tests/soak_result.json`.

Flows come in chunks over all cores, and the result is written after each chunk. A run that was
stopped goes on where it was, if the commit and the command are the same.
"""

import argparse
import gc
import json
import os
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from switchproof.cli import RARELY
from tests.trials import CLASSES, trial

RESULT = Path(__file__).parent / "soak_result.json"
CHUNK = 100
# Each class as often as its cost allows; those with providers and shared steps matter most.
TURNS = [CLASSES[n] for n in (0, 1, 1, 2, 2, 3, 3, 4, 4, 5)]


def chunk(first: int) -> tuple[Counter[str], list[str]]:
    """Make the trials of some seeds; return what came of them, and what is wrong."""
    rows: Counter[str] = Counter()
    wrong = []
    for seed in range(first, first + CHUNK):
        kind, providers = TURNS[seed % len(TURNS)]
        found = trial(seed, kind, providers=providers)
        assert found is not None
        where = f"{kind}, {'with' if providers else 'no'} providers"
        rows[f"{where}: {found.row}"] += 1
        rows["late claims"] += found.claim.id == "late"
        wrong += [f"{where}, seed {seed}: {fault}" for fault in found.faults]
    return rows, wrong


def main() -> int:
    """Make the trials; the exit status tells whether any verdict was contradicted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flows", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    gc.set_threshold(*RARELY)
    result = _begun(asked.flows)
    rows = Counter[str](result["rows"])
    started = time.monotonic() - result["seconds"]
    with ProcessPoolExecutor(asked.jobs) as pool:
        for found, wrong in pool.map(chunk, range(result["done"], asked.flows, CHUNK)):
            rows += found
            result["done"] += CHUNK
            result["wrong"] += wrong
            result["rows"] = dict(sorted(rows.items()))
            result["shares"] = _shares(rows)
            result["seconds"] = round(time.monotonic() - started)
            RESULT.write_text(json.dumps(result, indent=1) + "\n")
            print(f"\r{result['done']} flows, {len(result['wrong'])} wrong", end="", flush=True)
    print(f"\n{result['shares']}")
    return 1 if result["wrong"] else 0


def _begun(flows: int) -> dict[str, Any]:
    """Return the result so far, or one that is empty."""
    head = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True)  # noqa: S607
    result = {
        "command": f"python -m tests.soak --flows {flows}",
        "commit": head.stdout.strip(),
        "seeds": f"0 to {flows - 1}",
    }
    if RESULT.exists():
        kept: dict[str, Any] = json.loads(RESULT.read_text())
        if all(kept.get(key) == value for key, value in result.items()) and kept["done"] < flows:
            return kept
    return {**result, "done": 0, "seconds": 0, "wrong": [], "shares": {}, "rows": {}}


def _shares(rows: Counter[str]) -> dict[str, str]:
    """Return, for each class, how many verdicts are exact and how many undecided."""
    shares = {}
    for kind, providers in CLASSES:
        where = f"{kind}, {'with' if providers else 'no'} providers"
        mine = {row: n for row, n in rows.items() if row.startswith(where)}
        whole = max(sum(mine.values()), 1)
        undecided = sum(n for row, n in mine.items() if "undecided" in row)
        exact = 100 * (whole - undecided) / whole
        shares[where] = f"{exact:.2f} % exact, {100 - exact:.2f} % undecided, of {whole}"
    return shares


if __name__ == "__main__":
    sys.exit(main())
