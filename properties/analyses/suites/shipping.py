"""Goods shipped along arcs at the least cost; prices show that no other way is cheaper."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from properties.engine.budget import look

Arc = tuple[int, int, int]  # from a node, to a node, at a cost from 0 up


@dataclass(frozen=True)
class Shipping:
    """How often each arc is used, how much comes from the root, and a price at each node."""

    used: tuple[int, ...]
    from_root: int
    prices: tuple[int, ...]


def shipped(arcs: Sequence[Arc], surplus: Sequence[int], root: int) -> Shipping:
    """Ship to each node what it lacks, where `surplus` is below 0; what is over may stay.

    The root has as much as is wanted; from it there must be a way to every node that lacks.
    """
    return _Shipper(arcs, surplus, root).found()


def cheapest_ways(arcs: Sequence[Arc], nodes: int, root: int) -> list[tuple[int, ...]]:
    """Return for each node the arcs of a cheapest way from the root; all can be reached."""
    _, by = _Shipper(arcs, [0] * nodes, root).ways()
    ways = list[tuple[int, ...]]()
    for node in range(nodes):
        way, at = list[int](), node
        while at != root:
            way.append(by[at][0])
            at = arcs[way[-1]][0]
        ways.append(tuple(reversed(way)))
    return ways


class _Shipper:
    """Successive shortest ways, in what earlier ones leave: these may be taken back."""

    def __init__(self, arcs: Sequence[Arc], surplus: Sequence[int], root: int) -> None:
        self.arcs, self.root = arcs, root
        self.over = [max(n, 0) for n in surplus]
        self.lacks = [max(-n, 0) for n in surplus]
        self.used = [0] * len(arcs)
        self.given = [0] * len(surplus)  # by each node of what it had over
        self.from_root = 0
        self.out: list[list[int]] = [[] for _ in surplus]
        self.into: list[list[int]] = [[] for _ in surplus]
        for n, (tail, head, _) in enumerate(arcs):
            self.out[tail].append(n)
            self.into[head].append(n)

    def found(self) -> Shipping:
        """Return the cheapest way to ship."""
        while any(self.lacks):
            look()
            price, by = self.ways()
            end = min((n for n, lack in enumerate(self.lacks) if lack), key=lambda n: price[n])
            self._ship(end, by)
        prices, _ = self.ways()
        return Shipping(tuple(self.used), self.from_root, tuple(int(p) for p in prices))

    def ways(self) -> tuple[list[float], dict[int, tuple[int, int]]]:
        """Return how cheaply each node is reached from what is left, and by which arc, which way.

        An arc that is used can be gone back, for what it cost.
        """
        price = [float("inf")] * len(self.over)
        waiting, by = deque[int](), dict[int, tuple[int, int]]()
        for node, over in enumerate(self.over):
            if node == self.root or over > self.given[node]:
                price[node] = 0
                waiting.append(node)
        queued = set(waiting)
        while waiting:
            node = waiting.popleft()
            queued.discard(node)
            for n, way, to, cost in self._from(node):
                if price[node] + cost < price[to]:
                    price[to], by[to] = price[node] + cost, (n, way)
                    if to not in queued:
                        queued.add(to)
                        waiting.append(to)
        return price, by

    def _from(self, node: int) -> list[tuple[int, int, int, int]]:
        ahead = [(n, 1, self.arcs[n][1], self.arcs[n][2]) for n in self.out[node]]
        back = [(n, -1, self.arcs[n][0], -self.arcs[n][2]) for n in self.into[node] if self.used[n]]
        return ahead + back

    def _ship(self, end: int, by: dict[int, tuple[int, int]]) -> None:
        node, way = end, list[tuple[int, int]]()
        while node in by:
            way.append(by[node])
            n, sense = by[node]
            node = self.arcs[n][0 if sense > 0 else 1]
        left = self.lacks[end]
        left = min([left, *(self.used[n] for n, sense in way if sense < 0)])
        if self.over[node] > self.given[node]:
            left = min(left, self.over[node] - self.given[node])
            self.given[node] += left
        else:
            self.from_root += left
        for n, sense in way:
            self.used[n] += sense * left
        self.lacks[end] -= left
