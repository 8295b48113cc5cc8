"""Terms of Z3 for values, sorts and operators of the language."""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

import z3

from model.language.events import Happens
from model.language.expressions import Apply, Expression, Field, Read, unnamed
from model.language.sorts import Sort, members
from properties.engine.budget import Budget

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


def at_most_one(*xs: Term) -> Term:
    """Say that no two of these hold."""
    return z3.BoolRef(z3.Z3_mk_atmost(_MAIN.ref(), len(xs), _listed(xs), 1), _MAIN)


def new_solver() -> z3.Solver:
    """Return a solver for finite values that leaves Ctrl-C to Python."""
    solver = z3.SolverFor("QF_FD")
    solver.set("ctrl_c", False)
    return solver


def limit(solver: z3.Solver, budget: Budget) -> None:
    """Let a solver stop, and say that it does not know, where a budget is spent."""
    solver.set("timeout", int(budget.left * 1000) + 1)
    if budget.effort is not None:
        solver.set("rlimit", budget.effort)


def warmed_up(budget: Budget) -> bool:
    """Tell whether a small question has an answer; Z3 then has the thread that keeps its time."""
    solver = new_solver()
    limit(solver, budget)
    x, y = z3.BitVecs("x y", NUMBER_BITS)
    solver.add(x * y == NUMBER_BITS, x > 1, y > 1)
    return bool(solver.check() == z3.sat)


def tell(solver: z3.Solver, x: Term) -> None:
    """Let a solver suppose that something holds."""
    z3.Z3_solver_assert(_MAIN.ref(), solver.solver, x.ast)


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
    "if": z3.If,
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


def once(
    node: Expression,
    leaf: Callable[[Expression], Term],
    known: Callable[[Expression], dict[int, Term]],
) -> Term:
    """Return a term as `fold` would; what stands in it more than once is made once.

    `known` says where the term of a part is kept.
    """
    bare = unnamed(node)
    made = known(bare)
    if id(bare) not in made:
        if isinstance(bare, Apply):
            arguments = (once(argument, leaf, known) for argument in bare.arguments)
            made[id(bare)] = TERMS[bare.operator](*arguments)
        else:
            made[id(bare)] = leaf(bare)
    return made[id(bare)]


class Known:
    """The terms of a claim on steps as seen from one place: what a step does not change is kept."""

    def __init__(self, claim: Expression) -> None:
        self.changing: dict[int, frozenset[Field | None]] = {}
        self.still: dict[int, Term] = {}
        self._note(claim)

    def of_a_step(self, written: Iterable[Field]) -> Callable[[Expression], dict[int, Term]]:
        """Return where the term of each part is to be kept, for a step that may write this."""
        moved: dict[int, Term] = {}
        changed = {None, *written}
        by = self.changing
        return lambda part: self.still if changed.isdisjoint(by[id(part)]) else moved

    def _note(self, node: Expression) -> frozenset[Field | None]:
        """Note by what each part changes: what it reads after the step; None is the event."""
        bare = unnamed(node)
        if id(bare) not in self.changing:
            if isinstance(bare, Apply):
                by = frozenset[Field | None]().union(*map(self._note, bare.arguments))
            elif isinstance(bare, Read):
                by = frozenset({bare.field} if bare.after else ())
            else:
                by = frozenset({None} if isinstance(bare, Happens) else ())
            self.changing[id(bare)] = by
        return self.changing[id(bare)]
