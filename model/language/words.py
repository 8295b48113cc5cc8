"""The meaning of an expression in words: for drawings, refusals and stories.

A named condition is said in its own words; everything else by the table `WORDS`, which has
the keys of `OPERATORS`. The words are plain English: `registration of supplier B is Pending`.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from model.language.events import Happens
from model.language.expressions import (
    Apply,
    Const,
    Expression,
    Named,
    Quantified,
    Read,
    Whose,
    as_expression,
)
from model.language.families import Of, kind_of, named
from model.language.rivals import Itself, OfOthers
from model.language.sorts import words_of

LOOSE = ("and", "or", "implies", "if", "exactly one", "at most one")  # bracketed inside another


def words(node: Expression) -> str:
    """Return an expression or a field as a reader would say it."""
    match as_expression(node):
        case Named(words=said):
            return _of_the(node.of, said)
        case Apply(operator=operator, arguments=arguments):
            return WORDS[operator](*arguments)
        case Const(value=value):
            return words_of(value)
        case Read() as read:
            return _reading(read)
        case Quantified(quantifier=quantifier, body=body):
            return f"{quantifier.value}: {words(body)}"
        case Itself(of=of):
            return f"this {kind_of(of)}"
        case OfOthers(words=who, body=body):
            return f"of {who} {kind_of(body.of)}: {words(body)}"
        case Happens(events=events):
            return f"what happens is {listed(map(str, events), 'or')}"
        case other:
            raise TypeError(other)


def under_names(node: Expression) -> str:
    """Return an expression in words, with what its named conditions stand for."""
    return words(_bare(node))


def _bare(node: Expression) -> Expression:
    match node:
        case Named(body=body):
            return _bare(body)
        case Quantified(body=body) | OfOthers(body=body):
            return replace(node, body=_bare(body))
        case Apply(arguments=arguments):
            return replace(node, arguments=tuple(map(_bare, arguments)))
    return node


def _reading(read: Read) -> str:
    field = _of_the(read.field.of, read.field.name, each=True)
    name = {
        Whose.OWN: field,
        Whose.OTHER_POINT: f"{field} at another point",
        Whose.OTHER_PROVIDER: f"{field} at another provider",
    }[read.whose]
    return f"{name} afterwards" if read.after else name


def _of_the(of: Of, said: str, *, each: bool = False) -> str:
    """Return words of a family with its kind in the place of a member."""
    return named(said, f"the {kind_of(of)}", each=each) if of else said


def listed(parts: Iterable[str], last: str) -> str:
    """Return parts in a row, the last with `and`, `or` or the like before it."""
    *first, final = parts
    return f"{', '.join(first)} {last} {final}" if first else final


def counted(number: int, one: str) -> str:
    """Return how many there are of something: 1 step, 2 steps."""
    return f"{number} {one}{'' if number == 1 else 's'}"


def _inside(node: Expression) -> str:
    loose = isinstance(node, Quantified | OfOthers) or (
        isinstance(node, Apply) and node.operator in LOOSE
    )
    return f"({words(node)})" if loose else words(node)


def _joined(link: str) -> Callable[..., str]:
    return lambda *nodes: link.join(_inside(node) for node in nodes)


def _not(node: Expression) -> str:
    if isinstance(node, Apply) and node.operator == "is":
        return _compared("is not")(*node.arguments)
    if isinstance(node, Apply) and node.operator == "in":
        neither = "is neither" if len(node.arguments) > 2 else "is not"  # noqa: PLR2004  # x, y
        return _among(neither, "nor")(*node.arguments)
    return f"not {words(node)}" if isinstance(node, Read) else f"not ({words(node)})"


def _compared(verb: str) -> Callable[..., str]:
    return lambda one, two: f"{_inside(one)} {verb} {_inside(two)}"


def _among(verb: str, last: str) -> Callable[..., str]:
    return lambda one, *many: f"{_inside(one)} {verb} {listed(map(_inside, many), last)}"


def _counted(how_many: str) -> Callable[..., str]:
    return lambda *nodes: f"{how_many} of these: " + "; ".join(_inside(node) for node in nodes)


def _chosen(condition: Expression, one: Expression, two: Expression) -> str:
    chain = isinstance(two, Apply) and two.operator == "if"
    other = words(two) if chain else _inside(two)
    return f"{_inside(one)} where {_inside(condition)}, otherwise {other}"


WORDS: dict[str, Callable[..., str]] = {
    "not": _not,
    "and": _joined(" and "),
    "or": _joined(" or "),
    "implies": lambda one, two: f"if {_inside(one)}, then {_inside(two)}",
    "exactly one": _counted("exactly one"),
    "at most one": _counted("at most one"),
    "is": _compared("is"),
    "in": _among("is", "or"),
    "if": _chosen,
    "plus": _compared("plus"),
    "minus": _compared("minus"),
    "less": _compared("is less than"),
    "at most": _compared("is at most"),
}
