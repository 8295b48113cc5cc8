"""All states of one instance, breadth first, and the first run that breaks each claim on the way.

One state is searched for all that differ by who is who of a provider's points (`alike.py`);
figures count each of these states.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from model.language.flow import Flow
from model.language.meaning import Move, State
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run
from properties.engine.fault import EngineFault
from properties.engine.slices.layout import Shape, world_of
from properties.engine.slices.replay import breaks, replays
from properties.engine.slices.seen import Part
from properties.engine.whole.alike import Alike
from properties.engine.whole.watched import Watched

Way = list[tuple[Move, State]]  # a move as it was met, and what stands for the state after it


@dataclass(frozen=True)
class Searched:
    """What a search met: states, successors (first states included), levels; or why it stopped.

    `runs` break a claim, by the claim's number, in the fewest steps; `seen` are the numbers of
    the claims that are seen from somewhere in the instance.
    """

    shape: Shape
    distinct: int
    generated: int
    depth: int
    stopped: str
    runs: dict[int, Run]
    seen: frozenset[int]


def reach(flow: Flow, shape: Shape, asked: Sequence[Part], budget: Budget) -> Searched:
    """Search one instance to its end, or as far as the budget lets it."""
    search, stopped = _Search(flow, shape, asked, budget), ""
    try:
        with budget:
            search.run()
    except Spent as limit:
        stopped = str(limit)
    seen = frozenset(n for n, one in enumerate(search.watched) if one.places)
    figures = (search.distinct, search.generated, search.depth, stopped)
    return Searched(shape, *figures, search.runs, seen)


class _Search:
    def __init__(self, flow: Flow, shape: Shape, asked: Sequence[Part], budget: Budget) -> None:
        self.world, self.budget = world_of(flow, shape), budget
        self.alike = Alike(self.world)
        self.watched = [Watched(self.world, part) for part in asked]
        self.parents: dict[State, tuple[State, Move] | None] = {}
        self.distinct = self.generated = self.depth = 0
        self.runs: dict[int, Run] = {}

    def run(self) -> None:
        level = list(self._new((state, None) for state in self.world.initial_states()))
        self.generated = self.distinct
        while level:
            self.depth += 1
            level = list(self._new(after for state in level for after in self._steps(state)))

    def _new(self, met: Iterable[tuple[State, tuple[State, Move] | None]]) -> Iterator[State]:
        """Yield what stands for each state that was not met before; look at the claims."""
        for after, parent in met:
            state = self.alike.chosen(after)
            if state in self.parents:
                continue
            self.budget.check(len(self.parents))
            self.parents[state] = parent
            self.distinct += self.alike.count(state)
            self._watch(state, None, state)
            yield state

    def _steps(self, state: State) -> Iterator[tuple[State, tuple[State, Move]]]:
        self.budget.check()
        count = self.alike.count(state)
        for move, after in self.world.steps(state):
            self.generated += count
            self._watch(state, move, after)
            yield after, (state, move)

    def _watch(self, before: State, move: Move | None, after: State) -> None:
        """Look at the claims on steps, or without a move at those on states."""
        for n, one in enumerate(self.watched):
            if n in self.runs or one.part.of_steps is (move is None):
                continue
            if one.broken_at(before, move, after) is not None:
                self.runs[n] = self._run(one, before, move)

    def _run(self, broken: Watched, end: State, last: Move | None) -> Run:
        """Return the run of real states, each of which only stood for others when it was met."""
        way, state = Way(), end
        while (parent := self.parents[state]) is not None:
            way.append((parent[1], state))
            state = parent[0]
        first, moves = state, list[Move]()
        for met, chosen in reversed(way):
            move, state = self._as_met(state, met, chosen)
            moves.append(move)
        return self._ended(broken, first, moves, (state, last))

    def _as_met(self, state: State, met: Move, chosen: State) -> tuple[Move, State]:
        for move, after in self.world.steps(state):
            if move.event == met.event and self.alike.chosen(after) == chosen:
                return move, after
        raise EngineFault(f"a run of {len(self.parents)} states does not replay; report it")

    def _ended(
        self, broken: Watched, first: State, moves: list[Move], end: tuple[State, Move | None]
    ) -> Run:
        """Return the run with a last step that breaks a claim on steps, replayed on the flow."""
        state, last = end
        steps = [(None, state)] if last is None else list(self.world.steps(state))
        for move, after in steps:
            where = broken.broken_at(state, move, after)
            if where is not None:
                whole = [*moves, move] if move else moves
                trail, part = replays(self.world, first, whole), broken.part
                if breaks(self.world, trail, whole, part.body, where, of_steps=part.of_steps):
                    return Run(self.world.shape, first, tuple(whole), where)
        raise EngineFault(f"a run of {len(self.parents)} states does not replay; report it")
