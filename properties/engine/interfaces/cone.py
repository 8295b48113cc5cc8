"""What decides whether some events may happen, and when: the fields, and the whole machines."""

from collections.abc import Iterable, Iterator

from model.language.asking import asked, bare_guard, staying_in_sort
from model.language.events import Event
from model.language.expressions import TRUE, Expression, Field, reads
from model.language.flow import Flow
from model.language.machines import Machine


def fields_behind(
    flow: Flow, events: Iterable[Event], unseen: frozenset[Field] = frozenset()
) -> frozenset[Field]:
    """Return the fields on which some events depend, through all that writes those.

    What is `unseen` is left out, and what only that depends on.
    """
    found: dict[Field, None] = {}
    seen, waiting = set[Event](), list(events)
    while waiting:
        event = waiting.pop()
        if event in seen:
            continue
        seen.add(event)
        deciding = _deciding(flow, event, found)
        new = [field for field in deciding if field not in found and field not in unseen]
        found.update(dict.fromkeys(new))
        waiting += [e for e, written in flow.writes.items() if not written.isdisjoint(found)]
        if new:  # an event looked at before may write what is new, and so read more
            seen -= {e for e in seen if not flow.writes[e].isdisjoint(new)}
    return frozenset(found)


def _deciding(flow: Flow, event: Event, wanted: Iterable[Field]) -> Iterator[Field]:
    """Yield what is read to see if an event may happen, and what it makes of the wanted."""
    refusing = set(may_refuse(flow, event))
    for machine in flow.machines:
        writes = not machine.writes(event).isdisjoint(wanted)
        if machine in refusing or writes:
            for rule in machine.rules_of(event):
                yield from _read(bare_guard(machine, rule))
                for field, node in rule.then.items():
                    if field in wanted or machine in refusing:
                        yield from _read(node)


def may_refuse(flow: Flow, event: Event) -> Iterator[Machine]:
    """Yield the machines that can refuse an event, also those that follow and leave a sort."""
    yield from asked(flow, event)
    yield from (m for m in flow.following(event) if staying_in_sort(m, event) is not TRUE)


def machines_behind(flow: Flow, events: Iterable[Event]) -> tuple[Machine, ...]:
    """Return the machines on which some events depend, each with all its events."""
    found: dict[Machine, None] = {}
    waiting = [machine for event in events for machine in may_refuse(flow, event)]
    while waiting:
        machine = waiting.pop()
        if machine in found:
            continue
        found[machine] = None
        nodes = (n for rule in machine.transitions for n in (rule.when, *rule.then.values()))
        waiting += [flow.machine_of[field] for node in nodes for field in _read(node)]
        waiting += [m for event in machine.events for m in may_refuse(flow, event)]
    return tuple(machine for machine in flow.machines if machine in found)


def _read(node: Expression) -> Iterator[Field]:
    return (read.field for read in reads(node))
