"""The views that each node of an automaton stands for, as far as somebody asks about them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import product
from math import prod

from model.language.expressions import Const, Expression, Field, Read, fold, has_quantifier, reads
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
        there = edges[node]
        waiting += [(there[label], to) for label, to in graph.visible(view) if label in there]
    return views


class NodeViews:
    """Views of a node, looked at by a few fields: each combination of their values once."""

    def __init__(self, views: Sequence[Known]) -> None:
        self.views = views
        self._by: dict[frozenset[Field], list[Known]] = {}

    def by(self, fields: frozenset[Field]) -> list[Known]:
        """Return what some fields may be, as far as it is known."""
        if fields not in self._by:
            known = [field for field in next(iter(self.views), {}) if field in fields]
            some = dict.fromkeys(tuple(view[f] for f in known) for view in self.views)
            self._by[fields] = [dict(zip(known, one, strict=True)) for one in some]
        return self._by[fields]


def value_of(node: Expression, known: Known) -> Value:
    """Return the value of an expression of a rule where all that it reads is known."""

    def leaf(at: Expression) -> Value:
        if isinstance(at, Const):
            return at.value
        assert isinstance(at, Read)
        return known[at.field]

    found: Value = fold(node, leaf, lambda name, parts: OPERATORS[name].python(*parts))
    return found


class Unknown(Enum):
    """What the value of a field is that no view tells."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN


class Possible:
    """Which values what is not known may have: those that a flow can ever write, or begins with."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self._values: dict[Field, tuple[Value, ...]] = {}
        self._reads: dict[Expression, tuple[Field, ...]] = {}
        self._answers: dict[object, frozenset[Value]] = {}

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

    def answers(self, node: Expression, known: Known) -> frozenset[Value]:
        """Return the values that an expression may have; both truths where too many are tried.

        Both too where it speaks of all or some others, whom no view shows.
        """
        if has_quantifier(node):
            return frozenset({False, True})
        if node not in self._reads:
            self._reads[node] = tuple(dict.fromkeys(one.field for one in reads(node)))
        held = tuple(known.get(field, UNKNOWN) for field in self._reads[node])
        if (node, held) not in self._answers:
            self._answers[node, held] = self._tried(node, held)
        return self._answers[node, held]

    def _tried(self, node: Expression, held: tuple[Value | Unknown, ...]) -> frozenset[Value]:
        fields = self._reads[node]
        values = [
            self.of(field) if isinstance(value, Unknown) else (value,)
            for field, value in zip(fields, held, strict=True)
        ]
        if prod(map(len, values)) > MOST:
            return frozenset({False, True})
        every = (dict(zip(fields, one, strict=True)) for one in product(*values))
        return frozenset(value_of(node, one) for one in every)
