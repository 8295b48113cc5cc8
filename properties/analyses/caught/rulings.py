"""What the rules of an event make of a value of a field, and which of them speak of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from model.language.events import Event
from model.language.expressions import (
    Expression,
    Field,
    Quantified,
    conjuncts,
    has_quantifier,
    reads,
    unnamed,
)
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import Value, members
from model.language.transitions import Transition
from properties.analyses.caught.before import value_in

TRIED = 4096  # values of what a condition reads that are tried together

Ruled = tuple[Machine, Transition]


@dataclass(frozen=True)
class Ruling:
    """What the rules of an event say where a field has a value.

    `own` are rules of its own machine, `others` those of other machines that it decides, or that
    read it. `awaited` are the conditions that no other value meets, `barred` those that it
    does not meet.
    """

    own: tuple[Transition, ...]
    others: tuple[Ruled, ...]
    awaited: tuple[Expression, ...]
    barred: tuple[Expression, ...]

    @property
    def cites(self) -> tuple[str, ...]:
        """Return what is cited by the rules, and by the conditions that await the value."""
        rules = [rule.cites for rule in (*self.own, *(rule for _, rule in self.others))]
        named = [getattr(one, "cites", "") for one in self.awaited]
        return tuple(dict.fromkeys(" ".join([*rules, *named]).split()))


def ruling(flow: Flow, event: Event, field: Field, value: Value) -> Ruling:
    """Return what the rules of an event say where a field has a value."""
    mine = flow.machine_of[field]
    own = (rule for rule in mine.rules_of(event) if _fits(mine, rule, {field: value}))
    others = (
        (machine, rule)
        for machine in flow.machines
        if machine is not mine
        for rule in machine.rules_of(event)
        if _speaks(flow, machine, rule, field, value)
    )
    conditions = [one for one in _conditions(flow, event) if _reads(one, field)]
    met = [one for one in conditions if may_hold(one, {field: value})]
    alone = (one for one in met if not any(may_hold(one, {field: v}) for v in _but(field, value)))
    barred = (one for one in conditions if not may_hold(one, {field: value}))
    return Ruling(tuple(own), tuple(others), tuple(alone), tuple(barred))


def leads_on(flow: Flow, event: Event, field: Field, value: Value) -> tuple[Transition, ...]:
    """Return the rules by which a state can be left once an event has happened to it."""
    machine = flow.machine_of[field]
    if field is not machine.state:
        return ()
    known = {**dict(_brought_about(flow, event)), field: value}
    return tuple(
        rule
        for rule in machine.transitions
        if rule.event != event
        if value in rule.source and rule.target not in (None, value) and may_hold(rule.when, known)
    )


def may_hold(node: Expression, known: Mapping[Field, Value]) -> bool:
    """Tell whether each of what a condition joins can hold where some fields are known."""
    return all(_may_hold(one, known) for one in conjuncts(node))


def _may_hold(node: Expression, known: Mapping[Field, Value]) -> bool:
    bare = unnamed(node)
    if isinstance(bare, Quantified):
        return not bare.quantifier.is_universal or may_hold(bare.body, known)
    if has_quantifier(bare):
        return True
    free = [f for f in dict.fromkeys(read.field for read in reads(bare)) if f not in known]
    sorts = [members(f.sort) for f in free]
    if prod(map(len, sorts)) > TRIED:
        return True
    every = (dict(zip(free, values, strict=True)) for values in product(*sorts))
    return any(value_in(bare, {**known, **given}) for given in every)


def _fits(machine: Machine, rule: Transition, known: Mapping[Field, Value]) -> bool:
    state = known.get(machine.state)
    return (state is None or state in rule.source) and may_hold(rule.when, known)


def _speaks(flow: Flow, machine: Machine, rule: Transition, field: Field, value: Value) -> bool:
    """Tell whether a rule of a follower is taken because of a value, or writes down what it is.

    A rule that is taken as well where the field has its first value has nothing to do with others.
    """
    if machine not in flow.following(rule.event):
        return False
    if any(_reads(node, field) for node in rule.then.values()):
        return may_hold(rule.when, {field: value})
    if not _reads(rule.when, field) or not may_hold(rule.when, {field: value}):
        return False
    first = flow.initials(field)[0]
    others = _but(field, value) if value == first else [first]
    return not all(may_hold(rule.when, {field: other}) for other in others)


def _conditions(flow: Flow, event: Event) -> Iterator[Expression]:
    """Yield what must hold for an event to happen, where a machine has one rule for it."""
    for machine in flow.taking_part(event):
        if len(machine.rules_of(event)) == 1:
            (rule,) = machine.rules_of(event)
            yield machine.state.in_(*rule.source)
            yield from conjuncts(rule.when)


def _brought_about(flow: Flow, event: Event) -> Iterator[tuple[Field, Value]]:
    """Yield what holds once an event has happened, as far as its rules or conditions tell alone."""
    conditions = list(_conditions(flow, event))
    for field in dict.fromkeys(read.field for one in conditions for read in reads(one)):
        mine = [one for one in conditions if _reads(one, field)]
        meeting = [v for v in members(field.sort) if all(may_hold(one, {field: v}) for one in mine)]
        if len(meeting) == 1 and field not in flow.writes[event]:
            yield field, meeting[0]
    for machine in flow.machines:
        targets = {rule.target for rule in machine.rules_of(event)}
        if len(targets) == 1 and (target := targets.pop()) is not None:
            yield machine.state, target


def _but(field: Field, value: Value) -> Sequence[Value]:
    return [other for other in members(field.sort) if other != value]


def _reads(node: Expression, field: Field) -> bool:
    return any(read.field is field for read in reads(node))
