"""Rules of machines that are composed: a condition laid on some, and those of several joined."""

from collections.abc import Mapping
from dataclasses import replace

from model.language.errors import IllFormed
from model.language.events import Event
from model.language.expressions import Expression, Field, need_truth
from model.language.given import check_kind, twice
from model.language.machines import Machine
from model.language.transitions import Transition


def during(condition: Expression, machine: Machine, *events: Event) -> Machine:
    """Return the machine in which the rules of these events need a condition as well.

    Without it the machine refuses them: where it is to stay instead, give it a rule that stays.
    """
    check_kind(machine, Machine, "during(...): what has the rules", None)
    need_truth(condition, "what is laid on rules")
    for event in events:
        if event not in machine.events:
            raise IllFormed(f"machine '{machine}' has no event '{event}'")
    return laid(machine, dict.fromkeys(events, condition))


def laid(machine: Machine, conditions: Mapping[Event, Expression]) -> Machine:
    """Return the machine with a condition laid on the rules of each event; untouched, itself."""
    if not any(event in conditions for event in machine.events):
        return machine
    rules = tuple(
        replace(rule, when=_of(rule, conditions[rule.event]) & rule.when)
        if rule.event in conditions
        else rule
        for rule in machine.transitions
    )
    return replace(machine, transitions=rules)


def _of(rule: Transition, condition: Expression) -> Expression:
    """Return a condition of each member as it is for the member whose event it is."""
    member = rule.event.member
    if member is None or not condition.of:
        return condition
    return condition[member]


def union(*machines: Machine) -> Machine:
    """Return the machine that has the rules of several on one state, and the fields of all.

    It has the name of the first. Where several have rules for an event, any that fits is taken.
    """
    if not machines:
        raise IllFormed("union() names no machine; name two or more")
    for machine in machines:
        check_kind(machine, Machine, "union(...): each", None)
    first = machines[0]
    for other in machines[1:]:
        if other.state is not first.state or other.scope is not first.scope:
            told = f"'{first}' ({first.place}) and '{other}' ({other.place})"
            raise IllFormed(f"machines {told} have no one state: give them the same field")
    fields: dict[Field, None] = dict.fromkeys(f for m in machines for f in m.fields)
    if (again := twice(field.name for field in fields)) is not None:
        raise IllFormed(f"machines to be joined have two fields '{again}': rename one")
    rules = dict.fromkeys(rule for machine in machines for rule in machine.transitions)
    observes = all(machine.observer for machine in machines)
    return replace(first, fields=tuple(fields), transitions=tuple(rules), observer=observes)
