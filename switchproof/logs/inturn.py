"""Work in as many threads as cores, its results in order and few of them at a time."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from switchproof.deciding.spread import cores

T = TypeVar("T")
R = TypeVar("R")


def in_turn(work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """Yield what work makes of each, in their order, and hold no more than the threads do.

    Raises MemoryError, too, where there is no room for another thread.
    """
    running: deque[Future[R]] = deque()
    with ThreadPoolExecutor(cores()) as pool:
        for item in items:
            try:
                running.append(pool.submit(work, item))
            except RuntimeError as wrong:
                raise MemoryError(str(wrong)) from wrong
            if len(running) > cores():
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
