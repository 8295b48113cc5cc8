"""Which views can get to a goal by moves that can be taken, and over which others."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property

from properties.engine.budget import look
from properties.engine.live.graph import Graph
from properties.engine.slices.truth import NOBODY_SEEN

Choice = tuple[int, int]  # a view and the number of a move


class Climb:
    """Views on their way to where something is met, each with its rank and its move.

    `may` tells of a move at which views it can be taken, whatever is forgotten.
    """

    def __init__(
        self, graph: Graph, met: Sequence[bool], may: Callable[[int], Sequence[bool]]
    ) -> None:
        self.graph, self.met, self.may = graph, met, cache(may)
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
        left = dict[Choice, int]()
        for choices in self.led_from:
            for choice in choices:
                left[choice] = left.get(choice, 0) + 1
        waiting = deque((n, 0) for n, met in enumerate(self.met) if met)
        reached = {n for n, _ in waiting}
        while waiting:
            look()
            after, rank = waiting.popleft()
            for n, move in sorted(self.led_from[after]):
                left[n, move] -= 1
                if not left[n, move] and n not in reached and self.may(move)[n]:
                    reached.add(n)
                    waiting.append((n, rank + 1))
                    yield n, (rank + 1, move)

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
