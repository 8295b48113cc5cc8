"""A flow up to the first time that an event happens: the same runs, and fewer views in a slice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from functools import cache

from model.language.events import Event, Scope
from model.language.expressions import (
    FALSE,
    Const,
    Expression,
    Field,
    Read,
    conjuncts,
    fold,
    has_quantifier,
    reads,
)
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.meaning import State, World
from model.language.operators import OPERATORS
from model.language.sorts import Value
from model.language.transitions import Transition
from properties.engine.budget import look

Known = Mapping[Field, Value]


class _Happened(Enum):
    NOT_YET, ONCE = "not yet", "once"


HAPPENED = Field("whether it has happened", _Happened, _Happened.NOT_YET)


def once(flow: Flow, event: Event) -> Flow:
    """Return the flow in which an event happens once at the most, and a field tells whether."""
    rule = Transition(event, _Happened.NOT_YET, _Happened.ONCE)
    return flow.also(Machine(HAPPENED.name, event.scope, state=HAPPENED, transitions=(rule,)))


def has_not(known: Known) -> bool:
    """Tell whether the event has not happened yet in a view of that flow."""
    return known[HAPPENED] is _Happened.NOT_YET


def original(world: World, first: State) -> State:
    """Return a first state of that flow as one of the flow that it was made of."""
    return tuple(
        first[number] for (field, _), number in world.slots.items() if field is not HAPPENED
    )


def before(flow: Flow, event: Event, views: Sequence[Known]) -> Flow:
    """Return the flow without the rules that cannot be taken until an event first happens.

    The views are all that some fields hold until then. Every run to that step stays.
    """
    while True:
        constants = dict(_constants(flow, event))
        known = [{**constants, **view} for view in views]
        read = {f for f in known[0] if f in constants or flow.scope_of(f) is Scope.INDUSTRY}
        every = (*_unfit(flow, known, read), *_forbidden(flow))
        dead = {rule for rule in every if rule.when is not FALSE}
        if not dead:
            return flow
        flow = flow.but(*(_lacking(machine, dead) for machine in flow.machines))


def _lacking(machine: Machine, dead: set[Transition]) -> Machine:
    rules = (replace(r, when=FALSE) if r in dead else r for r in machine.transitions)
    return replace(machine, transitions=tuple(rules))


def _unfit(flow: Flow, known: Sequence[Known], read: set[Field]) -> Iterator[Transition]:
    """Yield the rules with a condition, of some fields alone, that holds in no view."""
    fits = cache(lambda node: any(value_in(node, view) for view in known))
    for _, rule in flow.rules():
        look()
        asked = (one for one in conjuncts(rule.when) if not has_quantifier(one))
        if not all(fits(one) for one in asked if {r.field for r in reads(one)} <= read):
            yield rule


def _forbidden(flow: Flow) -> Iterator[Transition]:
    """Yield the rules of events that need a machine which can take none of its own."""
    for event in flow.events:
        if any(all(r.when is FALSE for r in m.rules_of(event)) for m in flow.taking_part(event)):
            yield from (rule for machine in flow.machines for rule in machine.rules_of(event))


def _constants(flow: Flow, event: Event) -> Iterator[tuple[Field, Value]]:
    """Yield the fields that have one first value, and no other before an event happens."""
    written: dict[Field, list[object]] = {}
    for machine, rule in flow.rules():
        if rule.event != event and rule.when is not FALSE:
            for field, node in rule.then.items():
                written.setdefault(field, []).append(getattr(node, "value", node))
            if rule.target is not None:
                written.setdefault(machine.state, []).append(rule.target)
    for field in flow.fields:
        first, *others = flow.initials(field)
        if not others and all(value is first for value in written.get(field, ())):
            yield field, first


def value_in(node: Expression, known: Known) -> Value:
    """Return the value of an expression where all fields that it reads are known."""

    def leaf(at: Expression) -> Value:
        if isinstance(at, Const):
            return at.value
        assert isinstance(at, Read)
        return known[at.field]

    value: Value = fold(node, leaf, lambda operator, given: OPERATORS[operator].python(*given))
    return value
