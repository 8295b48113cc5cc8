"""Z3 judges: what closing the views has found is believed only where each obligation is unsat.

The invariant of a shape is the claim and, where it is not inductive alone, some boxes of
values that never occur together. A box is added where an obligation can still fail: around a
view before the step that the closure has not met, as large as what it met allows. What Z3 has
shown stays shown, since a box more only adds to what is assumed before a step.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import z3

from model.language.claims import speaks_of_a_step
from model.language.expressions import Expression, Field
from model.language.flow import Flow
from model.language.meaning import Where
from properties.boxes import Boxes, Ranges
from properties.budget import Budget, Spent
from properties.encode import Encoding, Relation
from properties.layout import Shape, Slot, View, code, layout
from properties.obligations import Obligation, obligations
from properties.seen import Sight, watched_by
from properties.shapes import Part, parts
from properties.terms import Term, all_hold, new_solver, one_holds
from properties.verdict import Invariant, Proof

NO_STEP = Relation((), {}, frozenset())


class Disagreement(Exception):
    """Z3 takes a step from views that were met to one that was not: a fault of this engine."""


@dataclass
class Glimpse:
    """A part of a wider state: the terms of its slots, and what is assumed of them so far."""

    slots: list[Slot]
    now: list[Term]
    assumed: list[Term]
    boxes: int = 0


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
        most: int | None = None,
    ) -> None:
        self.flow, self.kept, self.budget, self.most = encodings.flow, kept, budget, most
        self.claim, self.sights = claim
        self.stepwise = speaks_of_a_step(self.claim)
        self.encodings = encodings
        self.boxes = {shape: Boxes(layout(self.flow, kept, shape), m) for shape, m in met.items()}
        self.shown: dict[Obligation, int] = {}
        self._claims: dict[tuple[Obligation, Where], Term] = {}
        self._glimpses: dict[tuple[Shape, Shape, Part], Glimpse] = {}

    def invariant(self) -> Invariant:
        """Return the invariant that Z3 has judged; raises Spent or Disagreement."""
        named = watched_by(self.claim)
        every = list(obligations(self.flow, self.kept, self.boxes, named, self.most))
        while any(self._open(obligation) for obligation in every):
            for obligation in every:
                while self._open(obligation):
                    model = self._fails(obligation)
                    if model is None:
                        self.shown[obligation] = len(self.boxes[obligation.shape].found)
                    else:
                        self._strengthen(obligation, model)
        boxes = {shape: tuple(map(b.named, b.found)) for shape, b in self.boxes.items()}
        kept = tuple(f for f in self.flow.fields if f in self.kept)
        proof = Proof(self.claim, tuple(self.sights), boxes, self.most)
        return Invariant(kept, boxes, len(every), (proof,))

    def _open(self, obligation: Obligation) -> bool:
        return self.shown.get(obligation, -1) < len(self.boxes[obligation.shape].found)

    def _fails(self, obligation: Obligation) -> z3.ModelRef | None:
        """Return how an obligation fails, or None where Z3 says unsat."""
        self.budget.check()
        encoding = self.encodings.of(obligation.wide)
        relation = encoding.relation(obligation.move, self.kept) if obligation.move else NO_STEP
        solver = new_solver()
        solver.set("timeout", int(self.budget.left * 1000) + 1)
        slots = set(relation.reads)
        for glimpse in self._seen(obligation, encoding):
            slots.update(glimpse.slots)
            if not obligation.first:
                solver.add(*glimpse.assumed)
        if obligation.first:
            solver.add(*self._starts(encoding, obligation.shape))
        solver.add(*relation.conditions)
        for slot in sorted(slots, key=encoding.world.slots.__getitem__):  # Z3 heeds the order
            solver.add(encoding.domain(slot))
        goals = self._goals(encoding, obligation, relation)
        solver.add(one_holds(*(z3.Not(goal) for goal in goals)))
        answer = solver.check()
        if answer == z3.unsat:
            return None
        if answer != z3.sat:
            raise Spent(f"Z3 answered {answer}: {solver.reason_unknown()}")
        return solver.model()

    def _goals(
        self, encoding: Encoding, obligation: Obligation, relation: Relation
    ) -> Iterator[Term]:
        """Yield what is still to be shown: of the state after the step, and of the step."""
        shape, part, after = obligation.shape, obligation.part, relation.after
        done = self.shown.get(obligation, -1)
        glimpse = self._glimpse(encoding, shape, obligation.wide, part)
        for box in self.boxes[shape].found[max(done, 0) :]:
            if obligation.first or any(glimpse.slots[n] in after for n in box):
                now = [after.get(s, n) for s, n in zip(glimpse.slots, glimpse.now, strict=True)]
                yield self._outside(encoding, glimpse, box, now)
        for where in self._places(shape, part) if done < 0 else ():
            if self.stepwise and not obligation.first:
                if (obligation, where) not in self._claims:
                    term = encoding.claim(self.claim, where, obligation.move, after)
                    self._claims[obligation, where] = term
                yield self._claims[obligation, where]
            if not self.stepwise and (obligation.first or obligation.move):
                yield encoding.state_claim(self.claim, where, after)

    def _places(self, shape: Shape, part: Part) -> Iterator[Where]:
        """Yield from where the claim is seen when its shape is a part of a wider one."""
        return (seen_through(where, part) for seen, where in self.sights if seen == shape)

    def _outside(self, encoding: Encoding, glimpse: Glimpse, box: Ranges, now: list[Term]) -> Term:
        """Say that a box is left in one of its slots."""
        inside = [
            encoding.among(now[n], glimpse.slots[n][0].sort, values) for n, values in box.items()
        ]
        return z3.Not(all_hold(*inside))

    def _starts(self, encoding: Encoding, shape: Shape) -> Iterator[Term]:
        for field, owner in layout(self.flow, self.kept, shape).slots:
            values = frozenset(code(v, field.sort) for v in self.flow.initials(field))
            yield encoding.among(encoding.read((field, owner)), field.sort, values)

    def _seen(self, obligation: Obligation, encoding: Encoding) -> Iterator[Glimpse]:
        """Yield every tracked part of a wider state, with what is assumed of it."""
        for narrow in self.boxes:
            for part in parts(narrow, obligation.wide):
                yield self._glimpse(encoding, narrow, obligation.wide, part)

    def _glimpse(self, encoding: Encoding, narrow: Shape, wide: Shape, part: Part) -> Glimpse:
        key = (narrow, wide, part)
        boxes = self.boxes[narrow]
        if key not in self._glimpses:
            slots = [(f, _owner(self.flow, f, n, part)) for f, n in boxes.at.slots]
            glimpse = Glimpse(slots, [encoding.read(slot) for slot in slots], [])
            if not self.stepwise:
                for where in self._places(narrow, part):
                    glimpse.assumed.append(encoding.state_claim(self.claim, where, {}))
            self._glimpses[key] = glimpse
        glimpse = self._glimpses[key]
        for box in boxes.found[glimpse.boxes :]:
            glimpse.assumed.append(self._outside(encoding, glimpse, box, glimpse.now))
        glimpse.boxes = len(boxes.found)
        return glimpse

    def _strengthen(self, obligation: Obligation, model: z3.ModelRef) -> None:
        """Add a box around a view before the step that was not met."""
        encoding = self.encodings.of(obligation.wide)
        if not obligation.first:
            for narrow, boxes in self.boxes.items():
                for part in parts(narrow, obligation.wide):
                    glimpse = self._glimpse(encoding, narrow, obligation.wide, part)
                    view = tuple(_number(model, encoding, slot) for slot in glimpse.slots)
                    if view not in boxes.known:
                        boxes.widen(view)
                        return
        raise Disagreement(f"the closure does not cover {obligation.move or 'the first state'}")


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


def _owner(flow: Flow, field: Field, number: int, part: Part) -> int:
    numbers = {0: part.points, 1: part.providers}.get(flow.scope_of(field))
    return numbers[number] if numbers else 0


def _number(model: z3.ModelRef, encoding: Encoding, slot: tuple[Field, int]) -> int:
    value = model.eval(encoding.read(slot), model_completion=True)
    if slot[0].sort is bool:
        return int(z3.is_true(value))
    return int(value.as_signed_long() if isinstance(slot[0].sort, range) else value.as_long())
