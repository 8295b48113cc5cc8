"""Whether the new flow can show some rows at the interface of CSS and DSP: a search, row by row.

It knows no automaton: it keeps the states in which a point may be, by the plain meaning of a step.
What facts say is put into each state. What no event of the interface asks for is left out, by hand:
how a request ended, and the copy. Points move nothing that others see, so one stands for all.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import permutations
from typing import Any

from model.css import messages
from model.css.entry import CSS_IN_SERVICE, CssEntry, css_entry
from model.css.flow import FLOW
from model.css.gateway import CSS_GATEWAY_IN_SERVICE, CssGateway, css_gateway
from model.css.late import ACCEPT_LATE, DISCARD, LATE
from model.css.reconciliation import RECONCILE, RECONCILIATION, Reconciliation, reconciliation
from model.css.registration import GAINS, MIDNIGHT, NOT_YET, REGISTRATIONS, ended
from model.css.sources import SOURCES_ACCEPTED, accepts_css
from model.language import POINT, Event, Field, Flow
from model.language.meaning import Move, State, World
from model.language.sorts import Value
from model.parties import SUPPLIERS

MACHINES = (
    *(SOURCES_ACCEPTED, CSS_IN_SERVICE, CSS_GATEWAY_IN_SERVICE, RECONCILIATION),
    *(GAINS, REGISTRATIONS, messages.MESSAGES, LATE),
)
PART = Flow("css", "A part of it", MACHINES, FLOW.parties, FLOW.sources)
WORLD = World(PART, (1,))
SEEN: dict[str, tuple[Event, ...]] = {
    messages.SEND.name: (messages.SEND, messages.SEND_FAULTY),
    **{
        event.name: (event,)
        for event in (
            *(messages.RETRY, messages.RESEND, messages.ACCEPT, messages.REFUSE, messages.LOAD),
            *(ACCEPT_LATE, DISCARD, RECONCILE),
        )
    },
    MIDNIGHT.name: tuple(MIDNIGHT[one] for one in SUPPLIERS),
}
VISIBLE = {event for some in SEEN.values() for event in some}
HIDDEN = [move for move in WORLD.moves if move.event.scope is POINT and move.event not in VISIBLE]
FACTS: dict[str, tuple[Field, Value, Value]] = {  # what it is where the fact holds, and where not
    "the gateway passes traffic": (css_gateway, CssGateway.UP, CssGateway.CONTROLLED),
    "the sender is admitted": (css_entry, CssEntry.LIVE, CssEntry.SUSPENDED),
    "the DSP accepts the CSS": (accepts_css, True, False),
}
Facts = tuple[bool, ...]  # in the order of FACTS


def put(state: State, values: Mapping[Field, Value]) -> State:
    changed = list(state)
    for field, value in values.items():
        changed[WORLD.slots[field, 0]] = value
    return tuple(changed)


def plain(state: State) -> State:
    """The state without what no event of the interface asks for."""
    forgotten = {ended[one]: NOT_YET for one in SUPPLIERS}
    around = {field: holds for field, holds, _ in FACTS.values()}
    return put(state, {**forgotten, **around, reconciliation: Reconciliation.DUE})


FIRST = plain(next(WORLD.initial_states()))


@cache
def unseen(state: State) -> frozenset[State]:
    """The states to which hidden steps lead."""
    found, waiting = {state}, [state]
    while waiting:
        here = waiting.pop()
        for move in HIDDEN:
            after = WORLD.outcome(here, move).after
            if after is not None and (new := plain(after)) not in found:
                found.add(new)
                waiting.append(new)
    return frozenset(found)


@cache
def after(state: State, event: Event, facts: Facts) -> frozenset[State]:
    """The states after an event is seen, and all that may follow unseen."""
    told = {
        f: yes if holds else no for (f, yes, no), holds in zip(FACTS.values(), facts, strict=True)
    }
    led = WORLD.outcome(put(state, told), Move(event, 0)).after
    return frozenset() if led is None else unseen(plain(led))


@cache
def led(states: frozenset[State], events: tuple[Event, ...], facts: Facts) -> frozenset[State]:
    return frozenset().union(*(after(s, event, facts) for s in states for event in events))


def first_impossible(rows: Sequence[Mapping[str, Any]], facts: Sequence[Facts]) -> int | None:
    """Which row, from 0, the flow cannot show after those before it; None where it shows all."""
    names = sorted({row["member"] for row in rows if row["member"] is not None})
    ways = [dict(zip(names, some, strict=False)) for some in permutations(SUPPLIERS, len(names))]
    shown = [_shown(rows, facts, way) for way in ways]
    return None if len(rows) in shown else max(shown)


def _shown(
    rows: Sequence[Mapping[str, Any]], facts: Sequence[Facts], way: Mapping[str, Any]
) -> int:
    states = unseen(FIRST)
    for number, (row, here) in enumerate(zip(rows, facts, strict=True)):
        events = tuple(e for e in SEEN[row["event"]] if str(e.by) == row["actor"])
        events = tuple(e for e in events if e.member in (None, way.get(row["member"])))
        states = led(states, events, here)
        if not states:
            return number
    return len(rows)
