"""The region of a claim: views in which its situation has arisen and its goal not been met.

The way in is a shortest one: to a view where the situation arises, and on without the goal.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from properties.engine.budget import look
from properties.engine.live.graph import Graph

Place = tuple[bool, int]  # whether the situation has arisen, and the view


@dataclass
class Region:
    """The ways into the region of a graph, breadth first; `order` is the region, nearest first."""

    graph: Graph
    arises: Sequence[bool]
    met: Sequence[bool]
    order: list[int] = field(default_factory=list)
    parents: dict[Place, tuple[Place, int] | None] = field(default_factory=dict)
    depth: dict[Place, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        firsts = [place for n in range(self.graph.firsts) for place in self._places(False, n)]
        level, depth = dict.fromkeys(firsts), 0
        self.parents.update(level)
        while level:
            self.depth.update(dict.fromkeys(level, depth))
            self.order += [n for arisen, n in level if arisen]
            level, depth = self._next(sorted(level, key=_has_arisen, reverse=True)), depth + 1

    def _places(self, arisen: bool, n: int) -> Iterator[Place]:  # half a place
        """Yield a view's places: where the situation arises there, it has arisen as well."""
        if not arisen:
            yield False, n
        if not self.met[n] and (arisen or self.arises[n]):
            yield True, n

    def _next(self, level: Iterable[Place]) -> dict[Place, None]:
        new: dict[Place, None] = {}
        edges, parents = self.graph.edges, self.parents
        for place in level:
            look()
            for move, w in edges[place[1]]:
                if (place[0], w) in parents:
                    continue
                for reached in self._places(place[0], w):
                    if reached not in parents:
                        parents[reached] = (place, move)
                        new[reached] = None
        return new

    def way_to(self, node: int) -> tuple[list[int], list[int], int]:
        """Return the views and moves to a view of the region, and after how many it arises."""
        views, moves, since = [node], [], 0
        place: Place = (True, node)
        while (parent := self.parents[place]) is not None:
            place, move = parent
            views.append(place[1])
            moves.append(move)
            since += not place[0]
        return views[::-1], moves[::-1], since


def _has_arisen(place: Place) -> bool:
    return place[0]
