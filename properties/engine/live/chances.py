"""When an event may happen, as a test on the views of one layout that keeps what decides it."""

from collections.abc import Callable

from model.language.asking import asked, atoms, bare_guard, staying_in_sort
from model.language.events import Event, Scope
from model.language.expressions import Expression, Quantified
from model.language.machines import Machine
from model.language.transitions import Transition
from properties.engine.live.guards import enabled
from properties.engine.slices.layout import Layout, View
from properties.engine.slices.owner import Reader
from properties.engine.slices.source import Source, compile_test, join, source

ViewTest = Callable[[View], bool]


class _NobodyElse(Reader):
    """What one owner sees where everybody who may be asked is tracked."""

    def witness(self, _: Quantified) -> Source:
        return 0


class Chances:
    """Tests whether events may happen, for the owners of one layout."""

    def __init__(self, at: Layout) -> None:
        self.at = at
        self.world = at.world
        self.flow = at.world.flow

    def exact(self, events: tuple[Event, ...], home: int) -> ViewTest:
        """Test whether one of the events may happen, where everybody is tracked."""
        return self._test(join("or", [0, *(self._exact(event, home) for event in events)]))

    def here(self, events: tuple[Event, ...], home: int) -> ViewTest:
        """Test it as far as it does not depend on others; they have one scope."""
        return self.holds(enabled(self.flow, events), events[0].scope, home)

    def holds(self, node: Expression, scope: Scope, owner: int = 0) -> ViewTest:
        """Test a condition without quantifiers as an owner of a scope sees it."""
        return self._test(self._see(node, scope, owner))

    def _test(self, text: Source) -> ViewTest:
        test = compile_test(self.at, join("and", [1, text]))
        return lambda view: bool(test(view))

    def _exact(self, event: Event, home: int) -> Source:
        parts = [self._part(machine, event, home) for machine in asked(self.flow, event)]
        for machine in self.flow.following(event):
            body = staying_in_sort(machine, event)
            owners = self.world.below(event, home, machine.scope)
            parts += [self._see(body, machine.scope, owner) for owner in owners]
        return join("and", [1, *parts])

    def _part(self, machine: Machine, event: Event, home: int) -> Source:
        owner = self.world.owner(machine.scope, event.scope, home)
        rules = [self._rule(machine, rule, owner) for rule in machine.rules_of(event)]
        stays = self._see(staying_in_sort(machine, event), machine.scope, owner)
        return join("and", [1, join("or", [0, *rules]), stays])

    def _rule(self, machine: Machine, rule: Transition, owner: int) -> Source:
        parts = atoms(bare_guard(machine, rule))
        return join("and", [1, *(self._see(atom, machine.scope, owner) for atom in parts)])

    def _see(self, node: Expression, scope: Scope, owner: int) -> Source:
        return source(node, _NobodyElse(self.at, scope, owner, {}))
