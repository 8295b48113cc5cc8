"""Mutants: a flow with one thing wrong, in one rule or in how one machine takes part."""

from collections.abc import Container, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum

from model.language.acting import acted_by
from model.language.conditions import all_of
from model.language.errors import IllFormed
from model.language.events import Event
from model.language.expressions import (
    Apply,
    Const,
    Expression,
    Field,
    Named,
    as_expression,
    has_quantifier,
    unnamed,
)
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import Value, members, words_of
from model.language.transitions import Transition
from model.language.words import words

ACTOR, DOUBLED = "actor swapped", "rule doubled"
REMOVED, DROPPED, LOST = "rule removed", "conjunct dropped", "effect dropped"
CHANGED, LED = "effect changed", "target changed"
OUTCOMES = (LOST, CHANGED, LED)  # what a rule does, and not when
KINDS = (REMOVED, DOUBLED, DROPPED, "conjunct negated", *OUTCOMES)
WIDENED, STAYED = "source dropped", "target dropped"  # no mutants: `why` alone leaves these out
Change = tuple[str, str, str, tuple[Transition, ...]]  # kind, words, cites, what is there instead


@dataclass(frozen=True)
class Wrong:
    """What is wrong: its kind, in words, what cites it, and the rule and machine at fault."""

    kind: str
    says: str
    cites: str
    rule: Transition
    machine: Machine


@dataclass(frozen=True)
class Mutant:
    """A flow with one thing wrong."""

    wrong: Wrong
    flow: Flow

    @property
    def event(self) -> Event:
        """Return the event at fault."""
        return self.wrong.rule.event


def mutants(flow: Flow) -> Iterator[Mutant]:
    """Yield every mutant that the language accepts; what it refuses cannot be written.

    Only of its own rules and events, where the others are mutated elsewhere.
    """
    own, theirs = flow.own_rules, {event for part in flow.elsewhere for event in part.events}
    for machine, rule in flow.rules():
        if rule in own:
            yield from wrong_rules(flow, machine, rule)
    for machine in flow.machines:
        for event in dict.fromkeys(r.event for r in machine.transitions if r in own):
            yield from _unshared(flow, machine, event)
    for event in flow.events:
        if event not in theirs:
            yield from by_another(flow, event)


def wrong_rules(
    flow: Flow, machine: Machine, rule: Transition, kinds: Container[str] = KINDS
) -> Iterator[Mutant]:
    """Yield the mutants of one rule, of some kinds."""
    number = machine.transitions.index(rule)
    before, after = machine.transitions[:number], machine.transitions[number + 1 :]
    for kind, says, cites, wrong in _changes(rule, machine):
        if kind in kinds:
            told = f"{_told(machine, rule)}: {says}"
            rules = (*before, *wrong, *after)
            yield from _accepted(Wrong(kind, told, cites, rule, machine), flow, rules)


def parts_of(
    machine: Machine, rule: Transition, kinds: Container[str]
) -> Iterator[tuple[str, str, str]]:
    """Yield what can be wrong with a rule, of some kinds: the rule, in words, what cites it."""
    told = _told(machine, rule)
    yield from (
        (told, says, cites) for kind, says, cites, _ in _changes(rule, machine) if kind in kinds
    )


def _accepted(wrong: Wrong, flow: Flow, rules: Sequence[Transition]) -> Iterator[Mutant]:
    with suppress(IllFormed):
        changed = flow.but(replace(wrong.machine, transitions=rules))
        yield Mutant(wrong, changed)


def _told(machine: Machine, rule: Transition) -> str:
    told = f"{machine}, '{rule.event}'{machine.for_whom(rule)}"
    return f"{told} from {_from(machine, rule)}"


def _from(machine: Machine, rule: Transition) -> str:
    every = len(rule.source) == len(members(machine.state.sort))
    return "any state" if every else " or ".join(words_of(state) for state in rule.source)


def _unshared(flow: Flow, machine: Machine, event: Event) -> Iterator[Mutant]:
    if sum(event in other.events for other in flow.machines) > 1:
        rule = machine.rules_of(event)[0]
        told = f"{machine}, '{event}': it takes no part in it"
        rules = machine.without(event).transitions
        yield from _accepted(Wrong("event unshared", told, rule.cites, rule, machine), flow, rules)


def by_another(flow: Flow, event: Event) -> Iterator[Mutant]:
    """Yield the flow in which another party performs an event."""
    other = next((party for party in flow.parties if party is not event.by), None)
    if event.by is None or other is None:
        return
    machine = next(m for m in flow.machines if event in m.events)
    told = f"'{event}' is done by {other}, not by {event.by}"
    rule = machine.rules_of(event)[0]
    wrong = Wrong(ACTOR, told, rule.cites, rule, machine)
    with suppress(IllFormed):
        yield Mutant(wrong, acted_by(flow, event, other))


def _changes(rule: Transition, machine: Machine) -> Iterator[Change]:
    cites = rule.cites
    yield REMOVED, "is gone", cites, ()
    yield DOUBLED, "stands twice", cites, (rule, rule)
    yield from _conjuncts(rule)
    for field, value in rule.then.items():
        left = {f: v for f, v in rule.then.items() if f is not field}
        yield LOST, f"does not set '{field.name}'", cites, (replace(rule, then=left),)
        other = _another(field, value)
        if other is not None:
            told, then = f"sets '{field.name}' to {words_of(other)}", {**rule.then, field: other}
            yield CHANGED, told, cites, (replace(rule, then=then),)
    every = members(machine.state.sort)
    if len(rule.source) < len(every):
        yield WIDENED, "may happen in any state", cites, (replace(rule, source=every),)
    if rule.target is not None:
        yield STAYED, "does not lead anywhere", cites, (replace(rule, target=None),)
        yield LED, "stays where it is", cites, (replace(rule, target=None),)
        other = _another(machine.state, as_expression(rule.target))
        if isinstance(other, Enum):
            told, wrong = f"leads to {words_of(other)}", replace(rule, target=other)
            yield LED, told, cites, (wrong,)


def _another(field: Field, value: Expression) -> Value | None:
    """Return a value that the effect does not give, or the first where it is computed."""
    values = members(field.sort)
    if not isinstance(value, Const):
        return values[0]
    at = values.index(value.value)
    return values[(at + 1) % len(values)] if len(values) > 1 else None


def _conjuncts(rule: Transition) -> Iterator[Change]:
    """Yield the rule without each conjunct, and with each turned round."""
    atoms = list(_atoms(rule.when, rule.cites))
    for number, (atom, cites) in enumerate(atoms):
        others = [other for other, _ in atoms[:number] + atoms[number + 1 :]]
        told = words(atom)
        dropped = replace(rule, when=all_of(*others))
        yield DROPPED, f"does not ask that {told}", cites, (dropped,)
        if not has_quantifier(atom):
            turned = replace(rule, when=all_of(*others, ~atom))
            yield "conjunct negated", f"asks for the opposite: {told}", cites, (turned,)


def _atoms(node: Expression, cites: str) -> Iterator[tuple[Expression, str]]:
    """Yield the conjuncts, also those under a name, each with what cites it."""
    if isinstance(node, Named):
        cites = node.cites or cites
    bare = unnamed(node)
    if isinstance(bare, Apply) and bare.operator == "and":
        for argument in bare.arguments:
            yield from _atoms(argument, cites)
    elif not (isinstance(bare, Const) and bare.value is True):
        yield (node if isinstance(node, Named) else bare), cites
