"""Z3 judges: what closing the views has found is believed only where each obligation is unsat.

The invariant of a shape is the claim and, where it is not inductive alone, some boxes of
values that never occur together. A box is added where an obligation can still fail: around a
view before the step that the closure has not met, as large as what it met allows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import z3

from model.language.definitions import Event
from model.language.expressions import Expression, Field, Quantified, leaves
from model.language.flow import Flow
from model.language.meaning import Move, Where
from properties.boxes import Boxes, Ranges
from properties.budget import Budget, Spent
from properties.encode import Encoding, Relation, Term, Terms, constant
from properties.ghosts import Ghosts
from properties.layout import Shape, View, code, layout
from properties.seen import is_stepwise, watched_by
from properties.shapes import Part, extensions, parts
from properties.verdict import Invariant


class Disagreement(Exception):
    """Z3 takes a step from views that were met to one that was not: a fault of this engine."""


@dataclass(frozen=True)
class Obligation:
    """What must be unsat: a move (none: no step, or one that is not seen) at a wider shape."""

    shape: Shape
    wide: Shape
    part: Part
    move: Move | None
    first: bool = False


class Judge:
    """Asks Z3 about one claim, on the kept fields, of the shapes that were closed."""

    def __init__(
        self,
        encodings: "Encodings",
        kept: frozenset[Field],
        met: Mapping[Shape, list[View]],
        claim: tuple[Expression, Mapping[Shape, Where]],
        budget: Budget,
    ) -> None:
        self.flow, self.kept, self.budget = encodings.flow, kept, budget
        self.claim, self.where = claim
        self.stepwise = is_stepwise(self.claim)
        self.encodings = encodings
        self.boxes = {
            shape: Boxes(layout(self.flow, kept, shape), list(m)) for shape, m in met.items()
        }
        self.asked = 0

    def invariant(self) -> Invariant:
        """Return the invariant that Z3 has judged; raises Spent or Disagreement."""
        obligations = list(self._obligations())
        complete = False
        while not complete:
            self.asked, complete = 0, True
            for obligation in obligations:
                while (view := self._fails(obligation)) is not None:
                    self._strengthen(obligation, view)
                    complete = False
        boxes = {shape: tuple(map(b.named, b.found)) for shape, b in self.boxes.items()}
        kept = tuple(f for f in self.flow.fields if f in self.kept)
        return Invariant(kept, boxes, self.asked)

    def _obligations(self) -> Iterator[Obligation]:
        for shape in self.boxes:
            here = Part(tuple(range(len(shape))), tuple(range(sum(shape))))
            yield Obligation(shape, shape, here, None, first=True)
            if self.stepwise and shape in self.where:
                yield Obligation(shape, shape, here, None)
            for wide, part, moves in self._steps(shape, here):
                yield from (Obligation(shape, wide, part, move) for move in moves)

    def _steps(self, shape: Shape, here: Part) -> Iterator[tuple[Shape, Part, list[Move]]]:
        """Yield the shapes and moves of those who are tracked, and of those who are not."""
        own = list(self._relevant(shape))
        yield shape, here, own
        asking = [move for move in own if self._asks_for_some(move.event)]
        for extension in extensions(self.flow, shape):
            if asking:
                yield extension.wide, extension.old, asking_in(asking, extension.old)
            ghosts = [
                move
                for move in self.encodings.of(extension.wide).world.moves()
                if move.event in self._ghosts.events and extension.is_own(move)
            ]
            yield extension.wide, extension.old, ghosts
            asking_ghosts = [move for move in ghosts if self._asks_for_some(move.event)]
            if asking_ghosts:
                yield from self._witnessed(extension.wide, extension.old, asking_ghosts)

    def _witnessed(
        self, wide: Shape, old: Part, moves: list[Move]
    ) -> Iterator[tuple[Shape, Part, list[Move]]]:
        for further in extensions(self.flow, wide):
            providers = tuple(further.old.providers[p] for p in old.providers)
            points = tuple(further.old.points[p] for p in old.points)
            yield further.wide, Part(providers, points), asking_in(moves, further.old)

    @cached_property
    def _ghosts(self) -> Ghosts:
        return Ghosts(self.flow, self.kept)

    def _asks_for_some(self, event: Event) -> bool:
        return any(
            isinstance(leaf, Quantified) and not leaf.quantifier.is_universal
            for machine in self.flow.machines
            for rule in machine.of(event)
            for leaf in leaves(rule.when)
        )

    def _relevant(self, shape: Shape) -> Iterator[Move]:
        """Yield the moves that write a kept field or that the claim names."""
        named = set(watched_by(self.claim))
        encoding = self.encodings.of(shape)
        for move in encoding.world.moves():
            if move.event in named or move.event in self._writing:
                yield move

    @cached_property
    def _writing(self) -> frozenset[Event]:
        return frozenset(
            rule.event
            for machine, rule in self.flow.rules()
            if self.kept & rule.then.keys()
            or (machine.state in self.kept and rule.target is not None)
        )

    def _fails(self, obligation: Obligation) -> z3.ModelRef | None:
        """Return how an obligation fails, or None where Z3 says unsat."""
        self.budget.check()
        encoding = self.encodings.of(obligation.wide)
        encoding.touched.clear()
        solver = z3.SolverFor("QF_FD")
        solver.set("timeout", int(self.budget.left * 1000) + 1)
        relation = (
            encoding.relation(obligation.move) if obligation.move else Relation((), {}, frozenset())
        )
        goal = self._goal(encoding, obligation, relation.after)
        if not obligation.first:
            solver.add(*self._assumed(encoding, obligation.wide))
        solver.add(*relation.conditions, z3.Not(goal), *encoding.domains())
        self.asked += 1
        answer = solver.check()
        if answer == z3.unsat:
            return None
        if answer != z3.sat:
            raise Spent(f"Z3 answered {answer}: {solver.reason_unknown()}")
        return solver.model()

    def _goal(self, encoding: Encoding, obligation: Obligation, after: Terms) -> Term:
        """Return what must hold after the step, and of the step."""
        shape, part = obligation.shape, obligation.part
        if obligation.first:
            starts = z3.And(*self._starts(encoding, shape))
            return z3.Implies(starts, self._holds(encoding, shape, part, {}))
        holds = self._holds(encoding, shape, part, after)
        if self.stepwise and shape in self.where:
            where = seen_through(self.where[shape], part)
            step = encoding.claim(self.claim, where, obligation.move, after)
            holds = z3.And(holds, step)
        return holds

    def _starts(self, encoding: Encoding, shape: Shape) -> Iterator[Term]:
        for field, owner in layout(self.flow, self.kept, shape).slots:
            values = self.flow.initials(field)
            term = encoding.read((field, owner))
            yield z3.Or(*(term == constant(code(v, field.sort), field.sort) for v in values))

    def _holds(self, encoding: Encoding, shape: Shape, part: Part, after: Terms) -> Term:
        """Return the invariant of a shape at a part of a wider one, before or after the step."""
        boxes = self.boxes[shape]
        wide = [(f, _owner(encoding, f, n, part)) for f, n in boxes.at.slots]
        now = [after.get(slot, encoding.read(slot)) for slot in wide]
        terms = [z3.Not(_inside(box, now, wide)) for box in boxes.found]
        if not self.stepwise and shape in self.where:
            where = seen_through(self.where[shape], part)
            terms.append(encoding.state_claim(self.claim, where, after))
        return z3.And(*terms)

    def _assumed(self, encoding: Encoding, wide: Shape) -> Iterator[Term]:
        for narrow in self.boxes:
            for part in parts(narrow, wide):
                yield self._holds(encoding, narrow, part, {})

    def _strengthen(self, obligation: Obligation, model: z3.ModelRef) -> None:
        """Add a box around a view before the step that was not met."""
        encoding = self.encodings.of(obligation.wide)
        if not obligation.first:
            for narrow, boxes in self.boxes.items():
                for part in parts(narrow, obligation.wide):
                    view = tuple(
                        _number(model, encoding, (f, _owner(encoding, f, n, part)))
                        for f, n in boxes.at.slots
                    )
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


def asking_in(moves: list[Move], old: Part) -> list[Move]:
    """Return moves of a shape as they are numbered in a wider one."""
    homes = {0: old.points, 1: old.providers}
    return [
        Move(m.event, homes[m.event.scope][m.home]) if m.event.scope in homes else m for m in moves
    ]


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


def _owner(encoding: Encoding, field: Field, number: int, part: Part) -> int:
    numbers = {0: part.points, 1: part.providers}.get(encoding.flow.scope_of(field))
    return numbers[number] if numbers else 0


def _inside(box: Ranges, now: list[Term], wide: list[tuple[Field, int]]) -> Term:
    return z3.And(
        *(
            z3.Or(*(now[slot] == constant(value, wide[slot][0].sort) for value in sorted(values)))
            for slot, values in box.items()
        )
    )


def _number(model: z3.ModelRef, encoding: Encoding, slot: tuple[Field, int]) -> int:
    value = model.eval(encoding.read(slot), model_completion=True)
    if slot[0].sort is bool:
        return int(z3.is_true(value))
    return int(value.as_signed_long() if isinstance(slot[0].sort, range) else value.as_long())
