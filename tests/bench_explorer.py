"""How large the page of a flow is, and how soon it is painted; `make bench` prints it.

`python -m tests.bench_explorer css` measures one flow. It asserts nothing: machines are noisy.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from model.flows import FLOWS
from tests.browsing import NONE_FOUND, Seen, found, started
from tests.explored import written

TIMES = 5
PAINTED = """() => [performance.getEntriesByName("first-contentful-paint")[0].startTime,
  performance.getEntriesByType("navigation")[0].domComplete]"""


def measured(browser: Browser, file: Path) -> tuple[float, float]:
    """Return after how many milliseconds a page is first painted, and can be used."""
    seen = Seen(browser)
    page = seen.open(file)
    page.wait_for_timeout(200)
    painted, ready = page.evaluate(PAINTED)
    page.close()
    return painted, ready


def rows(names: list[str]) -> Iterator[str]:
    """Yield a line for each flow."""
    path = found()
    if path is None:
        yield f"left out: {NONE_FOUND}"
        return
    yield f"{'flow':16} {'made':>7} {'size':>9} {'painted':>9} {'ready':>9}"
    with started(path) as browser, TemporaryDirectory() as folder:
        for name in names:
            began = time.monotonic()
            file = written(name, Path(folder), runs=True)
            made = time.monotonic() - began
            times = [measured(browser, file) for _ in range(TIMES)]
            painted, ready = (median(each) for each in zip(*times, strict=True))
            size = file.stat().st_size / 1000
            yield f"{name:16} {made:5.1f} s {size:6.0f} kB {painted:6.0f} ms {ready:6.0f} ms"


def main(names: list[str]) -> None:
    """Print how the pages of some flows, or of all, are."""
    for row in rows(names or list(FLOWS)):
        print(row, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
