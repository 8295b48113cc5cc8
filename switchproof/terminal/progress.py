"""Progress, on a terminal only, and only of what takes longer than a second."""

import sys
import threading
import time
from types import TracebackType
from typing import Self

CLEAR = "\r\x1b[K"


class Progress:
    """While it is open, a line on the terminal says what goes on and for how long."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._show, daemon=True)

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _show(self) -> None:
        started, shown = time.monotonic(), False
        while not self._ended.wait(1.0):
            seconds = time.monotonic() - started
            print(f"{CLEAR}{self.what}, {seconds:.0f} s", end="", file=sys.stderr, flush=True)
            shown = True
        if shown:
            print(CLEAR, end="", file=sys.stderr, flush=True)
