"""What an expression of the language says of a state: a literal for each value that it may have.

An operator means what its row in the table of operators computes.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from math import prod

from model.language.expressions import Const, Expression, Field, fold
from model.language.operators import OPERATORS
from model.language.sorts import Value
from properties.engine.budget import look
from properties.engine.pdr.clauses import FALSE, TRUE, Clauses
from properties.engine.pdr.sat import Unserved

LARGEST = 50_000  # so many combinations of the values of one operator's arguments

Slot = tuple[Field, int]  # a field, and whose it is
Values = dict[Value, int]  # just one of the literals holds


def truth(literal: int) -> Values:
    """Return a literal as a condition."""
    return {True: literal, False: -literal}


def one_of(clauses: Clauses, values: Sequence[Value]) -> Values:
    """Return literals of which just one holds, one for each value."""
    if len(values) == 1:
        return {values[0]: TRUE}
    first = clauses.new()
    if len(values) == 2:  # noqa: PLR2004  # one variable tells two values apart
        return {values[0]: first, values[1]: -first}
    literals = [first, *(clauses.new() for _ in values[1:])]
    clauses.exactly_one(literals)
    return dict(zip(values, literals, strict=True))


def meaning(clauses: Clauses, node: Expression, leaf: Callable[[Expression], Values]) -> Values:
    """Return the values of an expression, whose readings `leaf` knows."""

    def known(at: Expression) -> Values:
        return {at.value: TRUE} if isinstance(at, Const) else leaf(at)

    return fold(node, known, lambda operator, given: _apply(clauses, operator, given))


def holds(clauses: Clauses, node: Expression, leaf: Callable[[Expression], Values]) -> int:
    """Return the literal that a condition is."""
    return meaning(clauses, node, leaf).get(True, FALSE)


def _apply(clauses: Clauses, operator: str, given: list[Values]) -> Values:
    look()
    if OPERATORS[operator].takes == "truths":
        return truth(_joined(clauses, operator, [one.get(True, FALSE) for one in given]))
    if operator == "if":
        condition, *branches = given
        return _chosen(clauses, condition.get(True, FALSE), *branches)
    if prod(map(len, given)) > LARGEST:
        raise Unserved(f"'{operator}' takes more than {LARGEST} combinations of values")
    rows: dict[Value, list[int]] = {}
    for row in product(*(one.items() for one in given)):
        value = OPERATORS[operator].python(*(value for value, _ in row))
        rows.setdefault(value, []).append(clauses.all_of(literal for _, literal in row))
    return {value: clauses.any_of(literals) for value, literals in rows.items()}


def _joined(clauses: Clauses, operator: str, given: Sequence[int]) -> int:
    match operator:
        case "not":
            return -given[0]
        case "and":
            return clauses.all_of(given)
        case "or":
            return clauses.any_of(given)
        case "implies":
            return clauses.any_of((-given[0], given[1]))
    some, several = _counted(clauses, given)
    return clauses.all_of((some, -several)) if operator == "exactly one" else -several


def _counted(clauses: Clauses, given: Iterable[int]) -> tuple[int, int]:
    """Return whether one or more of these hold, and whether several do."""
    some, several = FALSE, FALSE
    for literal in given:
        several = clauses.any_of((several, clauses.all_of((some, literal))))
        some = clauses.any_of((some, literal))
    return some, several


def _chosen(clauses: Clauses, condition: int, one: Values, other: Values) -> Values:
    def value(wanted: Value) -> int:
        mine = clauses.all_of((condition, one.get(wanted, FALSE)))
        return clauses.any_of((mine, clauses.all_of((-condition, other.get(wanted, FALSE)))))

    return {wanted: value(wanted) for wanted in dict.fromkeys((*one, *other))}
