"""What is wrong is said by raising; and whoever waits may look at the clock meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Rejected(Exception):
    """The packet does not show what it says; the message is the reason."""


def need(holds: object, reason: str) -> None:
    """Reject where something does not hold."""
    if not holds:
        raise Rejected(reason)


_ticks: list[Callable[[], None]] = []


def tick() -> None:
    """Let whoever waits look at the clock; it may stop the work by raising."""
    for each in _ticks:
        each()


@contextmanager
def ticking(each: Callable[[], None]) -> Iterator[None]:
    """Let all that is done meanwhile call `each` again and again."""
    _ticks.append(each)
    try:
        yield
    finally:
        _ticks.remove(each)
