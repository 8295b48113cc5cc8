"""The line on which an argument is written: of a call that begins on a line, and goes on for more.

It is looked for in the source only when something is wrong. Where it cannot be found, as in a call
by another name, the line on which the call begins stands.
"""

import ast
import linecache
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Argument:
    """An argument of a call, by name or position, and the number of one of the things in it."""

    made: str
    name: str
    positions: tuple[str, ...]
    number: int | None = None


def line_of(file: str, line: int, argument: Argument) -> int:
    """Return the line of an argument of a call that begins on this one."""
    linecache.checkcache(file)
    try:
        tree = ast.parse("".join(linecache.getlines(file)))
    except (SyntaxError, ValueError):
        return line
    calls = (one for one in ast.walk(tree) if isinstance(one, ast.Call) and one.lineno == line)
    for call in calls:
        if _called(call.func) == argument.made and (value := _value(call, argument)):
            return _within(tree, value, argument.number).lineno
    return line


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _value(call: ast.Call, argument: Argument) -> ast.expr | None:
    named = {one.arg: one.value for one in call.keywords}
    if argument.name in named:
        return named[argument.name]
    starred = any(isinstance(one, ast.Starred) for one in call.args)
    if starred or argument.name not in argument.positions:
        return None
    at = argument.positions.index(argument.name)
    return call.args[at] if at < len(call.args) else None


def _within(tree: ast.Module, value: ast.expr, number: int | None) -> ast.expr:
    """Return one of several things, also where these have a name of their own."""
    if number is None:
        return value
    if isinstance(value, ast.Name):
        value = next(_assigned(tree, value), value)
    things = value.keys if isinstance(value, ast.Dict) else getattr(value, "elts", [])
    known = [thing for thing in things if thing and not isinstance(thing, ast.Starred)]
    return known[number] if number < len(known) == len(things) else value


def _assigned(tree: ast.Module, name: ast.Name) -> Iterator[ast.expr]:
    """Yield what a name was given last before it is used."""
    for one in reversed(tree.body):
        if not isinstance(one, ast.Assign) or one.lineno > name.lineno:
            continue
        if any(isinstance(to, ast.Name) and to.id == name.id for to in one.targets):
            yield one.value
