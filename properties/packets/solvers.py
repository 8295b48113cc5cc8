"""Z3 and cvc5 on one text: whether it is unsatisfiable, as both must say."""

from collections.abc import Callable
from importlib.util import find_spec

from properties.judging.terms import new_solver


def solvers() -> dict[str, Callable[[str], str]]:
    """Return the solvers that are here, by name: each says sat, unsat or unknown of a text."""
    found: dict[str, Callable[[str], str]] = {"Z3": _z3}
    if find_spec("cvc5"):
        found["cvc5"] = _cvc5
    return found


def _z3(text: str) -> str:
    solver = new_solver()
    solver.from_string(text)
    return str(solver.check())


def _cvc5(text: str) -> str:
    import cvc5

    solver = cvc5.Solver(cvc5.TermManager())
    solver.setLogic("QF_BV")
    parser = cvc5.InputParser(solver)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, text, "packet")
    while not (command := parser.nextCommand()).isNull():
        command.invoke(solver, parser.getSymbolManager())
    answer = solver.checkSat()
    if answer.isUnsat():
        return "unsat"
    return "sat" if answer.isSat() else "unknown"
