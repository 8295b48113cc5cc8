"""Orders as the words of an automaton, in which each letter stands once.

Letters are numbers; an order is over when all have been taken.
"""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

At = TypeVar("At", bound=Hashable)
Order = tuple[int, ...]
Edges = Mapping[int, int]


@dataclass(frozen=True, eq=False)
class Words:
    """Orders of so many letters: from node 0, which letter leads where; it is live throughout.

    `taken` holds for each node the letters before it. There are no nodes where no order is.
    """

    letters: int
    edges: Sequence[Edges]
    taken: Sequence[frozenset[int]]

    @cached_property
    def counts(self) -> list[int]:
        """Return for each node how many ways lead from it to the end."""
        counts = [0] * len(self.edges)
        for node in self.backwards():
            over = len(self.taken[node]) == self.letters
            counts[node] = int(over) + sum(counts[to] for to in self.edges[node].values())
        return counts

    @property
    def count(self) -> int:
        """Return how many orders there are."""
        return self.counts[0] if self.edges else 0

    def backwards(self) -> list[int]:
        """Return the nodes, those at which more has been taken first."""
        return sorted(range(len(self.edges)), key=lambda node: -len(self.taken[node]))

    def follow(self, order: Iterable[int]) -> int | None:
        """Return the node to which letters lead; None where no order begins so."""
        node = 0 if self.edges else None
        for letter in order:
            node = None if node is None else self.edges[node].get(letter)
        return node

    def completed(self, begun: Order) -> Order:
        """Return the first order that begins so."""
        node, order = self.follow(begun), begun
        assert node is not None
        while self.edges[node]:
            letter, node = min(self.edges[node].items())
            order = (*order, letter)
        return order


def words(letters: int, first: At, after: Callable[[At, int], At | None]) -> Words:
    """Return the orders that some way of taking letters allows to their end."""
    states: dict[tuple[At, frozenset[int]], int] = {(first, frozenset()): 0}
    queue, edges = deque(states), list[dict[int, int]]()
    while queue:
        at, taken = queue.popleft()
        edges.append({})
        for letter in range(letters):
            if letter in taken or (then := after(at, letter)) is None:
                continue
            key = (then, taken | {letter})
            if key not in states:
                states[key] = len(states)
                queue.append(key)
            edges[-1][letter] = states[key]
    return trimmed(letters, edges, [taken for _, taken in states])


def live(letters: int, edges: Sequence[Edges], taken: Sequence[frozenset[int]]) -> list[int]:
    """Return the nodes from which some order comes to its end, in turn; none unless the first."""
    good = {node for node, one in enumerate(taken) if len(one) == letters}
    for node in sorted(range(len(edges)), key=lambda n: -len(taken[n])):
        if not good.isdisjoint(edges[node].values()):
            good.add(node)
    return sorted(good) if 0 in good else []


def trimmed(letters: int, edges: Sequence[Edges], taken: Sequence[frozenset[int]]) -> Words:
    """Return the same orders without the nodes from which no order comes to its end."""
    kept = live(letters, edges, taken)
    number = {node: n for n, node in enumerate(kept)}
    leading = [{x: number[to] for x, to in edges[node].items() if to in number} for node in kept]
    return Words(letters, leading, [taken[node] for node in kept])


def difference(one: Words, two: Words) -> Order | None:
    """Return a shortest beginning that just one of two has, made an order of that one.

    None where they have the same orders: node by node the same letters lead on.
    """
    if not one.edges or not two.edges:
        some = one if one.edges else two
        return some.completed(()) if some.edges else None
    seen, queue = {(0, 0)}, deque[tuple[int, int, Order]]([(0, 0, ())])
    while queue:
        here, there, begun = queue.popleft()
        mine, other = one.edges[here], two.edges[there]
        for letter in sorted(mine.keys() ^ other.keys()):
            return (one if letter in mine else two).completed((*begun, letter))
        for letter, to in mine.items():
            pair = (to, other[letter])
            if pair not in seen:
                seen.add(pair)
                queue.append((*pair, (*begun, letter)))
    return None


def has(orders: Words, order: Order) -> bool:
    """Tell whether it is one of the orders."""
    return len(order) == orders.letters and orders.follow(order) is not None


def pairs(letters: int) -> Iterator[tuple[int, int]]:
    """Yield each two different letters."""
    return ((x, y) for x in range(letters) for y in range(letters) if x != y)
