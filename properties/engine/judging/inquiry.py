"""All that is asked of Z3 about one shape: which obligation can fail, and in which state first.

All obligations of a shape are put to one solver, which keeps what it was told.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from model.language.meaning import Where
from properties.engine.budget import Budget
from properties.engine.evidence import Disagreement
from properties.engine.judging.boxes import Boxes, Ranges
from properties.engine.judging.claim_terms import ClaimTerms
from properties.engine.judging.encode import Encoding, Relation
from properties.engine.judging.obligations import Matter, Obligation
from properties.engine.judging.solver import Solver
from properties.engine.judging.terms import (
    Term,
    all_hold,
    entails,
    negated,
    one_holds,
    variable,
)
from properties.engine.slices.layout import Shape, Slot, code
from properties.engine.slices.shapes import Embedding, embeddings

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

    def __init__(
        self,
        matter: Matter,
        every: list[Obligation],
        boxes: Mapping[Shape, Boxes],
        encoding: Encoding,
        budget: Budget,
    ) -> None:
        self.matter, self.boxes, self.encoding, self.budget = matter, boxes, encoding, budget
        self.every, self.first = every, every[0].first
        self.glimpses = dict(self._tracked())
        self.solver = Solver(encoding, budget)
        self.bound: set[Slot] = set()
        self.relations: dict[Obligation, Relation] = {}
        self.shown: dict[Obligation, int] = {}  # of so many boxes, and so of the claim too
        self.claims: dict[Where, ClaimTerms] = {}
        self.pending: Term | None = None
        self.questions = 0
        for (narrow, at), glimpse in self.glimpses.items():
            self._suppose_sorts(glimpse.slots)
            self._suppose_claim(narrow, at)

    def _tracked(self) -> Iterator[tuple[tuple[Shape, Embedding], Glimpse]]:
        """Yield each tracked part; of first states those of the obligations suffice.

        In a world by itself they are all that is known: it need not hold with points exchanged.
        """
        flow, wide = self.encoding.flow, self.every[0].wide
        by_itself = self.first or self.matter.alone
        mine = [(one.shape, one.at) for one in self.every] if by_itself else []
        for narrow, at in mine or ((s, at) for s in self.boxes for at in embeddings(s, wide)):
            self.budget.check()
            slots = at.slots_of(flow, self.boxes[narrow].at)
            yield (narrow, at), Glimpse(slots, [self.encoding.read(slot) for slot in slots])

    def _suppose_sorts(self, slots: Iterable[Slot]) -> None:
        """Keep slots within their sorts, and in a first state within their first values."""
        for slot in self.encoding.in_order({*slots} - self.bound):
            self.bound.add(slot)
            self.solver.suppose(self.encoding.sorts[slot])
            if self.first:
                field, _ = slot
                first = frozenset(code(v, field.sort) for v in self.encoding.flow.initials(field))
                term = self.encoding.read(slot)
                self.solver.suppose(self.encoding.among(term, field.sort, first))

    def _suppose_claim(self, narrow: Shape, at: Embedding) -> None:
        """Suppose of each state before a step what the claim says of states."""
        if not (self.matter.part.of_steps or self.first):
            for where in self.matter.places(narrow, at):
                self.solver.suppose(self._claim(where).said(None, {}))

    def boxes_added(self) -> int:
        """Ask until nothing here can fail; return how many boxes that took."""
        added = 0
        while (state := self._failing()) is not None:
            self._add_box(state)
            added += 1
        return added

    def _failing(self) -> dict[Slot, int] | None:
        """Return the first state in which an obligation fails; None where Z3 says there is none."""
        if not self.first:
            self._suppose_boxes()
        numbered = enumerate(self.every)
        goals = [(n, goal) for n, one in numbered for goal in self._goals(n, one)]
        if goals:
            failing = [all_hold(_chosen(number), negated(goal)) for number, goal in goals]
            before = [] if self.pending is None else [self.pending]
            self.questions += 1
            self.pending = variable(f"question {self.questions}", bool)
            self.solver.suppose(entails(self.pending, one_holds(*before, *failing)))
        if self.pending is None or not self.solver.can_be(self.pending):
            self.pending = None
            return None
        every = {slot for glimpse in self.glimpses.values() for slot in glimpse.slots}
        return self.solver.first_state(self.pending, every)

    def _suppose_boxes(self) -> None:
        """Suppose of every tracked part what was found of it since the last question."""
        for (narrow, _), glimpse in self.glimpses.items():
            self.budget.check()
            for box in self.boxes[narrow].found[glimpse.boxes :]:
                self.solver.suppose(self._outside(glimpse, box, glimpse.now))
            glimpse.boxes = len(self.boxes[narrow].found)

    def _goals(self, number: int, one: Obligation) -> Iterator[Term]:
        """Yield what is still to be shown: of the state after the step, and of the step."""
        boxes = self.boxes[one.shape].found
        done, self.shown[one] = self.shown.get(one, -1), len(boxes)
        places = one.places if done < 0 else ()
        if not places and max(done, 0) == len(boxes):
            return
        self.budget.check()
        glimpse, after = self.glimpses[one.shape, one.at], self._relation(number, one).after
        for box in boxes[max(done, 0) :]:
            if one.first or any(glimpse.slots[n] in after for n in box):
                now = [after.get(s, n) for s, n in zip(glimpse.slots, glimpse.now, strict=True)]
                yield self._outside(glimpse, box, now)
        for where in places:
            yield self._claim(where).said(one.move, after)

    def _relation(self, number: int, one: Obligation) -> Relation:
        if one not in self.relations:
            relation = NO_STEP
            if one.move:
                relation = self.encoding.relation(one.move, self.matter.kept)
                self._suppose_sorts(relation.reads)
                conditions = all_hold(*relation.conditions)
                self.solver.suppose(entails(_chosen(number), conditions))
            self.relations[one] = relation
        return self.relations[one]

    def _claim(self, where: Where) -> ClaimTerms:
        if where not in self.claims:
            part = self.matter.part
            self.claims[where] = ClaimTerms(self.encoding, part.body, where, of_steps=part.of_steps)
        return self.claims[where]

    def _outside(self, glimpse: Glimpse, box: Ranges, now: list[Term]) -> Term:
        """Say that a box is left in one of its slots."""
        inside = [
            self.encoding.among(now[n], glimpse.slots[n][0].sort, values)
            for n, values in box.items()
        ]
        return negated(all_hold(*inside))

    def _add_box(self, state: dict[Slot, int]) -> None:
        """Add a box around a view before the step that was not met."""
        for (narrow, _), glimpse in () if self.first else self.glimpses.items():
            view = tuple(state[slot] for slot in glimpse.slots)
            if not self.boxes[narrow].has_met(view):
                self.boxes[narrow].add(view)
                self.budget.check(boxes=sum(len(one.found) for one in self.boxes.values()))
                return
        raise Disagreement(f"the closure does not cover {self._culprit(state)}")

    def _culprit(self, state: dict[Slot, int]) -> str:
        """Return the first obligation that fails in a state."""
        for slot, number in state.items():
            self.solver.suppose_value(slot, number)
        if self.first:
            return "the first state"
        numbered = enumerate(self.every)
        failing = (one for n, one in numbered if self.solver.can_be(self.pending, _chosen(n)))
        return str(next(failing).move or "a step that changes nothing")


def _chosen(number: int) -> Term:
    return variable(f"obligation {number}", bool)
