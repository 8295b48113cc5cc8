"""Slices first: keep few fields, and more only where a run of the slice does not replay.

A slice has every run of the whole flow. So what holds on it holds, and its first bad run, if
it replays, is a shortest one of the whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.language.claims import speaks_of_a_step
from model.language.expressions import Expression, Field
from model.language.flow import Flow
from model.language.meaning import Move, Where, World
from properties.budget import Budget
from properties.slices.layout import Shape
from properties.slices.reach import Closure, Reach
from properties.slices.replay import Trail, best_trail, breaks, to_blame
from properties.slices.seen import NOBODY_SEEN, Sight, compile_claim, fields_of, watched_by
from properties.slices.watch import Bad, Watch
from properties.verdict import Run


@dataclass(frozen=True)
class Holds:
    """The claim holds on all views of the closed shapes, over the kept fields."""

    closure: Closure
    kept: frozenset[Field]


@dataclass(frozen=True)
class Fails:
    """The claim fails, in a run that replays on the whole flow."""

    run: Run


@dataclass(frozen=True)
class Alarm:
    """A slice or a ghost breaks the claim, and no run is known; `kept` is as far as it got."""

    kept: frozenset[Field]


class Search:
    """Searches for a step or state that breaks a claim, as seen from given shapes."""

    def __init__(
        self,
        flow: Flow,
        claim: Expression,
        budget: Budget,
        *,
        ghosts: bool,
        most: int | None = None,
    ) -> None:
        self.flow, self.claim, self.budget, self.ghosts = flow, claim, budget, ghosts
        self.most = most
        self.stepwise = speaks_of_a_step(claim)
        self.watched = watched_by(claim)

    def refine(self, sights: Sequence[Sight], kept: frozenset[Field]) -> Holds | Fails | Alarm:
        """Search on slices that grow until the claim holds or a run of it replays."""
        with self.budget:
            return self._refine(sights, kept)

    def _refine(self, sights: Sequence[Sight], kept: frozenset[Field]) -> Holds | Fails | Alarm:
        while True:
            kept |= frozenset(fields_of(self.claim))
            closure = Closure(
                self.flow,
                kept,
                [shape for shape, _ in sights],
                self.budget,
                watched=self.watched,
                ghosts=self.ghosts,
                most=self.most,
            )
            found = self._first_bad(closure, sights)
            if found is None:
                return Holds(closure, kept)
            (shape, where), reach, bad = found
            answer = self._replay(reach, shape, where, bad)
            if isinstance(answer, Fails):
                return answer
            if not answer:
                return Alarm(kept)
            kept |= answer

    def _first_bad(
        self, closure: Closure, sights: Sequence[Sight]
    ) -> tuple[Sight, Reach, Bad] | None:
        if not closure.isolated:
            closure.close()
        found: list[tuple[int, int, Sight, Reach, Bad]] = []
        for shape, where in sights:
            reach = closure.reaches[shape]
            watch = Watch(reach.steps, self.claim, where)
            bad = watch.first_bad(reach) or next(self._bad_ghosts(closure, shape, where), None)
            if bad is not None:
                found.append((len(reach.path(bad[0])[1]), len(found), (shape, where), reach, bad))
        return min(found, key=lambda f: f[:2])[2:] if found else None  # fewest steps

    def _bad_ghosts(self, closure: Closure, shape: Shape, where: Where) -> Iterator[Bad]:
        """Yield the steps of others that break a claim on steps."""
        if not self.stepwise or closure.isolated:
            return
        holds = compile_claim(closure.reaches[shape].steps, self.claim, where)
        for before, after in closure.ghost_steps(shape):
            if not holds(before, NOBODY_SEEN, after):
                yield before, NOBODY_SEEN, after

    def _replay(self, reach: Reach, shape: Shape, where: Where, bad: Bad) -> Fails | set[Field]:
        """Return the run on the whole flow, or what the slice must keep (nothing: an alarm)."""
        views, numbers = reach.path(bad[0])
        if None in numbers:
            return set()
        at = reach.steps.layout
        moves = [reach.steps.moves[n] for n in numbers if n is not None]
        if bad[1] != NOBODY_SEEN:
            moves, views = [*moves, reach.steps.moves[bad[1]]], [*views, bad[2]]
        trail = best_trail(at, views, moves)
        last = moves[-1] if self.stepwise and bad[1] != NOBODY_SEEN else None
        if breaks(at.world, trail, last, self.claim, where):
            return Fails(Run(shape, trail.states[0], tuple(moves), where))
        if self.stepwise and last is None and trail.refused is None:
            run = self._unseen(at.world, trail, moves, where)
            if run is not None:
                return Fails(run)
        return to_blame(at, views, moves, trail)

    def _unseen(self, world: World, trail: Trail, moves: list[Move], where: Where) -> Run | None:
        """Return a run whose last step is one that the slice does not show."""
        state = trail.states[-1]
        for move, after in world.steps(state):
            if not world.holds(self.claim, where, state, move, after):
                return Run(world.shape, trail.states[0], (*moves, move), where)
        return None


def concrete(
    flow: Flow, claim: Expression, budget: Budget, sight: Sight, kept: frozenset[Field]
) -> Holds | Fails | Alarm:
    """Search one instance and no more: so many points and providers, and nobody else."""
    return Search(flow, claim, budget, ghosts=False).refine([sight], kept)
