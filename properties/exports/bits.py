"""Expressions as signals of a circuit, one for each value: that the expression has it."""

from collections.abc import Callable, Mapping
from itertools import product

from model.language.expressions import Const, Expression, Field, Read, fold
from model.language.sorts import Value
from properties.exports.circuit import FALSE, Circuit
from properties.exports.text import pairs

Signals = Mapping[Value, int]
Gate = Callable[..., Signals]


def truth(signal: int) -> Signals:
    """Return the values of what is true where a signal holds."""
    return {True: signal, False: signal ^ 1}


def _same(c: Circuit, x: Signals, y: Signals) -> int:
    return c.any_of(c.both(signal, y[value]) for value, signal in x.items() if value in y)


def _related(holds: Callable[[int, int], bool]) -> Gate:
    """Return what compares two numbers."""
    return lambda c, x, y: truth(
        c.any_of(c.both(x[m], y[n]) for m, n in product(x, y) if holds(m, n))
    )


def _reckoned(reckon: Callable[[int, int], int]) -> Gate:
    """Return what computes a number of two."""

    def gate(c: Circuit, x: Signals, y: Signals) -> Signals:
        found: dict[Value, int] = {}
        for m, n in product(x, y):
            value = reckon(m, n)  # type: ignore[arg-type]  # both are numbers
            found[value] = c.any_of((found.get(value, FALSE), c.both(x[m], y[n])))
        return found

    return gate


def _if(c: Circuit, condition: Signals, x: Signals, y: Signals) -> Signals:
    when, values = condition[True], dict.fromkeys((*x, *y))
    return {v: c.either(when, x.get(v, FALSE), y.get(v, FALSE)) for v in values}


def _at_most_one(c: Circuit, xs: tuple[Signals, ...]) -> int:
    return c.all_of(c.both(x[True], y[True]) ^ 1 for x, y in pairs(xs))


def _exactly_one(c: Circuit, xs: tuple[Signals, ...]) -> int:
    return c.both(_at_most_one(c, xs), c.any_of(x[True] for x in xs))


OPERATORS: dict[str, Gate] = {
    "not": lambda _, x: truth(x[False]),
    "and": lambda c, *xs: truth(c.all_of(x[True] for x in xs)),
    "or": lambda c, *xs: truth(c.any_of(x[True] for x in xs)),
    "implies": lambda c, x, y: truth(c.any_of((x[False], y[True]))),
    "exactly one": lambda c, *xs: truth(_exactly_one(c, xs)),
    "at most one": lambda c, *xs: truth(_at_most_one(c, xs)),
    "is": lambda c, x, y: truth(_same(c, x, y)),
    "in": lambda c, x, *ys: truth(c.any_of(_same(c, x, y) for y in ys)),
    "if": _if,
    "plus": _reckoned(lambda m, n: m + n),
    "minus": _reckoned(lambda m, n: m - n),
    "less": _related(lambda m, n: m < n),
    "at most": _related(lambda m, n: m <= n),
}


def signals(c: Circuit, node: Expression, read: Mapping[Field, Signals]) -> Signals:
    """Return an expression as signals."""

    def leaf(at: Expression) -> Signals:
        if isinstance(at, Const):
            return truth(int(at.value)) if isinstance(at.value, bool) else {at.value: 1}
        assert isinstance(at, Read)
        return read[at.field]

    return fold(node, leaf, lambda operator, parts: OPERATORS[operator](c, *parts))
