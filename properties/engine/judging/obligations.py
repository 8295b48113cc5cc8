"""What must be shown of an invariant of some views: for each shape, each step of those seen.

A claim on steps is asked what it says where nothing changes, once for all steps of which it
neither names the event nor reads what they write; or, with `each`, of each of these by itself.
What others may do is asked besides where points interact (`others/obligations.py`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from model.language.expressions import Field
from model.language.meaning import Move, Where
from properties.engine.slices.layout import Shape, View, world_of
from properties.engine.slices.refine import Holds
from properties.engine.slices.seen import Part, Sight
from properties.engine.slices.shapes import Embedding


@dataclass(frozen=True)
class Matter:
    """What is judged: a claim as seen from places, and what a closure met on the kept fields.

    With `each`, a claim on steps is asked of each step by itself; with `most`, there are no more
    points than so many. If `alone`, it is of one world, with nobody else in it, and no more than
    that it goes on to hold.
    """

    part: Part
    sight: Sequence[Sight]
    kept: frozenset[Field]
    met: Mapping[Shape, Sequence[View]]
    each: bool = False
    most: int | None = None
    alone: bool = False

    def places(self, shape: Shape, at: Embedding) -> tuple[Where, ...]:
        """Return from where the claim is seen when its shape is a part of a wider one."""
        return tuple(at.seen_from(where) for seen, where in self.sight if seen == shape)


def matter_of(holds: Holds) -> Matter:
    """Return what slices have found to hold, to be judged."""
    met = holds.closure.closed()
    return Matter(holds.part, holds.sight, holds.kept, met, holds.each, holds.most)


@dataclass(frozen=True)
class Obligation:
    """A step (none: where nothing changes) in a wider shape, of which a part is tracked.

    `first` asks that first states satisfy the invariant; there is no step then. The claim is
    asked as seen from `places`, the boxes always.
    """

    shape: Shape
    wide: Shape
    at: Embedding
    move: Move | None
    places: tuple[Where, ...]
    first: bool = False


def obligations(matter: Matter, shapes: Iterable[Shape]) -> Iterator[Obligation]:
    """Yield what those who are seen in some shapes may do, and where they begin."""
    part, each = matter.part, matter.each
    written = part.flow.writes.items()
    relevant = {*part.events, *(e for e, fields in written if each or matter.kept & fields)}
    for shape in shapes:
        here = Embedding(tuple(range(len(shape))), tuple(range(sum(shape))))
        own = [move for move in world_of(part.flow, shape).moves if move.event in relevant]
        asked = [claimed(matter, move) for move in own]
        places = matter.places(shape, here)
        of_states, of_steps = ((), places) if part.of_steps else (places, ())
        yield Obligation(shape, shape, here, None, of_states, first=True)
        yield from () if each else [Obligation(shape, shape, here, None, of_steps)]
        for move, is_asked in zip(own, asked, strict=True):
            yield Obligation(shape, shape, here, move, places if is_asked else ())


def claimed(matter: Matter, move: Move) -> bool:
    """Tell whether the claim is asked of a move, and not only the boxes.

    A claim on steps says of a step that it neither names nor sees write what it says where
    nothing changes; a claim on states says then what it said before.
    """
    part = matter.part
    if matter.each:
        return part.of_steps
    return move.event in part.events or not part.flow.writes[move.event].isdisjoint(part.later)
