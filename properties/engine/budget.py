"""How long and how large a search may grow before the answer is Undecided."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Self

from properties.engine.signals import heed, waiting

MOST_POINTS = 3  # in instances that are searched, unless more is asked for


class Spent(Exception):
    """A limit was reached; the message says which."""


class TooManyBoxes(Spent):
    """The limit of boxes was reached, which other ways to tell the same may not need."""


@dataclass
class Budget:
    """Limits: seconds, views or states held at once, Z3's own count of work, boxes, and fields.

    `points` are how many points instances have, at the most, in which a run that breaks a claim is
    searched for; where one point is as good as any number, none is searched.

    Seconds depend on the machine and on what else it does: they are an outer limit, and where a
    limit decides what is told, it is one of the others.
    """

    seconds: float = 60.0
    views: int = 2_000_000
    effort: int | None = None
    boxes: int | None = None
    fields: int | None = None
    points: int = MOST_POINTS
    clock: Callable[[], float] = time.monotonic
    start: float = field(default=-1.0)

    def __post_init__(self) -> None:
        if self.start < 0:
            self.start = self.clock()

    def check(self, held: int = 0, boxes: int = 0, fields: int = 0) -> None:
        """Raise Spent where a limit is reached, and what a signal asks for where one waits."""
        if waiting:
            heed()
        if self.clock() - self.start > self.seconds:
            raise Spent(f"time limit of {self.seconds:g} s")
        if held > self.views:
            raise Spent(f"limit of {self.views} views")
        if self.boxes is not None and boxes > self.boxes:
            raise TooManyBoxes(f"limit of {self.boxes} boxes")
        if self.fields is not None and fields > self.fields:
            raise Spent(f"limit of {self.fields} fields")

    @property
    def left(self) -> float:
        """Return the seconds left, at least a little."""
        return max(0.05, self.seconds - (self.clock() - self.start))

    def share(self, portion: float) -> "Budget":
        """Return a budget with such a portion of the seconds that are left, and the same limits."""
        seconds = round(portion * self.left, 2)
        return replace(self, seconds=seconds, start=self.clock())

    def of_views(self, most: int) -> "Budget":
        """Return the same budget with so many views at the most."""
        return replace(self, views=min(most, self.views))

    def of_slices(self, fields: int, views: int, boxes: int) -> "Budget":
        """Return the same budget for slices with so much of each at the most."""
        return replace(self.of_views(views), boxes=boxes, fields=fields)

    def __enter__(self) -> Self:
        _open.append(self)
        return self

    def __exit__(self, *_: object) -> None:
        _open.pop()


_open: list[Budget] = []  # the last is that under which work is done now


def look() -> None:
    """Look at the budget under which work is done now, from where none is at hand."""
    if _open:
        _open[-1].check()
