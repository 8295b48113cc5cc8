"""The long trial of forgeries: `python -m tests.soak_forged` keeps `tests/forged_result.json`.

Flows come in chunks over all cores, until so many packets were forged.
"""

import argparse
import gc
import json
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from pathlib import Path
from typing import Any

from switchproof.cli import RARELY
from tests.forger import passed
from tests.forger_worlds import target

RESULT = Path(__file__).parent / "forged_result.json"
CHUNK, EACH, FIRST = 10, 25, 10_000  # the flows of `make test` come before


def chunk(first: int) -> tuple[Counter[str], list[str]]:
    """Forge packets on some flows; return how many of each kind there were, and which passed."""
    rows: Counter[str] = Counter()
    wrong = []
    for seed in range(first, first + CHUNK):
        one = target(seed)
        packets, false = passed(one, EACH)
        rows.update(str(packet["kind"]) for packet in packets)
        wrong += [f"seed {seed}: {packet['kind']} of {packet['claim']}" for packet in false]
    return rows, wrong


def main() -> int:
    """Forge so many packets; the exit status tells whether any passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packets", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    gc.set_threshold(*RARELY)
    started, rows = time.monotonic(), Counter[str]()
    result: dict[str, Any] = {"command": f"python -m tests.soak_forged --packets {asked.packets}"}
    result["passed"] = []
    firsts = (FIRST + CHUNK * n for n in count())
    with ProcessPoolExecutor(asked.jobs) as pool:
        while rows.total() < asked.packets:
            for found, wrong in pool.map(chunk, [next(firsts) for _ in range(4 * asked.jobs)]):
                rows += found
                result["passed"] += wrong
            result |= {"forged": rows.total(), "kinds": dict(sorted(rows.items()))}
            result["seconds"] = round(time.monotonic() - started)
            RESULT.write_text(json.dumps(result, indent=1) + "\n")
            print(
                f"\r{result['forged']} forged, {len(result['passed'])} passed", end="", flush=True
            )
    print()
    return 1 if result["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
