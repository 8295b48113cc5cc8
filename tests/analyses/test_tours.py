"""Walks that take every wanted arc, beside a search of all walks; prices that show a bound."""

import heapq
from random import Random

import pytest

from properties.analyses.suites import tours as module
from properties.analyses.suites.shipping import Arc, Shipping
from properties.analyses.suites.tours import tours
from properties.engine.fault import EngineFault


def least(arcs: list[Arc], wanted: list[int]) -> int:
    """The least cost, by a search over where one is and what is taken; to begin again is free."""
    bit = {n: 1 << k for k, n in enumerate(wanted)}
    best, waiting = {(0, 0): 0}, [(0, 0, 0)]
    while waiting:
        cost, node, taken = heapq.heappop(waiting)
        if taken == (1 << len(wanted)) - 1:
            return cost
        steps = [(head, c, bit.get(n, 0)) for n, (tail, head, c) in enumerate(arcs) if tail == node]
        for to, more, new in [(0, 0, 0), *steps]:
            there = (to, taken | new)
            if cost + more < best.get(there, 10**6):
                best[there] = cost + more
                heapq.heappush(waiting, (cost + more, *there))
    raise AssertionError("something wanted is out of reach")


def drawn(seed: int) -> tuple[list[Arc], list[int], int]:
    random = Random(f"tours {seed}")
    nodes = random.randrange(1, 6)
    arcs = [(0, n, 1) for n in range(1, nodes) if random.random() < 0.5]
    arcs += [(n, n + 1, 1) for n in range(nodes - 1)]
    for _ in range(random.randrange(1, 5)):
        arcs.append((random.randrange(nodes), random.randrange(nodes), random.choice([0, 1, 1])))
    some = random.sample(range(len(arcs)), random.randrange(1, len(arcs) + 1))
    return arcs, sorted(some) if seed % 2 else list(range(len(arcs))), nodes


@pytest.mark.parametrize("first", range(0, 400, 100))
def test_no_walks_cost_less_and_all_that_is_wanted_is_taken(first: int) -> None:
    met = 0
    for seed in range(first, first + 100):
        arcs, wanted, nodes = drawn(seed)
        found, true = tours(arcs, wanted, nodes, 0), least(arcs, wanted)
        assert found.bound <= true <= found.cost == found.whole
        assert found.cost == true or seed % 2  # where all is wanted it is always met
        assert set(wanted) <= {n for walk in found.walks for n in walk}
        assert all(is_walk(arcs, walk) for walk in found.walks)
        met += found.bound == found.cost
    assert met > 70


def is_walk(arcs: list[Arc], walk: tuple[int, ...]) -> bool:
    ends = [0, *(arcs[n][1] for n in walk)]
    return all(arcs[n][0] == end for n, end in zip(walk, ends, strict=False))


def test_a_long_walk_is_cut_where_that_costs_least() -> None:
    ring = [(n, (n + 1) % 6, 1) for n in range(6)] + [(0, n, 1) for n in (2, 4)]
    whole, cut = tours(ring, range(8), 6, 0), tours(ring, range(8), 6, 0, longest=4)
    assert cut.bound == whole.bound == whole.cost == cut.whole
    assert max(len(walk) for walk in cut.walks) <= 4 < max(len(walk) for walk in whole.walks)
    assert set(range(8)) <= {n for walk in cut.walks for n in walk}
    assert all(is_walk(ring, walk) for walk in cut.walks)


@pytest.mark.parametrize("prices", [(1, 1), (0, 2), (0, -1)])
def test_prices_that_show_nothing_are_refused(
    prices: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "shipped", lambda *_: Shipping((0,), 1, prices))
    with pytest.raises(EngineFault, match="the prices of a suite show no bound"):
        tours([(0, 1, 1)], [0], 2, 0)
