"""Strongly connected components, by Tarjan's algorithm without recursion."""

from collections.abc import Callable, Iterator


def components(nodes: list[int], successors: Callable[[int], list[int]]) -> Iterator[list[int]]:
    """Yield the components of some nodes, those that are led to before those that lead there."""
    search = _Tarjan(successors)
    for root in nodes:
        if root not in search.index:
            yield from search.from_root(root)


class _Tarjan:
    def __init__(self, successors: Callable[[int], list[int]]) -> None:
        self.successors = successors
        self.index: dict[int, int] = {}
        self.low: dict[int, int] = {}
        self.stack: list[int] = []
        self.waiting: set[int] = set()

    def from_root(self, root: int) -> Iterator[list[int]]:
        path = [(root, self._enter(root))]
        while path:
            node, further = path[-1]
            for w in further:
                if w not in self.index:
                    path.append((w, self._enter(w)))
                    break
                if w in self.waiting:
                    self.low[node] = min(self.low[node], self.index[w])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    self.low[above] = min(self.low[above], self.low[node])
                if self.low[node] == self.index[node]:
                    yield self._leave(node)

    def _enter(self, node: int) -> Iterator[int]:
        self.index[node] = self.low[node] = len(self.index)
        self.stack.append(node)
        self.waiting.add(node)
        return iter(self.successors(node))

    def _leave(self, node: int) -> list[int]:
        component: list[int] = []
        while not component or component[-1] != node:
            component.append(self.stack.pop())
        self.waiting.difference_update(component)
        return component
