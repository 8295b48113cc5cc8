"""All that is asked of Z3 about one shape: which obligation can fail, and in which state first.

All obligations of a shape are put to one solver, which keeps what it was told. Only its yes and
no count: the state that is returned is the first in the order of fields and values, whatever
model Z3 finds, so it is the same in every process and for every version and seed of Z3.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

import z3

from model.language.expressions import Field
from model.language.flow import Flow
from model.language.meaning import Where
from properties.engine.budget import Budget, Spent
from properties.engine.judging.boxes import Ranges
from properties.engine.judging.encode import Encoding, Relation
from properties.engine.judging.matter import Matter
from properties.engine.judging.obligations import Obligation
from properties.engine.judging.terms import (
    Known,
    Term,
    all_hold,
    below,
    constant,
    entails,
    equal,
    limit,
    negated,
    new_solver,
    one_holds,
    tell,
)
from properties.engine.slices.layout import Shape, Slot, code
from properties.engine.slices.shapes import Part, parts

PUNCTUAL = 0.9  # of the time that Z3 was given last: so much may be left without telling it
NO_STEP = Relation((), {}, frozenset())


@dataclass
class Glimpse:
    """A tracked part of a wider state: its slots, their terms, and how many boxes it is out of."""

    slots: list[Slot]
    now: list[Term]
    boxes: int = 0


class Inquiry:
    """The obligations at one shape, on its first states or on its steps, in one solver.

    Of each obligation a variable says that it is the one that fails.
    """

    def __init__(self, matter: Matter, encoding: Encoding, *, first: bool) -> None:
        self.matter, self.encoding, self.first = matter, encoding, first
        self.every: list[Obligation] = []
        self.solver = new_solver()
        self.slots: set[Slot] = set()
        self.glimpses: dict[tuple[Shape, Part], Glimpse] = {}
        self.relations: dict[Obligation, Relation] = {}
        self.shown: dict[Obligation, int] = {}  # of so many boxes, and so of the claim too
        self.known: dict[Where, Known] = {}
        self.pending: Term | None = None
        self.questions = 0
        self.limit = inf  # of one question, in seconds

    def failing(self) -> dict[Slot, int] | None:
        """Return the first state in which an obligation fails; None where Z3 says there is none."""
        self._listen()
        if self.pending is None or not self._can_fail():
            self.pending = None
            return None
        return self._first_state()

    def seen(self) -> Iterator[tuple[Shape, list[Slot]]]:
        """Yield each tracked part: its shape, and where its slots stand here."""
        return ((narrow, glimpse.slots) for (narrow, _), glimpse in self.glimpses.items())

    def culprit(self, state: dict[Slot, int]) -> str:
        """Return the first obligation that fails in a state."""
        for slot, number in state.items():
            tell(self.solver, self._is(slot, number))
        if self.first:
            return "the first state"
        failing = (one for n, one in enumerate(self.every) if self._can_fail(_chosen(n)))
        return str(next(failing).move or "a step that changes nothing")

    def _listen(self) -> None:
        """Tell the solver what is to be shown and what is assumed since it was last asked."""
        if not self.first:
            self._assume()
        goals = [
            all_hold(_chosen(number), negated(goal))
            for number, one in enumerate(self.every)
            for goal in self._goals(number, one)
        ]
        if goals:
            before = [] if self.pending is None else [self.pending]
            self.questions += 1
            self.pending = z3.Bool(f"question {self.questions}")
            tell(self.solver, entails(self.pending, one_holds(*before, *goals)))

    def _assume(self) -> None:
        """Tell of every tracked part what is known before a step."""
        for narrow, boxes in self.matter.boxes.items():
            for part in parts(narrow, self.encoding.world.shape):
                self.matter.budget.check()
                glimpse = self._glimpse(narrow, part)
                for box in boxes.found[glimpse.boxes :]:
                    tell(self.solver, self._outside(glimpse, box, glimpse.now))
                glimpse.boxes = len(boxes.found)

    def _glimpse(self, narrow: Shape, part: Part) -> Glimpse:
        if (narrow, part) not in self.glimpses:
            at = self.matter.boxes[narrow].at
            slots = [(field, _owner(self.encoding.flow, field, n, part)) for field, n in at.slots]
            self._bound(slots)
            glimpse = Glimpse(slots, [self.encoding.read(slot) for slot in slots])
            self.glimpses[narrow, part] = glimpse
            if not (self.matter.of_steps or self.first):
                for where in self.matter.places(narrow, part):
                    tell(self.solver, self.encoding.state_claim(self.matter.claim, where, {}))
        return self.glimpses[narrow, part]

    def _bound(self, slots: Iterable[Slot]) -> None:
        """Keep slots within their sorts, and in a first state within their first values."""
        for slot in sorted({*slots} - self.slots, key=self.encoding.world.slots.__getitem__):
            self.slots.add(slot)
            tell(self.solver, self.encoding.domain(slot))
            if self.first:
                field, _ = slot
                first = frozenset(code(v, field.sort) for v in self.encoding.flow.initials(field))
                tell(self.solver, self.encoding.among(self.encoding.read(slot), field.sort, first))

    def _goals(self, number: int, one: Obligation) -> Iterator[Term]:
        """Yield what is still to be shown: of the state after the step, and of the step."""
        boxes = self.matter.boxes[one.shape].found
        done, self.shown[one] = self.shown.get(one, -1), len(boxes)
        asked = done < 0 and self.matter.asks(self.encoding.flow, one)
        if not asked and max(done, 0) == len(boxes):
            return
        self.matter.budget.check()
        glimpse = self._glimpse(one.shape, one.part)
        after = self._relation(number, one).after
        for box in boxes[max(done, 0) :]:
            if one.first or any(glimpse.slots[n] in after for n in box):
                now = [after.get(s, n) for s, n in zip(glimpse.slots, glimpse.now, strict=True)]
                yield self._outside(glimpse, box, now)
        for where in self.matter.places(one.shape, one.part) if asked else ():
            if self.matter.of_steps:
                if where not in self.known:
                    self.known[where] = Known(self.matter.claim)
                known = self.known[where]
                yield self.encoding.claim(self.matter.claim, where, one.move, after, known)
            else:
                yield self.encoding.state_claim(self.matter.claim, where, after)

    def _relation(self, number: int, one: Obligation) -> Relation:
        if one not in self.relations:
            relation = NO_STEP
            if one.move:
                relation = self.encoding.relation(one.move, self.matter.kept)
                self._bound(relation.reads)
                conditions = all_hold(*relation.conditions)
                tell(self.solver, entails(_chosen(number), conditions))
            self.relations[one] = relation
        return self.relations[one]

    def _outside(self, glimpse: Glimpse, box: Ranges, now: list[Term]) -> Term:
        """Say that a box is left in one of its slots."""
        inside = [
            self.encoding.among(now[n], glimpse.slots[n][0].sort, values)
            for n, values in box.items()
        ]
        return negated(all_hold(*inside))

    def _can_fail(self, *more: Term) -> bool:
        """Tell whether an obligation can fail; no only where Z3 says unsat."""
        self.matter.budget.check()
        self._limit(self.matter.budget)
        answer = self.solver.check(self.pending, *more)
        if answer == z3.unsat:
            return False
        if answer != z3.sat:
            raise Spent(f"Z3 answered {answer}: {self.solver.reason_unknown()}")
        return True

    def _limit(self, budget: Budget) -> None:
        """Let Z3 stop when the time is up, or little later: to tell it each time is not free."""
        left = budget.left
        if left < PUNCTUAL * self.limit:
            self.limit = left
            limit(self.solver, budget)

    def _first_state(self) -> dict[Slot, int]:
        """Return the first state, in the order of slots and values, in which something fails."""
        every = {slot for glimpse in self.glimpses.values() for slot in glimpse.slots}
        model, state = self.solver.model(), dict[Slot, int]()
        self.solver.push()
        for slot in sorted(every, key=self.encoding.world.slots.__getitem__):
            state[slot] = self._number(model, slot)
            lowest = slot[0].sort.start if isinstance(slot[0].sort, range) else 0
            while state[slot] > lowest:
                less = below(self.encoding.read(slot), state[slot], slot[0].sort)
                if not self._can_fail(less):
                    break
                model = self.solver.model()
                state[slot] = self._number(model, slot)
            tell(self.solver, self._is(slot, state[slot]))
        self.solver.pop()
        return state

    def _is(self, slot: Slot, number: int) -> Term:
        return equal(self.encoding.read(slot), constant(number, slot[0].sort))

    def _number(self, model: z3.ModelRef, slot: Slot) -> int:
        value = model.eval(self.encoding.read(slot), model_completion=True)
        if slot[0].sort is bool:
            return int(z3.is_true(value))
        return int(value.as_signed_long() if isinstance(slot[0].sort, range) else value.as_long())


def _chosen(number: int) -> Term:
    return z3.Bool(f"obligation {number}")


def _owner(flow: Flow, field: Field, number: int, part: Part) -> int:
    numbers = {0: part.points, 1: part.providers}.get(flow.scope_of(field))
    return numbers[number] if numbers else 0
