"""The least cost at which walks from a root, as many as one likes, take every wanted arc.

Each walk begins at the root and may end anywhere. That no walks cost less is shown by prices: none
at the root, none below 0, and along no arc does the price rise by more than the arc costs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from properties.analyses.suites.shipping import Arc, cheapest_ways, shipped
from properties.engine.fault import EngineFault

Walk = tuple[int, ...]  # arcs by number


@dataclass(frozen=True)
class Tours:
    """Walks that take all wanted arcs, what they cost, and what any such walks cost at least.

    They are cut where they were too long; before that they cost `whole`.
    """

    walks: tuple[Walk, ...]
    cost: int
    bound: int
    whole: int


def tours(
    arcs: Sequence[Arc], wanted: Sequence[int], nodes: int, root: int, longest: int | None = None
) -> Tours:
    """Return walks that take each wanted arc; every node can be reached from the root.

    None costs more than `longest`, where one arc and the way to it do not.
    """
    surplus = [0] * nodes
    for n in wanted:
        tail, head, _ = arcs[n]
        surplus[tail] -= 1
        surplus[head] += 1
    found = shipped(arcs, surplus, root)
    bound = _bound(arcs, wanted, surplus, found.prices, root)
    times = list(found.used)
    for n in wanted:
        times[n] += 1
    ways = cheapest_ways(arcs, nodes, root)
    walks = [walk for walk in _walks(arcs, times, ways, root) if walk]
    cut = [one for walk in walks for one in _cut_short(arcs, walk, ways, longest)]
    return Tours(tuple(cut), _cost(arcs, cut), bound, _cost(arcs, walks))


def _cost(arcs: Sequence[Arc], walks: Sequence[Walk]) -> int:
    return sum(arcs[n][2] for walk in walks for n in walk)


def _cut_short(
    arcs: Sequence[Arc], walk: Walk, ways: Sequence[Walk], longest: int | None
) -> Iterator[Walk]:
    """Yield a walk in pieces, each after a cheapest way to it, so that they cost the least."""
    if longest is None or _cost(arcs, [walk]) <= longest:
        yield walk
        return
    before = [_cost(arcs, [ways[arcs[n][0]]]) for n in walk]
    best: list[tuple[int, int]] = [(0, 0)]  # what the first so many arcs cost, and the last cut
    for end in range(1, len(walk) + 1):
        costs, piece = list[tuple[int, int]](), 0
        for start in reversed(range(end)):
            piece += arcs[walk[start]][2]
            if before[start] + piece <= longest or start == end - 1:
                costs.append((best[start][0] + before[start] + piece, start))
            elif piece > longest:
                break
        best.append(min(costs))
    pieces, end = list[Walk](), len(walk)
    while end:
        start = best[end][1]
        pieces.append((*ways[arcs[walk[start]][0]], *walk[start:end]))
        end = start
    yield from reversed(pieces)


def _bound(
    arcs: Sequence[Arc],
    wanted: Sequence[int],
    surplus: Sequence[int],
    prices: Sequence[int],
    root: int,
) -> int:
    """Return what walks cost at least, by prices; raises EngineFault where these show nothing."""
    rising = any(prices[head] > prices[tail] + cost for tail, head, cost in arcs)
    if prices[root] != 0 or min(prices) < 0 or rising:
        raise EngineFault("the prices of a suite show no bound")
    lacking = sum(price * -over for price, over in zip(prices, surplus, strict=True))
    return sum(arcs[n][2] for n in wanted) + lacking


def _walks(
    arcs: Sequence[Arc], times: list[int], ways: Sequence[Walk], root: int
) -> Iterator[Walk]:
    """Yield walks that take each arc so many times; where some hang together apart, with a way.

    From a node beyond there is an arc to the root for each walk, and one back from where it ends.
    """
    beyond, every = len(ways), list(arcs)
    over = [0] * len(ways)
    for (tail, head, _), n in zip(arcs, times, strict=True):
        over[tail] -= n
        over[head] += n
    counts = list(times)
    for node, ends in enumerate(over):
        if ends:
            every.append((node, beyond, 0) if ends > 0 else (beyond, node, 0))
            counts.append(abs(ends))
    left = _Left(every, counts, beyond + 1)
    for circuit in (left.circuit(beyond), left.circuit(root)):
        yield from _cut(circuit, len(arcs))
    while (start := left.some_node()) is not None:
        yield (*ways[start], *left.circuit(start))


def _cut(circuit: Walk, real: int) -> Iterator[Walk]:
    walk = list[int]()
    for n in circuit:
        if n < real:
            walk.append(n)
        elif walk:
            yield tuple(walk)
            walk = []
    if walk:
        yield tuple(walk)


class _Left:
    """Arcs that are still to be taken, each so many times; as many into each node as out of it."""

    def __init__(self, arcs: Sequence[Arc], counts: list[int], nodes: int) -> None:
        self.arcs, self.counts = arcs, counts
        self.out: list[list[int]] = [[] for _ in range(nodes)]
        for n, (tail, _, _) in enumerate(arcs):
            if counts[n]:
                self.out[tail].append(n)

    def some_node(self) -> int | None:
        """Return a node from which an arc is left to take."""
        return next((node for node, some in enumerate(self.out) if some), None)

    def circuit(self, start: int) -> Walk:
        """Take all that hangs together with a node, from it and back to it."""
        stack, found = list[tuple[int, int]]([(start, -1)]), list[int]()
        while stack:
            node, by = stack[-1]
            if self.out[node]:
                n = self.out[node][-1]
                self.counts[n] -= 1
                if not self.counts[n]:
                    self.out[node].pop()
                stack.append((self.arcs[n][1], n))
            else:
                stack.pop()
                if by >= 0:
                    found.append(by)
        return tuple(reversed(found))
