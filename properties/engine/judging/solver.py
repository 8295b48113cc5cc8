"""One solver about the states of one shape: only its yes and no count.

The state that is returned is the first in the order of fields and values, whatever model Z3
finds, so it is the same in every process and for every version and seed of Z3.
"""

from collections.abc import Iterable
from math import inf

import z3

from properties.engine.budget import Budget, Spent
from properties.engine.judging.encode import Encoding
from properties.engine.judging.terms import NUMBER_BITS, Term, below, constant, equal
from properties.engine.slices.layout import Slot

PUNCTUAL = 0.9  # of the time that Z3 was given last: so much may be left without telling it


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


class Solver:
    """What is supposed of a state at a shape, and whether it can be so."""

    def __init__(self, encoding: Encoding, budget: Budget) -> None:
        self.encoding, self.budget = encoding, budget
        self.solver = new_solver()
        self.limit = inf  # of one question, in seconds

    def suppose(self, x: Term) -> None:
        """Suppose from now on that something holds."""
        z3.Z3_solver_assert(self.solver.ctx.ref(), self.solver.solver, x.ast)

    def can_be(self, *more: Term) -> bool:
        """Tell whether there is a state in which this holds too; no only where Z3 says unsat."""
        self.budget.check()
        left = self.budget.left
        if left < PUNCTUAL * self.limit:  # to tell Z3 each time when to stop is not free
            self.limit = left
            limit(self.solver, self.budget)
        answer = self.solver.check(*more)
        if answer == z3.unsat:
            return False
        if answer != z3.sat:
            raise Spent(f"Z3 answered {answer}: {self.solver.reason_unknown()}")
        return True

    def first_state(self, wanted: Term, slots: Iterable[Slot]) -> dict[Slot, int]:
        """Return the first state, in the order of slots and values, in which this holds."""
        model, state = self.solver.model(), dict[Slot, int]()
        self.solver.push()
        for slot in self.encoding.in_order(slots):
            state[slot] = self._number(model, slot)
            lowest = slot[0].sort.start if isinstance(slot[0].sort, range) else 0
            while state[slot] > lowest:
                less = below(self.encoding.read(slot), state[slot], slot[0].sort)
                if not self.can_be(wanted, less):
                    break
                model = self.solver.model()
                state[slot] = self._number(model, slot)
            self.suppose_value(slot, state[slot])
        self.solver.pop()
        return state

    def suppose_value(self, slot: Slot, number: int) -> None:
        """Suppose that a slot has a value."""
        self.suppose(equal(self.encoding.read(slot), constant(number, slot[0].sort)))

    def _number(self, model: z3.ModelRef, slot: Slot) -> int:
        value = model.eval(self.encoding.read(slot), model_completion=True)
        if slot[0].sort is bool:
            return int(z3.is_true(value))
        return int(value.as_signed_long() if isinstance(slot[0].sort, range) else value.as_long())
