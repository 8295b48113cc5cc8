"""A flow with one change of which nothing is expected: without an event, or in another reading."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from model.language.claims import Variant
from model.language.doubts import Reading
from model.language.events import Event
from model.language.expressions import FALSE
from model.language.flow import Flow
from model.language.machines import Machine
from switchproof.deciding.events import events_named
from switchproof.deciding.load import Loaded
from switchproof.terminal.errors import BadInput, unknown


@dataclass(frozen=True)
class Change:
    """What is to be otherwise, by names: which events never happen, and how the text is read."""

    without: tuple[str, ...] = ()
    reading: str | None = None


@dataclass(frozen=True, eq=False)
class WhatIf(Variant):
    """A variant that need not break anything."""

    breaks: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Let it name no claim."""


def change_of(asked: Namespace) -> Change | None:
    """Return what is to be otherwise, if anything is."""
    if asked.without and asked.reading:
        raise BadInput("--without and --reading are two changes; ask for one at a time")
    given = Change(tuple(asked.without), asked.reading)
    return None if given == Change() else given


def what_if(one: Loaded, change: Change) -> WhatIf:
    """Return a flow so changed; raises BadInput.

    An event that never happens stays an event, so that claims may speak of it.
    """
    if change.reading is not None:
        reading = _reading(one, change.reading)
        assert reading.flow is not None
        return WhatIf(f"reading '{reading.name}'", reading.says, reading.flow, place=reading.place)
    events = _events(one, change)
    name = f"without {' and '.join(map(repr, map(str, events)))}"
    flow = one.flow.but(*(_never(machine, events) for machine in one.flow.machines))
    return WhatIf(name, "It can never happen.", flow, place=one.flow.place)


def _events(one: Loaded, change: Change) -> list[Event]:
    found = [event for name in change.without for event in events_named(one.flow, name)]
    return list(dict.fromkeys(found))


def _never(machine: Machine, events: list[Event]) -> Machine:
    """Return a machine in which no rule of some events ever fits."""
    rules = (replace(r, when=FALSE) if r.event in events else r for r in machine.transitions)
    return replace(machine, transitions=tuple(rules))


def so_changed(one: Loaded, change: Change | None) -> Flow:
    """Return the flow, changed if anything is to be otherwise."""
    return what_if(one, change).flow if change else one.flow


def to_draw(one: Loaded, change: Change) -> Flow:
    """Return a flow so changed, with no rule in it of what never happens."""
    if change.reading is not None:
        return so_changed(one, change)
    events = _events(one, change)
    kept = ((m, [t for t in m.transitions if t.event not in events]) for m in one.flow.machines)
    return one.flow.but(*(replace(m, transitions=tuple(rules)) for m, rules in kept))


def _reading(one: Loaded, name: str) -> Reading:
    named = {reading.name: reading for reading in one.readings}
    if name not in named and not named:
        cure = "write READINGS = (Reading(NAME, SAYS, FLOW.but(...)),)"
        raise BadInput(f"{one.source} declares no readings; {cure}")
    if name not in named:
        raise unknown("reading", name, named)
    return named[name]
