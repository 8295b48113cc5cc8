"""The views of one shape read as the language says: edges, values and guards, for the checker."""

from collections.abc import Iterable, Iterator

from model.language.definitions import Event, Machine, Scope
from model.language.expressions import Const, Expression, Quantified, Read, fold, reads
from model.language.flow import Flow
from model.language.operators import OPERATORS
from model.language.sorts import Value
from properties.layout import Layout, Shape, View, decode
from properties.live.fair import asked, atoms, demands, guard, read_from, staying_in_sort
from properties.reach import Closure
from properties.seen import NOBODY_SEEN


class Rejected(Exception):
    """Ranks do not prove what they are said to prove; the message says where."""


def need(true: bool, otherwise: str) -> None:  # reads like assert
    """Reject unless something is true."""
    if not true:
        raise Rejected(otherwise)


class Shown:
    """The views of one shape, and what holds of them as the language says."""

    def __init__(self, flow: Flow, closure: Closure, shape: Shape) -> None:
        self.flow = flow
        self.steps = closure.reaches[shape].steps
        self.layout: Layout = self.steps.layout
        self.world = self.layout.world
        self.views = frozenset(closure.reaches[shape].order)
        self.others: dict[View, list[View]] = {}
        if not closure.isolated:
            for before, after in closure.ghost_steps(shape):
                self.others.setdefault(before, []).append(after)
        for view in self.steps.initial():
            need(view in self.views, "a first view is not among the views")
        self.memory: dict[Expression, dict[tuple[Scope, int, tuple[int, ...]], Value]] = {}

    def edges(self, view: View) -> Iterator[tuple[int, View]]:
        """Yield the edges from a view: own steps, those of others, and that nothing happens."""
        yield NOBODY_SEEN, view
        yield from self.steps.successors(view)
        yield from ((NOBODY_SEEN, after) for after in self.others.get(view, ()))

    def value(self, node: Expression, view: View, scope: Scope, owner: int) -> Value:
        """Return what an expression without quantifiers is, as an owner sees it."""
        slots = self.layout.slots
        numbers = [slots[r.field, self._owner(r, scope, owner)] for r in reads(node)]
        key = (scope, owner, tuple(view[n] for n in numbers))
        known = self.memory.setdefault(node, {})
        if key not in known:
            known[key] = self._compute(node, view, scope, owner)
        return known[key]

    def _owner(self, read: Read, scope: Scope, owner: int) -> int:
        return self.world.owner(self.flow.scope_of(read.field), scope, owner)

    def _compute(self, node: Expression, view: View, scope: Scope, owner: int) -> Value:
        def leaf(at: Expression) -> Value:
            if isinstance(at, Const):
                return at.value
            assert isinstance(at, Read)
            number = self.layout.slots[at.field, self._owner(at, scope, owner)]
            return decode(view[number], at.field.sort)

        value: Value = fold(node, leaf, lambda name, values: OPERATORS[name].python(*values))
        return value


class Guards:
    """Guards of one shape, taken apart once."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown

    def enabled(self, events: Iterable[Event], view: View) -> bool:
        """Tell whether, but for what is asked of others, one of some events may happen."""
        return any(all(self._part(m, e, view) for m in self._all(e)) for e in events)

    def shared(self, events: Iterable[Event], view: View, scope: Scope) -> bool:
        """Tell whether that part of a guard holds which everybody of a scope sees."""
        return any(
            all(self._some_rule(m, e, view, (scope, 0), scope) for m in self._all(e))
            for e in events
        )

    def _all(self, event: Event) -> tuple[Machine, ...]:
        return asked(self.shown.flow, event)

    def _part(self, machine: Machine, event: Event, view: View) -> bool:
        stays = staying(machine, event)
        here = (machine.scope, 0)
        fits = self._some_rule(machine, event, view, here, Scope.POINT)
        return fits and bool(self.shown.value(stays, view, *here))

    def _some_rule(
        self, machine: Machine, event: Event, view: View, here: tuple[Scope, int], least: Scope
    ) -> bool:
        return any(
            all(self.shown.value(a, view, *here) for a in of_rule if self._counts(a, least))
            for of_rule in plain_atoms(machine, event)
        )

    def _counts(self, atom: Expression, least: Scope) -> bool:
        return read_from(self.shown.flow, least, atom)

    def refused(self, events: Iterable[Event], view: View, shape: Shape, shared: Scope) -> bool:
        """Tell whether the one seen, asked for the sake of a rule that may fit, refuses."""
        flow = self.shown.flow
        for event in events:
            for demand in demands(flow, event):
                if demand.shared is not shared or (shape == (0,) and demand.whom is Scope.POINT):
                    continue
                given = (a for a in demand.given if read_from(flow, shared, a))
                fits = all(self.shown.value(a, view, shared, 0) for a in given)
                if fits and not self.shown.value(demand.body, view, demand.whom, 0):
                    return True
        return False


_ATOMS: dict[tuple[Machine, Event], list[list[Expression]]] = {}
_STAYING: dict[tuple[Machine, Event], Expression] = {}


def plain_atoms(machine: Machine, event: Event) -> list[list[Expression]]:
    """Return for each rule the conjuncts of its guard that ask nothing of others."""
    key = (machine, event)
    if key not in _ATOMS:
        _ATOMS[key] = [
            [a for a in atoms(guard(machine, rule)) if not isinstance(a, Quantified)]
            for rule in machine.of(event)
        ]
    return _ATOMS[key]


def staying(machine: Machine, event: Event) -> Expression:
    """Return that a machine leaves no sort at an event, the same expression each time."""
    return _STAYING.setdefault((machine, event), staying_in_sort(machine, event))
