"""In what states an event can catch a thing: a shortest run to each state that it can.

One search of views answers for all values of a field. Most of what a run needs has to do with
either the event or the field alone, and searched for together the two multiply. So the shortest
way to the event is sought once, and for each field the shortest run that forgets what that way
keeps; the one after the other is a run of the whole flow if it replays there. It is a shortest one
where no event but the one asked about changes something of both, and that one happens once: every
run then has the steps of either. Where neither order replays, both are sought together.

What is not found is not thereby impossible: that is for a proof.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from model.language.events import Event, happens
from model.language.expressions import FALSE, TRUE, Expression, Field
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import Value
from properties.analyses.caught.before import HAPPENED, before, has_not, once, original
from properties.engine.budget import Budget
from properties.engine.evidence import Run
from properties.engine.slices.closure import Closure
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
from properties.engine.slices.seen import Outlook, Part, Sight, part_of, spoken_of
from properties.engine.slices.watch import Bad, first_bad

Judge = Callable[[Part, Bad], Run | set[Field]]


@dataclass(frozen=True)
class Way:
    """A shortest run to the event, and the fields that had to be kept to find it."""

    run: Run
    kept: frozenset[Field]


@dataclass
class Searched:
    """The runs found, the values for which the search gave up, and what was kept at the end."""

    runs: dict[Value, Run]
    given_up: list[Value]
    kept: frozenset[Field]


class Search:
    """The search for what an event of a flow can catch."""

    def __init__(self, flow: Flow, event: Event, budget: Budget) -> None:
        self.flow, self.event, self.budget = flow, event, budget

    def runs(self, field: Field, values: Iterable[Value]) -> dict[Value, Run]:
        """Return a run to the event for each of the values that one was found for."""
        if not self.flow.deletion_closed or self.way is None:
            return {}
        asked = {value: field.is_(value) for value in values}
        if field in self.way.kept or not self._happens_once:
            return self._found(self.flow, asked, run_or_blame).runs
        apart = self._found(self._before, asked, self._one_after_the_other, frozenset({HAPPENED}))
        unsure = (value for value, run in apart.runs.items() if not run.shortest)
        left = {value: asked[value] for value in (*apart.given_up, *unsure)}
        kept = (apart.kept | self.way.kept) - {HAPPENED}
        return apart.runs | self._found(self.flow, left, run_or_blame, kept).runs

    @cached_property
    def way(self) -> Way | None:
        """Return how the event first comes to pass; None where no run was found."""
        found = self._found(self.flow, {True: TRUE}, run_or_blame)
        return Way(found.runs[True], found.kept) if found.runs else None

    def _found(
        self,
        flow: Flow,
        asked: Mapping[Value, Expression],
        judge: Judge,
        kept: frozenset[Field] = frozenset(),
    ) -> Searched:
        """Search slices that grow until the run to each value is judged to be one of the flow."""
        parts = {value: _part(flow, self.event, caught) for value, caught in asked.items()}
        found = Searched({}, [], kept.union(*(part.fields for part in parts.values())))
        left = list(parts)
        with self.budget:
            while left:
                wanted = self._in_slice(flow, parts, judge, left, found)
                found.kept |= wanted
        return found

    def _in_slice(
        self,
        flow: Flow,
        parts: Mapping[Value, Part],
        judge: Judge,
        left: list[Value],
        found: Searched,
    ) -> set[Field]:
        """Take from what is left all that one slice settles, and return what else to keep."""
        sight = parts[left[0]].sights[-1]
        closure = _closure(flow, self.event, found.kept, sight, self.budget)
        while left:
            value = left[0]
            bad = first_bad(closure, parts[value], sight, each=False)
            answer = judge(parts[value], bad) if bad else None
            if isinstance(answer, set) and answer:
                return answer
            if isinstance(answer, Run):
                found.runs[value] = answer
            elif bad:
                found.given_up.append(value)
            left.pop(0)
        return set()

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
        sight = _part(flow, self.event, TRUE).sights[-1]
        closed = _closure(flow, self.event, kept, sight, self.budget).closed()
        views = (
            layout(flow, kept, shape).values(view) for shape in closed for view in closed[shape]
        )
        known = [{field: value for (field, _), value in view.items()} for view in views]
        return before(flow, self.event, [view for view in known if has_not(view)])

    @cached_property
    def _happens_once(self) -> bool:
        """Tell whether the event cannot happen again, for all that the way keeps."""
        assert self.way is not None
        sight = _part(self.flow, self.event, TRUE).sights[-1]
        closure = _closure(self.flow, self.event, self.way.kept, sight, self.budget)
        closure.close()
        return all(_happens_once(reach, self.event) for reach in closure.reaches.values())


def _can(machine: Machine, event: Event) -> bool:
    return any(rule.when is not FALSE for rule in machine.rules_of(event))


def _part(flow: Flow, event: Event, caught: Expression) -> Part:
    body = ~(happens(event) & caught)
    points, provider, other = spoken_of(flow, body)
    return part_of(flow, body, Outlook(points, provider, other, of_steps=True))


def _closure(
    flow: Flow, event: Event, kept: frozenset[Field], sight: list[Sight], budget: Budget
) -> Closure:
    return Closure(flow, kept, [shape for shape, _ in sight], budget, watched=(event,))


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
