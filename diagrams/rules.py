"""What readers are told of a machine's rules: one row for each line of its definition.

A machine that is written once for each value of an index is shown as one member of its
family: its own events stand without the index, those of the others are the rival's.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from model.language.checks import named_cites
from model.language.definitions import STAYS, Event, Machine, Transition
from model.language.expressions import conjuncts
from model.language.flow import Flow
from model.language.sorts import members, words_of
from model.language.words import words

FEW = 3  # more states than this are named by those that are missing


@dataclass(frozen=True)
class Row:
    """A rule in words; its numbers are places in the source, the same in every picture.

    It has several where rules differ in the value of an index only, and are told as one.
    """

    numbers: tuple[int, ...]
    rule: Transition
    event: str
    guard: str
    effects: tuple[str, ...]
    actor: str
    sources: tuple[Enum, ...]
    target: Enum | None
    cites: tuple[str, ...]

    @property
    def stays(self) -> bool:
        """Tell whether it leaves every state as it is."""
        return self.target is STAYS or self.sources == (self.target,)

    @property
    def actor_and_cites(self) -> str:
        """Return who performs it and what the rule cites."""
        return ", ".join(part for part in (self.actor, " ".join(self.rule.cites.split())) if part)


def rows(flow: Flow, machine: Machine) -> tuple[Row, ...]:
    """Return the rules of a machine in their order."""
    names = _members(flow, machine)
    return tuple(_row(n, machine, rule, names) for n, rule in enumerate(machine.transitions, 1))


def told_as_one(every: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows where those that differ in the value of an index only are one."""
    found: dict[object, Row] = {}
    for row in every:
        whole = _for_each(row)
        key = (whole.event, whole.guard, whole.effects, row.actor, row.sources, row.target)
        known = found.get(key)
        found[key] = row if known is None else replace(whole, numbers=known.numbers + row.numbers)
    return tuple(found.values())


def _for_each(row: Row) -> Row:
    index = row.rule.event.index
    if index is None or str(row.rule.event) != row.event.lower()[:1] + row.event[1:]:
        return row
    kind = type(index).__name__.lower()
    names = {words_of(index): f"that {kind}"}
    event = sentence(f"{row.rule.event.name} (each {kind})")
    effects = tuple(_renamed(effect, names) for effect in row.effects)
    return replace(row, event=event, guard=_renamed(row.guard, names), effects=effects)


def families(flow: Flow) -> dict[str, Machine]:
    """Return the machines to show, by name: one member for each family."""
    found: dict[str, Machine] = {}
    for machine in flow.machines:
        found.setdefault(machine.name, machine)
    return found


def sentence(text: str) -> str:
    """Return the words with a capital at the start and the rest as it is."""
    return text[:1].upper() + text[1:]


def _members(flow: Flow, machine: Machine) -> Mapping[str, str]:
    """Return how the values of a machine's index are called in its own picture."""
    if machine.index is None:
        return {}
    kind = type(machine.index).__name__.lower()
    rivals = {m.index for m in flow.machines if m.name == machine.name and m.index is not None}
    names = {words_of(r): f"the rival {kind}" for r in rivals}
    return names | {words_of(machine.index): f"this {kind}"}


def _row(number: int, machine: Machine, rule: Transition, names: Mapping[str, str]) -> Row:
    conditions = [words(c) for c in conjuncts(rule.when)]
    effects = [f"{f.name} becomes {words(value)}" for f, value in rule.then.items()]
    if rule.breaches:
        effects.append(f"a breach of '{rule.breaches}'")
    inner = [cited for cites in named_cites(rule.when) for cited in cites.split()]
    return Row(
        (number,),
        rule,
        _event(rule.event, machine),
        _renamed(", ".join(conditions), names),
        tuple(_renamed(effect, names) for effect in effects),
        str(rule.actor or ""),
        rule.source,
        rule.target,
        tuple(dict.fromkeys([*rule.cites.split(), *inner])),
    )


def _event(event: Event, machine: Machine) -> str:
    if machine.index is None or event.index is None:
        return sentence(str(event))
    if event.index is machine.index:
        return sentence(event.name)
    return f"{sentence(event.name)} (rival {type(machine.index).__name__.lower()})"


def _renamed(text: str, names: Mapping[str, str]) -> str:
    for old in sorted(names, key=len, reverse=True):
        text = re.sub(rf"\b(?:the )?{re.escape(old)}\b", names[old], text)
    return text


def said(states: tuple[Enum, ...], machine: Machine) -> str:
    """Return several states in words: 'any', 'any but these' or the list."""
    every = [s for s in members(machine.state.sort) if isinstance(s, Enum)]
    missing = [s for s in every if s not in states]
    if not missing and len(every) > 1:
        return "any state"
    if len(states) > FEW and len(missing) < len(states):
        return f"any state but {_quoted(missing)}"
    return sentence(words_of(states[0])) if len(states) == 1 else _quoted(states)


def _quoted(states: Sequence[Enum]) -> str:
    """Return the states in quotation marks, since their names may hold an 'and' of their own."""
    return listed([f"'{sentence(words_of(s))}'" for s in states])


def listed(parts: list[str], link: str = "or") -> str:
    """Return the parts as one phrase."""
    *first, last = parts
    return f"{', '.join(first)} {link} {last}" if first else last
