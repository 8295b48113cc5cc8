"""Events by what is typed of their names."""

from model.language.events import Event
from model.language.flow import Flow
from switchproof.terminal.errors import BadInput, unknown


def events_named(flow: Flow, name: str) -> list[Event]:
    """Return the event of that name, whole or a part that only one has; of a family, all."""
    found = [event for event in flow.events if name in (str(event), event.name)]
    found = found or [event for event in flow.events if name.lower() in str(event).lower()]
    if not found:
        raise unknown("event", name, map(str, flow.events))
    if len({event.name for event in found}) > 1:
        several = ", ".join(map(str, found))
        raise BadInput(f"'{name}' is part of several names: {several}; write one whole")
    return found


def event_named(flow: Flow, name: str) -> Event:
    """Return the only event that is meant; raises BadInput."""
    found = events_named(flow, name)
    if len(found) > 1:
        several = ", ".join(map(str, found))
        raise BadInput(f"'{name}' is part of several names: {several}; write one whole")
    return found[0]
