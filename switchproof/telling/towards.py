"""Towards whom a step is, for an arrow in a picture.

It is towards whoever its sentence names. Where it names nobody, it is towards whoever acts next, in
this run, on what it changed; that machines of several take part in a step is no message.
"""

import re
from collections.abc import Sequence

from model.done import Done
from model.language.events import Event
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.parties import Party
from switchproof.telling.sentences import capital

TIME = "clock"  # who acts under this name is nobody, and has no lane


def act(done: Done) -> str:
    """Return what is done, without who does it where the sentence begins with that."""
    return _act(done.move.event, done.actor)


def _act(event: Event, actor: Party | None) -> str:
    told = event.told
    return capital(told.removeprefix("{by} ") if told else str(event)).replace("{by}", str(actor))


def named(flow: Flow, done: Done) -> str:
    """Return the party that the sentence names first, beside who acts; the longest name of it."""
    return named_in(flow, done.move.event, done.actor)


def named_in(flow: Flow, event: Event, actor: Party | None) -> str:
    """Return the party that an event's sentence names first, beside who acts."""
    names = {str(party) for party in flow.parties} - {TIME, str(actor)}
    told = _act(event, actor)
    said = {name: re.search(rf"\b{re.escape(name)}\b", told) for name in names}
    found = [(at.start(), -len(name), name) for name, at in said.items() if at]
    return min(found)[2] if found else ""


def next_on_it(done: Done, later: Sequence[Done]) -> str:
    """Return who acts next on what a step changed, if it is another and not time."""
    changed = _changed(done)
    for one in later:
        if changed & {(taken.machine, taken.owner) for taken in one.taken}:
            alike = one.actor is None or str(one.actor) in (TIME, str(done.actor))
            return "" if alike else str(one.actor)
    return ""


def _changed(done: Done) -> set[tuple[Machine, int]]:
    return {
        (taken.machine, taken.owner)
        for taken in done.taken
        if taken.rule.moves and not taken.machine.observer
    }
