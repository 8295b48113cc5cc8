"""What an event asks: when it may happen, as its owner sees it, and what it asks of others."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod

from model.language.conditions import all_of, any_of
from model.language.events import Event, Scope
from model.language.expressions import (
    TRUE,
    Apply,
    Const,
    Expression,
    Field,
    Quantified,
    Quantifier,
    Read,
    as_expression,
    conjuncts,
    fold,
    has_quantifier,
    reads,
    unnamed,
)
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.operators import OPERATORS
from model.language.sorts import Value, members
from model.language.transitions import Transition

TRIED = 4096  # values of what a machine reads that are tried together

BELOW = {  # over whom an event's followers range: they can refuse it by leaving a sort
    (Scope.INDUSTRY, Scope.POINT): Quantifier.ALL_POINTS,
    (Scope.INDUSTRY, Scope.PROVIDER): Quantifier.ALL_PROVIDERS,
    (Scope.PROVIDER, Scope.POINT): Quantifier.ALL_MY_POINTS,
}


@dataclass(frozen=True, eq=False)
class Demand:
    """What an event asks of all others, and the rule for whose sake; a follower has none."""

    quantifier: Quantifier
    body: Expression
    given: tuple[Expression, ...] = ()

    @property
    def whom(self) -> Scope:
        """Return of whom it asks."""
        return Scope.PROVIDER if self.quantifier is Quantifier.ALL_PROVIDERS else Scope.POINT

    @property
    def shared(self) -> Scope:
        """Return from which scope on the one who acts and the one who is asked see the same."""
        mine = self.quantifier is Quantifier.ALL_MY_POINTS
        return Scope.PROVIDER if mine else Scope.INDUSTRY


def bare_guard(machine: Machine, rule: Transition) -> Expression:
    """Return when a transition fits; its source says nothing where it is every state."""
    everywhere = set(rule.source) == set(members(machine.state.sort))
    return rule.when if everywhere else all_of(machine.state.in_(*rule.source), rule.when)


def atoms(node: Expression) -> Iterator[Expression]:
    """Yield the conjuncts of a condition, also those under a name."""
    bare = unnamed(node)
    if isinstance(bare, Apply) and bare.operator == "and":
        for argument in bare.arguments:
            yield from atoms(argument)
    else:
        yield from conjuncts(bare)


def in_sort(rule: Transition) -> Expression:
    """Say that no effect of a rule leaves its sort; where it does, the event is refused."""
    return all_of(
        *(
            as_expression(field.sort.start).at_most(value) & value.at_most(field.sort.stop - 1)
            for field, value in rule.then.items()
            if isinstance(field.sort, range) and not _always_within(value, field.sort)
        )
    )


def _always_within(value: Expression, sort: range) -> bool:
    assert isinstance(value.sort, range)
    return sort.start <= value.sort.start and value.sort.stop <= sort.stop


def staying_in_sort(machine: Machine, event: Event) -> Expression:
    """Say that whatever a machine does at an event leaves no sort; it asks nothing of others."""
    parts = [
        all_of(*own(machine, rule)).implies(in_sort(rule))
        for rule in machine.rules_of(event)
        if in_sort(rule) is not TRUE
    ]
    return all_of(*parts)


def own(machine: Machine, rule: Transition) -> list[Expression]:
    """Return the conjuncts of when a rule fits, but for what it asks of others."""
    return [a for a in atoms(bare_guard(machine, rule)) if not isinstance(a, Quantified)]


@cache
def asked(flow: Flow, event: Event) -> tuple[Machine, ...]:
    """Return the machines that can refuse an event: those that must, and cannot always, take part.

    Whether one always can is seen by trying all values of what it reads, where these are few.
    """
    return tuple(m for m in flow.taking_part(event) if not _always_fits(m, event))


def _always_fits(machine: Machine, event: Event) -> bool:
    guards = [bare_guard(machine, rule) for rule in machine.rules_of(event)]
    fields = list(dict.fromkeys(read.field for node in guards for read in reads(node)))
    plain = not any(has_quantifier(node) for node in guards)
    few = prod(len(members(field.sort)) for field in fields) <= TRIED
    if not plain or not few or staying_in_sort(machine, event) is not TRUE:
        return False
    every = product(*(members(field.sort) for field in fields))
    return all(any(_holds(g, dict(zip(fields, v, strict=True))) for g in guards) for v in every)


def _holds(node: Expression, values: dict[Field, Value]) -> Value:
    def leaf(at: Expression) -> Value:
        if isinstance(at, Const):
            return at.value
        assert isinstance(at, Read)
        return values[at.field]

    result: Value = fold(node, leaf, lambda name, found: OPERATORS[name].python(*found))
    return result


@cache
def demands(flow: Flow, event: Event) -> tuple[Demand, ...]:
    """Return all that an event asks of others."""
    return tuple(_demands(flow, event))


def _demands(flow: Flow, event: Event) -> Iterator[Demand]:
    for machine in flow.taking_part(event):
        for rule in machine.rules_of(event):
            for atom in atoms(rule.when):
                if isinstance(atom, Quantified):
                    yield Demand(atom.quantifier, atom.body, tuple(own(machine, rule)))
    for machine in flow.following(event):
        body = staying_in_sort(machine, event)
        if body is not TRUE:
            yield Demand(BELOW[event.scope, machine.scope], body)


def possible(flow: Flow, event: Event) -> Expression:
    """Say that, but for what is asked of others, an event may happen at the one who is seen."""
    machines = asked(flow, event)
    rules = [[all_of(*own(m, rule)) for rule in m.rules_of(event)] for m in machines]
    return all_of(*(any_of(*of) for of in rules), *(staying_in_sort(m, event) for m in machines))
