"""What an event does, and who does it: bodies of claims, and flows in which that is amiss."""

from dataclasses import replace
from enum import Enum

from model.language import (
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Party,
    after,
    any_of,
    happens,
)


def goes(state: Field, *sources: Enum, to: Enum) -> Expression:
    """Say of a step that it leads a machine from one of these states to that one."""
    return state.in_(*sources) & after(state).is_(to)


def each(*rows: tuple[Event, Expression]) -> Expression:
    """Say what each event does, as one claim: where one of them happens, it happens so."""
    events = (event for event, _ in rows)
    return happens(*events).implies(any_of(*(happens(event) & so for event, so in rows)))


def acted_by(flow: Flow, event: Event, party: Party) -> Flow:
    """Return the flow in which another party performs an event."""
    swapped = replace(event, by=party)
    changed = [
        replace(
            machine,
            transitions=[
                replace(rule, event=swapped) if rule.event == event else rule
                for rule in machine.transitions
            ],
        )
        for machine in flow.machines
        if event in machine.events
    ]
    return flow.but(*changed)


def amiss(machine: Machine, event: Event, **changes: object) -> Machine:
    """Return the machine in which every rule of an event is changed so."""
    rules = (replace(rule, **changes) for rule in machine.rules_of(event))  # type: ignore[arg-type]
    return machine.instead(event, *rules)
