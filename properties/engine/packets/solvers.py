"""Z3 and cvc5 on one text: whether it is unsatisfiable, as both must say."""

from collections.abc import Callable
from functools import partial
from importlib.util import find_spec

from properties.engine.budget import Budget
from properties.engine.judging.solver import limit, new_solver


def solvers(budget: Budget | None = None) -> dict[str, Callable[[str], str]]:
    """Return the solvers that are here, by name: each says sat, unsat or unknown of a text."""
    within = budget or Budget()
    found: dict[str, Callable[[str], str]] = {"Z3": partial(_z3, within)}
    if find_spec("cvc5"):
        found["cvc5"] = partial(_cvc5, within)
    return found


def _z3(budget: Budget, text: str) -> str:
    solver = new_solver()
    solver.from_string(text)
    limit(solver, budget)
    return str(solver.check())


def _cvc5(budget: Budget, text: str) -> str:
    import cvc5

    solver = cvc5.Solver(cvc5.TermManager())
    solver.setLogic("QF_BV")
    solver.setOption("tlimit-per", str(int(budget.left * 1000) + 1))
    parser = cvc5.InputParser(solver)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, text, "packet")
    while not (command := parser.nextCommand()).isNull():
        command.invoke(solver, parser.getSymbolManager())
    answer = solver.checkSat()
    if answer.isUnsat():
        return "unsat"
    return "sat" if answer.isSat() else "unknown"
