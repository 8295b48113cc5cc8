"""A judge that kills a process when it is called for the second time, wherever that is."""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa


@dataclass(frozen=True)
class DiesOnce:
    """Judges, but for its second call: `victim` says which process that one ends."""

    judge: Callable[[pa.Table], pa.Table]
    marks: Path
    victim: Callable[[], int]

    def __call__(self, table: pa.Table) -> pa.Table:
        number = len(list(self.marks.iterdir()))
        (self.marks / f"{number} by {os.getpid()}").touch()
        if number == 1:
            os.kill(self.victim(), signal.SIGKILL)
        return self.judge(table)


def itself() -> int:
    return os.getpid()


def its_executor() -> int:
    """The Java process of a Spark worker: Python works for a daemon that works for it."""
    return parent(os.getppid())


def parent(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("PPid:"))
