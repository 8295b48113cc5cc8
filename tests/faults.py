"""Is every fault of the engine noticed? `python -m tests.faults` sows them, one in a copy.

There is a copy of the project for each core, whose tests run until one fails. The table that it
prints is kept in `tests/fault_result.json`, with the hash of each file that had a fault.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from queue import Queue

from switchproof.deciding import keeping
from switchproof.deciding.spread import cores
from tests.sown.every import FAULTS
from tests.sown.fault import Fault

ROOT = Path(__file__).parent.parent
RESULT = Path(__file__).parent / "fault_result.json"
COPIED = ("diagrams", "model", "properties", "switchproof", "tests")
SECONDS = 600  # what has not ended by then does not count as noticed
FAILED = ("FAILED ", "ERROR ")


def sown(fault: Fault, text: str) -> str:
    """Return the text of a file with the fault in it; raises ValueError where it has no place."""
    if text.count(fault.right) != 1:
        raise ValueError(f"{fault.file}: '{fault.right}' does not stand there exactly once")
    return text.replace(fault.right, fault.wrong)


def noticed(fault: Fault, copy: Path) -> str | None:
    """Return the test that fails with a fault sown in a copy of the project, or None."""
    path = copy / fault.file
    right = path.read_text(encoding="utf-8")
    path.write_text(sown(fault, right), encoding="utf-8")
    shutil.rmtree(copy / keeping.FOLDER, ignore_errors=True)  # it was filled without this fault
    try:
        return next(
            (test for group in fault.tests if (test := _failing(group.split(), copy))), None
        )
    finally:
        path.write_text(right, encoding="utf-8")


def _failing(tests: list[str], copy: Path) -> str | None:
    options = ("-q", "-x", "--tb=no", "-p", "no:cacheprovider")
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *tests],
            cwd=copy,
            env=environment,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    if ended.returncode == 0:
        return None
    failed = [line for line in ended.stdout.splitlines() if line.startswith(FAILED)]
    assert failed, ended.stdout + ended.stderr
    return failed[0].partition(" ")[2].partition(" - ")[0]


def copied(folder: Path) -> Path:
    """Make a copy of all that the tests need, and return it."""
    folder.mkdir(exist_ok=True)
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "GUIDE.md"):
        shutil.copy(ROOT / name, folder)
    return folder


def found() -> Iterator[tuple[Fault, str | None]]:
    """Yield each fault with the test that noticed it; raises ValueError where one always fails."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may ignore it for us
    jobs, copies, sound = cores(), Queue[Path](), set[str]()

    def tried(fault: Fault) -> str | None:
        copy = copies.get()
        try:
            test = noticed(fault, copy)
            if test and test not in sound and _failing([test], copy):
                raise ValueError(f"{test} fails without a fault; mend that first")
        finally:
            copies.put(copy)
        sound.update({test} if test else ())
        return test

    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        for number in range(jobs):
            copies.put(copied(Path(folder) / str(number)))
        yield from zip(FAULTS, pool.map(tried, FAULTS), strict=True)


def main() -> int:
    """Print and keep the table; return 1 where a fault was noticed by no test."""
    files = {fault.file: sha256((ROOT / fault.file).read_bytes()).hexdigest() for fault in FAULTS}
    table: dict[str, dict[str, str | None]] = {}
    for fault, test in found():
        table[fault.name] = {"file": fault.file, "noticed by": test}
        print(f"{fault.name}: {test or 'NOTICED BY NO TEST'}", flush=True)
    result = {"command": "python -m tests.faults", "files": files, "faults": table}
    RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    missed = [name for name, row in table.items() if row["noticed by"] is None]
    print(f"{len(table) - len(missed)} of {len(table)} faults noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
