"""The region of a claim: views in which its situation has arisen and its goal not been met.

The way in is a shortest one: to a view where the situation arises, and on without the goal.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from properties.live.graph import Graph

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
        level: list[Place] = []
        for n in range(self.graph.firsts):
            self._reach((False, n), None, 0, level)
        steps = 0
        while level:
            steps += 1
            further: list[Place] = []
            for place in level:
                for move, w in self.graph.edges[place[1]]:
                    if not (place[0] and self.met[w]):
                        self._reach((place[0], w), (place, move), steps, further)
            level = further

    def _reach(
        self, place: Place, parent: tuple[Place, int] | None, depth: int, level: list[Place]
    ) -> None:
        arisen, n = place
        if not arisen and self.arises[n] and not self.met[n]:
            self._reach((True, n), parent, depth, level)
        if place in self.parents:
            return
        self.parents[place] = parent
        self.depth[place] = depth
        level.append(place)
        if arisen:
            self.order.append(n)

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
