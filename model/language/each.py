"""Rules of a family: what a rule is for each member, and whether it is of the right family."""

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from model.language.errors import IllFormed
from model.language.expressions import reads
from model.language.families import (
    Family,
    Of,
    kind_of,
    knowing,
    need_members,
    one_family,
    others_than,
    which,
)
from model.language.rivals import Itself, TheOthers

if TYPE_CHECKING:
    from model.language.definitions import Event, Machine, Transition


def each(*rules: "Transition", of: Of) -> "tuple[Transition, ...]":
    """Return rules for each member in turn, for a machine that is itself of no family."""
    need_members(of, "each")
    for rule in rules:
        if rule.of != of:
            known = f"of each {kind_of(rule.of)}" if rule.of else "the same for each member"
            raise IllFormed(f"{rule} is {known}, and not of those in 'of'", rule.place)
    return tuple(one for member in of for one in for_member(rules, member))


def for_member(rules: "Iterable[Transition]", member: Enum) -> "tuple[Transition, ...]":
    """Return what rules are for a member: one, or for a rival's event one for each other."""
    return tuple(
        knowing(_at(rule, event, member), rule, member)
        for rule in rules
        for event in rule.event.taken_by(member)
    )


def family_of(rule: "Transition") -> Of:
    """Return the members of the family that a rule is of; two families are refused."""
    said = (rule.event, rule.by, rule.when, *rule.then, *rule.then.values())
    parts = (part for part in (*said, *rule.source, rule.target) if part is not None)
    return one_family((part.of for part in parts if isinstance(part, SAID)), rule.place)


def check_families(machine: "Machine") -> None:
    """Refuse a field or a rule that is of a family where its machine is of none, or of another."""
    where = f"machine '{machine.name}'"
    for own in machine.all_fields:
        if own.of and not machine.of:
            raise IllFormed(f"{where}: {which(own.of, own)}", machine.place)
        if own.of != machine.of:
            message = f"'{own.name}' needs its 'of', as there is a machine for each member"
            raise IllFormed(f"{where}: {message}", machine.place)
    for rule in machine.transitions:
        if rule.of and not machine.of:
            raise IllFormed(f"{where}, {rule}: {which(rule.of, *_templates(rule))}", rule.place)
        if rule.of not in ((), machine.of):
            message = f"is of each {kind_of(rule.of)}, in a machine of each {kind_of(machine.of)}"
            raise IllFormed(f"{where}, {rule} {message}", rule.place)


SAID = (Family, TheOthers)


def _templates(rule: "Transition") -> tuple[Family, ...]:
    fields = (read.field for node in (rule.when, *rule.then.values()) for read in reads(node))
    return tuple(thing for thing in (rule.event, *rule.then, *fields) if thing.of)


def _at(rule: "Transition", event: "Event", member: Enum) -> "Transition":
    return replace(
        rule,
        event=event,
        source=tuple(state for mark in rule.source for state in _states(mark, member)),
        target=None if rule.target is None else _states(rule.target, member)[0],
        when=rule.when.at(member),
        then={field.at(member): value.at(member) for field, value in rule.then.items()},
        by=rule.by.at(member) if rule.by else None,
    )


def _states(mark: object, member: Enum) -> tuple[Any, ...]:
    if isinstance(mark, TheOthers):
        return others_than(mark.of, member)
    return (member,) if isinstance(mark, Itself) else (mark,)
