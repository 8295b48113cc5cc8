"""A breadth-first search by the function that is generated in Python."""

from collections.abc import Sequence

from properties.engine.budget import Budget
from properties.engine.explicit.asked import Sought
from properties.engine.explicit.ends import BATCH, STILL, End
from properties.engine.explicit.packing import Packing
from properties.engine.explicit.python_text import Parents, Step, broken_of, expand_of


class ByPython:
    """A search that has taken the steps of some states, in the order in which it met them."""

    def __init__(self, packing: Packing, asked: Sequence[Sought], budget: Budget) -> None:
        self._asked, self._budget = asked, budget
        self._ends: list[Step | None] = [None for _ in asked]
        self._parents: Parents = {}
        self._order: list[int] = []
        self._at = self.depth = self.successors = self._level = 0
        for n, state in enumerate(packing.firsts()):
            if n % BATCH == 0:
                budget.check(n)
            self._parents[state] = None
            self._order.append(state)
        self.successors = len(self._order)
        self._expand = expand_of(packing, keep_steps=any(one.of_steps for one in asked))
        self._broken = [broken_of(packing, one) for one in asked]
        self._look(self._order, [])

    @property
    def states(self) -> int:
        """Return how many states were met."""
        return len(self._order)

    @property
    def is_finished(self) -> bool:
        """Tell whether every state that was met has taken its steps."""
        return self._at == len(self._order)

    @property
    def broken(self) -> list[bool]:
        """Tell for each that was asked whether it is broken."""
        return [end is not None for end in self._ends]

    def advance(self) -> None:
        """Take the steps of some further states of one level."""
        if self._at == self._level:
            self._level = len(self._order)
            self.depth += 1
        states = self._order[self._at : min(self._at + BATCH, self._level)]
        new, steps = list[int](), list[Step]()
        self.successors += self._expand(states, self._parents, new, steps)
        self._at += len(states)
        self._order += new
        self._look(new, steps)
        self._budget.check(len(self._order))

    def _look(self, new: Sequence[int], steps: Sequence[Step]) -> None:
        """Ask what is not broken yet of new states and steps."""
        for n, one in enumerate(self._asked):
            if self._ends[n] is None:
                of_states = ((state, STILL, state) for state in new)
                self._ends[n] = self._broken[n](steps if one.of_steps else of_states)

    def end(self, n: int) -> End:
        """Return how what was asked is broken."""
        found = self._ends[n]
        assert found is not None
        path = [found[0]]
        while (before := self._parents[path[-1]]) is not None:
            path.append(before)
        return End(path[::-1], *found[1:])
