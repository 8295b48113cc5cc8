"""What a machine may do at an event, on the kept fields: conditions and updates as source.

What is forgotten is projected, not deleted: a transition is possible where some values of the
forgotten fields allow it, and an effect gives each value that they can give.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
from itertools import product
from typing import Any, TypeVar

from model.language.conditions import all_of, any_of
from model.language.events import Event, Scope
from model.language.expressions import Apply, Expression, Field, conjuncts, reads, somes, unnamed
from model.language.machines import Machine
from model.language.transitions import Transition
from properties.engine.budget import look
from properties.engine.slices.exclusive import exclusive
from properties.engine.slices.layout import Layout, Shape, code
from properties.engine.slices.owner import Owner
from properties.engine.slices.source import Source, join

T = TypeVar("T")
Update = tuple[tuple[int, Source], ...]
Case = tuple[Source, Update]
Rules = tuple[Transition, ...]
Role = tuple[Field, Rules, int]  # the state of a machine, its rules for an event, and whose it is


def guard(machine: Machine, rule: Transition) -> Expression:
    """Return when a transition fits: its source states and its condition."""
    return all_of(machine.state.in_(*rule.source), rule.when)


class Cases:
    """The cases of all machines, on one layout."""

    def __init__(self, at: Layout) -> None:
        self.at = at
        flow = at.world.flow
        fields = tuple((field, flow.scope_of(field)) for field in flow.fields)
        self.memory = _memory(fields, at.world.shape)

    def once(self, what: object, roles: Iterable[Role], make: Callable[[], T]) -> T:
        """Return what was made before for the same rules and the same of their fields kept.

        What asks for some owner depends on all that is kept of the industry, and is made anew.
        """
        roles = tuple(roles)
        every = [_touched(state, rules) for state, rules, _ in roles]
        if any(asks_for_some for _, asks_for_some in every):
            return make()
        touched = frozenset[Field]().union(*(fields for fields, _ in every))
        key = (what, roles, touched & self.at.kept)
        if key not in self.memory:
            self.memory[key] = make()
        made: T = self.memory[key]
        return made

    def of(self, machine: Machine, owner: int, event: Event) -> list[Case]:
        """Return what a machine may do at an event: condition and updates, merged by update."""
        rules = machine.rules_of(event)
        make = partial(self._merged, machine, owner, rules)
        return self.once("cases", [(machine.state, rules, owner)], make)

    def _merged(self, machine: Machine, owner: int, rules: Rules) -> list[Case]:
        merged: dict[Update, list[Source]] = {}
        for rule in rules:
            role, make = (machine.state, (rule,), owner), partial(self._rule, machine, owner, rule)
            for condition, update in self.once("case", [role], make):
                merged.setdefault(update, []).append(condition)
        return [(join("or", conditions), update) for update, conditions in merged.items()]

    def stay(self, machine: Machine, owner: int, event: Event) -> Source:
        """Return when a follower may stay: where, for all that is known, nothing fits."""
        rules = machine.rules_of(event)
        nothing = ~any_of(*(guard(machine, rule) for rule in rules))
        make = partial(Owner(self.at, machine.scope, owner).possible, nothing)
        return self.once("stay", [(machine.state, rules, owner)], make)

    def _rule(self, machine: Machine, owner: int, rule: Transition) -> list[Case]:
        seen, conditions = Owner(self.at, machine.scope, owner), guard(machine, rule)
        effects = [(f, node) for f, node in rule.then.items() if (f, owner) in self.at.slots]
        target = self._target(machine, owner, rule)
        valuations = seen.valuations([conditions, *(node for _, node in effects)])
        if valuations is None:
            return list(self._apart(seen, conditions, effects, target))
        found: list[Case] = []
        for known in valuations:
            look()
            condition = seen.see(conditions, known)
            written = [(self.at.numbers[f, owner], seen.see(node, known)) for f, node in effects]
            if condition != 0:
                found.append((condition, (*target, *written)))
        return found

    def _target(self, machine: Machine, owner: int, rule: Transition) -> list[tuple[int, Source]]:
        slot = (machine.state, owner)
        if rule.target is None or slot not in self.at.slots:
            return []
        return [(self.at.numbers[slot], code(rule.target, machine.state.sort))]

    def _apart(
        self,
        seen: Owner,
        conditions: Expression,
        effects: list[tuple[Field, Expression]],
        target: list[tuple[int, Source]],
    ) -> Iterator[Case]:
        """Yield cases in which each conjunct and each effect is projected by itself."""
        condition = join("and", [1, *map(seen.possible, _atoms(conditions))])
        written = {self.at.numbers[f, seen.number]: seen.values(node, f) for f, node in effects}
        for values in product(*written.values()):
            look()
            yield condition, (*target, *zip(written, values, strict=True))

    def exclude(self, machine: Machine, event: Event) -> bool:
        """Tell whether the cases exclude each other on what is kept, so that a chain will do."""
        touched, _ = _touched(machine.state, machine.rules_of(event))
        return touched <= self.at.kept and exclusive(machine, event)


def _atoms(node: Expression) -> list[Expression]:
    bare = unnamed(node)
    if bare is not node or (isinstance(bare, Apply) and bare.operator == "and"):
        return [atom for conjunct in conjuncts(bare) for atom in _atoms(conjunct)]
    return [node]


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
