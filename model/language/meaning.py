"""The plain meaning of a step: which events are possible in a state, and where they lead.

An interpreter, slow and short. The generated search and the encoding for Z3 are each written
apart from it and tested against it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from model.language.events import Event, Happens, Scope
from model.language.expressions import (
    Const,
    Expression,
    Field,
    Quantified,
    Quantifier,
    Read,
    Whose,
    conjuncts,
    fold,
)
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.operators import OPERATORS
from model.language.sorts import Value, belongs, sort_name
from model.language.transitions import Transition

State = tuple[Value, ...]


def _apply(operator: str, arguments: list[Value]) -> Value:
    value: Value = OPERATORS[operator].python(*arguments)
    return value


def dealt_out(points: int, providers: int) -> tuple[int, ...]:
    """Return the shape in which points are dealt out to the providers in turn."""
    return tuple(len(range(p, points, providers)) for p in range(providers))


@dataclass(frozen=True)
class Move:
    """An event at its home: a point's or a provider's number, or 0 for the industry."""

    event: Event
    home: int

    def __str__(self) -> str:
        if self.event.scope is Scope.INDUSTRY:
            return str(self.event)
        return f"{self.event} at {self.event.scope.name.lower()} {self.home + 1}"


@dataclass(frozen=True)
class Taken:
    """A transition that one machine takes, and whose that machine is."""

    machine: Machine
    owner: int
    rule: Transition


@dataclass(frozen=True)
class Refusal:
    """Why a machine does not take part: no transition from its state, or what is false."""

    machine: Machine
    owner: int
    state: Value
    rule: Transition | None
    false: tuple[Expression, ...]
    left_sort: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a move does: the transitions taken and the state after, or the refusals."""

    taken: tuple[Taken, ...]
    after: State | None
    refusals: tuple[Refusal, ...]


class World:
    """A flow with so many points at each provider: (2, 0) is two at the first, none at the other.

    A state is a tuple of values in the order of `slots`: the industry's fields, then for each
    provider its fields and those of each of its points.
    """

    def __init__(self, flow: Flow, shape: tuple[int, ...]) -> None:
        self.flow = flow
        self.shape = shape
        self.provider_of = [p for p, size in enumerate(shape) for _ in range(size)]

    @cached_property
    def slots(self) -> dict[tuple[Field, int], int]:
        """Return where each field of each owner stands in a state."""
        by_scope: dict[Scope, list[Field]] = {scope: [] for scope in Scope}
        for owned in self.flow.fields:
            by_scope[self.flow.scope_of(owned)].append(owned)
        order = [(f, 0) for f in by_scope[Scope.INDUSTRY]]
        for provider in range(len(self.shape)):
            order += [(f, provider) for f in by_scope[Scope.PROVIDER]]
            for point in self.points_of(provider):
                order += [(f, point) for f in by_scope[Scope.POINT]]
        return {slot: number for number, slot in enumerate(order)}

    def points_of(self, provider: int) -> list[int]:
        """Return the numbers of a provider's points."""
        return [point for point, mine in enumerate(self.provider_of) if mine == provider]

    def owners(self, scope: Scope) -> range:
        """Return the numbers of the owners at a scope."""
        sizes = {Scope.POINT: len(self.provider_of), Scope.PROVIDER: len(self.shape)}
        return range(sizes.get(scope, 1))

    def owner(self, scope: Scope, narrow: Scope, number: int) -> int:
        """Return who stands above an owner of a narrower scope, or that owner itself."""
        if scope is narrow:
            return number
        return self.provider_of[number] if (narrow, scope) == (Scope.POINT, Scope.PROVIDER) else 0

    def below(self, event: Event, home: int, scope: Scope) -> list[int]:
        """Return the owners of a narrower scope that an event at its home reaches."""
        if event.scope is Scope.PROVIDER:
            return self.points_of(home)
        return list(self.owners(scope))

    def initial_states(self) -> Iterator[State]:
        """Yield each first state."""
        return product(*(self.flow.initials(f) for f, _ in self.slots))

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Return each event at each home, in order of definition."""
        every = ((event, home) for event in self.flow.events for home in self.owners(event.scope))
        return tuple(Move(event, home) for event, home in every)

    def value(self, state: State, read: Field, scope: Scope, number: int) -> Value:
        """Return what a field holds, as seen by an owner at a scope."""
        wide = self.flow.scope_of(read)
        return state[self.slots[read, self.owner(wide, scope, number)]]

    def compute(self, node: Expression, state: State, scope: Scope, number: int) -> Value:
        """Return the value of an expression of a rule, as seen by an owner."""

        def leaf(at: Expression) -> Value:
            if isinstance(at, Const):
                return at.value
            if isinstance(at, Quantified):
                return self._quantified(at, state, number)
            assert isinstance(at, Read)
            return self.value(state, at.field, scope, number)

        value: Value = fold(node, leaf, _apply)
        return value

    def _quantified(self, at: Quantified, state: State, number: int) -> bool:
        kind = at.quantifier
        providers = kind in (Quantifier.ALL_PROVIDERS, Quantifier.SOME_PROVIDER)
        whom = Scope.PROVIDER if providers else Scope.POINT
        owners = list(self.owners(whom))
        if kind is Quantifier.ALL_OTHER_POINTS:
            owners.remove(number)
        if kind is Quantifier.ALL_MY_POINTS:
            owners = self.points_of(number)
        holds = (self.compute(at.body, state, whom, owner) for owner in owners)
        return all(holds) if kind.is_universal else any(holds)

    def fitting(
        self, machine: Machine, owner: int, event: Event, state: State
    ) -> Iterator[Transition]:
        """Yield the transitions of an event that fit; in a sound flow there is at most one."""
        at = state[self.slots[machine.state, owner]]
        for rule in machine.rules_of(event):
            if at in rule.source and self.compute(rule.when, state, machine.scope, owner):
                yield rule

    def outcome(self, state: State, move: Move) -> Outcome:
        """Return what a move does in a state: all that must take part do, or nothing changes."""
        event, home = move.event, move.home
        taken: list[Taken] = []
        refusals: list[Refusal] = []
        for machine in self.flow.taking_part(event):
            owner = self.owner(machine.scope, event.scope, home)
            rule = next(self.fitting(machine, owner, event, state), None)
            if rule:
                taken.append(Taken(machine, owner, rule))
            else:
                refusals += self._why_not(machine, owner, event, state)
        for machine in self.flow.following(event):
            for owner in self.below(event, home, machine.scope):
                rule = next(self.fitting(machine, owner, event, state), None)
                taken += [Taken(machine, owner, rule)] if rule else []
        if refusals:
            return Outcome((), None, tuple(refusals))
        return self._after(state, tuple(taken))

    def _after(self, state: State, taken: tuple[Taken, ...]) -> Outcome:
        after = list(state)
        refusals: list[Refusal] = []
        for one in taken:
            machine, owner, rule = one.machine, one.owner, one.rule
            if rule.target is not None:
                after[self.slots[machine.state, owner]] = rule.target
            for changed, node in rule.then.items():
                value = self.compute(node, state, machine.scope, owner)
                after[self.slots[changed, owner]] = value
                if not belongs(value, changed.sort):
                    left = f"'{changed.name}' would be {value}, not {sort_name(changed.sort)}"
                    at = state[self.slots[machine.state, owner]]
                    refusals.append(Refusal(machine, owner, at, rule, (), left))
        if refusals:
            return Outcome((), None, tuple(refusals))
        return Outcome(taken, tuple(after), ())

    def _why_not(
        self, machine: Machine, owner: int, event: Event, state: State
    ) -> Iterator[Refusal]:
        at = state[self.slots[machine.state, owner]]
        here = [rule for rule in machine.rules_of(event) if at in rule.source]
        for rule in here:
            false = (
                c for c in conjuncts(rule.when) if not self.compute(c, state, machine.scope, owner)
            )
            yield Refusal(machine, owner, at, rule, tuple(false))
        if not here:
            yield Refusal(machine, owner, at, None, ())

    def steps(self, state: State) -> Iterator[tuple[Move, State]]:
        """Yield each possible move with the state that it leads to."""
        for move in self.moves:
            after = self.outcome(state, move).after
            if after is not None:
                yield move, after

    def holds(
        self, claim: Expression, here: "Where", before: State, move: Move | None, after: State
    ) -> bool:
        """Tell whether a claim holds of a step, as seen from tracked points or providers.

        For a claim on states, pass no move and the same state twice.
        """

        def leaf(at: Expression) -> Value:
            if isinstance(at, Const):
                return at.value
            if isinstance(at, Happens):
                return move is not None and move.event in at.events and self.concerns(move, here)
            assert isinstance(at, Read)
            state = after if at.after else before
            scope = self.flow.scope_of(at.field)
            return state[self.slots[at.field, self.seen(here, at.whose, scope)]]

        return bool(fold(claim, leaf, _apply))

    def seen(self, here: "Where", whose: Whose, scope: Scope) -> int:
        """Return the owner that a claim's reading means."""
        if scope is Scope.INDUSTRY:
            return 0
        if whose is Whose.OTHER_PROVIDER:
            return here.other_provider
        point = here.other_point if whose is Whose.OTHER_POINT else here.point
        if scope is Scope.POINT:
            return point
        return self.provider_of[point] if point >= 0 else here.provider

    def concerns(self, move: Move, here: "Where") -> bool:
        """Tell whether a move is at the point or provider from where a claim is seen, or above."""
        if move.event.scope is Scope.INDUSTRY:
            return True
        return move.home == self.seen(here, Whose.OWN, move.event.scope)


@dataclass(frozen=True)
class Where:
    """From where a claim is seen: a point and maybe another, or a provider; -1 where none."""

    point: int = -1
    other_point: int = -1
    provider: int = -1
    other_provider: int = -1
