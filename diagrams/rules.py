"""What readers are told of a machine's rules: one row for each line of its definition.

A machine that is written once for each member of a family is shown as one of them: its own
events stand without the member, those of the others are the rival's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from model.language.checks import named_cites
from model.language.events import Event
from model.language.expressions import (
    TRUE,
    Apply,
    Const,
    Expression,
    Field,
    Named,
    Quantified,
    Read,
    conjuncts,
)
from model.language.families import named
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.parties import Party
from model.language.sorts import Value, members, words_of
from model.language.transitions import STAYS, Transition
from model.language.words import words

Names = Mapping[Enum, str]  # how members of a family are called in a picture

FEW = 3  # more states than this are named by those that are missing


@dataclass(frozen=True)
class ToldRule:
    """A rule in words; its numbers are places in the source, the same in every picture.

    It has several where rules differ in the member only, and are told as one.
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


def rows(flow: Flow, machine: Machine) -> tuple[ToldRule, ...]:
    """Return the rules of a machine in their order."""
    names = _members(flow, machine)
    return tuple(_row(n, machine, rule, names) for n, rule in enumerate(machine.transitions, 1))


def told_as_one(every: tuple[ToldRule, ...]) -> tuple[ToldRule, ...]:
    """Return the rows where those that differ in the member only are one."""
    found: dict[object, ToldRule] = {}
    for row in every:
        whole = _for_each(row)
        key = (whole.event, whole.guard, whole.effects, whole.actor, row.sources, row.target)
        known = found.get(key)
        found[key] = row if known is None else replace(whole, numbers=known.numbers + row.numbers)
    return tuple(found.values())


def _for_each(row: ToldRule) -> ToldRule:
    rule, member = row.rule, row.rule.event.member
    if member is None or row.event != sentence(str(rule.event)):
        return row
    kind = type(member).__name__.lower()
    names = {member: f"that {kind}"}
    event = sentence(f"{rule.event.name} (each {kind})")
    guard, effects, actor = _guard(rule, names), _effects(rule, names), _actor(rule, names)
    return replace(row, event=event, guard=guard, effects=effects, actor=actor)


def families(flow: Flow) -> dict[str, Machine]:
    """Return the machines to show, by name: one member for each family.

    Of those that are shown elsewhere only what is all its own.
    """
    found: dict[str, Machine] = {}
    for machine in flow.own_machines:
        if flow.own_rules.issuperset(machine.transitions):
            found.setdefault(machine.name, machine)
    return found


def sentence(text: str) -> str:
    """Return the words with a capital at the start and the rest as it is."""
    return text[:1].upper() + text[1:]


def _members(flow: Flow, machine: Machine) -> Names:
    """Return how the members of a machine's family are called in its own picture."""
    if machine.member is None:
        return {}
    kind = type(machine.member).__name__.lower()
    rivals = {m.member for m in flow.machines if m.name == machine.name and m.member is not None}
    return dict.fromkeys(rivals, f"the rival {kind}") | {machine.member: f"this {kind}"}


def _row(number: int, machine: Machine, rule: Transition, names: Names) -> ToldRule:
    inner = [cited for cites in named_cites(rule.when) for cited in cites.split()]
    return ToldRule(
        (number,),
        rule,
        _event(rule.event, machine),
        _guard(rule, names),
        _effects(rule, names),
        str(rule.actor or ""),
        rule.source,
        rule.target,
        tuple(dict.fromkeys([*rule.cites.split(), *inner])),
    )


def _event(event: Event, machine: Machine) -> str:
    if machine.member is None or event.member is None:
        return sentence(str(event))
    if event.member is machine.member:
        return sentence(event.name)
    return f"{sentence(event.name)} (rival {type(machine.member).__name__.lower()})"


def _guard(rule: Transition, names: Names) -> str:
    return ", ".join(words(_told(c, names)) for c in conjuncts(rule.when))


def _effects(rule: Transition, names: Names) -> tuple[str, ...]:
    effects = [_effect(field, value, names) for field, value in rule.then.items()]
    return (*effects, *([f"a breach of '{rule.breaches}'"] if rule.breaches else ()))


def _effect(field: Field, value: Expression, names: Names) -> str:
    """Return what a field becomes, in the sentence for it where there is one."""
    what, how = words(_told(Read(field), names)), words(_told(value, names))
    becomes = f"{what} becomes {how}"
    match value:
        case Const(value=one):
            return becomes if one in names else _sentence_of(field, one, names) or becomes
        case _ if field.sort is bool and (told := _sentence_of(field, True, names)):
            return f"{told} if, and only if, {how}"
    return becomes


def _sentence_of(field: Field, value: Value, names: Names) -> str:
    """Return the sentence that says that a field has a value, by the names of this picture."""
    match field:
        case Field(template=Field() as one, member=Enum() as member) if member in names:
            return named(one.told_as(value), names[member])
    return field.told_as(value)


def _actor(rule: Transition, names: Names) -> str:
    match rule.actor:
        case Party(template=Party(name=name), member=Enum() as one) if one in names:
            return named(_bare(name), names[one])
    return str(rule.actor or "")


def _told(node: Expression, names: Names) -> Expression:
    """Return the expression in which members of a family are called by other names."""
    match node:
        case Read(field=Field(template=Field(name=name), member=Enum() as one)) if one in names:
            called = named(_bare(name), names[one], each=True)
            return replace(node, field=replace(node.field, name=called))
        case Named(template=Named(words=said), member=Enum() as one) if one in names:
            return Named(named(_bare(said), names[one]), TRUE)
        case Const(value=Enum() as value) if value in names:
            return Read(Field(names[value], type(value), value))
        case Apply(arguments=arguments):
            return replace(node, arguments=tuple(_told(a, names) for a in arguments))
        case Quantified(body=body):
            return replace(node, body=_told(body, names))
    return node


def _bare(words: str) -> str:
    """Return words for a member that is called by a name with an article of its own."""
    return words.replace("the {}", "{}")


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
