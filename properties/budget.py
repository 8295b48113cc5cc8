"""How long and how large a search may grow before the answer is Undecided."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

MEGABYTE = 2**20
SIZE = Path("/proc/self/statm")  # the first number: pages of address space

_waiting: list[int] = []  # interrupts that came while they had to wait


class Spent(Exception):
    """A limit was reached; the message says which."""


@dataclass
class Budget:
    """Limits in seconds and in views or states held at once."""

    seconds: float = 60.0
    views: int = 2_000_000
    start: float = field(default_factory=time.monotonic)

    def check(self, held: int = 0) -> None:
        """Raise Spent where a limit is reached, and KeyboardInterrupt where one waits."""
        if _waiting:
            raise KeyboardInterrupt
        if time.monotonic() - self.start > self.seconds:
            raise Spent(f"time limit of {self.seconds:g} s")
        if held > self.views:
            raise Spent(f"limit of {self.views} views")

    @property
    def left(self) -> float:
        """Return the seconds left, at least a little."""
        return max(0.05, self.seconds - (time.monotonic() - self.start))


@contextmanager
def within_memory(megabytes: int | None) -> Iterator[None]:
    """Raise Spent where more memory is taken than so many megabytes; without them, never.

    What counts is address space beyond what the process has already, as the system counts it.
    """
    if megabytes is None:
        yield
        return
    import resource

    pages = int(SIZE.read_text(encoding="ascii").split()[0])
    before = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * resource.getpagesize() + megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    reached = False
    try:
        yield
    except Exception as wrong:
        reached = isinstance(wrong, MemoryError) or "out of memory" in str(wrong)  # Z3 says so
        if not reached:
            raise
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
    if reached:  # only now, when what was held is let go
        raise Spent(f"memory limit of {megabytes} MB")


@contextmanager
def interrupts_spare_z3() -> Iterator[None]:
    """Let Ctrl-C that comes within Z3 wait until a budget is looked at, or the end.

    What hands things to Z3 or takes them back cannot be left just anywhere.
    """

    def note(number: int, frame: FrameType | None) -> None:
        if not _is_within_z3(frame):
            raise KeyboardInterrupt
        _waiting.append(number)

    heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not heard or threading.current_thread() is not threading.main_thread():
        yield
        return
    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        came = bool(_waiting)
        _waiting.clear()
        if came:
            raise KeyboardInterrupt


def _is_within_z3(frame: FrameType | None) -> bool:
    while frame and frame.f_globals.get("__name__", "").partition(".")[0] != "z3":
        frame = frame.f_back
    return frame is not None


def memory_can_be_limited() -> bool:
    """Tell whether the system counts and limits address space."""
    return SIZE.exists()
