"""What one point shows of a flow as a deterministic automaton: hidden steps are taken unseen.

A *subset* is all the views in which the flow may be after what was seen so far. It is kept as a
whole number with a bit for each kind of view that can show something next: a view from which
nothing can be seen at once counts by the views that it leads to unseen.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from properties.engine.budget import Budget, look
from properties.engine.interfaces.graph import PointGraph
from properties.engine.live import connected

Subset = int


@dataclass(frozen=True)
class Automaton:
    """For each node, where each visible event leads; what has no edge cannot happen. 0 is first."""

    edges: tuple[Mapping[str, int], ...]

    def __len__(self) -> int:
        return len(self.edges)

    @property
    def has_memory(self) -> bool:
        """Tell whether what may be seen depends on what was seen before."""
        return len({frozenset(edges) for edges in self.edges}) > 1


class Subsets:
    """The subsets of a graph, found as they are asked for."""

    def __init__(self, graph: PointGraph) -> None:
        self.graph = graph
        self._after: dict[Subset, dict[str, Subset]] = {}

    @cached_property
    def component(self) -> list[int]:
        """Return the component of each view: of views that hidden steps lead to one another."""
        found = [0] * len(self.graph)
        for number, nodes in enumerate(self.components):
            for node in nodes:
                found[node] = number
        return found

    @cached_property
    def components(self) -> list[list[int]]:
        """Return the views of each component, those first that are led to by the others."""
        hidden = self.graph.hidden
        return list(connected.components(list(range(len(hidden))), hidden.__getitem__))

    @cached_property
    def _kinds(self) -> tuple[list[Subset], list[dict[str, Subset]]]:
        """Return the subset of each component, and what each kind of view shows next.

        Kinds that show the same, and lead to the same, are made one as long as there are any.
        """
        shows = [self._shown(nodes) for nodes in self.components]
        kind = [n if shown else -1 for n, shown in enumerate(shows)]
        while True:
            subsets = self._unseen(kind)
            after = [{s: _join(subsets[c] for c in to) for s, to in x.items()} for x in shows]
            alike: dict[frozenset[tuple[str, Subset]], int] = {}
            new = [alike.setdefault(frozenset(x.items()), len(alike)) if x else -1 for x in after]
            if len(alike) == len(set(kind) - {-1}):
                kinds: list[dict[str, Subset]] = [{} for _ in range(1 + max(kind, default=-1))]
                for number, shown in zip(kind, after, strict=True):
                    if number >= 0:
                        kinds[number] = shown
                return subsets, kinds
            kind = new

    def _shown(self, nodes: list[int]) -> dict[str, set[int]]:
        look()
        found: dict[str, set[int]] = {}
        for node in nodes:
            for label, to in self.graph.visible(node):
                found.setdefault(label, set()).add(self.component[to])
        return found

    def _unseen(self, kind: list[int]) -> list[Subset]:
        """Return for each component the kinds that it has, or is led to unseen."""
        found: list[Subset] = []
        for number in range(len(self.components)):  # those that are led to come first
            own = 1 << kind[number] if kind[number] >= 0 else 0
            found.append(own | _join(found[c] for c in self._led_to(number)))
        return found

    @cached_property
    def weakly(self) -> list[dict[str, Subset]]:
        """Return for each component in which others it may be after one thing was seen.

        Here each component counts by itself, also one that shows nothing: bit n is component n.
        """
        unseen, found = self._unseen(list(range(len(self.components)))), list[dict[str, Subset]]()
        for number, nodes in enumerate(self.components):
            after = {s: _join(unseen[c] for c in to) for s, to in self._shown(nodes).items()}
            for to in self._led_to(number):
                for label, there in found[to].items():
                    after[label] = after.get(label, 0) | there
            found.append(after)
        return found

    def _led_to(self, number: int) -> set[int]:
        hidden = (self.graph.hidden[node] for node in self.components[number])
        return {self.component[to] for views in hidden for to in views} - {number}

    def joined(self, some: Iterable[int]) -> Subset:
        """Return the subset of some components."""
        return _join(self._kinds[0][component] for component in some)

    @cached_property
    def first(self) -> Subset:
        """Return the subset before anything is seen."""
        return self.joined(self.component[node] for node in self.graph.firsts)

    def after(self, subset: Subset) -> dict[str, Subset]:
        """Return what can be seen next, and the subset after it."""
        if subset not in self._after:
            found: dict[str, Subset] = {}
            for kind in bits(subset):
                for label, to in self._kinds[1][kind].items():
                    found[label] = found.get(label, 0) | to
            self._after[subset] = dict(sorted(found.items()))
        return self._after[subset]


def determinised(subsets: Subsets, budget: Budget) -> Automaton:
    """Return the least automaton of just what a graph lets be seen."""
    numbers = {subsets.first: 0}
    order, edges = [subsets.first], list[dict[str, int]]()
    for subset in order:  # which grows
        budget.check(len(order))
        for to in subsets.after(subset).values():
            if to not in numbers:
                numbers[to] = len(order)
                order.append(to)
        edges.append({label: numbers[to] for label, to in subsets.after(subset).items()})
    return least(edges, budget)[0]


def least(edges: Sequence[Mapping[str, int]], budget: Budget) -> tuple[Automaton, list[int]]:
    """Return the automaton in which nodes from which the same may be seen are one, and which."""
    block, count = [0] * len(edges), 1
    while True:
        budget.check(len(edges))
        names: dict[object, int] = {}
        keys = (
            (block[n], frozenset((s, block[to]) for s, to in one.items()))
            for n, one in enumerate(edges)
        )
        block = [names.setdefault(key, len(names)) for key in keys]
        if len(names) == count:
            break
        count = len(names)
    of = {block[n]: one for n, one in enumerate(edges)}
    made = ({s: block[to] for s, to in of[b].items()} for b in range(count))
    return Automaton(tuple(made)), block


def bits(subset: Subset) -> Iterator[int]:
    """Yield the kinds in a subset."""
    while subset:
        lowest = subset & -subset
        yield lowest.bit_length() - 1
        subset ^= lowest


def _join(subsets: Iterator[Subset]) -> Subset:
    found = 0
    for subset in subsets:
        found |= subset
    return found
