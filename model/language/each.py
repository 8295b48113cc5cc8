"""Rules of a family: what a rule is for each member."""

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum
from typing import Any

from model.language.errors import IllFormed
from model.language.events import Event
from model.language.families import Of, kind_of, knowing, need_members, others_than
from model.language.rivals import Itself, TheOthers
from model.language.transitions import Transition


def each(*rules: Transition, of: Of) -> tuple[Transition, ...]:
    """Return rules for each member in turn, for a machine that is itself of no family."""
    need_members(of, "each")
    for rule in rules:
        if rule.of != of:
            known = f"of each {kind_of(rule.of)}" if rule.of else "the same for each member"
            raise IllFormed(f"{rule} is {known}, and not of those in 'of'", rule.place)
    return tuple(one for member in of for one in for_member(rules, member))


def for_member(rules: Iterable[Transition], member: Enum) -> tuple[Transition, ...]:
    """Return what rules are for a member: one, or for a rival's event one for each other."""
    return tuple(
        knowing(_at(rule, event, member), rule, member)
        for rule in rules
        for event in rule.event.taken_by(member)
    )


def _at(rule: Transition, event: Event, member: Enum) -> Transition:
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
