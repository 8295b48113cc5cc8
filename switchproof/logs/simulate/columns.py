"""Guards and effects on columns: what a rule means for many points at once, a number each.

A value of an enumeration is its place there, a truth is a truth, a whole number is itself. What
the surroundings hold is one value for all points, and what follows from such values alone is
folded away.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from functools import reduce
from typing import Any

import numpy as np

from model.language.expressions import Const, Expression, Field, Read, fold
from model.language.sorts import Sort, Value, members

Column = Any  # an array with a number for each point, or one number for all of them


def code(value: Value) -> int | bool:
    """Return the number that stands for a value."""
    return members(type(value)).index(value) if isinstance(value, Enum) else value


def value_of(sort: Sort, number: int) -> Value:
    """Return the value that a number stands for."""
    return int(number) if isinstance(sort, range) else members(sort)[int(number)]


def kind(sort: Sort) -> type[np.generic]:
    """Return what a column of a sort is made of."""
    return np.bool_ if sort is bool else np.int16


def compute(node: Expression, columns: Mapping[Field, Column]) -> Column:
    """Return what an expression of a rule is for each point."""

    def leaf(at: Expression) -> Column:
        if isinstance(at, Const):
            return code(at.value)
        assert isinstance(at, Read), "a quantifier is refused before"
        return columns[at.field]

    return fold(node, leaf, lambda operator, arguments: MEANING[operator](*arguments))


def _and(*every: Column) -> Column:
    if any(one is False for one in every):
        return False
    left = [one for one in every if one is not True]
    return reduce(np.logical_and, left) if left else True


def _not(one: Column) -> Column:
    return not one if isinstance(one, bool) else np.logical_not(one)


def _or(*every: Column) -> Column:
    if any(one is True for one in every):
        return True
    left = [one for one in every if one is not False]
    return reduce(np.logical_or, left) if left else False


def _is(one: Column, other: Column) -> Column:
    return one == other


def _count(*every: Column) -> Column:
    return sum(np.asarray(one, np.int16) for one in every)


def _in(one: Column, *some: Column) -> Column:
    return _or(*(_is(one, other) for other in some))


MEANING: dict[str, Callable[..., Column]] = {
    "not": _not,
    "and": _and,
    "or": _or,
    "implies": lambda x, y: _or(_not(x), y),
    "exactly one": lambda *xs: _count(*xs) == 1,
    "at most one": lambda *xs: _count(*xs) <= 1,
    "is": _is,
    "in": _in,
    "if": lambda c, x, y: np.where(c, x, y) if not isinstance(c, bool) else (x if c else y),
    "plus": lambda x, y: x + y,
    "minus": lambda x, y: x - y,
    "less": lambda x, y: x < y,
    "at most": lambda x, y: x <= y,
}
