"""Which views can get to a goal by moves that can be taken, and over which others."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from properties.engine.budget import look
from properties.engine.live.chances import ViewTest
from properties.engine.live.graph import OFTEN, Graph
from properties.engine.slices.truth import NOBODY_SEEN

Choice = tuple[int, int]  # a view and the number of a move


class Climb:
    """Views on their way to where something is met, each with its rank and its move.

    `may` tests at which views a move can be taken, whatever is forgotten; of some, nowhere.
    """

    def __init__(
        self, graph: Graph, met: Sequence[bool], may: Callable[[int], ViewTest | None]
    ) -> None:
        self.graph, self.met = graph, met
        self.may = {m: test for m in range(len(graph.steps.moves)) if (test := may(m))}
        self.rungs = dict(self._ranked())

    @cached_property
    def led_from(self) -> list[set[Choice]]:
        """Return for each view from where steps of those who are seen lead there, and which."""
        found: list[set[Choice]] = [set() for _ in self.graph.views]
        for n, edges in enumerate(self.graph.edges):
            for move, after in edges:
                if move != NOBODY_SEEN:
                    found[after].add((n, move))
        return found

    def _ranked(self) -> Iterator[tuple[int, Choice]]:
        """Yield each view that can get there, nearest first, with its rank and its move.

        A move counts where it can be taken for all that is forgotten, and wherever it leads.
        """
        before, left = self._counted()
        waiting = deque((n, 0) for n, met in enumerate(self.met) if met)
        reached = {n for n, _ in waiting}
        while waiting:
            look()
            after, rank = waiting.popleft()
            for n, move in before.get(after, ()):
                left[n, move] = left.get((n, move), 1) - 1
                if left[n, move] or n in reached or not self.may[move](self.graph.views[n]):
                    continue
                reached.add(n)
                waiting.append((n, rank + 1))
                yield n, (rank + 1, move)

    def _counted(self) -> tuple[dict[int, list[Choice]], dict[Choice, int]]:
        """Return from where moves that may count lead to each view, and to how many, if several."""
        before, left = dict[int, list[Choice]](), dict[Choice, int]()
        for n, edges in enumerate(self.graph.edges):
            if n % OFTEN == 0:
                look()
            mine = sorted({edge for edge in edges if edge[0] in self.may})
            for move, after in mine:
                before.setdefault(after, []).append((n, move))
            if len({move for move, _ in mine}) < len(mine):
                left.update({(n, move): k for move, k in Counter(m for m, _ in mine).items()})
        return before, left

    def needed(self, region: Iterable[int]) -> dict[Choice, list[int]]:
        """Return the views of each rung, by rank and move, over which a region gets there."""
        waiting, seen = list(region), set(region)
        grouped: dict[Choice, list[int]] = {}
        while waiting:
            n = waiting.pop()
            grouped.setdefault(self.rungs[n], []).append(n)
            taken = self.rungs[n][1]
            new = {w for move, w in self.graph.edges[n] if move == taken and not self.met[w]} - seen
            seen |= new
            waiting += new
        return {rung: sorted(grouped[rung]) for rung in sorted(grouped)}

    def leading_on(self) -> set[int]:
        """Return the moves that may lead from a view without a rank to one that has some."""
        ahead = {n for n, met in enumerate(self.met) if met} | self.rungs.keys()
        return {move for after in ahead for n, move in self.led_from[after] if n not in ahead}
