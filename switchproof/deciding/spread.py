"""Work spread over processes: the answers in order, and none lost where a process ends.

No process outlives the one that started it, however that one ends.
"""

import multiprocessing
import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from properties.engine.signals import ENDING, heed

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

LISTENING = 0.2  # seconds between two looks whether a signal waits, or nobody reads
LOST = "the process that worked on it ended, twice, perhaps for want of memory"


def cores() -> int:
    """Return how many processes can work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    work: Callable[[Asked], Answer],
    items: list[Asked],
    jobs: int,
    lost: Callable[[Asked], Answer],
    *,
    apart: bool = False,
) -> Generator[Answer, None, None]:
    """Yield the answer to each item in order; `lost` gives that of one whose process ended.

    One process that ends takes all others with it; so what was open then is done again, each
    alone. Where it is to be `apart`, nothing is done in this process.
    """
    if not apart and (jobs == 1 or len(items) <= 1):
        yield from map(work, items)
        return
    for item, future in zip(items, _ended(work, items, jobs), strict=True):
        again = [future] if not _is_lost(future) else list(_ended(work, [item], 1))
        yield lost(item) if _is_lost(again[0]) else again[0].result()


def _is_lost(future: Future[Answer]) -> bool:
    return isinstance(future.exception(), BrokenProcessPool)


def _ended(
    work: Callable[[Asked], Answer], items: list[Asked], jobs: int
) -> Iterator[Future[Answer]]:
    """Yield what became of each item, in order, as it ends."""
    with ProcessPoolExecutor(min(jobs, len(items)), initializer=as_child) as pool:
        try:
            with _no_signal():  # else a process that just begins would complain
                futures = [_submitted(pool, work, item) for item in items]
            for future in futures:
                while not wait([future], timeout=LISTENING).done:
                    heed()
                    need_reader()
                yield future
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in multiprocessing.active_children():
                child.terminate()
                child.join()
            raise


def need_reader() -> None:
    """Raise BrokenPipeError where nobody reads any more what is printed."""
    if not hasattr(select, "poll"):
        return
    try:
        number = sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):  # it is no file
        return
    printed = select.poll()
    printed.register(number, 0)
    if any(event & select.POLLERR for _, event in printed.poll(0)):
        raise BrokenPipeError


def _submitted(
    pool: ProcessPoolExecutor, work: Callable[[Asked], Answer], item: Asked
) -> Future[Answer]:
    try:
        return pool.submit(work, item)
    except BrokenProcessPool as why:
        future: Future[Answer] = Future()
        future.set_exception(why)
        return future


@contextmanager
def _no_signal() -> Iterator[None]:
    """Let signals wait; threads that begin meanwhile never hear of any."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT, *ENDING])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def as_child() -> None:
    """Leave Ctrl-C to the process that started this one, and end with it, as by other signals."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in ENDING:
        signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
