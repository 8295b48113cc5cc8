"""What a machine may do at an event, on the kept fields: conditions and updates as source.

What is forgotten is projected, not deleted: a transition is possible where some values of the
forgotten fields allow it, and an effect gives each value that they can give.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
from itertools import product
from math import prod
from typing import Any, TypeVar

from model.language.conditions import all_of, any_of
from model.language.events import Event, Scope
from model.language.expressions import Apply, Expression, Field, conjuncts, reads, somes, unnamed
from model.language.machines import Machine
from model.language.transitions import Transition
from properties.engine.budget import look
from properties.engine.slices.exclusive import exclusive
from properties.engine.slices.eyes import Eyes
from properties.engine.slices.layout import Layout, Shape, Slot, code, codes
from properties.engine.slices.source import Source, join, source

JOINT = 256  # so many valuations of forgotten fields are tried together, more one by one

T = TypeVar("T")
Update = tuple[tuple[int, Source], ...]
Case = tuple[Source, Update]
Rules = tuple[Transition, ...]
Part = tuple[Field, Rules, int]  # the state of a machine, its rules for an event, and whose it is


def guard(machine: Machine, rule: Transition) -> Expression:
    """Return when a transition fits: its source states and its condition."""
    return all_of(machine.state.in_(*rule.source), rule.when)


def _atoms(node: Expression) -> list[Expression]:
    bare = unnamed(node)
    if bare is not node or (isinstance(bare, Apply) and bare.operator == "and"):
        return [atom for conjunct in conjuncts(bare) for atom in _atoms(conjunct)]
    return [node]


class Cases:
    """The cases of all machines, on one layout."""

    def __init__(self, at: Layout) -> None:
        self.at = at
        self.world = at.world
        flow = at.world.flow
        fields = tuple((field, flow.scope_of(field)) for field in flow.fields)
        self.memory = _memory(fields, at.world.shape)

    def of(self, machine: Machine, owner: int, event: Event) -> list[Case]:
        """Return what a machine may do at an event: condition and updates, merged by update."""
        rules = machine.rules_of(event)
        make = partial(self._cases, machine, owner, rules)
        return self.once("cases", [(machine.state, rules, owner)], make)

    def _cases(self, machine: Machine, owner: int, rules: Rules) -> list[Case]:
        merged: dict[Update, list[Source]] = {}
        for rule in rules:
            part, make = (machine.state, (rule,), owner), partial(self._rule, machine, owner, rule)
            for condition, update in self.once("case", [part], make):
                merged.setdefault(update, []).append(condition)
        return [(join("or", conditions), update) for update, conditions in merged.items()]

    def stay(self, machine: Machine, owner: int, event: Event) -> Source:
        """Return when a follower may stay: where, for all that is known, nothing fits."""
        rules = machine.rules_of(event)
        make = partial(self._stay, machine, owner, rules)
        return self.once("stay", [(machine.state, rules, owner)], make)

    def _stay(self, machine: Machine, owner: int, rules: Rules) -> Source:
        nothing = ~any_of(*(guard(machine, rule) for rule in rules))
        return self.possible(nothing, machine.scope, owner)

    def once(self, what: object, parts: Iterable[Part], make: Callable[[], T]) -> T:
        """Return what was made before for the same rules and the same of their fields kept.

        What asks for some owner depends on all that is kept of the industry, and is made anew.
        """
        parts = tuple(parts)
        every = [_touched(state, rules) for state, rules, _ in parts]
        if any(asks_for_some for _, asks_for_some in every):
            return make()
        touched = frozenset[Field]().union(*(fields for fields, _ in every))
        key = (what, parts, touched & self.at.kept)
        if key not in self.memory:
            self.memory[key] = make()
        made: T = self.memory[key]
        return made

    def possible(self, node: Expression, scope: Scope, owner: int) -> Source:
        """Return when a condition may hold, for some values of what is forgotten."""
        valuations = self._valuations([node], scope, owner)
        if valuations is None:
            return 1
        return join("or", [0, *(self._see(node, scope, owner, known) for known in valuations)])

    def _rule(self, machine: Machine, owner: int, rule: Transition) -> list[Case]:
        return list(self._of_rule(machine, owner, rule))

    def _of_rule(self, machine: Machine, owner: int, rule: Transition) -> Iterator[Case]:
        effects = [(f, node) for f, node in rule.then.items() if (f, owner) in self.at.slots]
        conditions = guard(machine, rule)
        nodes = [conditions, *(node for _, node in effects)]
        valuations = self._valuations(nodes, machine.scope, owner)
        if valuations is None:
            yield from self._apart(machine, owner, rule)
            return
        for known in valuations:
            look()
            condition = self._see(conditions, machine.scope, owner, known)
            update = self._target(machine, owner, rule) + [
                (self.at.numbers[f, owner], self._see(node, machine.scope, owner, known))
                for f, node in effects
            ]
            if condition != 0:
                yield condition, tuple(update)

    def _target(self, machine: Machine, owner: int, rule: Transition) -> list[tuple[int, Source]]:
        slot = (machine.state, owner)
        if rule.target is None or slot not in self.at.slots:
            return []
        return [(self.at.numbers[slot], code(rule.target, machine.state.sort))]

    def _apart(self, machine: Machine, owner: int, rule: Transition) -> Iterator[Case]:
        """Yield cases in which each conjunct and each effect is projected by itself."""
        parts = _atoms(guard(machine, rule))
        condition = join("and", [1, *(self.possible(p, machine.scope, owner) for p in parts)])
        effects = {
            self.at.numbers[f, owner]: self._values(node, f, machine.scope, owner)
            for f, node in rule.then.items()
            if (f, owner) in self.at.slots
        }
        target = self._target(machine, owner, rule)
        for values in product(*effects.values()):
            look()
            yield condition, (*target, *zip(effects, values, strict=True))

    def _values(self, node: Expression, field: Field, scope: Scope, owner: int) -> list[Source]:
        valuations = self._valuations([node], scope, owner)
        if valuations is None:
            return list(codes(field.sort))
        return list(dict.fromkeys(self._see(node, scope, owner, known) for known in valuations))

    def _valuations(
        self, nodes: list[Expression], scope: Scope, owner: int
    ) -> list[dict[Slot, int]] | None:
        eyes = Eyes(self.at, scope, owner, {})
        for node in nodes:
            source(node, eyes)
        slots = list(eyes.forgotten)
        if prod(len(codes(f.sort)) for f, _ in slots) > JOINT:
            return None
        values = product(*(codes(f.sort) for f, _ in slots))
        return [dict(zip(slots, chosen, strict=True)) for chosen in values]

    def _see(self, node: Expression, scope: Scope, owner: int, known: dict[Slot, int]) -> Source:
        return source(node, Eyes(self.at, scope, owner, known))

    def writes(self, machine: Machine, event: Event) -> bool:
        """Tell whether a machine's part in an event can change a kept field."""
        return not self.at.kept.isdisjoint(machine.writes(event))

    def exclude(self, machine: Machine, event: Event) -> bool:
        """Tell whether the cases exclude each other on what is kept, so that a chain will do."""
        touched, _ = _touched(machine.state, machine.rules_of(event))
        return touched <= self.at.kept and exclusive(machine, event)


@lru_cache(maxsize=64)
def _memory(fields: tuple[tuple[Field, Scope], ...], shape: Shape) -> dict[object, Any]:
    """Return what was made for some fields at a shape: flows that have the same share it.

    A variant has the machines of its flow but for a few, and the numbers of slots are the same.
    """
    del fields, shape
    return {}


@cache
def _touched(state: Field, rules: Rules) -> tuple[frozenset[Field], bool]:
    """Return all fields that rules of a machine read or write, and if they ask for some."""
    nodes = [n for rule in rules for n in (rule.when, *rule.then.values())]
    fields = {read.field for node in nodes for read in reads(node)}
    written = {field for rule in rules for field in rule.then}
    some = any(True for node in nodes for _ in somes(node))
    return frozenset({state} | fields | written), some
