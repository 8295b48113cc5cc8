"""Rules as Z3 terms, written straight from the definition.

It shares nothing with the step generator but the numbers that stand for values. A transition
is taken by choice, so that two which compete are both possible; nothing is projected: what is
forgotten is simply not spoken of.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from model.language.events import Event, Scope
from model.language.expressions import (
    Const,
    Expression,
    Field,
    Quantified,
    Quantifier,
    Read,
    fold,
)
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.meaning import Move, World
from model.language.sorts import Sort
from model.language.transitions import Transition
from properties.engine.budget import look
from properties.engine.fault import EngineFault
from properties.engine.judging.terms import (
    TERMS,
    Term,
    all_hold,
    at_most_one,
    constant,
    either,
    entails,
    equal,
    in_sort,
    negated,
    one_holds,
    variable,
)
from properties.engine.slices.layout import Shape, Slot, code

Terms = dict[Slot, Term]


@dataclass(frozen=True)
class Relation:
    """One move: what must hold before it, and the terms of the fields that it writes."""

    conditions: tuple[Term, ...]
    after: Terms
    reads: frozenset[Slot]


class Encoding:
    """A flow at a shape: the variables of a state, and each move as a relation."""

    def __init__(self, flow: Flow, shape: Shape) -> None:
        self.flow = flow
        self.world = World(flow, shape)
        self.before = {
            slot: variable(f"{slot[0].name}@{slot[1]}", slot[0].sort) for slot in self.world.slots
        }
        self.sorts = {slot: in_sort(term, slot[0].sort) for slot, term in self.before.items()}
        self.touched: set[Slot] = set()  # what was read since it was last cleared
        self._relations: dict[tuple[Move, frozenset[Field]], Relation] = {}
        self._among: dict[tuple[int, frozenset[int]], tuple[Term, Term]] = {}

    def read(self, slot: Slot) -> Term:
        """Return the variable of a slot before the step."""
        self.touched.add(slot)
        return self.before[slot]

    def in_order(self, slots: Iterable[Slot]) -> list[Slot]:
        """Return slots in the order of the whole state."""
        return sorted(slots, key=self.world.slots.__getitem__)

    def among(self, term: Term, sort: Sort, values: frozenset[int]) -> Term:
        """Return that a term is one of some values, the same each time."""
        key = (term.get_id(), values)
        if key not in self._among:  # the term is kept, so that its number stays its own
            look()
            alike = [equal(term, constant(value, sort)) for value in sorted(values)]
            self._among[key] = (term, one_holds(*alike) if len(alike) > 1 else alike[0])
        return self._among[key][1]

    def term(self, node: Expression, scope: Scope, owner: int) -> Term:
        """Return a rule's expression as seen by an owner."""

        def leaf(at: Expression) -> Term:
            if isinstance(at, Const):
                return constant(code(at.value, at.sort), at.sort)
            if isinstance(at, Quantified):
                return self._quantified(at, scope, owner)
            assert isinstance(at, Read)
            wide = self.flow.scope_of(at.field)
            return self.read((at.field, self.world.owner(wide, scope, owner)))

        return fold(node, leaf, lambda operator, args: TERMS[operator](*args))

    def _quantified(self, at: Quantified, scope: Scope, owner: int) -> Term:
        kind = at.quantifier
        if kind in (Quantifier.ALL_PROVIDERS, Quantifier.SOME_PROVIDER):
            whom, owners = Scope.PROVIDER, list(self.world.owners(Scope.PROVIDER))
        else:
            whom, owners = Scope.POINT, list(self.world.owners(Scope.POINT))
        if kind is Quantifier.ALL_OTHER_POINTS:
            owners = [point for point in owners if point != owner]
        if kind is Quantifier.ALL_MY_POINTS:
            if scope is not Scope.PROVIDER:
                raise EngineFault(f"{kind} is asked of a {scope.value}")
            owners = [point for point in owners if self.world.provider_of[point] == owner]
        bodies = [self.term(at.body, whom, n) for n in owners]
        return all_hold(*bodies) if kind.is_universal else one_holds(*bodies)

    def relation(self, move: Move, kept: frozenset[Field] | None = None) -> Relation:
        """Return a move as a relation, of what it writes only the kept; the same each time."""
        every = frozenset(self.flow.fields)
        wanted = (every if kept is None else kept) & self.flow.writes[move.event]
        if (move, wanted) not in self._relations:
            before, self.touched = self.touched, set()
            self._relations[move, wanted] = self._relate(move, wanted)
            self.touched |= before
        relation = self._relations[move, wanted]
        self.touched |= relation.reads
        return relation

    def _relate(self, move: Move, kept: frozenset[Field]) -> Relation:
        look()
        conditions: list[Term] = []
        after: Terms = {}
        for machine in self.flow.machines:
            if move.event not in machine.events:
                continue
            follows = machine.scope < move.event.scope
            fields = [field for field in machine.all_fields if field in kept]
            for owner in self._owners(machine, move):
                if fields:
                    part = self._part(machine, owner, move.event, fields, follows=follows)
                    conditions += part.conditions
                    after |= part.after
                elif not follows:
                    conditions.append(one_holds(*self._fitting(machine, owner, move.event)))
        conditions += [in_sort(term, field.sort) for (field, _), term in after.items()]
        return Relation(tuple(conditions), after, frozenset(self.touched))

    def _owners(self, machine: Machine, move: Move) -> list[int]:
        """Return whose machines take part or follow: those on the home's path, or below it."""
        owners = self.world.owners(machine.scope)
        if machine.scope >= move.event.scope:
            mine = self.world.owner(machine.scope, move.event.scope, move.home)
            return [mine] if mine in owners else []
        if move.event.scope is Scope.PROVIDER:
            return [p for p in owners if self.world.provider_of[p] == move.home]
        return list(owners)

    def _part(
        self,
        machine: Machine,
        owner: int,
        event: Event,
        fields: list[Field],
        *,
        follows: bool,
    ) -> Relation:
        """Return what one machine does: it takes one transition that fits, or it may stay."""
        rules = machine.rules_of(event)
        fits = self._fitting(machine, owner, event)
        names = [f"{machine}@{owner} takes {n} of {event}" for n in range(len(rules))]
        chosen = [variable(name, bool) for name in names]
        options = list(zip(chosen, rules, strict=True))
        written = [(f, self._written(machine, f, owner, options)) for f in fields]
        conditions = [entails(c, fit) for c, fit in zip(chosen, fits, strict=True)]
        stays = [negated(one_holds(*fits))] if follows else []
        conditions.append(one_holds(*chosen, *stays))
        conditions.append(at_most_one(*chosen))
        after = {(f, owner): term for f, term in written if term is not None}
        return Relation(tuple(conditions), after, frozenset())

    def _fitting(self, machine: Machine, owner: int, event: Event) -> list[Term]:
        return [self._fits(machine, rule, owner) for rule in machine.rules_of(event)]

    def _fits(self, machine: Machine, rule: Transition, owner: int) -> Term:
        state, sort = self.read((machine.state, owner)), machine.state.sort
        condition = self.term(rule.when, machine.scope, owner)
        sources = one_holds(*(equal(state, constant(code(s, sort), sort)) for s in rule.source))
        return all_hold(sources, condition)

    def _written(
        self, machine: Machine, field: Field, owner: int, options: list[tuple[Term, Transition]]
    ) -> Term | None:
        term = self.read((field, owner))
        written = False
        for chosen, rule in options:
            if field is machine.state and rule.target is not None:
                value = constant(code(rule.target, field.sort), field.sort)
            elif field in rule.then:
                value = self.term(rule.then[field], machine.scope, owner)
            else:
                continue
            term, written = either(chosen, value, term), True
        return term if written else None


@lru_cache(maxsize=16)
def encoding(flow: Flow, shape: Shape) -> Encoding:
    """Return the encoding of a flow at a shape, kept for its next claim."""
    return Encoding(flow, shape)
