"""The SAT solver, and what is said where there is none; nobody else imports it.

It is deterministic: the same clauses and questions in the same order have the same answers.
"""

from collections.abc import Iterable, Sequence
from importlib.util import find_spec

from properties.engine.budget import Spent, look

CONFLICTS = 2000  # between two looks at the budget


class Unserved(Exception):
    """Such a claim or flow is not for this engine, as the message says; the closure serves it."""


def need_solver() -> None:
    """Refuse to begin where the solver is not installed."""
    if find_spec("pysat") is None:
        raise Unserved("python-sat is not installed")


class Sat:
    """Clauses that only grow, and questions about them, of which so many may be asked."""

    def __init__(self, clauses: Iterable[Sequence[int]], questions: int) -> None:
        from pysat.solvers import Minisat22

        self._solver = Minisat22(bootstrap_with=clauses)
        self._most = self._left = questions

    def add(self, *literals: int) -> None:
        """Let one of the literals hold from now on."""
        self._solver.add_clause(literals)

    def holds(self, literals: Sequence[int]) -> bool:
        """Tell whether all literals can hold at once; raises Spent.

        A question counts once more each time that so many conflicts have not answered it.
        """
        answer = None
        while answer is None:
            self._left -= 1
            if self._left < 0:
                raise Spent(f"limit of {self._most} questions to the SAT solver")
            look()
            self._solver.conf_budget(CONFLICTS)
            # so that a signal is left to Python, which heeds it after the slice
            answer = self._solver.solve_limited(literals, expect_interrupt=True)
        return bool(answer)

    def true_of(self, literals: Iterable[int]) -> list[int]:
        """Return which literals hold in the model of the last question, which had one."""
        model = self._solver.get_model()
        return [literal for literal in literals if model[abs(literal) - 1] == literal]

    def core(self) -> frozenset[int]:
        """Return the literals of the last question that cannot hold at once."""
        return frozenset(self._solver.get_core() or ())

    def close(self) -> None:
        """Let go of what the solver holds."""
        self._solver.delete()
