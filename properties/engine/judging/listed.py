"""States one by one in place of boxes, where these are longer; Z3 judges them too.

They are of fields of the industry that no step of a point or provider writes, so that a search of
them ends with every state that any world has of them.
"""

from collections.abc import Sequence
from dataclasses import replace

from model.language.events import Scope
from properties.engine.budget import Budget, TooManyBoxes, look
from properties.engine.evidence import Disagreement, Invariant, Listing, Proof
from properties.engine.judging.claim_terms import ClaimTerms
from properties.engine.judging.encode import Encoding, encoding
from properties.engine.judging.judge import judge
from properties.engine.judging.obligations import Matter, Obligation, obligations
from properties.engine.judging.solver import Solver
from properties.engine.judging.terms import (
    Term,
    all_hold,
    entails,
    negated,
    one_holds,
    variable,
)
from properties.engine.slices.layout import Shape, View, code, layout

INDUSTRY: Shape = ()
MANY = 30_000  # states that are listed at the most


def judge_shorter(matter: Matter, budget: Budget) -> Invariant:
    """Return the invariant that Z3 has judged, told by boxes or state by state.

    Raises Spent or Disagreement.
    """
    if matter.part.facts or not _can_be_listed(matter):
        return judge(matter, budget)
    views = matter.met[INDUSTRY]
    most = len(views) if budget.boxes is None else min(len(views), budget.boxes)
    try:
        boxed = judge(matter, replace(budget, boxes=most))
    except TooManyBoxes:
        return judge_listed(matter, budget)
    told = (2 + len(values) for box in boxed.boxes[INDUSTRY] for values in box.values())
    return boxed if sum(told) <= len(views) * len(matter.kept) else judge_listed(matter, budget)


def _can_be_listed(matter: Matter) -> bool:
    """Tell whether no step of a point or provider writes what is kept, and no guard asks for some.

    A guard that asks all is true where nobody is, which allows every step.
    """
    flow, kept = matter.part.flow, matter.kept
    others = [
        e for e, written in flow.writes.items() if e.scope < Scope.INDUSTRY and written & kept
    ]
    own = all(flow.scope_of(field) is Scope.INDUSTRY for field in kept)
    few = len(matter.met.get(INDUSTRY, ())) <= MANY
    return own and few and [*matter.met] == [INDUSTRY] and not (others or flow.somes or matter.each)


def judge_listed(matter: Matter, budget: Budget) -> Invariant:
    """Return that the states met are all, and break no claim, as Z3 has judged."""
    part, views = matter.part, matter.met[INDUSTRY]
    at = layout(part.flow, matter.kept, INDUSTRY)
    asked = list(obligations(matter, [INDUSTRY]))
    _Listed(matter, encoding(part.flow, INDUSTRY), views, budget).need_all(asked)
    kept = tuple(field for field, _ in at.slots)
    states = tuple(tuple(at.values(view).values()) for view in views)
    boxes = dict.fromkeys(matter.met, ())
    proof = Proof(part.body, tuple(matter.sight), boxes, listing=Listing(kept, states))
    return Invariant(kept, boxes, len(asked), (proof,))


class _Listed:
    def __init__(
        self, matter: Matter, encoded: Encoding, views: Sequence[View], budget: Budget
    ) -> None:
        self.matter, self.encoding, self.budget = matter, encoded, budget
        self.views = tuple(views)
        self.slots = list(layout(matter.part.flow, matter.kept, INDUSTRY).slots)
        (_, where), *_ = matter.sight
        self.claim = ClaimTerms(encoded, matter.part.body, where, of_steps=matter.part.of_steps)

    def need_all(self, asked: Sequence[Obligation]) -> None:
        """Ask Z3 each obligation; raise Disagreement where one can fail."""
        now = [self.encoding.read(slot) for slot in self.slots]
        for first in (True, False):
            solver = Solver(self.encoding, self.budget)
            self._suppose_sorts(solver, first=first)
            solver.suppose(self._one_of(self.views, now, {}) if not first else all_hold())
            for n, one in enumerate(asked):
                if one.first is first:
                    wrong = variable(f"listed obligation {n}", bool)
                    solver.suppose(entails(wrong, self._fails(one, now)))
                    if solver.can_be(wrong):
                        raise Disagreement(
                            f"the states listed do not cover {one.move or 'a start'}"
                        )

    def _suppose_sorts(self, solver: Solver, *, first: bool) -> None:
        for slot in self.encoding.before:
            solver.suppose(self.encoding.sorts[slot])
            if first and slot[0] in self.matter.kept:
                flow, (field, _) = self.encoding.flow, slot
                starts = frozenset(code(value, field.sort) for value in flow.initials(field))
                term = self.encoding.read(slot)
                solver.suppose(self.encoding.among(term, field.sort, starts))

    def _fails(self, one: Obligation, now: list[Term]) -> Term:
        """Say that a step can be taken, and leads to what is not listed or breaks the claim."""
        conditions, after = list[Term](), {}
        if one.move:
            relation = self.encoding.relation(one.move, self.matter.kept)
            conditions, after = list(relation.conditions), relation.after
        then = [after.get(slot, term) for slot, term in zip(self.slots, now, strict=True)]
        wrong = [negated(self._one_of(self.views, then, {}))]
        if one.places:
            wrong.append(negated(self.claim.said(one.move, after)))
        return all_hold(*conditions, one_holds(*wrong))

    def _one_of(
        self, views: tuple[View, ...], terms: list[Term], known: dict[tuple[View, ...], Term]
    ) -> Term:
        """Say that terms have the values of one of some views; what is the same is said once."""
        if views in known or not views[0]:
            return known.get(views, all_hold())
        look()
        later: dict[tuple[View, ...], set[int]] = {}
        rest: dict[int, list[View]] = {}
        for view in views:
            rest.setdefault(view[0], []).append(view[1:])
        for value, tails in rest.items():
            later.setdefault(tuple(sorted(tails)), set()).add(value)
        sort = self.slots[-len(views[0])][0].sort
        term, *left = terms
        ways = [
            all_hold(self.encoding.among(term, sort, frozenset(some)), self._one_of(t, left, known))
            for t, some in later.items()
        ]
        known[views] = one_holds(*ways)
        return known[views]
