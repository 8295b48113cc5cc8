"""Slices first: keep few fields, and more only where a run of the slice does not replay.

A slice has every run of the whole flow. So what holds on it holds, and its first bad run, if
it replays, is a shortest one of the whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.language.expressions import Expression, Field
from model.language.flow import Flow
from model.language.meaning import Move, Where, World
from properties.engine.budget import Budget
from properties.engine.evidence import Run
from properties.engine.slices.closure import Closure
from properties.engine.slices.layout import Shape
from properties.engine.slices.reach import Reach
from properties.engine.slices.replay import Trail, best_trail, breaks, read_at, to_blame
from properties.engine.slices.seen import NOBODY_SEEN, Sight, compile_claim, fields_of, watched_by
from properties.engine.slices.watch import Bad, Watch


@dataclass(frozen=True)
class Holds:
    """The claim holds on all views of the closed shapes, over the kept fields.

    With `each`, it was asked of each step by itself.
    """

    closure: Closure
    kept: frozenset[Field]
    each: bool


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
        of_steps: bool,
        ghosts: bool,
        most: int | None = None,
    ) -> None:
        self.flow, self.claim, self.budget, self.ghosts = flow, claim, budget, ghosts
        self.of_steps, self.most = of_steps, most

    def refine(self, sights: Sequence[Sight], kept: frozenset[Field]) -> Holds | Fails | Alarm:
        """Search on slices that grow until the claim holds or a run of it replays.

        A claim on steps that would not hold where nothing happens is asked of each step.
        """
        with self.budget:
            return self._refine(sights, kept)

    def _refine(self, sights: Sequence[Sight], kept: frozenset[Field]) -> Holds | Fails | Alarm:
        each = False
        while True:
            kept |= frozenset(fields_of(self.claim))
            closure = self._closure(sights, kept, each=each)
            found = self._first_bad(closure, sights, each=each)
            if found is None:
                return Holds(closure, kept, each)
            _, _, bad = found
            answer = self._replay(*found)
            if isinstance(answer, Fails):
                return answer
            kept |= answer
            if not answer and (each or not self.of_steps or not bad.is_still):
                return Alarm(kept)
            each |= not answer

    def _closure(self, sights: Sequence[Sight], kept: frozenset[Field], *, each: bool) -> Closure:
        return Closure(
            self.flow,
            kept,
            [shape for shape, _ in sights],
            self.budget,
            watched=self.flow.events if each else watched_by(self.claim),
            ghosts=self.ghosts,
            most=self.most,
            each=each,
        )

    def _first_bad(
        self, closure: Closure, sights: Sequence[Sight], *, each: bool
    ) -> tuple[Sight, Reach, Bad] | None:
        if not closure.isolated:
            closure.close()
        found: list[tuple[int, int, Sight, Reach, Bad]] = []
        for shape, where in sights:
            reach = closure.reaches[shape]
            watch = Watch(reach.steps, self.claim, where, of_steps=self.of_steps, each=each)
            bad = watch.first_bad(reach) or next(self._bad_ghosts(closure, shape, where), None)
            if bad is not None:
                steps = len(reach.path(bad.before)[1])
                found.append((steps, len(found), (shape, where), reach, bad))
        return min(found, key=lambda f: f[:2])[2:] if found else None  # fewest steps

    def _bad_ghosts(self, closure: Closure, shape: Shape, where: Where) -> Iterator[Bad]:
        """Yield the steps of others that break a claim on steps."""
        asked = self.ghosts and self.of_steps and (closure.ghosts.each or not closure.isolated)
        if not asked:
            return
        holds = compile_claim(closure.reaches[shape].steps, self.claim, where)
        for before, event, after in closure.ghost_steps(shape):
            if not holds(before, NOBODY_SEEN, after):
                yield Bad(before, NOBODY_SEEN, after, event)

    def _replay(self, sight: Sight, reach: Reach, bad: Bad) -> Fails | set[Field]:
        """Return the run on the whole flow, or what the slice must keep (nothing: an alarm)."""
        shape, where = sight
        views, numbers = reach.path(bad.before)
        if None in numbers:
            return set()
        at = reach.steps.layout
        moves = [reach.steps.moves[n] for n in numbers if n is not None]
        if bad.number != NOBODY_SEEN:
            moves, views = [*moves, reach.steps.moves[bad.number]], [*views, bad.after]
        trail = best_trail(at, views, moves)
        if breaks(at.world, trail, moves, self.claim, where, of_steps=self.of_steps):
            return Fails(Run(shape, trail.states[0], tuple(moves), where))
        if bad.is_still and breaks(at.world, trail, moves, self.claim, where, of_steps=False):
            return self._next_step(at.world, trail, moves, where) or set[Field]()
        of_another = set(read_at(self.flow, bad.by_another)) if bad.by_another else set[Field]()
        return to_blame(at, views, moves, trail) or of_another - at.kept

    def _next_step(
        self, world: World, trail: Trail, moves: list[Move], where: Where
    ) -> Fails | None:
        """Return the run with a step more that breaks the claim, though the slice has none."""
        first, before = trail.states[0], trail.states[-1]
        for move, after in world.steps(before):
            if not world.holds(self.claim, where, before, move, after):
                return Fails(Run(world.shape, first, (*moves, move), where))
        return None
