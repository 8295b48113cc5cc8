"""What an event does, and who does it: bodies of claims, and flows in which that is amiss."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum

from model.language import (
    TRUE,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Party,
    after,
    all_of,
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


def done_by(actors: Mapping[Party, tuple[Event, ...]]) -> Callable[[Flow], Expression]:
    """Return a body that says of a flow: none of these events is done by anybody else.

    Who acts is no part of a state. So the rules of the flow are compared with the table, and
    what the claim says is that no event happens of which some rule names another actor.
    """
    named = {str(event): party for party, events in actors.items() for event in events}

    def body(flow: Flow) -> Expression:
        wrong = dict.fromkeys(
            rule.event
            for _, rule in flow.rules()
            if rule.actor is not named.get(str(rule.event), rule.actor)
        )
        return all_of(TRUE, *(~happens(event) for event in wrong))

    return body


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
