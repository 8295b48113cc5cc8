"""Expressions as text of Python or of C, with what is known beforehand computed on the way.

A value that is known is a number; anything else is text, in brackets of its own.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from model.language.expressions import Const, Expression, fold
from model.language.operators import OPERATORS
from properties.engine.budget import look
from properties.engine.explicit.packing import number

Text = int | str
Leaf = Callable[[Expression], Text]


@dataclass(frozen=True)
class Tongue:
    """How a language says what Python and C say differently."""

    both: str
    either: str
    no: str
    choice: str
    opens: str
    closes: str


PYTHON = Tongue(" and ", " or ", "(not {0})", "{1} if {0} else ", "if {0}:", "")
C = Tongue("&&", "||", "(!{0})", "{0}?{1}:", "if ({0}) {{", "}")

BETWEEN = {"is": "==", "plus": "+", "minus": "-", "less": "<", "at most": "<="}
COUNTED = {"exactly one": "==", "at most one": "<="}


def text(node: Expression, leaf: Leaf, tongue: Tongue) -> Text:
    """Return an expression as text; `leaf` gives readings, events and quantifiers."""

    def at(node: Expression) -> Text:
        return number(node.value, node.sort) if isinstance(node, Const) else leaf(node)

    return fold(node, at, lambda operator, parts: applied(operator, parts, tongue))


def applied(operator: str, parts: Sequence[Text], tongue: Tongue) -> Text:
    """Return an operator applied to texts."""
    look()
    if operator in ("and", "or"):
        return _junction(parts, tongue, end=operator == "or")
    if all(isinstance(part, int) for part in parts):
        return int(OPERATORS[operator].python(*parts))
    match operator, parts:
        case "not", _:
            return tongue.no.format(*parts)
        case "implies", [one, two]:
            return applied("or", [applied("not", [one], tongue), two], tongue)
        case "if", [condition, one, two]:
            return chosen([(condition, one)], two, tongue)
        case "in", [one, *several]:
            return applied("or", [applied("is", [one, other], tongue) for other in several], tongue)
    if operator in COUNTED:
        truths = "+".join(str(chosen([(part, 1)], 0, tongue)) for part in parts)
        return f"(({truths}){COUNTED[operator]}1)"
    return f"({parts[0]}{BETWEEN[operator]}{parts[1]})"


def chosen(cases: Iterable[tuple[Text, Text]], otherwise: Text, tongue: Tongue) -> Text:
    """Return the value of the first case whose condition holds."""
    kept = list[tuple[Text, Text]]()
    for condition, value in cases:
        if condition == 1:
            otherwise = value
            break
        kept += [] if condition == 0 else [(condition, value)]
    while kept and kept[-1][1] == otherwise:
        kept.pop()
    if not kept:
        return otherwise
    return f"({''.join(tongue.choice.format(*case) for case in kept)}{otherwise})"


def _junction(parts: Sequence[Text], tongue: Tongue, *, end: bool) -> Text:
    """Join truths of which one that is `end` decides."""
    if any(part == int(end) for part in parts if isinstance(part, int)):
        return int(end)
    unknown = list(dict.fromkeys(part for part in parts if isinstance(part, str)))
    if not unknown:
        return int(not end)
    sign = tongue.either if end else tongue.both
    return unknown[0] if len(unknown) == 1 else f"({sign.join(unknown)})"
