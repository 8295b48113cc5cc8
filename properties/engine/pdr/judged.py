"""What Z3 says of boxes that were found: they are believed only where no question has an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NoReturn

from model.language.expressions import Field, reads
from model.language.flow import Flow
from properties.engine.budget import Budget
from properties.engine.evidence import Box, Disagreement, Finder, Invariant
from properties.engine.fault import EngineFault
from properties.engine.judging.boxes import Boxes, Met, Ranges
from properties.engine.judging.judge import judge
from properties.engine.judging.obligations import Matter
from properties.engine.pdr.flow_clauses import clauses_of
from properties.engine.pdr.problem import Seen
from properties.engine.slices.layout import Layout, Shape, View, layout
from properties.engine.slices.seen import Part, Sight


class Given(Boxes):
    """Boxes that were found elsewhere, to which the judge adds none."""

    def __init__(self, at: Layout, given: Sequence[Box]) -> None:
        super().__init__(Met(at, ()))
        self.found += map(self.coded, given)

    def widen(self, view: View) -> Ranges:
        """Refuse to add a box."""
        _reject(f"a step leads out of the boxes, or breaks the claim, from {view}")


def judged(
    part: Part,
    asked: Seen,
    sight: Sequence[Sight],
    boxes: Mapping[Shape, Sequence[Box]],
    budget: Budget,
) -> Invariant:
    """Return the boxes as an invariant that Z3 has judged; raises EngineFault, or Spent."""
    kept = _kept(part.flow, asked, boxes)
    matter = Matter(part, sight, kept, dict.fromkeys(boxes, ()), each=asked.alone)
    given = {s: Given(layout(part.flow, kept, s), mine) for s, mine in boxes.items()}
    try:
        found = judge(matter, budget, given)
    except Disagreement as why:
        _reject(str(why))
    proofs = tuple(replace(proof, finder=Finder.PURSUIT) for proof in found.proofs)
    return replace(found, proofs=proofs)


def _kept(flow: Flow, asked: Seen, boxes: Mapping[Shape, Sequence[Box]]) -> frozenset[Field]:
    """Return the fields spoken of, and those that could leave their sorts.

    Of a field that is not kept the judge would not ask whether it stays in its sort.
    """
    spoken = {read.field for read in reads(asked.claim)}
    spoken |= {field for some in boxes.values() for box in some for field, _ in box}
    leaving = {field for shape in boxes for field, _ in clauses_of(flow, shape).outside}
    return frozenset(spoken | leaving)


def _reject(why: str) -> NoReturn:
    raise EngineFault(f"Z3 rejects an invariant: {why}")
