"""A flow in which each visible event is as many events as it has letters.

It is what the search for the automaton goes over; nothing that is proved rests on it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from model.language.conditions import all_of
from model.language.events import Event
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.transitions import Transition
from properties.engine.interfaces.letters import Symbol, widest

Parts = Mapping[Event, Sequence[tuple[Event, Symbol]]]


def split(flow: Flow, symbols: Sequence[Symbol]) -> tuple[Flow, dict[Event, Symbol]]:
    """Return the flow with an event for each letter, and which letter each is."""
    parts: dict[Event, list[tuple[Event, Symbol]]] = {}
    for symbol in symbols:
        for event in symbol.events:
            name = f"{event.name}; {symbol.name}"
            parts.setdefault(event, []).append((replace(event, name=name), symbol))
    machines = [_split(flow, machine, parts) for machine in flow.machines]
    made = replace(flow, machines=machines, duties=tuple(duty.bare() for duty in flow.duties))
    return made, {one: symbol for some in parts.values() for one, symbol in some}


def _split(flow: Flow, machine: Machine, parts: Parts) -> Machine:
    if parts.keys().isdisjoint(machine.events):
        return machine
    rules = list[Transition]()
    for rule in machine.transitions:
        rules += [_taken(flow, machine, rule, *one) for one in parts.get(rule.event, ())]
        rules += [] if rule.event in parts else [rule]
    return replace(machine, transitions=tuple(rules))


def _taken(
    flow: Flow, machine: Machine, rule: Transition, event: Event, symbol: Symbol
) -> Transition:
    """Return a rule at a letter, with its facts where the machine must take part and sees them.

    One that follows would seem free to stay if it were asked for them.
    """
    seen = rule.event.scope <= machine.scope <= widest(flow, symbol)
    when = all_of(rule.when, symbol.when) if seen else rule.when
    return replace(rule, event=event, when=when, by=rule.by or rule.event.by)
