"""Whether transitions of one event visibly exclude each other, so that a chain of tests will do."""

from functools import cache
from itertools import combinations

from model.language.events import Event
from model.language.expressions import Apply, Const, Expression, Field, Read, conjuncts, unnamed
from model.language.machines import Machine
from model.language.sorts import Value, members
from model.language.transitions import Transition
from properties.engine.budget import look

Allowed = dict[Field, frozenset[Value]]


@cache
def exclusive(machine: Machine, event: Event) -> bool:
    """Tell whether some field parts each two of the transitions; False means only: not seen."""
    rules = [_allowed(machine, rule) for rule in machine.rules_of(event)]
    return all(_apart(x, y) for x, y in combinations(rules, 2))


def apart(machine: Machine, one: Transition, two: Transition) -> bool:
    """Tell whether some field visibly parts two transitions."""
    return _apart(_allowed(machine, one), _allowed(machine, two))


def _apart(x: Allowed, y: Allowed) -> bool:
    look()
    return any(not (x[field] & y[field]) for field in x.keys() & y.keys())


def _allowed(machine: Machine, rule: Transition) -> Allowed:
    allowed: Allowed = {machine.state: frozenset(rule.source)}
    for node in conjuncts(rule.when):
        for field, values in _literal(node):
            allowed[field] = allowed.get(field, values) & values
    return allowed


def _literal(node: Expression) -> list[tuple[Field, frozenset[Value]]]:
    bare = unnamed(node)
    if isinstance(bare, Read):
        return [(bare.field, frozenset({True}))]
    if not isinstance(bare, Apply):
        return []
    if bare.operator == "and":
        return [found for argument in bare.arguments for found in _literal(argument)]
    if bare.operator == "not":
        return _negated(unnamed(bare.arguments[0]))
    return _membership(bare)


def _membership(node: Apply) -> list[tuple[Field, frozenset[Value]]]:
    first, *rest = (unnamed(argument) for argument in node.arguments)
    constants = [argument.value for argument in rest if isinstance(argument, Const)]
    if node.operator not in ("is", "in") or not isinstance(first, Read):
        return []
    return [(first.field, frozenset(constants))] if len(constants) == len(rest) else []


def _negated(node: Expression) -> list[tuple[Field, frozenset[Value]]]:
    if isinstance(node, Read):
        return [(node.field, frozenset({False}))]
    found = _membership(node) if isinstance(node, Apply) else []
    return [(field, frozenset(members(field.sort)) - values) for field, values in found]
