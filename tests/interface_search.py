"""Whether a flow can show some rows at an interface: a search, row by row, that knows no automaton.

It keeps the states in which a point may be, by the plain meaning of a step, in a world of one
point. Of what facts tell no rule is followed, unless that is asked: the fields that they read are
anything, and at a row what its facts say. Which machines matter, and what of them no event of the
interface asks for, is said by hand.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import permutations, product
from typing import Any

from model.language import Event, Field, Flow, Machine, Scope
from model.language.expressions import Expression, Named, reads
from model.language.interfaces import LoggedInterface
from model.language.meaning import Move, State, World
from model.language.sorts import Value, members
from model.parties import SUPPLIERS

Facts = frozenset[tuple[str, bool | str]]  # those that are told
States = frozenset[State]
NO_FACTS: Facts = frozenset()


@dataclass(frozen=True, eq=False)
class Part:
    """Machines of a flow that move with no others; of some fields only one value counts."""

    flow: Flow
    machines: tuple[Machine, ...]
    interface: LoggedInterface
    forgotten: Mapping[Field, Value]
    followed: bool

    @cached_property
    def world(self) -> World:
        whole = self.flow
        return World(Flow(whole.name, "A part", self.machines, whole.parties, whole.sources), (1,))

    @cached_property
    def facts(self) -> dict[str, Named]:
        """The facts that this part can tell."""
        named = (one for one in self.interface.facts if isinstance(one, Named))
        own = set(self.world.flow.fields)
        return {one.words: one for one in named if _fields(one) <= own}

    @cached_property
    def free(self) -> tuple[Field, ...]:
        """The fields that are anything."""
        read = {one.field: None for fact in self.facts.values() for one in reads(fact)}
        return () if self.followed else tuple(read)

    @cached_property
    def hidden(self) -> list[Move]:
        """What is not seen, and moves more than what is anything."""
        seen = {event for some in self.interface.labels_of() for event in some}
        free = set(self.free)
        machines = [one for one in self.world.flow.machines if one.state not in free]
        moving = {event for one in machines for event in one.events}
        return [move for move in self.world.moves if move.event in moving - seen]

    @cached_property
    def first(self) -> States:
        firsts = map(self.plain, self.world.initial_states())
        return frozenset().union(*map(self.unseen, firsts))

    def plain(self, state: State) -> State:
        """The state without what no event of the interface asks for."""
        free = {field: members(field.sort)[0] for field in self.free}
        return self._put(state, {**free, **self.forgotten})

    def _put(self, state: State, values: Mapping[Field, Value]) -> State:
        changed = list(state)
        for field, value in values.items():
            changed[self.world.slots[field, 0]] = value
        return tuple(changed)

    @cache  # noqa: B019
    def _asked(self, event: Event) -> tuple[Field, ...]:
        """The free fields that may bear on an event here."""
        machines = [one for one in self.world.flow.machines if event in one.events]
        rules = [rule for machine in machines for rule in machine.rules_of(event)]
        nodes = [node for rule in rules for node in (rule.when, *rule.then.values())]
        read = {field for node in nodes for field in _fields(node)}
        return tuple(f for f in self.free if f in read | {machine.state for machine in machines})

    @cache  # noqa: B019
    def _settings(self, event: Event, facts: Facts) -> list[dict[Field, Value]]:
        """Anything that the free fields may hold, as far as it fits the facts."""
        asked, some = self._asked(event), next(self.world.initial_states())
        every = product(*(members(field.sort) for field in asked))
        puts = [dict(zip(asked, values, strict=True)) for values in every]
        return [one for one in puts if self.followed or self._fits(self._put(some, one), facts)]

    def _fits(self, state: State, facts: Facts) -> bool:
        told = ((self.facts[name], holds) for name, holds in facts)
        return all(self.world.compute(fact, state, Scope.POINT, 0) is v for fact, v in told)

    @cache  # noqa: B019
    def _bearing(self, event: Event, facts: Facts) -> Facts:
        """Those of the facts that bear on an event here."""
        mine = [(name, holds) for name, holds in facts if name in self.facts]
        asked = set(self._asked(event))
        return frozenset(
            one for one in mine if self.followed or _fields(self.facts[one[0]]) <= asked
        )

    def led(self, state: State, move: Move, facts: Facts) -> States:
        """The states to which one event leads."""
        ways = (self._put(state, one) for one in self._settings(move.event, facts))
        fit = (way for way in ways if not self.followed or self._fits(way, facts))
        after = (self.world.outcome(way, move).after for way in fit)
        return frozenset(self.plain(one) for one in after if one is not None)

    @cache  # noqa: B019
    def unseen(self, state: State) -> States:
        """This state and those to which hidden steps lead."""
        found, waiting = {state}, [state]
        for here in waiting:  # which grows
            new = self._hidden(here) - found
            found |= new
            waiting += new
        return frozenset(found)

    @cache  # noqa: B019
    def _hidden(self, state: State) -> States:
        return frozenset().union(*(self.led(state, move, NO_FACTS) for move in self.hidden))

    @cache  # noqa: B019
    def _shown(self, state: State, event: Event, facts: Facts) -> States:
        led = self.led(state, Move(event, 0), facts)
        return frozenset().union(*map(self.unseen, led))

    def after(self, states: States, events: Iterable[Event], facts: Facts) -> States:
        """The states after one of some events is seen, and all that may follow unseen."""
        return self._after(states, frozenset((e, self._bearing(e, facts)) for e in events))

    @cache  # noqa: B019
    def _after(self, states: States, events: frozenset[tuple[Event, Facts]]) -> States:
        return frozenset().union(*(self._shown(s, *one) for s in states for one in events))


def _fields(node: Expression) -> set[Field]:
    return {one.field for one in reads(node)}


class Searched:
    """An interface, searched in parts that have neither an event nor a field in common."""

    def __init__(
        self,
        flow: Flow,
        interface: LoggedInterface,
        *parts: tuple[Machine, ...],
        forgotten: Mapping[Field, Value] | None = None,
        followed: bool = False,
    ) -> None:
        self.interface = interface
        self.parts = [Part(flow, some, interface, forgotten or {}, followed) for some in parts]
        for of in ("events", "fields"):
            every = [one for part in self.parts for one in getattr(part.world.flow, of)]
            assert len(set(every)) == len(every), f"two parts have {of} in common"
        self.facts = tuple(fact.words for fact in interface.facts if isinstance(fact, Named))

    def first_impossible(
        self, rows: Sequence[Mapping[str, Any]], facts: Sequence[Facts]
    ) -> int | None:
        """Which row, from 0, cannot be shown after those before it; None where all can be."""
        names = sorted({row["member"] for row in rows if row["member"] is not None})
        ways = [
            dict(zip(names, some, strict=False)) for some in permutations(SUPPLIERS, len(names))
        ]
        shown = [self._shown(rows, facts, way) for way in ways]
        return None if len(rows) in shown else max(shown)

    def _shown(
        self, rows: Sequence[Mapping[str, Any]], facts: Sequence[Facts], way: Mapping[str, Any]
    ) -> int:
        states = [part.first for part in self.parts]
        for number, (row, here) in enumerate(zip(rows, facts, strict=True)):
            events = tuple(e for e in self._named(row["event"]) if str(e.by) == row["actor"])
            events = tuple(e for e in events if e.member in (None, way.get(row["member"])))
            states = [
                self._step(*one, events, here) for one in zip(self.parts, states, strict=True)
            ]
            if not events or not all(states):
                return number
        return len(rows)

    def _named(self, name: str) -> tuple[Event, ...]:
        labels = zip(self.interface.visible, self.interface.labels_of(), strict=True)
        return next((events for label, events in labels if label == name), ())

    @staticmethod
    def _step(part: Part, states: States, events: tuple[Event, ...], facts: Facts) -> States:
        mine = tuple(event for event in events if event in part.world.flow.events)
        return part.after(states, mine, facts) if mine else states
