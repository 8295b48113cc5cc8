"""The same search by a program in C, where the system has a compiler."""

import os
import shutil
import signal
import subprocess
import weakref
from collections.abc import Sequence
from ctypes import CDLL, POINTER, Structure, c_int64, c_uint32, c_uint64, c_void_p
from pathlib import Path
from subprocess import DEVNULL
from tempfile import TemporaryDirectory
from typing import Any

from properties.engine.budget import Budget
from properties.engine.explicit.asked import Sought
from properties.engine.explicit.c_text import program, words_of
from properties.engine.explicit.ends import BATCH, End
from properties.engine.explicit.packing import WORD, Packing

FIRST = 2**32 - 1  # what stands before a first state


class NoProgram(Exception):
    """There is no program in C; the message says why."""


def compiled(text: str, seconds: float) -> CDLL:
    """Return a program of our own, compiled and loaded; raises NoProgram."""
    compiler = shutil.which("cc")
    if compiler is None:
        raise NoProgram("no C compiler is found")
    try:
        with TemporaryDirectory(prefix="switchproof-") as folder:
            source, made = Path(folder, "search.c"), Path(folder, "search.so")
            source.write_text(text, encoding="ascii", newline="\n")
            _run([compiler, "-O1", "-w", "-shared", "-fPIC", "-o", made, source], seconds)
            return CDLL(str(made))  # which stays loaded when its file is gone
    except OSError as wrong:
        raise NoProgram(
            f"no program in C can be made ({wrong.strerror or 'it does not load'})"
        ) from None


def _run(command: Sequence[str | Path], seconds: float) -> None:
    """Run a compiler to its end, or end it and all that it started."""
    with subprocess.Popen(  # noqa: S603  # the system's compiler
        command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
    ) as going:
        try:
            failed = going.wait(seconds)
        except BaseException as stopped:
            os.killpg(going.pid, signal.SIGKILL)
            if isinstance(stopped, subprocess.TimeoutExpired):
                raise NoProgram("the C compiler took too long") from None
            raise
    if failed:
        raise NoProgram("the C compiler failed")


def _struct(words: int, asked: int) -> type[Structure]:
    """Return what a program keeps of a search."""
    fields = [("state", c_int64), ("move", c_int64), ("after", c_uint64 * words)]
    end: Any = type("end", (Structure,), {"_fields_": fields})
    counts = [(name, c_uint64) for name in ("states", "successors", "at", "room", "mask")]
    kept = [("words", POINTER(c_uint64)), ("before", POINTER(c_uint32)), ("table", c_void_p)]
    return type("search", (Structure,), {"_fields_": [*counts, *kept, ("ends", end * (asked + 1))]})


class ByC:
    """A search that has taken the steps of some states, in the order in which it met them."""

    def __init__(self, packing: Packing, asked: Sequence[Sought], budget: Budget) -> None:
        self._budget, self._asked, self._words = budget, len(asked), words_of(packing)
        self._library = compiled(program(packing, asked), budget.left / 2)
        kept = POINTER(_struct(self._words, self._asked))
        self._library.begin.restype = kept
        self._library.meet.argtypes = [kept, POINTER(c_uint64), c_uint32]
        self._library.advance.argtypes = [kept, c_uint64]
        self._search = self._library.begin()
        self._needs(bool(self._search))
        weakref.finalize(self, self._library.finish, self._search)
        self._level = self.depth = 0
        for n, state in enumerate(packing.firsts()):
            if n % BATCH == 0:
                budget.check(n)
            self._needs(self._library.meet(self._search, self._split(state), FIRST))
        self._kept.successors = self.states

    @property
    def _kept(self) -> Any:  # noqa: ANN401  # a structure of C
        return self._search.contents

    @staticmethod
    def _needs(done: int) -> None:
        """Raise MemoryError where a program had none left."""
        if not done:
            raise MemoryError

    def _split(self, state: int) -> Any:  # noqa: ANN401  # an array of C
        ones = (1 << WORD) - 1
        return (self._words * c_uint64)(*(state >> WORD * n & ones for n in range(self._words)))

    def _joined(self, words: Sequence[int]) -> int:
        return sum(word << WORD * n for n, word in enumerate(words))

    @property
    def states(self) -> int:
        """Return how many states were met."""
        return int(self._kept.states)

    @property
    def successors(self) -> int:
        """Return how many steps were taken, with the first states."""
        return int(self._kept.successors)

    @property
    def is_finished(self) -> bool:
        """Tell whether every state that was met has taken its steps."""
        return bool(self._kept.at == self._kept.states)

    @property
    def broken(self) -> list[bool]:
        """Tell for each that was asked whether it is broken."""
        return [self._kept.ends[n].state >= 0 for n in range(self._asked)]

    def advance(self) -> None:
        """Take the steps of some further states of one level."""
        if self._kept.at == self._level:
            self._level = self.states
            self.depth += 1
        last = min(self._kept.at + BATCH, self._level)
        self._needs(self._library.advance(self._search, last))
        self._budget.check(self.states)

    def end(self, n: int) -> End:
        """Return how what was asked is broken."""
        found = self._kept.ends[n]
        path = [found.state]
        while (before := self._kept.before[path[-1]]) != FIRST:
            path.append(before)
        return End([self._state(at) for at in path[::-1]], found.move, self._joined(found.after))

    def _state(self, n: int) -> int:
        return self._joined(self._kept.words[n * self._words : (n + 1) * self._words])
