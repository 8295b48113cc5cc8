"""How much memory a process may take in all: its address space, as the system counts it."""

import contextlib
import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from properties.engine.budget import Spent

MEGABYTE = 2**20
ARENAS = -8  # M_ARENA_MAX of malloc.h: of how many heaps
SIZE = Path("/proc/self/statm")  # the first number: pages of address space


def memory_can_be_limited() -> bool:
    """Tell whether the system counts and limits address space."""
    return SIZE.exists()


def without_reserves() -> None:
    """Let threads set nothing aside for themselves, as they do where the library is that of GNU."""
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).mallopt(ARENAS, 1)


def megabytes_taken() -> int:
    """Return what this process takes now, begun megabytes in full."""
    import resource

    pages = int(SIZE.read_text(encoding="ascii").split()[0])
    return -(-pages * resource.getpagesize() // MEGABYTE)


@contextmanager
def within_memory(megabytes: int | None) -> Iterator[None]:
    """Raise Spent where this process would take more than so many megabytes; without, never."""
    if megabytes is None:
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    most = megabytes * MEGABYTE
    if before[1] != resource.RLIM_INFINITY:
        most = min(most, before[1])
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
        raise Spent(memory_limit(megabytes))


def memory_limit(megabytes: int) -> str:
    """Return the reason why a claim is undecided that would take more."""
    return f"memory limit of {megabytes} MB"
