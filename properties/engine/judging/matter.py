"""What is judged: a claim as seen from places, and of which obligations it is asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from model.language.events import Event
from model.language.expressions import Expression, Field, reads
from model.language.flow import Flow
from model.language.meaning import Where
from properties.engine.budget import Budget
from properties.engine.judging.boxes import Boxes
from properties.engine.judging.obligations import Obligation
from properties.engine.slices.layout import Shape
from properties.engine.slices.seen import Sight, watched_by
from properties.engine.slices.shapes import Part


@dataclass(frozen=True)
class Matter:
    """What is judged: a claim as seen from places, on the kept fields, and the boxes so far.

    With `each`, a claim on steps is asked of each step by itself.
    """

    claim: Expression
    sights: Sequence[Sight]
    kept: frozenset[Field]
    boxes: Mapping[Shape, Boxes]
    budget: Budget
    of_steps: bool
    each: bool

    @cached_property
    def named(self) -> frozenset[Event]:
        """Return the events that the claim names."""
        return frozenset(watched_by(self.claim))

    @cached_property
    def read_after(self) -> frozenset[Field]:
        """Return the fields that the claim reads after a step."""
        return frozenset(r.field for r in reads(self.claim) if r.after or not self.of_steps)

    def places(self, shape: Shape, part: Part) -> Iterator[Where]:
        """Yield from where the claim is seen when its shape is a part of a wider one."""
        return (seen_through(where, part) for seen, where in self.sights if seen == shape)

    def asks(self, flow: Flow, one: Obligation) -> bool:
        """Tell whether an obligation is about the claim, and not only about boxes.

        A claim on steps says of a step that it neither names nor sees write what it says where
        nothing changes; a claim on states says then what it said before.
        """
        if one.first:
            return not self.of_steps
        if one.move is None or self.each:
            return self.of_steps
        written = flow.writes[one.move.event]
        return one.move.event in self.named or not written.isdisjoint(self.read_after)


def seen_through(where: Where, part: Part) -> Where:
    """Return from where a claim is seen when its shape is a part of a wider one."""

    def at(number: int, numbers: tuple[int, ...]) -> int:
        return numbers[number] if 0 <= number < len(numbers) else number

    return Where(
        at(where.point, part.points),
        at(where.other_point, part.points),
        at(where.provider, part.providers),
        at(where.other_provider, part.providers),
    )
