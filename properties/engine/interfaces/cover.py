"""Which few views together let all be seen that a node of an automaton lets be seen."""

from collections import deque
from collections.abc import Iterable

from properties.engine.budget import look
from properties.engine.interfaces.automaton import Automaton, Subset, Subsets, bits


class Cover:
    """Finds components of views that between them do all that a node does."""

    def __init__(self, automaton: Automaton, subsets: Subsets) -> None:
        self.automaton, self.subsets = automaton, subsets
        self.covered: set[tuple[int, Subset]] = set()

    def few(self, node: int, there: Subset) -> list[int]:
        """Return some of the components that together do all that a node does; all of them do."""
        some = list[int]()
        while (word := self._lacking(node, some)) is not None:
            some.append(next(c for c in bits(there) if self._does(c, word)))
        for one in some[:-1]:
            others = [c for c in some if c != one]
            if self._lacking(node, others) is None:
                some = others
        return some

    def _lacking(self, node: int, some: Iterable[int]) -> tuple[str, ...] | None:
        """Return a shortest word of a node that no component of some has."""
        first = (node, self.subsets.joined(some))
        met: dict[tuple[int, Subset], tuple[str, ...]] = {first: ()}
        waiting = deque(met)
        while waiting:
            look()
            at = waiting.popleft()
            if at in self.covered:
                continue
            after = self.subsets.after(at[1])
            for label, to in self.automaton.edges[at[0]].items():
                if label not in after:
                    return (*met[at], label)
                if (pair := (to, after[label])) not in met:
                    met[pair] = (*met[at], label)
                    waiting.append(pair)
        self.covered.update(met)
        return None

    def _does(self, component: int, word: tuple[str, ...]) -> bool:
        subset = self.subsets.joined([component])
        for label in word:
            after = self.subsets.after(subset)
            if label not in after:
                return False
            subset = after[label]
        return True
