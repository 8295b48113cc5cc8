"""How long the notebooks take, first and then from kept results; `make bench` prints it.

It asserts nothing: machines are noisy.
"""

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.notebooks_kept import FOLDER, executed


def main() -> None:
    """Print a line for each notebook, and one for all."""
    sums = [0.0, 0.0]
    with TemporaryDirectory() as folder:
        os.environ["IPYTHONDIR"] = folder
        for path in sorted(FOLDER.glob("*.ipynb")):
            times = [_seconds(path, Path(folder)) for _ in sums]
            sums = [one + time for one, time in zip(sums, times, strict=True)]
            _row(path.stem, times)
    _row("all notebooks", sums)


def _seconds(path: Path, folder: Path) -> float:
    began = time.monotonic()
    executed(path, folder)
    return time.monotonic() - began


def _row(name: str, times: list[float]) -> None:
    first, kept = times
    print(f"{name:16} {first:6.1f} s, from kept results {kept:6.1f} s", flush=True)


if __name__ == "__main__":
    main()
