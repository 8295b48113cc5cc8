"""Expressions as Python source over coded values, with constants computed on the way.

A value known while generating is an int; anything else is source text.
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import product
from typing import Any

from model.language.expressions import Const, Expression, fold
from model.language.operators import OPERATORS
from properties.engine.budget import look
from properties.engine.slices.layout import Layout, code

Source = int | str


def _join(sign: str) -> Callable[[list[Source]], str]:
    return lambda arguments: "(" + sign.join(str(a) for a in arguments) + ")"


def _sum(relation: str) -> Callable[[list[Source]], str]:
    return lambda arguments: "((" + "+".join(f"bool({a})" for a in arguments) + f"){relation}1)"


TEXT: dict[str, Callable[[list[Source]], str]] = {
    "not": lambda a: f"(not {a[0]})",
    "and": _join(" and "),
    "or": _join(" or "),
    "implies": lambda a: f"(not {a[0]} or {a[1]})",
    "exactly one": _sum("=="),
    "at most one": _sum("<="),
    "is": lambda a: f"({a[0]}=={a[1]})",
    "in": lambda a: f"({a[0]} in ({','.join(str(x) for x in a[1:])},))",
    "if": lambda a: f"({a[1]} if {a[0]} else {a[2]})",
    "plus": _join("+"),
    "minus": _join("-"),
    "less": _join("<"),
    "at most": _join("<="),
}


def source(node: Expression, leaf: Callable[[Expression], Source]) -> Source:
    """Return an expression as source; `leaf` gives readings, events and quantifiers."""

    def at(node: Expression) -> Source:
        return code(node.value, node.sort) if isinstance(node, Const) else leaf(node)

    return fold(node, at, join)


def join(operator: str, arguments: list[Source]) -> Source:
    """Return an operator applied, computed as far as the arguments are known."""
    look()
    if operator in ("and", "or"):
        return _junction(operator, arguments)
    if all(isinstance(a, int) for a in arguments):
        return int(OPERATORS[operator].python(*arguments))
    if operator == "implies":
        return _junction("or", [join("not", arguments[:1]), arguments[1]])
    if operator == "if" and isinstance(arguments[0], int):
        return arguments[1] if arguments[0] else arguments[2]
    if operator in ("is", "in"):
        return _membership(arguments)
    return TEXT[operator](arguments)


def _junction(operator: str, arguments: list[Source]) -> Source:
    decisive = int(operator == "or")
    known = [bool(a) for a in arguments if isinstance(a, int)]
    if bool(decisive) in known:
        return decisive
    unknown = list(dict.fromkeys(a for a in arguments if isinstance(a, str)))
    if not unknown:
        return 1 - decisive
    return unknown[0] if len(unknown) == 1 else TEXT[operator](list(unknown))


def _membership(arguments: list[Source]) -> Source:
    first, rest = arguments[0], list(dict.fromkeys(arguments[1:]))
    if first in rest:
        return 1
    if isinstance(first, int):
        rest = [a for a in rest if isinstance(a, str)]
    return TEXT["is" if len(rest) == 1 else "in"]([first, *rest])


def compile_test(at: Layout, text: Source, more: str = "") -> Callable[..., bool]:
    """Return a condition over a view (and further named arguments) as a function."""
    slots = "".join(f"v{n}," for n in at.numbers.values())
    unpacked = f"    {slots}=v\n" if slots else ""
    return compiled(f"def made(v{more}):\n{unpacked}    return {text}")


@lru_cache(maxsize=8192)
def compiled(text: str) -> Callable[..., Any]:
    """Return the function `made` that source of our own defines; many slices have the same."""
    names: dict[str, Any] = {"product": product}
    exec(text, names)  # noqa: S102  # written just now
    made: Callable[..., Any] = names["made"]
    return made
