"""What shows that one can always still get somewhere, and what shows that one cannot."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.language.claims import CanStill
from model.language.events import Event, Scope
from model.language.expressions import Field
from properties.engine.evidence import Box, Proof, Run
from properties.engine.live.ranks import Marked
from properties.engine.slices.layout import Shape


@dataclass(frozen=True)
class Rung(Marked):
    """Views from which an event leads to where one wants, or to a lower rank."""

    rank: int
    event: Event
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Ladder:
    """Rungs by which one can always still get there, and the proof of what they say.

    Those whom their events ask are led there by the lemmas.
    """

    kept: tuple[Field, ...]
    shape: Shape
    rungs: tuple[Rung, ...]
    proof: Proof
    obligations: int
    lemmas: "tuple[OthersLed, ...]" = ()

    @property
    def depth(self) -> int:
        """Return how many steps it takes at the most."""
        return max((rung.rank for rung in self.rungs), default=0)


@dataclass(frozen=True)
class OthersLed:
    """That all who are asked by an event, as they are seen, can be led to let it happen.

    It holds while what they share with the one who asks, from a scope on, is in some boxes.
    """

    event: Event
    shared: Scope
    supposed: tuple[Box, ...]
    ladder: Ladder


@dataclass(frozen=True)
class Legs:
    """Claims that one can always still get on, each with its ladder: where one ends, one begins."""

    legs: tuple[tuple[CanStill, Ladder], ...]

    @property
    def kept(self) -> tuple[Field, ...]:
        """Return all fields on which it rests."""
        return tuple(dict.fromkeys(field for _, one in self.legs for field in one.kept))


@dataclass(frozen=True)
class Trap(Run):
    """A run to where what is claimed holds, and boxes that no step from there leads into.

    They are of all who take part in the run, and where they do not hold, nor does the goal.
    """

    boxes: tuple[Box, ...] = ()
    kept: Sequence[Field] = ()
