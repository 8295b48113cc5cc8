"""Execution: a flow walked step by step with `transitions`, from its definition alone.

Each machine becomes one `transitions` machine with a seat for each owner; the states kept and
moved are those of the seats. A step fires every machine that must take part, then those that
follow; where one refuses, all are put back, and there is one kind of refusal, `Refused`.
"""

import random
from collections.abc import Mapping
from enum import Enum
from functools import partial

import transitions

from model.done import Done
from model.language.events import Event, Scope
from model.language.expressions import Expression, Field, conjuncts
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.meaning import Move, State, Taken, World, dealt_out
from model.language.parties import Party
from model.language.sorts import Value, belongs, words_of
from model.language.transitions import Transition
from model.refused import Refused, machine_of, no_event


class Seat:
    """One machine of one owner: `transitions` keeps its state here, beside its other fields."""

    state: Value

    def __init__(self, owner: int) -> None:
        self.owner = owner
        self.fields: dict[Field, Value] = {}


class Walk:
    """A flow in motion; points are dealt out to the providers in turn, or `shape` says how.

    `starts` chooses among several first values of a field (the first is taken otherwise), for
    all owners alike; `first` gives the whole first state, as a run that is replayed has it.
    """

    def __init__(
        self,
        flow: Flow,
        points: int = 1,
        providers: int = 1,
        *,
        shape: tuple[int, ...] | None = None,
        starts: Mapping[Field, Value] | None = None,
        first: State | None = None,
    ) -> None:
        self.flow = flow
        self.world = World(flow, shape or dealt_out(points, providers))
        self.history: list[Done] = []
        self._events = {str(event): event for event in flow.events}
        self._seats = {m: [Seat(o) for o in self.world.owners(m.scope)] for m in flow.machines}
        self._engines: dict[Machine, transitions.Machine] = {}
        self.put(first or _first(self.world, starts or {}))

    def _engine(self, machine: Machine) -> transitions.Machine:
        """Return what moves a machine, made as it moves first: a run leaves most as they are."""
        if machine not in self._engines:
            self._engines[machine] = self._made(machine)
        return self._engines[machine]

    def _made(self, machine: Machine) -> transitions.Machine:
        sort = machine.state.sort
        assert isinstance(sort, type)
        assert issubclass(sort, Enum)
        engine = transitions.Machine(None, states=sort, send_event=True, auto_transitions=False)
        for rule in machine.transitions:
            engine.add_transition(
                _trigger(rule.event),
                list(rule.source),
                rule.target,
                conditions=[partial(self._holds, machine.scope, c) for c in conjuncts(rule.when)],
                before=partial(self._note, machine, rule),
            )
        for seat in self._seats[machine]:
            engine.add_model(seat, initial=seat.state)  # type: ignore[arg-type]
        return engine

    def _holds(self, scope: Scope, node: Expression, at: transitions.EventData) -> bool:
        return bool(self.world.compute(node, self._before, scope, _owner(at)))

    def _note(self, machine: Machine, rule: Transition, at: transitions.EventData) -> None:
        self._taken.append(Taken(machine, _owner(at), rule))

    @property
    def state(self) -> State:
        """Return the values of all fields, in the order of `World.slots`."""
        return tuple(self.read(field, owner) for field, owner in self.world.slots)

    def read(self, field: Field, at: int = 0) -> Value:
        """Return what a field holds at the point or provider of that number, from 0."""
        machine = machine_of(self.flow, field)
        seat = self._seats[machine][at]
        return seat.state if field is machine.state else seat.fields[field]

    def put(self, state: State) -> None:
        """Set every seat to a state; it is also what guards and effects read from now on."""
        for (field, owner), number in self.world.slots.items():
            self._set(field, owner, state[number])
        self._before = state

    def _set(self, field: Field, owner: int, value: Value) -> None:
        machine = self.flow.machine_of[field]
        seat = self._seats[machine][owner]
        if field is machine.state:
            seat.state = value
        else:
            seat.fields[field] = value

    def take(self, event: Event | str, at: int = 0) -> Done:
        """Let an event happen at a point or provider (from 0); raise Refused, changing nothing."""
        move, before = self._move(event, at), self._before
        try:
            taken = self._fire(move)
        except BaseException:  # an interrupt, too, leaves nothing half done
            self._undo()
            raise
        self._before = self.state
        self.history.append(Done(len(self.history) + 1, move, taken, before, self._before))
        return self.history[-1]

    def _fire(self, move: Move) -> tuple[Taken, ...]:
        self._taken: list[Taken] = []
        event, world = move.event, self.world
        owners = [
            (m, world.owner(m.scope, event.scope, move.home)) for m in self.flow.taking_part(event)
        ]
        if not all(self._trigger(m, owner, event) for m, owner in owners):
            raise Refused(world, move, world.outcome(self._before, move).refusals)
        for machine in self.flow.following(event):
            for owner in world.below(event, move.home, machine.scope):
                self._trigger(machine, owner, event)
        for one in self._taken:
            self._write(one, move)
        return tuple(self._taken)

    def _undo(self) -> None:
        """Put back what the machines that took part have done."""
        for one in self._taken:
            for field in (one.machine.state, *one.rule.then):
                self._set(field, one.owner, self._before[self.world.slots[field, one.owner]])

    def _trigger(self, machine: Machine, owner: int, event: Event) -> bool:
        moving = self._engine(machine).events[_trigger(event)]
        try:
            return moving.trigger(self._seats[machine][owner])
        except transitions.MachineError:  # no transition from this state
            return False

    def _write(self, one: Taken, move: Move) -> None:
        for field, node in one.rule.then.items():
            value = self.world.compute(node, self._before, one.machine.scope, one.owner)
            if not belongs(value, field.sort):
                raise Refused(self.world, move, self.world.outcome(self._before, move).refusals)
            self._set(field, one.owner, value)

    def _move(self, event: Event | str, at: int) -> Move:
        found = self._events.get(str(event))
        if found is None or (isinstance(event, Event) and found != event):
            raise LookupError(no_event(self.flow, event))
        owners = len(self.world.owners(found.scope))
        if at not in range(owners):
            whom = found.scope.name.lower()
            raise LookupError(f"'{event}' is of one {whom}, 0 to {owners - 1} here, not {at}")
        return Move(found, at)

    def refusal(self, event: Event | str, at: int = 0) -> Refused | None:
        """Return why an event cannot happen now, or None where it can; nothing changes."""
        move = self._move(event, at)
        try:
            self._fire(move)
        except Refused as refused:
            return refused
        finally:
            self._undo()
        return None

    def can(self, event: Event | str, at: int = 0) -> bool:
        """Tell whether an event can happen now."""
        return self.refusal(event, at) is None

    def possible(self) -> list[Move]:
        """Return all that can happen now, in order of definition."""
        return [move for move in self.world.moves if self.can(move.event, move.home)]

    @property
    def breaches(self) -> list[tuple[int, str, Party | None]]:
        """Return each breach so far: the number of the step, the duty, and who did it."""
        return [(done.number, duty, done.actor) for done in self.history for duty in done.breaches]

    def back(self) -> None:
        """Take the last step back; does nothing at the start."""
        if self.history:
            self.put(self.history.pop().before)

    def stroll(self, steps: int, seed: int) -> list[Done]:
        """Take steps at random, the same for the same seed; fewer where nothing is possible."""
        chance = random.Random(seed)
        found: list[Done] = []
        while len(found) < steps and (possible := self.possible()):
            move = chance.choice(possible)
            found.append(self.take(move.event, move.home))
        return found


def _owner(at: transitions.EventData) -> int:
    assert isinstance(at.model, Seat)
    return at.model.owner


def _trigger(event: Event) -> str:
    """Return a name that is no attribute of a seat, since `transitions` makes methods of names."""
    return f"take {event}"


def _first(world: World, starts: Mapping[Field, Value]) -> State:
    for field, value in starts.items():
        if machine_of(world.flow, field) and value not in world.flow.initials(field):
            raise LookupError(f"'{field.name}' never starts as {words_of(value)} in this flow")
    return tuple(starts.get(f, world.flow.initials(f)[0]) for f, _ in world.slots)
