"""All that a flow with one point can do, as far as it bears on the interface."""

from collections import deque
from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from model.language.events import Event
from model.language.expressions import Field
from model.language.flow import Flow
from model.language.meaning import Move, State
from properties.engine.budget import Budget
from properties.engine.interfaces.cone import fields_behind
from properties.engine.slices.layout import layout
from properties.engine.slices.reach import Reach
from properties.engine.slices.steps import compile_steps

SHAPE = (1,)  # one point, with its provider


class PointGraph:
    """The views of one point, numbered, and their steps: visible under a name, or hidden.

    What is unseen is no part of a view: it may be anything at any time.
    """

    def __init__(
        self,
        flow: Flow,
        labels: dict[Event, str],
        budget: Budget,
        unseen: frozenset[Field] = frozenset(),
    ) -> None:
        self.flow, self.labels = flow, labels
        at = layout(flow, fields_behind(flow, labels, unseen), SHAPE)
        self.reach = Reach(compile_steps(at, tuple(labels)), budget)
        self.reach.close()
        self.moves: tuple[Move, ...] = self.reach.steps.moves
        self.label = [labels.get(move.event) for move in self.moves]
        self.edges = list(self.reach.edges())
        self.firsts = range(self.reach.firsts)

    def __len__(self) -> int:
        return len(self.edges)

    @cached_property
    def hidden(self) -> list[list[int]]:
        """Return where hidden steps lead from each view."""
        return [[to for n, to in edges if self.label[n] is None] for edges in self.edges]

    def visible(self, node: int) -> Iterator[tuple[str, int]]:
        """Yield each visible step of a view, by its name, with the view that it leads to."""
        for n, to in self.edges[node]:
            if (label := self.label[n]) is not None:
                yield label, to

    def first_state(self, node: int) -> State:
        """Return a first state of the whole flow that a first view stands for."""
        at, view = self.reach.steps.layout, self.reach.order[node]
        return next(s for s in at.world.initial_states() if at.project(s) == view)

    def path(
        self, sources: Iterable[int], word: tuple[str, ...], ends: Container[int] | None = None
    ) -> tuple[int, list[int], int] | None:
        """Return a shortest run that is seen as a word: whence, its moves, and where it ends."""
        met: dict[tuple[int, int], tuple[tuple[int, int], int] | None]
        met = dict.fromkeys((node, 0) for node in sources)
        waiting = deque(met)
        while waiting:
            at = node, done = waiting.popleft()
            if done == len(word) and (ends is None or node in ends):
                return _traced(met, at)
            for n, to in self.edges[node]:
                label = self.label[n]
                fits = label is None or (done < len(word) and label == word[done])
                after = (to, done + (label is not None))
                if fits and after not in met:
                    met[after] = at, n
                    waiting.append(after)
        return None


def _traced(
    met: dict[tuple[int, int], tuple[tuple[int, int], int] | None], end: tuple[int, int]
) -> tuple[int, list[int], int]:
    moves, at = list[int](), end
    while (parent := met[at]) is not None:
        at, n = parent
        moves.append(n)
    return at[0], moves[::-1], end[0]
