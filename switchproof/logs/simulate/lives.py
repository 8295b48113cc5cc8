"""The lives of many points of one provider, walked in step: columns of numbers, and no objects.

It is a meaning of the flow apart from `model/walk.py`, which replays a sample of what it makes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from model.language.events import Event, Scope
from model.language.expressions import Field, reads
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.transitions import Transition
from properties.engine.interfaces.cone import machines_behind
from switchproof.logs.simulate.columns import Column, code, compute, kind
from switchproof.logs.simulate.pace import CLOCKS, HOUR, hours, instants
from switchproof.logs.simulate.surroundings import Lull, WideStep

Numbers = NDArray[np.int64]
Columns = dict[Field, Column]
NOTHING = -1  # happens, where nothing can
NEVER = 1 << 62


@dataclass(frozen=True)
class WalkRows:
    """What happened: at which point of these, when, which event of the flow, by which party."""

    point: Numbers
    time: Numbers
    event: Numbers
    actor: Numbers


class Lives:
    """The rules of a flow's points, ready to be followed by many at once.

    Machines on which nothing that is `seen` depends stand still: they refuse none of the rest.
    """

    def __init__(self, flow: Flow, seen: Iterable[Event]) -> None:
        self.flow = flow
        self.machines = [m for m in machines_behind(flow, seen) if m.scope is Scope.POINT]
        moving = {event for machine in self.machines for event in machine.events}
        numbered = [(n, e) for n, e in enumerate(flow.events) if e in moving]
        self.events = {n: e for n, e in numbered if e.scope is Scope.POINT}
        self.fields = [f for machine in self.machines for f in machine.all_fields]
        self.parties = list(dict.fromkeys(str(r.actor) for _, r in flow.rules()))
        self._rates = {n: 1 / hours(e) for n, e in self.events.items() if e.name not in CLOCKS}

    def walk(self, points: int, stretches: Iterable[Lull], chance: np.random.Generator) -> WalkRows:
        """Return what points do from first to last, the same for the same chance, in no order."""
        own = {
            f: np.full(points, code(self.flow.initials(f)[0]), kind(f.sort)) for f in self.fields
        }
        every = np.arange(points)
        found = [rows for one in stretches for rows in self._stretch(every, own, one, chance)]
        return WalkRows(
            *(np.concatenate([getattr(r, n) for r in found]) for n in WalkRows.__annotations__)
        )

    def _stretch(
        self, every: Numbers, own: Columns, at: Lull, chance: np.random.Generator
    ) -> Iterator[WalkRows]:
        around = {field: code(value) for field, value in at.holds.items()}
        points, time = every, np.full(len(every), at.begin)
        while len(points):
            here = {**{f: own[f][points] for f in self.fields}, **around}
            event, time = self._next(here, time, chance)
            soon = time < at.end
            points, time, event = points[soon], time[soon], event[soon]
            actor = np.zeros(len(points), np.int64)
            for number in np.unique(event):
                mine = event == number
                actor[mine] = self._take(self.events[number], own, points[mine], around)
            yield WalkRows(points, time, event, actor)
        if at.ended_by is not None:
            yield self._all(at.ended_by, every, own, around)

    def _all(
        self, step: WideStep, points: Numbers, own: Columns, around: Mapping[Field, Column]
    ) -> WalkRows:
        """Let a step of the surroundings reach each point."""
        self._take(step.move.event, own, points, around)
        told = (step.time, self.flow.events.index(step.move.event), self.parties.index(step.actor))
        return WalkRows(points, *(np.full(len(points), one) for one in told))

    def _next(
        self, here: Mapping[Field, Column], time: Numbers, chance: np.random.Generator
    ) -> tuple[Numbers, Numbers]:
        """Return what happens next at each point, and when: the soonest of what is possible."""
        can = {n: c for n, e in self.events.items() if (c := self._can(e, here)) is not False}
        unclocked = {n: one for n, one in can.items() if n in self._rates}
        event, soonest = self._soonest(unclocked, time, chance)
        for n in can.keys() - unclocked.keys():
            strikes = self._strike(self.events[n], time, chance)
            sooner = can[n] & (strikes < soonest)
            event, soonest = np.where(sooner, n, event), np.where(sooner, strikes, soonest)
        return event, soonest

    def _soonest(
        self, can: Mapping[int, Column], time: Numbers, chance: np.random.Generator
    ) -> tuple[Numbers, Numbers]:
        """Return which of the events that keep to no clock is the soonest, and when that is."""
        rates = [np.broadcast_to(one * self._rates[n], len(time)) for n, one in can.items()]
        upto = np.cumsum([*rates, np.zeros(len(time))], axis=0)
        drawn = (upto[:-1] <= chance.random(len(time)) * upto[-1]).sum(axis=0)
        event = np.array([*can, NOTHING])[drawn]
        wait = chance.standard_exponential(len(time)) * HOUR / np.where(event < 0, 1, upto[-1])
        return event, np.where(event < 0, NEVER, (time + wait).astype(np.int64) // 2 * 2 + 2)

    def _strike(self, event: Event, time: Numbers, chance: np.random.Generator) -> Numbers:
        clock = CLOCKS[event.name]
        every = np.array(instants(clock))
        next_ = np.searchsorted(every, time, side="right")
        later = chance.geometric(clock.share, len(time)) - 1 if clock.share < 1 else 0
        found: Numbers = every[np.minimum(next_ + later, len(every) - 1)]
        return found

    def _can(self, event: Event, here: Mapping[Field, Column]) -> Column:
        """Tell where each machine that must take part can."""
        can: Column = True
        for machine in (m for m in self.machines if event in m.events):
            fits: Column = False
            for rule in machine.rules_of(event):
                one = self._fits(machine, rule, here)
                fits = one if fits is False else fits if one is False else fits | one
            can = fits if can is True else can & fits if fits is not True else can
            if can is False:
                return False
        return can

    def _fits(self, machine: Machine, rule: Transition, here: Mapping[Field, Column]) -> Column:
        holds = compute(rule.when, here)
        if holds is False:
            return False
        state = self._from[rule][here[machine.state]]
        return (state if holds is True else state & holds) & self._within(rule, here)

    def _rules(self) -> Iterator[tuple[Machine, Transition]]:
        return ((machine, rule) for machine in self.machines for rule in machine.transitions)

    @cached_property
    def _from(self) -> dict[Transition, NDArray[np.bool_]]:
        """Return for each rule of a point which of the states it goes from, by number."""
        found = {}
        for machine, rule in self._rules():
            sources = {code(state) for state in rule.source}
            found[rule] = np.array([n in sources for n in range(len(machine.state.sort))])  # type: ignore[arg-type]
        return found

    def _within(self, rule: Transition, here: Mapping[Field, Column]) -> Column:
        """Tell where all whole numbers that a rule writes stay in their sorts."""
        holds: Column = True
        for field, node in rule.then.items():
            if isinstance(field.sort, range):
                value = compute(node, here)
                holds = holds & (value >= field.sort.start) & (value < field.sort.stop)
        return holds

    def _take(
        self, event: Event, own: Columns, points: Numbers, around: Mapping[Field, Column]
    ) -> Numbers:
        """Let an event happen at points; return who did it, at each, as a number."""
        before = {**{f: own[f][points] for f in self._read[event]}, **around}
        actor = np.full(len(points), -1)
        for machine in (m for m in self.machines if event in m.events):
            left = np.ones(len(points), bool)
            for rule in machine.rules_of(event):
                fits = left & self._fits(machine, rule, before)
                left &= ~fits
                actor[fits & (actor < 0)] = self.parties.index(str(rule.actor))
                if rule.target is not None:
                    own[machine.state][points[fits]] = code(rule.target)
                for field, node in rule.then.items():
                    value = np.broadcast_to(compute(node, before), len(points))
                    own[field][points[fits]] = value[fits]
        return actor

    @cached_property
    def _read(self) -> dict[Event, list[Field]]:
        """Return for each event which fields of a point its rules read."""
        found: dict[Event, dict[Field, None]] = {event: {} for event in self.flow.events}
        for machine, rule in self._rules():
            every = [
                machine.state,
                *(r.field for n in (rule.when, *rule.then.values()) for r in reads(n)),
            ]
            found[rule.event].update(dict.fromkeys(f for f in every if f in set(self.fields)))
        return {event: list(fields) for event, fields in found.items()}
