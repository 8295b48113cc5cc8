"""Where each slot of an instance stands: a state is packed into one whole number.

No slot lies across two words of 64 bits, so that a program in C reads it from one of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from model.language.expressions import Field
from model.language.flow import Flow
from model.language.meaning import State, World
from model.language.sorts import Sort, Value, members

WORD = 64


@dataclass(frozen=True)
class Bits:
    """A slot's field, the bits that it is shifted by, as many ones as it has, its least number."""

    field: Field
    shift: int
    ones: int
    least: int


def number(value: Value, sort: Sort) -> int:
    """Return the number that stands for a value: of a range itself, else its rank."""
    return int(value) if isinstance(sort, range) else members(sort).index(value)  # type: ignore[arg-type]


@dataclass(frozen=True, eq=False)
class Packing:
    """The bits of each slot of an instance, in the order of the slots of its world."""

    world: World

    @cached_property
    def every(self) -> Sequence[Bits]:
        """Return the bits of each slot."""
        found, shift = list[Bits](), 0
        for field, _ in self.world.slots:
            least = field.sort.start if isinstance(field.sort, range) else 0
            bits = (len(members(field.sort)) - 1).bit_length()
            if shift % WORD + bits > WORD:
                shift += -shift % WORD
            found.append(Bits(field, shift, (1 << bits) - 1, least))
            shift += bits
        return found

    @property
    def bits(self) -> int:
        """Return how many bits a state has."""
        return max((at.shift + at.ones.bit_length() for at in self.every), default=0)

    def pack(self, state: State) -> int:
        """Return a state as a number."""
        placed = zip(self.every, state, strict=True)
        return sum((number(v, at.field.sort) - at.least) << at.shift for at, v in placed)

    def unpack(self, packed: int) -> State:
        """Return the state that a number stands for."""
        return tuple(members(at.field.sort)[packed >> at.shift & at.ones] for at in self.every)

    def firsts(self) -> Iterator[int]:
        """Yield each first state."""
        return map(self.pack, self.world.initial_states())


def packing_of(flow: Flow, shape: tuple[int, ...]) -> Packing:
    """Return how a flow is packed with so many points at each provider."""
    return Packing(World(flow, shape))
