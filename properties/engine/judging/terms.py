"""Terms of Z3 for values, sorts and operators of the language."""

from collections.abc import Callable
from typing import Any, TypeAlias

import z3

from model.language.sorts import Sort, members

NUMBER_BITS = 16  # signed; the language lets no sum come near its edge

Term: TypeAlias = Any  # z3 says nothing of its types


def all_hold(*xs: Term) -> Term:
    """Say that all of these hold."""
    return z3.BoolRef(z3.Z3_mk_and(_MAIN.ref(), len(xs), _listed(xs)), _MAIN)


def one_holds(*xs: Term) -> Term:
    """Say that one of these holds, or more."""
    return z3.BoolRef(z3.Z3_mk_or(_MAIN.ref(), len(xs), _listed(xs)), _MAIN)


def _listed(xs: tuple[Term, ...]) -> Any:  # noqa: ANN401  # z3 says nothing of its types
    """Return terms as the library below takes them: many times faster than by z3.And and z3.Or."""
    listed = (z3.Ast * len(xs))()
    for n, x in enumerate(xs):
        listed[n] = x.ast
    return listed


def equal(x: Term, y: Term) -> Term:
    """Say that two of one sort are the same."""
    return z3.BoolRef(z3.Z3_mk_eq(_MAIN.ref(), x.ast, y.ast), _MAIN)


def negated(x: Term) -> Term:
    """Say that this does not hold."""
    return z3.BoolRef(z3.Z3_mk_not(_MAIN.ref(), x.ast), _MAIN)


def entails(x: Term, y: Term) -> Term:
    """Say that where one holds, the other does."""
    return z3.BoolRef(z3.Z3_mk_implies(_MAIN.ref(), x.ast, y.ast), _MAIN)


def either(x: Term, y: Term, z: Term) -> Term:
    """Return one of two by whether something holds."""
    return z3.If(x, y, z)


def at_most_one(*xs: Term) -> Term:
    """Say that no two of these hold."""
    return z3.BoolRef(z3.Z3_mk_atmost(_MAIN.ref(), len(xs), _listed(xs), 1), _MAIN)


_MAIN = z3.main_ctx()
TERMS: dict[str, Callable[..., Term]] = {
    "not": negated,
    "and": all_hold,
    "or": one_holds,
    "implies": entails,
    "exactly one": lambda *xs: all_hold(one_holds(*xs), at_most_one(*xs)),
    "at most one": at_most_one,
    "is": equal,
    "in": lambda x, *ys: one_holds(*(equal(x, y) for y in ys)),
    "if": either,
    "plus": lambda x, y: x + y,
    "minus": lambda x, y: x - y,
    "less": lambda x, y: x < y,
    "at most": lambda x, y: x <= y,
}


def constant(number: int, sort: Sort) -> Term:
    """Return the term for the number of a value, the same each time."""
    key = (number, None if sort is bool else _bits(sort))
    if key not in _constants:
        _constants[key] = z3.BitVecVal(number, key[1]) if key[1] else z3.BoolVal(val=bool(number))
    return _constants[key]


_constants: dict[tuple[int, int | None], Term] = {}


def variable(name: str, sort: Sort) -> Term:
    """Return a variable of a sort."""
    return z3.Bool(name) if sort is bool else z3.BitVec(name, _bits(sort))


def in_sort(term: Term, sort: Sort) -> Term:
    """Say that a term is one of the values of its sort."""
    if sort is bool:
        return z3.BoolVal(val=True)
    if isinstance(sort, range):
        return z3.And(term >= sort.start, term < sort.stop)
    return z3.ULE(term, len(members(sort)) - 1)


def below(term: Term, number: int, sort: Sort) -> Term:
    """Say that a term comes before the value of a number, in the order of its sort."""
    if sort is bool:
        return z3.Not(term)
    bound = constant(number, sort)
    return term < bound if isinstance(sort, range) else z3.ULT(term, bound)


def _bits(sort: Sort) -> int:
    if isinstance(sort, range):
        return NUMBER_BITS
    return max(1, (len(members(sort)) - 1).bit_length())
