"""Z3 judges: what closing the views has found is believed only where each obligation is unsat.

The invariant of a shape is the claim and, where it is not inductive alone, some boxes of
values that never occur together. A box is added where an obligation can still fail: around the
first state before such a step, in the order of fields and values, that the closure has not met,
as large as what it met allows. So the boxes depend on no model that Z3 happens to find. What Z3
has shown stays shown, since a box more only adds to what is assumed before a step.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from model.language.expressions import Expression, Field
from model.language.flow import Flow
from properties.engine.budget import Budget, look
from properties.engine.evidence import Invariant, Proof
from properties.engine.judging.boxes import Boxes
from properties.engine.judging.encode import Encoding
from properties.engine.judging.inquiry import Inquiry
from properties.engine.judging.matter import Matter
from properties.engine.judging.obligations import obligations
from properties.engine.slices.layout import Shape, Slot, View, layout
from properties.engine.slices.seen import Sight


class Disagreement(Exception):
    """Z3 takes a step from views that were met to one that was not: a fault of this engine."""


class Judge:
    """Asks Z3 about one claim, on the kept fields, of the shapes that were closed."""

    def __init__(
        self,
        encodings: "Encodings",
        kept: frozenset[Field],
        met: Mapping[Shape, list[View]],
        claim: tuple[Expression, Sequence[Sight]],
        budget: Budget,
        *,
        of_steps: bool,
        most: int | None = None,
        each: bool = False,
    ) -> None:
        self.encodings, self.most = encodings, most
        boxes = {shape: Boxes(layout(encodings.flow, kept, shape), m) for shape, m in met.items()}
        self.matter = Matter(*claim, kept, boxes, budget, of_steps, each)

    def invariant(self) -> Invariant:
        """Return the invariant that Z3 has judged; raises Spent or Disagreement."""
        with self.matter.budget:
            return self._invariant()

    def _invariant(self) -> Invariant:
        flow, matter = self.encodings.flow, self.matter
        shapes, named = matter.boxes, matter.named
        asked: dict[tuple[Shape, bool], Inquiry] = {}
        number = 0
        for one in obligations(flow, matter.kept, shapes, named, self.most, each=matter.each):
            look()
            number += 1
            key = (one.wide, one.first)
            if key not in asked:
                asked[key] = Inquiry(matter, self.encodings.of(one.wide), first=one.first)
            asked[key].every.append(one)
        while sum(self._boxes_added(inquiry) for inquiry in asked.values()):
            pass  # what was shown before a box was added is asked of that box too
        boxes = {shape: tuple(map(b.named, b.found)) for shape, b in matter.boxes.items()}
        kept = tuple(f for f in flow.fields if f in matter.kept)
        proof = Proof(matter.claim, tuple(matter.sights), boxes, self.most, each=matter.each)
        return Invariant(kept, boxes, number, (proof,))

    def _boxes_added(self, inquiry: Inquiry) -> int:
        """Ask until nothing there can fail; return how many boxes that took."""
        added = 0
        while (state := inquiry.failing()) is not None:
            self._strengthen(inquiry, state)
            added += 1
        return added

    def _strengthen(self, inquiry: Inquiry, state: dict[Slot, int]) -> None:
        """Add a box around a view before the step that was not met."""
        for narrow, slots in () if inquiry.first else inquiry.seen():
            boxes, view = self.matter.boxes[narrow], tuple(state[slot] for slot in slots)
            if view not in boxes.known:
                boxes.widen(view)
                return
        raise Disagreement(f"the closure does not cover {inquiry.culprit(state)}")


class Encodings:
    """The encodings of a flow, one for each shape, made when first asked for."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self._made: dict[Shape, Encoding] = {}

    def of(self, shape: Shape) -> Encoding:
        """Return the encoding at a shape."""
        if shape not in self._made:
            self._made[shape] = Encoding(self.flow, shape)
        return self._made[shape]


@lru_cache(maxsize=4)
def encodings(flow: Flow) -> Encodings:
    """Return the encodings of a flow, kept for its next claim."""
    return Encodings(flow)
