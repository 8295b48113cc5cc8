"""In what states an event can catch a thing: a shortest run to each state that it can.

One search of views answers for all values of a field. Most of what a run needs has to do with
either the event or the field alone, and searched for together the two multiply. So the shortest
way to the event is sought once, and for each field the shortest run that forgets what that way
keeps; the one after the other is a run of the whole flow if it replays there. It is a shortest one
where no event but the one asked about changes something of both, and that one happens once: every
run then has the steps of either. Where neither order replays, both are sought together.

What is not found is not thereby impossible: that is for a proof.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from model.language.events import Event
from model.language.expressions import FALSE, TRUE, Field
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import Value
from properties.analyses.caught.before import HAPPENED, before, has_not, once, original
from properties.analyses.caught.growing import Growing, closure, part
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run
from properties.engine.slices.layout import layout, world_of
from properties.engine.slices.reach import Reach
from properties.engine.slices.replay import (
    best_trail,
    breaks,
    refusing,
    replays,
    run_or_blame,
    to_blame,
)
from properties.engine.slices.seen import Part
from properties.engine.slices.watch import Bad

MANY = 500_000  # views in which both are sought together, before it is left to the engine


@dataclass(frozen=True)
class Way:
    """A shortest run to the event, and the fields that had to be kept to find it."""

    run: Run
    kept: frozenset[Field]


class CaughtSearch:
    """The search for what an event of a flow can catch."""

    def __init__(self, flow: Flow, event: Event, budget: Budget) -> None:
        self.flow, self.event, self.budget = flow, event, budget

    def runs(self, field: Field, values: Iterable[Value]) -> dict[Value, Run]:
        """Return a run to the event for each of the values that one was found for."""
        if not self.flow.deletion_closed or self.way is None:
            return {}
        asked = {value: field.is_(value) for value in values}
        if field in self.way.kept or not self._happens_once:
            return self._together().seek(asked).runs
        kept, judge = frozenset({HAPPENED}), self._one_after_the_other
        apart = Growing(self._before, self.event, judge, self.budget, kept).seek(asked)
        unsure = (value for value, run in apart.runs.items() if not run.shortest)
        left = {value: asked[value] for value in (*apart.given_up, *unsure)}
        joint = self._together((apart.kept | self.way.kept) - {HAPPENED})
        with suppress(Spent):
            joint.seek(left)
        return apart.runs | joint.runs

    def _together(self, kept: frozenset[Field] = frozenset()) -> Growing:
        limits = self.budget.of_views(MANY)
        return Growing(self.flow, self.event, run_or_blame, limits, kept)

    @cached_property
    def way(self) -> Way | None:
        """Return how the event first comes to pass; None where no run was found."""
        found = self._together().seek({True: TRUE})
        return Way(found.runs[True], found.kept) if found.runs else None

    def _one_after_the_other(self, part: Part, bad: Bad) -> Run | set[Field]:
        """Return a run with the steps to a value and the way to the event, or what else to keep."""
        assert self.way is not None
        views, numbers = bad.reach.path(bad.before)
        steps, at = bad.reach.steps, bad.reach.steps.layout
        moves = tuple(steps.moves[n] for n in numbers if n is not None)
        trail = best_trail(at, views, moves)
        *way, last = self.way.run.moves
        first, world = original(at.world, trail.states[0]), world_of(self.flow, at.world.shape)
        for every in ((*moves, *way, last), (*way, *moves, last)):
            whole = replays(world, first, every)
            if breaks(world, whole, every, part.body, bad.where, of_steps=True):
                is_shortest = not moves or self._is_apart(part.flow, at.kept)
                return Run(world.shape, first, every, bad.where, shortest=is_shortest)
        if trail.refused or at.project(trail.states[-1]) != views[-1]:
            return to_blame(at, views, moves, trail) - self.way.kept
        whole = replays(world, first, (*moves, *way, last))
        return {*refusing(whole)} - at.kept - self.way.kept

    def _is_apart(self, flow: Flow, kept: frozenset[Field]) -> bool:
        """Tell whether a run needs the steps for what is kept, and besides those of the way."""
        assert self.way is not None
        changed = {
            event: {f for m in flow.machines for f in m.writes(event) if _can(m, event)}
            for event in flow.events
        }
        return all(
            event == self.event or fields.isdisjoint(kept) or fields.isdisjoint(self.way.kept)
            for event, fields in changed.items()
        )

    @cached_property
    def _before(self) -> Flow:
        """Return the flow up to the first time that the event happens."""
        assert self.way is not None
        flow, kept = once(self.flow, self.event), self.way.kept | {HAPPENED}
        here = part(flow, self.event, TRUE)
        closed = closure(flow, self.event, kept, here, self.budget).closed()
        views = (layout(flow, kept, s).values(view) for s, met in closed.items() for view in met)
        known = [{field: value for (field, _), value in view.items()} for view in views]
        return before(flow, self.event, [view for view in known if has_not(view)])

    @cached_property
    def _happens_once(self) -> bool:
        """Tell whether the event cannot happen again, for all that the way keeps."""
        assert self.way is not None
        here = part(self.flow, self.event, TRUE)
        found = closure(self.flow, self.event, self.way.kept, here, self.budget)
        found.close()
        return all(_happens_once(reach, self.event) for reach in found.reaches.values())


def _can(machine: Machine, event: Event) -> bool:
    return any(rule.when is not FALSE for rule in machine.rules_of(event))


def _happens_once(reach: Reach, event: Event) -> bool:
    edges = list(reach.edges())
    mine = {n for n, move in enumerate(reach.steps.moves) if move.event is event}
    met = {after for steps in edges for number, after in steps if number in mine}
    new = list(met)
    while new:
        steps = edges[new.pop()]
        if any(number in mine for number, _ in steps):
            return False
        further = {after for _, after in steps} - met
        met |= further
        new += further
    return True
