"""When an event may happen, as a test on the views of one layout that keeps what decides it."""

from collections.abc import Callable

from model.language.definitions import Event, Machine, Scope, Transition
from model.language.expressions import Expression, Quantified
from properties.eyes import Eyes
from properties.layout import Layout, View
from properties.live.fair import (
    Demand,
    asked,
    atoms,
    guard,
    read_from,
    staying_in_sort,
)
from properties.source import Source, join, source
from properties.steps import compile_test

Wanted = Callable[[Expression], bool]
ViewTest = Callable[[View], bool]


class _NobodyElse(Eyes):
    """What one owner sees where everybody who may be asked is tracked."""

    def _witness(self, _: Quantified) -> Source:
        return 0


class Chances:
    """Tests whether events may happen, for the owners of one layout."""

    def __init__(self, at: Layout) -> None:
        self.at = at
        self.world = at.world
        self.flow = at.world.flow

    def exact(self, events: tuple[Event, ...], home: int) -> ViewTest:
        """Test whether one of the events may happen, where everybody is tracked."""
        return self._test("or", [0, *(self._exact(event, home) for event in events)])

    def here(self, events: tuple[Event, ...], home: int) -> ViewTest:
        """Test it as far as it does not depend on others."""
        texts = (self._asked_here(event, home) for event in events)
        return self._test("or", [0, *texts])

    def shared(self, events: tuple[Event, ...], scope: Scope) -> ViewTest:
        """Test a part of it: what somebody else, of the same scope and above, sees as well."""
        return self._test("or", [0, *(self._shared(event, scope) for event in events)])

    def refused_by(self, demand: Demand) -> ViewTest:
        """Test whether owner 0 is one who, asked, refuses."""
        scope = demand.shared
        given = [a for a in demand.given if read_from(self.flow, scope, a)]
        parts = [self._see(atom, scope, 0) for atom in given]
        refuses = join("not", [self._see(demand.body, demand.whom, 0)])
        return self._test("and", [1, *parts, refuses])

    def holds(self, node: Expression, scope: Scope) -> ViewTest:
        """Test a condition as owner 0 of a scope sees it."""
        return self._test("and", [1, self._see(node, scope, 0)])

    def _test(self, operator: str, parts: list[Source]) -> ViewTest:
        test = compile_test(self.at, join("and", [1, join(operator, parts)]))
        return lambda view: bool(test(view))

    def _exact(self, event: Event, home: int) -> Source:
        parts = [self._part(machine, event, home, lambda _: True) for machine in self._all(event)]
        for machine in self.flow.following(event):
            body = staying_in_sort(machine, event)
            owners = self.world.below(event, home, machine.scope)
            parts += [self._see(body, machine.scope, owner) for owner in owners]
        return join("and", [1, *parts])

    def _asked_here(self, event: Event, home: int) -> Source:
        wanted: Wanted = lambda atom: not isinstance(atom, Quantified)  # noqa: E731  # two lines
        return join("and", [1, *(self._part(m, event, home, wanted) for m in self._all(event))])

    def _all(self, event: Event) -> tuple[Machine, ...]:
        return asked(self.flow, event)

    def _part(self, machine: Machine, event: Event, home: int, wanted: Wanted) -> Source:
        owner = self.world.owner(machine.scope, event.scope, home)
        rules = [self._rule(machine, rule, owner, wanted) for rule in machine.of(event)]
        stays = self._see(staying_in_sort(machine, event), machine.scope, owner)
        return join("and", [1, join("or", [0, *rules]), stays])

    def _rule(self, machine: Machine, rule: Transition, owner: int, wanted: Wanted) -> Source:
        kept = [a for a in atoms(guard(machine, rule)) if wanted(a)]
        return join("and", [1, *(self._see(atom, machine.scope, owner) for atom in kept)])

    def _shared(self, event: Event, scope: Scope) -> Source:
        parts: list[Source] = [1]
        for machine in self._all(event):
            rules = []
            for rule in machine.of(event):
                kept = [
                    a
                    for a in atoms(guard(machine, rule))
                    if not isinstance(a, Quantified) and read_from(self.flow, scope, a)
                ]
                rules.append(join("and", [1, *(self._see(a, scope, 0) for a in kept)]))
            parts.append(join("or", [0, *rules]))
        return join("and", parts)

    def _see(self, node: Expression, scope: Scope, owner: int) -> Source:
        return source(node, _NobodyElse(self.at, scope, owner, {}))
