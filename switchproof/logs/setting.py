"""What a log is judged by, as it was asked: monitor, map, facts and deadlines."""

from argparse import Namespace
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from properties.analyses.monitor.monitor import Monitor
from switchproof.logs.basis import Basis
from switchproof.logs.facts import read_facts
from switchproof.logs.mapping import LogMap, check_words, read_map
from switchproof.logs.monitored import monitored
from switchproof.terminal.errors import BadInput, unknown

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECONDS = 600.0  # that a monitor may take; it is kept


@dataclass(frozen=True)
class Setting:
    """A monitor, a map, and what else verdicts rest on."""

    monitor: Monitor
    told: LogMap
    basis: Basis

    @property
    def fact_names(self) -> tuple[str, ...]:
        """Return the facts that events ask."""
        return tuple(dict.fromkeys(name for one in self.monitor.letters for name, _ in one.facts))


def setting_of(asked: Namespace) -> Setting:
    """Return what was asked; raises BadInput, and NoMonitor."""
    told = read_map(asked.map)
    as_of = None if asked.as_of is None else micro(_instant(asked.as_of))
    one, made = monitored(asked.flow, asked.interface, SECONDS)
    monitor, parties = made.monitor, tuple(map(str, one.flow.parties))
    events = tuple(dict.fromkeys(letter.event for letter in monitor.letters))
    check_words(told, events, (*parties, *(letter.actor for letter in monitor.letters)))
    late = {one.deadline: None for owed in monitor.waits for one in owed if one.deadline}
    basis = Basis(
        parties,
        read_facts(asked.facts, monitor) if asked.facts else (),
        told.events,
        told.actors,
        {one.late: _within(told, one.late, one.within, tuple(late)) for one in told.deadlines},
        {event: number for number, event in enumerate(told.order, 1)},
        as_of,
        asked.start == "any",
    )
    return Setting(monitor, told, basis)


def _instant(words: str) -> datetime:
    """Return an instant with its zone; raises BadInput."""
    try:
        found = datetime.fromisoformat(words)
    except ValueError as wrong:
        raise BadInput(
            f"'{words}' is no instant; write one such as 2026-11-30T09:00+00:00"
        ) from wrong
    if found.tzinfo is None:
        raise BadInput(f"'{words}' has no time zone; write it as {words}+00:00, say")
    return found


def micro(at: datetime) -> int:
    """Return an instant in microseconds since 1970."""
    return (at - EPOCH) // timedelta(microseconds=1)


def _within(told: LogMap, late: str, within: timedelta, known: tuple[str, ...]) -> int:
    if late not in known:
        raise BadInput(f"{told.name}: {unknown('deadline of the interface', late, known)}")
    return within // timedelta(microseconds=1)
