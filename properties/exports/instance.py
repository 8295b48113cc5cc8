"""A flow with so many points and providers, written out: no scope and no quantifier is left.

Each owner's field is a field of its own. What a move does is one expression for each field that it
may change, of the state before it; so a claim on steps is one on the states from which they start.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from model.language.conditions import all_of, any_of
from model.language.events import Happens, Scope
from model.language.expressions import (
    FALSE,
    TRUE,
    Const,
    Expression,
    Field,
    Quantified,
    Quantifier,
    Read,
    apply,
    fold,
)
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.meaning import Move, Where, World
from model.language.sorts import members
from model.language.transitions import Transition
from properties.exports.shorter import shorter

PROVIDERS = (Quantifier.ALL_PROVIDERS, Quantifier.SOME_PROVIDER)


@dataclass(frozen=True, eq=False)
class Act:
    """A move: when it is possible, and what it leaves in the fields that it may change."""

    move: Move
    name: str
    possible: Expression
    after: dict[Field, Expression]


class Instance:
    """A flow of one shape, written out."""

    def __init__(self, flow: Flow, shape: tuple[int, ...]) -> None:
        self.world = World(flow, shape)
        self.fields = {slot: self._field(*slot) for slot in self.world.slots}
        self.title = f"{flow.name}: {_counted(shape)}"

    def _field(self, field: Field, owner: int) -> Field:
        name = f"{field.name}{_whose(self.world.flow.scope_of(field), owner)}"
        return Field(name, field.sort, self.world.flow.initials(field))

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Return what each move does."""
        return tuple(map(self._act, self.world.moves))

    def _act(self, move: Move) -> Act:
        flow, event = self.world.flow, move.event
        needed, after = list[Expression](), dict[Field, Expression]()
        for machine in flow.taking_part(event):
            owner = self.world.owner(machine.scope, event.scope, move.home)
            rules = [(self._fits(machine, r, owner), r) for r in machine.rules_of(event)]
            needed.append(any_of(FALSE, *(fits for fits, _ in rules)))
            after |= self._after(machine, owner, [*rules[:-1], *((TRUE, r) for _, r in rules[-1:])])
        for machine in flow.following(event):
            for owner in self.world.below(event, move.home, machine.scope):
                rules = [(self._fits(machine, r, owner), r) for r in machine.rules_of(event)]
                after |= self._after(machine, owner, rules)
        inside = [_within(node, field) for field, node in after.items()]
        possible = shorter(all_of(TRUE, *needed, *inside))
        return Act(move, str(move), possible, {f: shorter(node) for f, node in after.items()})

    def _fits(self, machine: Machine, rule: Transition, owner: int) -> Expression:
        state = Read(self.fields[machine.state, owner])
        anywhere = set(rule.source) == set(members(machine.state.sort))
        source = TRUE if anywhere else state.in_(*rule.source)
        return all_of(source, self.seen(rule.when, machine.scope, owner))

    def _after(
        self, machine: Machine, owner: int, rules: list[tuple[Expression, Transition]]
    ) -> dict[Field, Expression]:
        """Return what the first rule that fits leaves in each field; where none does, what was."""
        written: dict[Field, Expression] = {}
        for own in machine.all_fields:
            field = self.fields[own, owner]
            node: Expression = Read(field)
            for fits, rule in reversed(rules):
                node = apply("if", fits, self._effect(machine, own, owner, rule), node)
            if any(own in rule.then or self._moves(machine, own, rule) for _, rule in rules):
                written[field] = node
        return written

    def _moves(self, machine: Machine, own: Field, rule: Transition) -> bool:
        return own is machine.state and rule.target is not None

    def _effect(self, machine: Machine, own: Field, owner: int, rule: Transition) -> Expression:
        if self._moves(machine, own, rule):
            assert rule.target is not None
            return Const(rule.target, own.sort)
        if own in rule.then:
            return self.seen(rule.then[own], machine.scope, owner)
        return Read(self.fields[own, owner])

    def seen(self, node: Expression, scope: Scope, owner: int) -> Expression:
        """Return an expression of a rule, as seen by an owner, over the fields written out."""

        def leaf(at: Expression) -> Expression:
            if isinstance(at, Quantified):
                return self._quantified(at, owner)
            if isinstance(at, Read):
                wide = self.world.flow.scope_of(at.field)
                return Read(self.fields[at.field, self.world.owner(wide, scope, owner)])
            return at

        return rewritten(node, leaf)

    def _quantified(self, at: Quantified, owner: int) -> Expression:
        whom = Scope.PROVIDER if at.quantifier in PROVIDERS else Scope.POINT
        owners = list(self.world.owners(whom))
        if at.quantifier is Quantifier.ALL_OTHER_POINTS:
            owners.remove(owner)
        if at.quantifier is Quantifier.ALL_MY_POINTS:
            owners = self.world.points_of(owner)
        each = [self.seen(at.body, whom, one) for one in owners]
        return all_of(TRUE, *each) if at.quantifier.is_universal else any_of(FALSE, *each)

    def claimed(self, body: Expression, here: Where, act: Act | None) -> Expression:
        """Return what a claim says of a step, or of a state (no act), as seen from a place."""

        def leaf(at: Expression) -> Expression:
            if isinstance(at, Happens):
                mine = act is not None and self.world.concerns(act.move, here)
                return TRUE if act and mine and act.move.event in at.events else FALSE
            if isinstance(at, Read):
                return self._read(at, here, act)
            return at

        return shorter(rewritten(body, leaf))

    def _read(self, at: Read, here: Where, act: Act | None) -> Expression:
        scope = self.world.flow.scope_of(at.field)
        field = self.fields[at.field, self.world.seen(here, at.whose, scope)]
        return act.after.get(field, Read(field)) if act and at.after else Read(field)


def rewritten(node: Expression, leaf: Callable[[Expression], Expression]) -> Expression:
    """Return an expression with other leaves, and without names."""
    return fold(node, leaf, lambda operator, parts: apply(operator, *parts))


def _within(node: Expression, field: Field) -> Expression:
    sort = field.sort
    if not isinstance(sort, range) or not isinstance(node.sort, range):
        return TRUE
    low = apply("at most", sort.start, node) if node.sort.start < sort.start else TRUE
    high = apply("at most", node, sort.stop - 1) if node.sort.stop > sort.stop else TRUE
    return all_of(low, high)


def _whose(scope: Scope, owner: int) -> str:
    return "" if scope is Scope.INDUSTRY else f" of {scope.name.lower()} {owner + 1}"


def _counted(shape: Iterable[int]) -> str:
    return f"points at each provider: {', '.join(map(str, shape)) or 'none'}"
