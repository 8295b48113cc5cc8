"""A look at a leads-to claim over more and more fields: ranks, a lasso, or what is left open."""

from collections.abc import Iterable
from dataclasses import replace

from model.language.claims import LeadsTo
from model.language.expressions import Field
from model.language.flow import Flow
from model.language.meaning import Move, State, Where, World
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Lasso
from properties.engine.instances import few_points_first
from properties.engine.live.attempt import Attempt, FairCycle
from properties.engine.live.fair import Fair, deciding_fields, fair_events
from properties.engine.live.judged import judged
from properties.engine.live.lasso import ROUNDS, Round, account, breaks_promise, go_round
from properties.engine.live.ranks import Ranks
from properties.engine.live.views import NO_POINT, ONE_POINT
from properties.engine.slices.closure import Closure
from properties.engine.slices.layout import Layout
from properties.engine.slices.refine import Alarm
from properties.engine.slices.replay import best_trail, replays, to_blame
from properties.engine.slices.seen import Sight, fields_of, outlook_of
from properties.engine.slices.truth import NOBODY_SEEN

WHOLE = 30_000  # views up to which, at last, all fields are kept


def one_point(flow: Flow, claim: LeadsTo) -> list[Sight]:
    """Return from where a claim is seen that one point, or a provider, can see."""
    whole = outlook_of(flow, claim)
    if whole.points or not whole.provider:
        return [(ONE_POINT, Where(point=0, provider=0))]
    return [(shape, Where(provider=0)) for shape in (ONE_POINT, NO_POINT)]


class Refinement:
    """Looks at a claim over more and more fields."""

    def __init__(self, flow: Flow, claim: LeadsTo, budget: Budget) -> None:
        self.flow, self.claim, self.budget = flow, claim, budget
        self.fairs = fair_events(flow, claim)
        self.least = frozenset(f for part in claim.parts(flow) for f in fields_of(part))

    def one_point(self) -> tuple[Ranks | Lasso | Alarm, Spent | None]:
        """Look at one point; where that takes too many views it is an alarm as well."""
        try:
            return self.refine(one_point(self.flow, self.claim), frozenset(), alone=False), None
        except Spent as limit:
            self.budget.check()  # raises where it is the time that is spent
            return Alarm(self.least), limit

    def refine(
        self, sights: list[Sight], kept: frozenset[Field], *, alone: bool
    ) -> Ranks | Lasso | Alarm:
        """Look from some sights until there are ranks, a lasso that replays, or an alarm."""
        kept |= self.least
        while True:
            attempt = Attempt(self.flow, self.claim, kept, sights, self.budget, alone=alone)
            found = attempt.answer()
            if isinstance(found, Ranks):
                return found if alone else self._judged_ranks(found, attempt.closure)
            answer = self.again(found, kept)
            if isinstance(answer, Lasso):
                return answer if any(answer.shape) else Alarm(kept)  # an industry has a point
            if not answer - kept:
                return Alarm(kept)
            kept |= answer

    def _judged_ranks(self, found: Ranks, closure: Closure) -> Ranks:
        return replace(found, judged=judged(self.flow, self.claim, found, closure, self.budget))

    def refine_whole(self) -> Ranks | Lasso | Alarm:
        """Look once more at one point, with all that there is kept, where that is not much."""
        last = Refinement(self.flow, self.claim, self.budget.of_views(WHOLE))
        sights = one_point(self.flow, self.claim)
        try:
            return last.refine(sights, frozenset(self.flow.fields), alone=False)
        except Spent:
            self.budget.check()
            return Alarm(self.least)

    def with_more(self, kept: frozenset[Field]) -> tuple[Lasso | str, bool]:
        """Return a lasso with few points, else how far none was found; and if views were short."""
        cut = False

        def first(sights: Iterable[Sight]) -> Lasso | bool:
            nonlocal cut
            try:
                return self._first_of(sights, kept)
            except Spent:
                self.budget.check()
                cut = True
                raise

        whole = outlook_of(self.flow, self.claim)
        most = self.budget.points
        return few_points_first(self.flow, whole, first, "lasso", most=most, empty=1), cut

    def _first_of(self, sights: Iterable[Sight], kept: frozenset[Field]) -> Lasso | bool:
        """Return the first lasso of some instances, else whether none leaves one open."""
        closed = True
        for sight in sights:
            answer = self.refine([sight], kept, alone=True)
            if isinstance(answer, Lasso):
                return answer
            closed &= isinstance(answer, Ranks)
        return closed

    def again(
        self, found: FairCycle, kept: frozenset[Field]
    ) -> Lasso | set[Field] | frozenset[Field]:
        """Return the lasso on the whole flow, or what to keep so that it goes away."""
        by_others = NOBODY_SEEN in (*found.moves, *found.cycle.moves)
        answer = frozenset[Field]() if by_others else self._replay(found, kept)
        return answer if isinstance(answer, Lasso) else self._next_fair(found, kept) or answer

    def _next_fair(self, found: FairCycle, kept: frozenset[Field]) -> frozenset[Field]:
        """Return what decides a fairness that is not counted yet, with as few fields as may be."""
        moves = found.graph.steps.moves
        taken = {moves[n].event for n in found.cycle.moves if n != NOBODY_SEEN}
        waiting = [fair for fair in self.fairs if taken.isdisjoint(fair.events)]
        new = [frozenset[Field]().union(*self._deciding(fair)) - kept for fair in waiting]
        least = min((len(fields) for fields in new if fields), default=0)
        return frozenset(f for fields in new if len(fields) == least for f in fields)

    def _deciding(self, fair: Fair) -> list[frozenset[Field]]:
        return [deciding_fields(self.flow, event) for event in fair.events]

    def _replay(
        self, found: FairCycle, kept: frozenset[Field]
    ) -> Lasso | set[Field] | frozenset[Field]:
        """Replay a lasso that is the tracked parts' own."""
        at = found.graph.layout
        moves = found.graph.steps.moves
        way, cycle = [moves[n] for n in found.moves], [moves[n] for n in found.cycle.moves]
        views = [*found.views, *found.round]
        trail = best_trail(at, views, [*way, *cycle])
        if trail.refused is not None:
            return to_blame(at, views, [*way, *cycle], trail)
        went = go_round(at.world, trail.states[0], way, cycle)
        if not isinstance(went, Round):
            return self._later(at, found, (way, cycle), trail.states[0])
        where = found.sight[1]
        if not breaks_promise(at.world, self.claim, where, went, found.since):
            return to_blame(at, views, [*way, *cycle], trail)
        lasso = self._judged(at.world, found, went)
        if lasso is not None:
            return lasso
        return self._unfair(at.world, went) - kept or to_blame(at, views, [*way, *cycle], trail)

    def _judged(self, world: World, found: FairCycle, went: Round) -> Lasso | None:
        if any(isinstance(one, Fair) for one in account(world, self.fairs, went)):
            return None
        shape, where = found.sight
        first = went.states[0]
        return Lasso(shape, first, went.moves, where, since=found.since, back=went.back)

    def _unfair(self, world: World, went: Round) -> frozenset[Field]:
        """Return what decides the events that should have happened."""
        broken = [one for one in account(world, self.fairs, went) if isinstance(one, Fair)]
        return frozenset(f for fair in broken for fields in self._deciding(fair) for f in fields)

    def _later(
        self, at: Layout, found: FairCycle, moves: tuple[list[Move], list[Move]], first: State
    ) -> set[Field]:
        """Return what to keep where the whole flow refuses the cycle in a later round."""
        way, cycle = moves
        views, long = [*found.views, *found.round * ROUNDS], [*way, *cycle * ROUNDS]
        return to_blame(at, views, long, replays(at.world, first, long))
