"""How long and how large a search may grow before the answer is Undecided."""

import time
from dataclasses import dataclass, field


class Spent(Exception):
    """A limit was reached; the message says which."""


@dataclass
class Budget:
    """Limits in seconds and in views or states held at once."""

    seconds: float = 60.0
    views: int = 2_000_000
    start: float = field(default_factory=time.monotonic)

    def check(self, held: int = 0) -> None:
        """Raise Spent where a limit is reached."""
        if time.monotonic() - self.start > self.seconds:
            raise Spent(f"time limit of {self.seconds:g} s")
        if held > self.views:
            raise Spent(f"limit of {self.views} views")

    @property
    def left(self) -> float:
        """Return the seconds left, at least a little."""
        return max(0.05, self.seconds - (time.monotonic() - self.start))
