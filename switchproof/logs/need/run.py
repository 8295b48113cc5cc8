"""`switchproof logs need`: what an interface wants of a log, before there is one."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from textwrap import wrap

from properties.analyses.monitor.wanted import JudgedDuty, LogNeeds, WantedEvent, wanted
from switchproof.deciding.load import load
from switchproof.deciding.one_line import in_one_line
from switchproof.logs.extra import need_extra
from switchproof.logs.mapping import NEEDED, LogMap, check_words, read_map
from switchproof.logs.monitored import NoMonitor, interface_of, monitored
from switchproof.logs.need.states import states
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED

WIDTH = 100
SECONDS = 600.0  # that a monitor may take; it is kept


def run(asked: Namespace) -> int:
    """Print what is wanted, and return the exit status; raises BadInput."""
    one = load(asked.flow)
    interface = interface_of(one, asked.interface)
    with in_one_line(asked.flow):
        found = wanted(one.flow, interface)
    parties = tuple(map(str, one.flow.parties))
    told = _map(asked.map, found, parties)
    unmapped, lines = _tried(asked.log, told or LogMap(), found, parties)
    print(f"{one.flow.name}, {interface.id}\n  {interface.sentence}")
    for line in (*_columns(found), *_events(found), *_facts(found), *_duties(found)):
        print(line)
    if asked.states:
        try:
            _, made = monitored(asked.flow, asked.interface, SECONDS)
        except NoMonitor as why:
            print(f"switchproof: {why}", file=sys.stderr)
            return UNDECIDED
        print(*states(made), sep="\n")
    status = AS_EXPECTED if told is None else _told_of(found, told)
    for line in lines:
        print(line)
    return SURPRISE if unmapped else status


def _tried(
    log: list[str], told: LogMap, found: LogNeeds, parties: tuple[str, ...]
) -> tuple[bool, list[str]]:
    """Tell whether the first rows of a log leave something unmapped, and what in lines."""
    if not log:
        return False, []
    need_extra()
    from switchproof.logs.need.trying import lines, tried

    said = tried(log, told, found, parties)
    return bool(said.unmapped), list(lines(said))


def _told_of(found: LogNeeds, told: LogMap) -> int:
    lacking = list(_lacking(found, told))
    print(f"\n{told.name} {'lacks:' if lacking else 'has all of it.'}")
    for line in lacking:
        print(f"  {line}")
    return SURPRISE if lacking else AS_EXPECTED


def _map(name: str | None, found: LogNeeds, parties: tuple[str, ...]) -> LogMap | None:
    if name is None:
        return None
    told = read_map(name)
    actors = tuple(actor for event in found.events for actor in event.actors)
    check_words(told, tuple(event.name for event in found.events), (*parties, *actors))
    return told


def _columns(found: LogNeeds) -> Iterator[str]:
    yield f"\nColumns: {', '.join(NEEDED)}{', member' if found.members else ''}"
    if found.members:
        yield f"  member: whose the event is, by any name; they are read as {_or(found.members)}."
        yield f"  A case with more than {len(found.members)} of them is unmapped."


def _events(found: LogNeeds) -> Iterator[str]:
    yield "\nEvents, all of them: a log without one would have lives depart that do not."
    width = max(len(event.name) for event in found.events)
    for event in found.events:
        yield f"  {event.name:{width}}  {_or(event.actors)}{_beside(event)}"


def _beside(event: WantedEvent) -> str:
    told = {
        "point": "",
        "provider": "a row in each case of its provider",
        "industry": "a row in every case",
    }[event.scope]
    said = ["with its member" if event.members else "", told]
    return "".join(f"; {one}" for one in said if one)


def _facts(found: LogNeeds) -> Iterator[str]:
    if not found.facts:
        yield "\nNo dated facts."
        return
    yield "\nDated facts (--facts); a case is unmapped from where an event asks one not known then:"
    for fact, events in found.facts.items():
        yield from _wrapped(f"  {fact}: asked by ", events)


def _duties(found: LogNeeds) -> Iterator[str]:
    yield "\nDuties that can be judged, if the map says by when and where that is written:"
    for one in found.judged:
        yield from _judged(one)
    if not found.judged:
        yield "  none"
    yield "\nDuties that cannot be judged at this interface:"
    for why in dict.fromkeys(found.unjudged.values()):
        names = tuple(name for name, one in found.unjudged.items() if one == why)
        yield from _wrapped(f"  {why}: ", names)


def _judged(one: JudgedDuty) -> Iterator[str]:
    duty = one.duty
    through = f" through the {duty.performer}" if duty.by_agent else ""
    yield f"  {duty.name}: {duty.obligor}{through} ({duty.cites})"
    yield f"    late at: {duty.deadline}"
    yield from _wrapped("    not without: ", one.events)


def _wrapped(first: str, words: Iterable[str]) -> Iterator[str]:
    yield from wrap("; ".join(words), WIDTH, initial_indent=first, subsequent_indent=" " * 6)


def _lacking(found: LogNeeds, told: LogMap) -> Iterator[str]:
    """Yield what a map lacks; where it names no events, the log's names are taken to be ours."""
    have = set(told.events.values())
    for event in found.events:
        if have and event.name not in have:
            lost = [one.duty.name for one in found.judged if event.name in one.events]
            besides = f"; without it not judged: {'; '.join(lost)}" if lost else ""
            yield f"the event '{event.name}', unless the log calls it just that{besides}"
    late = {one.late for one in told.deadlines}
    for one in found.judged:
        if str(one.duty.deadline) not in late:
            yield f"a deadline for '{one.duty.deadline}'; without it no verdict on {one.duty.name}"


def _or(words: tuple[str, ...]) -> str:
    return " or ".join(words)
