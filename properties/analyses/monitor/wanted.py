"""What a log must show for an interface, and which duties of a point can be judged by it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.language.duties import Duty
from model.language.events import Event
from model.language.expressions import Field, reads
from model.language.flow import Flow
from model.language.interfaces import LoggedInterface
from properties.analyses.monitor.owing import Duties
from properties.engine.interfaces.cone import fields_behind
from properties.engine.interfaces.letters import Symbol, symbols_of
from properties.engine.interfaces.split import split


@dataclass(frozen=True)
class WantedEvent:
    """An event by its name in a log: who acts, whose it may be, and which facts it asks."""

    name: str
    actors: tuple[str, ...]
    members: tuple[str, ...]
    facts: tuple[str, ...]
    scope: str


@dataclass(frozen=True)
class JudgedDuty:
    """A duty that can be judged, and the events without which it cannot."""

    duty: Duty
    events: tuple[str, ...]


@dataclass(frozen=True)
class LogNeeds:
    """All that an interface wants, and why each other duty cannot be judged."""

    events: tuple[WantedEvent, ...]
    judged: tuple[JudgedDuty, ...]
    unjudged: dict[str, str]

    @property
    def facts(self) -> dict[str, tuple[str, ...]]:
        """Return each dated fact, with the events that ask it."""
        names = dict.fromkeys(fact for event in self.events for fact in event.facts)
        return {n: tuple(e.name for e in self.events if n in e.facts) for n in names}

    @property
    def members(self) -> tuple[str, ...]:
        """Return the members that the flow has, such as its suppliers."""
        return tuple(dict.fromkeys(one for event in self.events for one in event.members))


def wanted(flow: Flow, interface: LoggedInterface) -> LogNeeds:
    """Return what an interface of a flow wants; raises IllFormed where it does not fit."""
    symbols = symbols_of(flow, interface)
    made, letters = split(flow, symbols)
    kept = fields_behind(made, letters, interface.of_facts | set(interface.unseen))
    judged, unjudged = Duties(flow, ()).judged(kept)
    events = tuple(_event(name, symbols) for name in interface.visible)
    seen = {name: _of(name, symbols) for name in interface.visible}
    return LogNeeds(events, tuple(_judged(flow, duty, seen) for duty in judged), unjudged)


def _event(name: str, symbols: Sequence[Symbol]) -> WantedEvent:
    mine = [one for one in symbols if one.seen == name]
    return WantedEvent(
        name,
        tuple(dict.fromkeys(one.actor for one in mine)),
        tuple(dict.fromkeys(one.member for one in mine if one.member is not None)),
        tuple(dict.fromkeys(fact for one in mine for fact, _ in one.facts)),
        max(event.scope for one in mine for event in one.events).name.lower(),
    )


def _of(name: str, symbols: Sequence[Symbol]) -> list[Event]:
    return [event for one in symbols if one.seen == name for event in one.events]


def _judged(flow: Flow, duty: Duty, seen: dict[str, list[Event]]) -> JudgedDuty:
    fields: set[Field] = {one.field for one in reads(duty.outstanding)}
    needed = (name for name, some in seen.items() if _bears(flow, duty, some, fields))
    return JudgedDuty(duty, tuple(needed))


def _bears(flow: Flow, duty: Duty, events: Iterable[Event], fields: set[Field]) -> bool:
    return any(e in duty.marking or not fields.isdisjoint(flow.writes[e]) for e in events)
