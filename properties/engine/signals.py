"""Signals that ask the process to end: heeded at once, but for one that comes within Z3.

What hands things to Z3 or takes them back cannot be left just anywhere, so such a one waits until
a budget is looked at, or to the end.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
DEFAULT = {signal.SIGINT: signal.default_int_handler, **dict.fromkeys(ENDING, signal.SIG_DFL)}

waiting: list[int] = []  # signals that came while they had to wait
raised: list[int] = []  # those that were raised at once


class Ended(BaseException):
    """The process was asked to end by a signal of this number, and not by Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def heed() -> None:
    """Raise what the first signal asks for of those that wait."""
    if waiting:
        raise _asked_by(waiting[0])


def heed_again() -> None:
    """Raise what the last signal asked for, where a library swallowed it and says so otherwise."""
    if raised:
        raise _asked_by(raised[-1])


def _asked_by(number: int) -> BaseException:
    return KeyboardInterrupt() if number == signal.SIGINT else Ended(number)


@contextmanager
def signals_spare_z3() -> Iterator[None]:
    """Heed signals that ask to end, but for those that somebody else heeds or ignores."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    mine = {n: default for n, default in DEFAULT.items() if signal.getsignal(n) is default}
    for number in mine:
        signal.signal(number, _note)
    try:
        yield
    finally:
        for number, default in mine.items():
            signal.signal(number, default)
        came, waiting[:], raised[:] = waiting[:], [], []
        if came:
            raise _asked_by(came[0])


def _note(number: int, frame: FrameType | None) -> None:
    if not _is_within_z3(frame):
        raised.append(number)
        raise _asked_by(number)
    waiting.append(number)


def _is_within_z3(frame: FrameType | None) -> bool:
    while frame and frame.f_globals.get("__name__", "").partition(".")[0] != "z3":
        frame = frame.f_back
    return frame is not None
