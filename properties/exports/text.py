"""Expressions as text in another language, by its table of operators."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TypeVar

from model.language.expressions import Const, Expression, Field, Read, fold
from model.language.sorts import Value

T = TypeVar("T")
Operators = Mapping[str, Callable[..., str]]


class Wording:
    """What writes expressions in one language: its operators, truths and values, and the fields."""

    def __init__(
        self,
        operators: Operators,
        truths: tuple[str, str],
        member: Callable[[Enum], str],
        negative: str = "(0 - {})",
    ) -> None:
        self.operators, self.truths, self.member = operators, truths, member
        self.negative = negative
        self.fields: dict[Field, str] = {}

    def value(self, value: Value) -> str:
        """Return a value."""
        if isinstance(value, Enum):
            return self.member(value)
        if isinstance(value, bool):
            return self.truths[value]
        return str(value) if value >= 0 else self.negative.format(abs(value))

    def __call__(self, node: Expression) -> str:
        """Return an expression."""
        return fold(node, self._leaf, lambda operator, parts: self.operators[operator](*parts))

    def _leaf(self, at: Expression) -> str:
        if isinstance(at, Const):
            return self.value(at.value)
        assert isinstance(at, Read)
        return self.fields[at.field]


def between(sign: str) -> Callable[..., str]:
    """Return an operator that stands between what it joins."""
    return lambda *parts: f"({sign.join(parts)})"


def pairs(parts: tuple[T, ...]) -> list[tuple[T, T]]:
    """Return each two of these, in order."""
    return [(one, two) for n, one in enumerate(parts) for two in parts[n + 1 :]]
