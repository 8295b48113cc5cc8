"""The operators of expressions: what each takes, what it gives, and what it computes in Python.

The words for readers, Z3's terms and the generated search code are further tables with the
same keys, each beside its user; a test holds the keys together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from model.language.sorts import Sort


class HasSort(Protocol):
    """Anything with a sort."""

    @property
    def sort(self) -> Sort:
        """Return the sort."""
        ...


@dataclass(frozen=True)
class Operator:
    """What an operator takes (truths, numbers or likes), gives, and computes."""

    takes: str
    result: Callable[[Sequence[HasSort]], Sort]
    python: Callable[..., Any]


def _truth(_: Sequence[HasSort]) -> Sort:
    return bool


def _hull(arguments: Sequence[HasSort]) -> Sort:
    first = arguments[-1].sort
    if not isinstance(first, range):
        return first
    spans = [a.sort for a in arguments if isinstance(a.sort, range)]
    return range(min(s.start for s in spans), max(s.stop for s in spans))


def _sum(arguments: Sequence[HasSort]) -> Sort:
    one, two = (a.sort for a in arguments)
    assert isinstance(one, range)
    assert isinstance(two, range)
    return range(one.start + two.start, one.stop + two.stop - 1)


def _difference(arguments: Sequence[HasSort]) -> Sort:
    one, two = (a.sort for a in arguments)
    assert isinstance(one, range)
    assert isinstance(two, range)
    return range(one.start - two.stop + 1, one.stop - two.start)


OPERATORS = {
    "not": Operator("truths", _truth, lambda x: not x),
    "and": Operator("truths", _truth, lambda *xs: all(xs)),
    "or": Operator("truths", _truth, lambda *xs: any(xs)),
    "implies": Operator("truths", _truth, lambda x, y: not x or y),
    "exactly one": Operator("truths", _truth, lambda *xs: sum(xs) == 1),
    "at most one": Operator("truths", _truth, lambda *xs: sum(xs) <= 1),
    "is": Operator("likes", _truth, lambda x, y: x == y),
    "in": Operator("likes", _truth, lambda x, *ys: x in ys),
    "if": Operator("likes", _hull, lambda c, x, y: x if c else y),
    "plus": Operator("numbers", _sum, lambda x, y: x + y),
    "minus": Operator("numbers", _difference, lambda x, y: x - y),
    "less": Operator("numbers", _truth, lambda x, y: x < y),
    "at most": Operator("numbers", _truth, lambda x, y: x <= y),
}
