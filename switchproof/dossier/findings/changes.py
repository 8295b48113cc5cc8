"""Changes that cures make, each of whatever flow it is given, so that one can follow another."""

from collections.abc import Callable
from dataclasses import replace

from model.language import Duty, Event, Flow, Machine, Transition

Change = Callable[[Flow], Flow]


def as_it_stands(flow: Flow) -> Flow:
    """Return the flow, which has the words already."""
    return flow


def of_rules(machine: Machine, event: Event, change: Callable[[Transition], Transition]) -> Change:
    """Return the change of each rule that the machine of that name has for an event."""

    def changed(flow: Flow) -> Flow:
        mine = _called(flow, machine)
        return flow.but(mine.instead(event, *map(change, mine.rules_of(event))))

    return changed


def instead(machine: Machine, event: Event, *rules: Transition) -> Change:
    """Return the change that gives the machine of that name other rules for an event."""
    return lambda flow: flow.but(_called(flow, machine).instead(event, *rules))


def without(event: Event, *machines: Machine) -> Change:
    """Return the change that leaves the rules for an event out of machines of these names."""
    return lambda flow: flow.but(*(_called(flow, one).without(event) for one in machines))


def of_duties(change: Callable[[Duty], Duty]) -> Change:
    """Return the change of each duty."""
    return lambda flow: replace(flow, duties=tuple(map(change, flow.duties)))


def of_family(family: Machine, change: Callable[[Machine], Machine]) -> Change:
    """Return the change of each machine of a family, as a flow has it."""
    names = {str(machine) for machine in family.values()}

    def changed(flow: Flow) -> Flow:
        return flow.but(*(change(mine) for mine in flow.machines if str(mine) in names))

    return changed


def in_turn(*changes: Change) -> Change:
    """Return these changes made one after the other."""

    def changed(flow: Flow) -> Flow:
        for change in changes:
            flow = change(flow)
        return flow

    return changed


def _called(flow: Flow, machine: Machine) -> Machine:
    return next(one for one in flow.machines if str(one) == str(machine))
