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
    changed,
)


def goes_on(state: Field, now: Enum, *following: Enum) -> Expression:
    """Say of a step that, where it leads a machine away from a state, it leads to one of these."""
    return (state.is_(now) & changed(state)).implies(after(state).in_(*following))


def acted_by(flow: Flow, event: Event, party: Party) -> Flow:
    """Return the flow in which another party performs an event."""
    swapped = replace(event, by=party)
    machines = [
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
    return flow.but(*machines)


def amiss(machine: Machine, event: Event, **changes: object) -> Machine:
    """Return the machine in which every rule of an event is changed so."""
    rules = (replace(rule, **changes) for rule in machine.rules_of(event))  # type: ignore[arg-type]
    return machine.instead(event, *rules)
