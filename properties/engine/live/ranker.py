"""Fair cycles: a component of the graph that no fairness forbids, or ranks that show there is none.

Each view gets levels (rank, which fairness helps). Along an edge the first level that differs
falls in rank, and inside a block what helps never occurs; so a run that goes on there for ever
is not fair to it. `judged.py` has Z3 judge this anew.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from properties.engine.budget import look
from properties.engine.live.connected import components
from properties.engine.live.graph import Constraint, Graph
from properties.engine.live.ranks import HARMLESS, Levels


@dataclass(frozen=True)
class Ranker:
    """What must not go on for ever (`bad`) in a part of a graph, under which fairness.

    Moves that are `barred` do not happen in the runs spoken of.
    """

    graph: Graph
    bad: Sequence[bool]
    constraints: Sequence[Constraint]
    barred: frozenset[int] = frozenset()

    def run(self, nodes: list[int]) -> tuple[dict[int, Levels], list[list[int]]]:
        """Return the levels of the views, and the components in which a fair run goes on."""
        levels: dict[int, Levels] = {}
        fair: list[list[int]] = []
        self._rank(nodes, (), levels, fair)
        return levels, fair

    def _rank(
        self, nodes: list[int], above: Levels, levels: dict[int, Levels], fair: list[list[int]]
    ) -> None:
        self.graph.budget.check()
        inside = self.graph.within(nodes)
        placed: dict[int, tuple[int, int]] = {}
        for component in components(nodes, self._within(inside)):
            look()
            helper = self._helper(component)
            if helper is None:
                fair.append(component)
                continue
            rank = self._above_successors(component, inside, placed, helper)
            here = (*above, (rank, helper))
            placed.update(dict.fromkeys(component, (rank, helper)))
            if helper == HARMLESS or not self.constraints[helper].strong:
                levels.update(dict.fromkeys(component, here))
                continue
            enabled = self.constraints[helper].enabled
            levels.update((n, here) for n in component if enabled[n])
            self._rank([n for n in component if not enabled[n]], here, levels, fair)

    def _helper(self, component: list[int]) -> int | None:
        """Return whose fairness forbids to stay in a component, and None where none does."""
        if not any(self.bad[n] for n in component):
            return HARMLESS
        inside = set(component)
        taken = {m for n in component for m, w in self._edges(n) if w in inside}
        for number, one in enumerate(self.constraints):
            look()
            if not taken.isdisjoint(one.moves):
                continue
            enabled = [one.enabled[n] for n in component]
            if any(enabled) if one.strong else all(enabled):
                return number
        return None

    def _above_successors(
        self,
        component: list[int],
        inside: list[bool],
        placed: dict[int, tuple[int, int]],
        helper: int,
    ) -> int:
        """Return the least rank; a weak block may hold several components with the same help."""
        mine, rank = set(component), 0
        single = helper != HARMLESS and self.constraints[helper].strong
        moves = frozenset() if helper == HARMLESS else self.constraints[helper].moves
        for n in component:
            for m, w in self._edges(n):
                if not inside[w] or w in mine or w not in placed:
                    continue
                below, help_below = placed[w]
                joins = help_below == helper and not single and m not in moves
                rank = max(rank, below if joins else below + 1)
        return rank

    def _within(self, inside: list[bool]) -> Callable[[int], list[int]]:
        def within(node: int) -> list[int]:
            look()
            return [w for _, w in self._edges(node) if inside[w]]

        return within

    def _edges(self, node: int) -> list[tuple[int, int]]:
        edges = self.graph.edges[node]
        return [e for e in edges if e[0] not in self.barred] if self.barred else edges
