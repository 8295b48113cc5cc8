"""What is known of two flows at an interface."""

from dataclasses import dataclass
from typing import NamedTuple

from properties.engine.evidence import Run
from properties.engine.interfaces.automaton import Automaton
from properties.engine.interfaces.parting import SeenApart
from properties.engine.interfaces.same_at import SameAt
from properties.engine.packets.export import Data
from properties.engine.verdict import ANY, Verdict


class Parted(NamedTuple):
    """A difference with the run of the side that does more, and whether it is of every number."""

    difference: SeenApart
    run: Run
    carries: bool


@dataclass(frozen=True)
class Likeness:
    """A verdict on two flows at an interface: Proved where they are alike, Refuted where parted.

    They are alike for every number by the same machines, or with one point by an automaton.
    """

    asked: SameAt
    verdict: Verdict
    reason: str = ""
    machines: tuple[str, ...] = ()
    automaton: Automaton | None = None
    parted: tuple[Parted, ...] = ()
    packet: Data | None = None
    seconds: float = 0.0

    @property
    def points(self) -> str:
        """Return for how many points: "1" or "any", and nothing where it is undecided."""
        if self.verdict is Verdict.UNDECIDED:
            return ""
        any_number = self.machines or any(one.carries for one in self.parted)
        return ANY if any_number else "1"

    @property
    def empty(self) -> bool:
        """Tell whether the interface has no memory: the same may be seen whatever was seen."""
        return self.automaton is not None and not self.automaton.has_memory
