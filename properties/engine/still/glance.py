"""One look at a claim over some kept fields: which views are on a rung, and which in a trap."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from model.language.asking import demands
from model.language.claims import CanStill
from model.language.events import Event
from model.language.expressions import Expression, Field
from model.language.flow import Flow
from properties.engine.budget import Budget, look
from properties.engine.live.fair import deciding_fields
from properties.engine.live.graph import Graph
from properties.engine.slices.closure import Closure
from properties.engine.slices.replay import read_at
from properties.engine.slices.seen import Sight
from properties.engine.slices.truth import NOBODY_SEEN, compile_claim

Choice = tuple[int, int]  # a view and the number of a move


class Glance:
    """A claim over some kept fields, as seen at a sight; `alone` where nobody else is there."""

    def __init__(
        self,
        flow: Flow,
        claim: CanStill,
        kept: frozenset[Field],
        sight: Sight,
        budget: Budget,
        *,
        alone: bool,
    ) -> None:
        self.flow, self.kept, self.alone = flow, kept, alone
        self.shape, self.where = sight
        self.closure = Closure(flow, kept, [self.shape], budget, ghosts=not alone)
        self.closure.close()
        self.graph = Graph(self.closure, self.shape, budget)
        self.moves = self.graph.steps.moves
        arises, self.met = (self._holds(part) for part in claim.parts(flow))
        both = zip(arises, self.met, strict=True)
        self.region = [n for n, (holds, met) in enumerate(both) if holds and not met]
        self.rungs = dict(self._ranked())

    def _holds(self, part: Expression) -> list[bool]:
        test = compile_claim(self.graph.steps, part, self.where)
        return self.graph.where(lambda view: test(view, NOBODY_SEEN, view))

    @cached_property
    def _led_from(self) -> list[set[Choice]]:
        """Return for each view from where steps of those who are seen lead there, and which."""
        found: list[set[Choice]] = [set() for _ in self.graph.views]
        for n, edges in enumerate(self.graph.edges):
            for move, after in edges:
                if move != NOBODY_SEEN:
                    found[after].add((n, move))
        return found

    def _ranked(self) -> Iterator[tuple[int, Choice]]:
        """Yield each view that can get there, nearest first, with its rank and its move.

        A move counts where it can be taken for all that is forgotten, and wherever it leads.
        """
        left = dict[Choice, int]()
        for choices in self._led_from:
            for choice in choices:
                left[choice] = left.get(choice, 0) + 1
        waiting = deque((n, 0) for n, met in enumerate(self.met) if met)
        reached = {n for n, _ in waiting}
        while waiting:
            look()
            after, rank = waiting.popleft()
            for n, move in sorted(self._led_from[after]):
                left[n, move] -= 1
                if not left[n, move] and n not in reached and self._may(move)[n]:
                    reached.add(n)
                    waiting.append((n, rank + 1))
                    yield n, (rank + 1, move)

    @cached_property
    def _enabled(self) -> dict[int, list[bool]]:
        return {}

    def _may(self, number: int) -> list[bool]:
        """Tell of each view whether a move can be taken there, whatever is forgotten."""
        if number not in self._enabled:
            event, home = self.moves[number].event, self.moves[number].home
            decided = self._counts(event) and deciding_fields(self.flow, event) <= self.kept
            chances = self.graph.chances
            test = chances.exact if self.alone else chances.here
            never = [False] * len(self.graph.views)
            self._enabled[number] = self.graph.where(test((event,), home)) if decided else never
        return self._enabled[number]

    def _counts(self, event: Event) -> bool:
        return self.alone or not demands(self.flow, event)

    @property
    def is_shown(self) -> bool:
        """Tell whether each view of which the claim speaks can get there."""
        return all(n in self.rungs for n in self.region)

    def needed(self) -> dict[Choice, list[int]]:
        """Return the views of each rung, by rank and move, that the claim's own views lead over."""
        waiting, seen = list(self.region), set(self.region)
        grouped: dict[Choice, list[int]] = {}
        while waiting:
            n = waiting.pop()
            grouped.setdefault(self.rungs[n], []).append(n)
            taken = self.rungs[n][1]
            new = {w for move, w in self.graph.edges[n] if move == taken and not self.met[w]} - seen
            seen |= new
            waiting += new
        return {rung: sorted(grouped[rung]) for rung in sorted(grouped)}

    @cached_property
    def trapped(self) -> list[int]:
        """Return the views of which the claim speaks from which no step ever leads there."""
        out = self._searched((n for n, met in enumerate(self.met) if met), self._before)
        return [n for n in self.region if n not in out]

    def _before(self, n: int) -> Iterable[int]:
        return (before for before, _ in self._led_from[n])

    def ahead_of(self, n: int) -> list[int]:
        """Return all views that own steps lead to from a view, itself included."""

        def after(n: int) -> Iterable[int]:
            return (w for move, w in self.graph.edges[n] if move != NOBODY_SEEN)

        return sorted(self._searched([n], after))

    def _searched(self, first: Iterable[int], then: Callable[[int], Iterable[int]]) -> set[int]:
        found = set(first)
        waiting = list(found)
        while waiting:
            look()
            new = {*then(waiting.pop())} - found
            found |= new
            waiting += new
        return found

    def wanted(self) -> frozenset[Field]:
        """Return what to keep so that more moves count, with as few fields as may be."""
        new = [fields for fields in map(self._lacking, self._leading_on()) if fields]
        least = min(map(len, new), default=0)
        return frozenset(f for fields in new if len(fields) == least for f in fields)

    def _leading_on(self) -> set[Event]:
        """Return the events that may lead from a view without a rank to one that has some."""
        ahead = {n for n, met in enumerate(self.met) if met} | self.rungs.keys()
        return {
            self.moves[move].event
            for after in ahead
            for n, move in self._led_from[after]
            if n not in ahead and self._counts(self.moves[move].event)
        }

    def _lacking(self, event: Event) -> frozenset[Field]:
        """Return what more decides whether an event may happen, or else where it leads."""
        deciding = deciding_fields(self.flow, event) - self.kept
        return deciding or frozenset(read_at(self.flow, event)) - self.kept
