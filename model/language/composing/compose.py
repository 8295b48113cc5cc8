"""One flow of several, and of machines that join them; nothing is shared that is not listed.

Machines move together where they have an event in common, so a name that two flows happen to have
in common would be a handshake that nobody meant, and under which perhaps nothing happens.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from model.language.composing.common import Common
from model.language.composing.rules import laid
from model.language.duties import Duty
from model.language.errors import IllFormed
from model.language.events import Event
from model.language.expressions import Expression, Field, as_expression, need_truth
from model.language.families import all_members, no_family
from model.language.flow import Flow
from model.language.given import as_tuple, check_kind, shown
from model.language.machines import Machine
from model.language.sorts import Value
from model.language.sources import Source

Laid = Mapping[Event | tuple[Event, ...], Expression]


def compose(
    name: str,
    title: str,
    *parts: Flow | Machine,
    shared: Sequence[Machine | Event] = (),
    joined: Sequence[Machine | Duty] = (),
    during: Laid | None = None,
) -> Flow:
    """Return one flow of several, and of further machines, which may read what any of them has.

    `shared` lists each machine, with its fields, and each event that the flows have in common;
    parties and duties that are one object need not be listed. `joined` are machines and duties
    that stand in place of all those of their name, such as the union of two machines on one state.
    `during` lays a condition on the rules of events. All other common names are refused.
    """
    where = f"composed flow '{name}'"
    for part in parts:
        if not isinstance(part, Flow):
            check_kind(part, Machine, f"{where}: each part is a flow, or", None)
    common = Common(
        where,
        [part for part in parts if isinstance(part, Flow)],
        _listed(where, "shared", shared, Machine, Event),
        _listed(where, "joined", joined, Machine, Duty),
    )
    common.check()
    conditions = _conditions(where, during or {})
    machines = [laid(machine, conditions) for machine in common.machines(parts)]
    made = _together(name, title, machines, common)
    for event in conditions:
        if event not in made.events:
            raise IllFormed(f"{where} has no event '{event}' to lay a condition on")
    return made


def _together(name: str, title: str, machines: Sequence[Machine], common: Common) -> Flow:
    where, flows = common.where, common.flows
    found = Flow(
        name,
        title,
        machines,
        tuple(dict.fromkeys(party for flow in flows for party in flow.parties)),
        _sources(where, flows),
        common.duties(),
        tuple(dict.fromkeys(bound for flow in flows for bound in flow.bounds)),
    )
    return replace(found, starts=_starts(where, flows, found))


def _listed(where: str, told: str, things: object, *kinds: type) -> tuple[Any, ...]:
    listed = all_members(as_tuple(things, f"{where}: '{told}'", None))
    for one in listed:
        if not isinstance(one, kinds):
            wanted = " or ".join(kind.__name__.lower() for kind in kinds)
            raise IllFormed(f"{where}: '{told}' lists what is no {wanted}: {shown(one)}")
    return listed


def _conditions(where: str, during: Laid) -> dict[Event, Expression]:
    if not isinstance(during, Mapping):
        message = f"{where}: 'during' is written {{event: condition}}, not {shown(during)}"
        raise IllFormed(message)
    found: dict[Event, Expression] = {}
    for key, condition in during.items():
        need_truth(condition, f"{where}: what is laid on rules")
        told = f"{where}: the events of 'during'"
        for event in all_members((key,) if isinstance(key, Event) else as_tuple(key, told, None)):
            check_kind(event, Event, f"{told}: each", None)
            if event in found:
                raise IllFormed(f"{where}: two conditions are laid on '{event}'; join them by &")
            found[event] = _of(where, event, as_expression(condition))
    return found


def _of(where: str, event: Event, condition: Expression) -> Expression:
    if event.member is None:
        no_family(condition, f"{where}: what is laid on '{event}'")
        return condition
    return condition.at(event.member)


def _sources(where: str, flows: Iterable[Flow]) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    for flow in flows:
        assert isinstance(flow.sources, Mapping)
        for key, source in flow.sources.items():
            if found.setdefault(key, source) != source:
                raise IllFormed(f"{where}: two sources are called '{key}'; give one another id")
    return tuple(found.values())


def _starts(where: str, flows: Iterable[Flow], found: Flow) -> dict[Field, tuple[Value, ...]]:
    starts: dict[Field, tuple[Value, ...]] = {}
    for flow, field in _fields(flows):
        if field in found.machine_of:
            values = flow.initials(field)
            if set(starts.setdefault(field, values)) != set(values):
                cure = "let one of them start as the other does, with .starting(...)"
                raise IllFormed(f"{where}: its flows start '{field.name}' differently; {cure}")
    return {field: values for field, values in starts.items() if values != field.initials}


def _fields(flows: Iterable[Flow]) -> Iterator[tuple[Flow, Field]]:
    return ((flow, field) for flow in flows for field in flow.fields)
