"""What a log shows of a walk: events by the names of an interface, and facts with dates."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from model.language.events import Event, Scope
from model.language.expressions import Expression, Field, Named, Read, reads
from model.language.flow import Flow
from model.language.interfaces import Fact, LoggedInterface
from model.language.machines import Machine
from model.language.sorts import words_of
from switchproof.logs.simulate.surroundings import Surroundings
from switchproof.terminal.errors import BadInput

Dated = tuple[
    str | None, str, str | None, int, int | None
]  # party, fact, value, from, until before


def names_of(flow: Flow, interface: LoggedInterface | None) -> dict[Event, str]:
    """Return under which name a log shows an event; every event of a point without an interface."""
    if interface is None:
        return {event: event.name for event in flow.events if event.scope is Scope.POINT}
    names = zip(interface.visible, interface.labels_of(), strict=True)
    return {event: name for name, events in names for event in events}


def provider_name(number: int) -> str:
    """Return what a provider is called in a simulated log."""
    return f"RDP {number + 1:02}"


def facts_of(
    around: Surroundings, interface: LoggedInterface | None, machines: Sequence[Machine]
) -> Iterator[Dated]:
    """Yield what held of the surroundings, from when until when: half-open, the last without end.

    Of a condition the spans in which it held; of a field, each value.
    """
    flow = around.flow
    for fact in interface.facts if interface else _read_by(flow, machines):
        node = fact if isinstance(fact, Named) else Read(fact)
        scope = _scope(flow, node)
        for owner in around.world.owners(scope):
            party = provider_name(owner) if scope is Scope.PROVIDER else None
            for value, begin, end in _spans(around, node, scope, owner):
                told = None if value is True else words_of(value)  # type: ignore[arg-type]
                if value is not False:
                    name = fact.words if isinstance(fact, Named) else fact.name
                    yield party, name, told, begin, None if end == around.end else end


def _spans(
    around: Surroundings, node: Expression, scope: Scope, owner: int
) -> Iterator[tuple[object, int, int]]:
    states = [(around.begin, around.first), *((step.time, step.after) for step in around.steps)]
    values = [(t, around.world.compute(node, s, scope, owner)) for t, s in states]
    groups = [(value, next(some)[0]) for value, some in groupby(values, key=itemgetter(1))]
    ends = [*(begin for _, begin in groups[1:]), around.end]
    return ((value, begin, end) for (value, begin), end in zip(groups, ends, strict=True))


def _scope(flow: Flow, node: Expression) -> Scope:
    scope = min(flow.scope_of(read.field) for read in reads(node))
    if scope is Scope.POINT:
        raise BadInput(f"{flow.name}: '{node}' is of a point; a log has it in its rows, not beside")
    return scope


def _read_by(flow: Flow, machines: Sequence[Machine]) -> Iterator[Fact]:
    rules = [rule for machine in machines for rule in machine.transitions]
    nodes = [node for rule in rules for node in (rule.when, *rule.then.values())]
    found: dict[Field, None] = {read.field: None for node in nodes for read in reads(node)}
    return (field for field in found if flow.scope_of(field) is not Scope.POINT)
