"""A short fair cycle through a view: what is fair is judged on the cycle, not on its component."""

from collections.abc import Sequence
from dataclasses import dataclass

from properties.engine.budget import look
from properties.engine.fault import EngineFault
from properties.engine.live.graph import Constraint, Edge, Graph

MOST = 400_000  # places looked at for cycles shorter than one that is known


@dataclass(frozen=True)
class Cycle:
    """The moves of a cycle and the views after each; without moves, nothing happens any more."""

    moves: tuple[int, ...] = ()
    views: tuple[int, ...] = ()


class Cycles:
    """Searches fair cycles in one component.

    On the way round it is kept which weak constraints are accounted for (taken, or disabled
    somewhere), which strong ones were taken, and which were enabled.
    """

    def __init__(self, graph: Graph, constraints: Sequence[Constraint], nodes: list[int]) -> None:
        self.graph = graph
        self.inside = graph.within(nodes)
        self.weak = [c for c in constraints if not c.strong]
        self.strong = [c for c in constraints if c.strong]
        self.all_weak = (1 << len(self.weak)) - 1
        self.looked = 0

    def through(self, start: int, shorter_than: int | None) -> Cycle | None:
        """Return a shortest fair cycle through a view; None where there is none so short."""
        first = (start, *self._at(start, 0, 0, 0))
        if self._is_fair(first):
            return Cycle()
        parents: dict[tuple[int, int, int, int], tuple[tuple[int, int, int, int], int]] = {}
        level, length = [first], 0
        while level and (shorter_than is None or length + 1 < shorter_than):
            length += 1
            further = []
            for place in level:
                look()
                for move, w in self.graph.edges[place[0]]:
                    if not self.inside[w]:
                        continue
                    new = self._after(place, (move, w))
                    if new not in parents:
                        parents[new] = (place, move)
                        if w == start and self._is_fair(new):
                            return self._traced(parents, new, length)
                        further.append(new)
            self.looked += len(further)
            if shorter_than is not None and self.looked > MOST:
                return None
            level = further
            self.graph.budget.check(len(parents))
        return None

    def _after(self, place: tuple[int, int, int, int], edge: Edge) -> tuple[int, int, int, int]:
        _, weak, taken, enabled = place
        for n, one in enumerate(self.weak):
            weak |= (edge[0] in one.moves) << n
        for n, one in enumerate(self.strong):
            taken |= (edge[0] in one.moves) << n
        return (edge[1], *self._at(edge[1], weak, taken, enabled))

    def _at(self, node: int, weak: int, taken: int, enabled: int) -> tuple[int, int, int]:
        for n, one in enumerate(self.weak):
            weak |= (not one.enabled[node]) << n
        for n, one in enumerate(self.strong):
            enabled |= bool(one.enabled[node]) << n
        return weak, taken, enabled

    def _is_fair(self, place: tuple[int, int, int, int]) -> bool:
        _, weak, taken, enabled = place
        return weak == self.all_weak and not enabled & ~taken

    def _traced(
        self,
        parents: dict[tuple[int, int, int, int], tuple[tuple[int, int, int, int], int]],
        last: tuple[int, int, int, int],
        length: int,
    ) -> Cycle:
        moves, views, place = [], [], last
        for _ in range(length):
            views.append(place[0])
            place, move = parents[place]
            moves.append(move)
        return Cycle(tuple(moves[::-1]), tuple(views[::-1]))


def shortest_cycle(
    graph: Graph,
    constraints: Sequence[Constraint],
    fair: list[list[int]],
    far: dict[int, int],
) -> tuple[int, Cycle]:
    """Return a view and a fair cycle through it; together as short as possible, ghosts last."""
    component = {n: i for i, nodes in enumerate(fair) for n in nodes}
    searches = [Cycles(graph, constraints, nodes) for nodes in fair]
    best: tuple[int, Cycle] | None = None
    total: int | None = None
    for node in sorted(component, key=lambda n: (far[n], n)):
        look()
        if total is not None and far[node] >= total:
            break
        left = None if total is None else total - far[node]
        found = searches[component[node]].through(node, left)
        if found is not None and (total is None or far[node] + len(found.moves) < total):
            best, total = (node, found), far[node] + len(found.moves)
    if best is None:
        raise EngineFault("a fair component holds no fair cycle")
    return best
