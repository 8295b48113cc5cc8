"""Z3 judges: what closing the views has found is believed only where each obligation is unsat.

The invariant of a shape is the claim and, where it is not inductive alone, some boxes of
values that never occur together. A box is added where an obligation can still fail: around the
first state before such a step, in the order of fields and values, that the closure has not met,
as large as what it met allows. So the boxes depend on no model that Z3 happens to find. What Z3
has shown stays shown, since a box more only adds to what is assumed before a step.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from properties.engine.budget import Budget
from properties.engine.evidence import Invariant, Proof
from properties.engine.judging.boxes import Boxes, Met, WithFacts
from properties.engine.judging.encode import encoding
from properties.engine.judging.inquiry import Inquiry
from properties.engine.judging.obligations import Matter, Obligation, obligations
from properties.engine.others.obligations import obligations_with_others
from properties.engine.slices.layout import Shape, layout


def judge(matter: Matter, budget: Budget, given: Mapping[Shape, Boxes] | None = None) -> Invariant:
    """Return the invariant that Z3 has judged, of boxes given or made of what was met.

    Raises Spent or Disagreement.
    """
    flow = matter.part.flow
    boxes = given
    if boxes is None:
        matter, boxes = _with_facts(matter) if matter.part.facts else (matter, _made(matter))
    every = list(_obligations(matter))
    grouped: dict[tuple[Shape, bool], list[Obligation]] = {}
    for one in every:
        grouped.setdefault((one.wide, one.first), []).append(one)
    asked = [
        Inquiry(matter, mine, boxes, encoding(flow, wide), budget)
        for (wide, _), mine in grouped.items()
    ]
    while sum(inquiry.boxes_added() for inquiry in asked):
        pass  # what was shown before a box was added is asked of that box too
    named = {shape: tuple(map(mine.named, mine.found)) for shape, mine in boxes.items()}
    kept = tuple(f for f in flow.fields if f in matter.kept)
    seen = tuple(matter.sight)
    proof = Proof(matter.part.body, seen, named, matter.most, each=matter.each)
    return Invariant(kept, named, len(every), (proof,))


def _made(matter: Matter) -> dict[Shape, Boxes]:
    flow, kept = matter.part.flow, matter.kept
    return {s: Boxes(Met(layout(flow, kept, s), met)) for s, met in matter.met.items()}


def _with_facts(matter: Matter) -> tuple[Matter, dict[Shape, Boxes]]:
    """Return boxes that the facts are among, and what is judged with all that these speak of."""
    flow, narrow = matter.part.flow, matter.kept
    facts = {shape: matter.part.facts.at(flow, shape) for shape in matter.met}
    kept = narrow.union(f for boxes in facts.values() for box in boxes for f, _ in box)
    boxes: dict[Shape, Boxes] = {
        s: WithFacts(Met(layout(flow, narrow, s), met), layout(flow, kept, s), facts[s])
        for s, met in matter.met.items()
    }
    return replace(matter, kept=kept), boxes


def _obligations(matter: Matter) -> Iterator[Obligation]:
    if matter.alone:
        return (one for one in obligations(matter, matter.met) if not one.first)
    if matter.part.flow.deletion_closed and not matter.each:
        return obligations(matter, matter.met)
    return obligations_with_others(matter)
