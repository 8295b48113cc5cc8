"""Who could still have kept an outcome off a run, and which step of the run decides.

A lawful move of a party is put in at some moment, and the rest of the run is taken after it; what
is refused then is skipped. Where the outcome is not met on the way, the move keeps it off *this
run*; another run may still get there. A party is whoever an instrument ties, by whatever way; a
clock, communications and outsiders are none, and a mishap is no move that anybody makes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from model.language.claims import speaks_of_a_step
from model.language.expressions import Expression
from model.language.flow import Flow
from model.language.meaning import Move, Outcome, State, World
from model.language.parties import Party
from properties.engine.evidence import Run
from properties.engine.slices.replay import replays


@dataclass(frozen=True)
class Prevention:
    """A move of a party that keeps the outcome off if taken just before that step."""

    party: Party
    move: Move
    before_step: int


@dataclass(frozen=True, eq=False)
class Course:
    """A run of a flow to an outcome, which is met at its end."""

    flow: Flow
    run: Run
    outcome: Expression

    @cached_property
    def world(self) -> World:
        """Return the instance that the run is of."""
        return World(self.flow, self.run.shape)

    @cached_property
    def states(self) -> tuple[State, ...]:
        """Return the states of the run, the first one first."""
        return replays(self.world, self.run.first, self.run.moves).states

    def preventions(self, moment: int) -> Iterator[Prevention]:
        """Yield the moves that keep the outcome off if taken after so many steps."""
        state = self.states[moment]
        for move in self.world.moves:
            done = self.world.outcome(state, move)
            if done.after in (None, state) or not _is_lawful(move, done):
                continue
            actor = next((one.rule.actor for one in done.taken if one.rule.actor), None)
            if actor and actor.ties and not self._met(state, move, done.after, moment):
                yield Prevention(actor, move, moment + 1)

    def _met(self, before: State, move: Move, after: State | None, moment: int) -> bool:
        """Tell whether the outcome is met at that move or on the rest of the run after it."""
        assert after is not None
        if self._is_met(before, move, after):
            return True
        at = after
        for following in self.run.moves[moment:]:
            after = self.world.outcome(at, following).after
            if after is not None:
                if self._is_met(at, following, after):
                    return True
                at = after
        return False

    def _is_met(self, before: State, move: Move, after: State) -> bool:
        if not speaks_of_a_step(self.outcome):
            return self.world.holds(self.outcome, self.run.where, after, None, after)
        return self.world.holds(self.outcome, self.run.where, before, move, after)

    @cached_property
    def turning(self) -> tuple[Prevention, ...]:
        """Return what last keeps the outcome off, all at one moment; none where nothing does."""
        for moment in reversed(range(len(self.run))):
            found = tuple(self.preventions(moment))
            if found:
                return found
        return ()

    def last_of_each(self, since: int) -> tuple[Prevention, ...]:
        """Return each party's last move that keeps it off, at the earliest after so many steps."""
        last: dict[Party, Prevention] = {}
        for moment in reversed(range(since, len(self.run))):
            for found in self.preventions(moment):
                last.setdefault(found.party, found)
        return tuple(last.values())


def _is_lawful(move: Move, done: Outcome) -> bool:
    return not move.event.mishap and not any(one.rule.breaches for one in done.taken)
