"""The views that each node of an automaton stands for, as far as somebody asks about them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod

from model.language.expressions import Const, Expression, Field, Read, fold, reads
from model.language.flow import Flow
from model.language.operators import OPERATORS
from model.language.sorts import Value, members
from properties.engine.budget import look
from properties.engine.interfaces.accepting import Accepting

Known = Mapping[Field, Value]
MOST = 4096  # of values of what is not known that are tried together


def views_of(found: Accepting, wanted: Iterable[Field]) -> list[tuple[Known, ...]]:
    """Return for each node what some fields may be there, each combination once."""
    graph = found.graph
    slots = graph.reach.steps.layout.slots
    kept = [field for field in wanted if (field, 0) in slots]
    numbers = [slots[field, 0] for field in kept]
    order = graph.reach.order
    sorts = [members(field.sort) for field in kept]
    made = list[tuple[Known, ...]]()
    for views in _nodes(found):
        look()
        some = dict.fromkeys(tuple(order[view][n] for n in numbers) for view in sorted(views))
        valued = (
            (s[n - _least(f)] for n, s, f in zip(one, sorts, kept, strict=True)) for one in some
        )
        made.append(tuple(dict(zip(kept, one, strict=True)) for one in valued))
    return made


def _least(field: Field) -> int:
    return field.sort.start if isinstance(field.sort, range) else 0


def _nodes(found: Accepting) -> list[set[int]]:
    """Return the views of each node: those in which the flow may be when the automaton is there."""
    graph, edges = found.graph, found.automaton.edges
    views: list[set[int]] = [set() for _ in edges]
    waiting = [(0, view) for view in graph.firsts]
    waiting += [(found.begun, view) for view in range(len(graph))]
    while waiting:
        node, view = waiting.pop()
        if view in views[node]:
            continue
        views[node].add(view)
        waiting += [(node, to) for to in graph.hidden[view]]
        waiting += [(edges[node][label], to) for label, to in graph.visible(view)]
    return views


def value_of(node: Expression, known: Known) -> Value:
    """Return the value of an expression of a rule where all that it reads is known."""

    def leaf(at: Expression) -> Value:
        if isinstance(at, Const):
            return at.value
        assert isinstance(at, Read)
        return known[at.field]

    found: Value = fold(node, leaf, lambda name, parts: OPERATORS[name].python(*parts))
    return found


class Possible:
    """Which values what is not known may have: those that a flow can ever write, or begins with."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self._values: dict[Field, tuple[Value, ...]] = {}

    def of(self, field: Field) -> tuple[Value, ...]:
        """Return the values that a field may have."""
        if field not in self._values:
            self._values[field] = tuple(dict.fromkeys(self._written(field)))
        return self._values[field]

    def _written(self, field: Field) -> Iterator[Value]:
        yield from self.flow.initials(field)
        for rule in self.flow.machine_of[field].transitions:
            if field is self.flow.machine_of[field].state and rule.target is not None:
                yield rule.target
            if field in rule.then:
                node = rule.then[field]
                yield from (node.value,) if isinstance(node, Const) else members(field.sort)

    def answers(self, node: Expression, known: Known) -> set[Value]:
        """Return the values that an expression may have; both truths where too many are tried."""
        unknown = list(dict.fromkeys(r.field for r in reads(node) if r.field not in known))
        values = [self.of(field) for field in unknown]
        if prod(map(len, values)) > MOST:
            return {False, True}
        every = (dict(known) | dict(zip(unknown, one, strict=True)) for one in product(*values))
        return {value_of(node, one) for one in every}
