"""Duties that cannot both be obeyed: found by reachable states, not by comparing wording.

A duty to refrain conflicts with another of the same obligor where both are owed in some reachable
state and, without the events that breach the first, the second is never performed while the first
is in force.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.language.claims import Sometimes
from model.language.duties import Duty, How
from model.language.events import Event
from model.language.flow import Flow
from model.language.machines import Machine
from properties.analyses.duties.questions import performed
from properties.engine.budget import Budget
from properties.engine.evidence import Run
from properties.engine.prove import decide
from properties.engine.verdict import Verdict


@dataclass(frozen=True)
class Conflict:
    """Two duties of which one can only be breached; `run` leads to where both are owed."""

    owed: Duty
    forbids: Duty
    run: Run


def conflicts(flow: Flow, budget: Budget | None = None) -> Iterator[Conflict]:
    """Yield each pair of duties of a flow that cannot both be obeyed."""
    for forbids in flow.duties:
        if forbids.how is How.REFRAIN:
            for owed in flow.duties:
                found = _conflict(flow, owed, forbids, budget)
                if found:
                    yield found


def _conflict(flow: Flow, owed: Duty, forbids: Duty, budget: Budget | None) -> Conflict | None:
    if owed.obligor is not forbids.obligor or owed.how is How.REFRAIN or not owed.performed_by:
        return None
    both = owed.owed_now & forbids.in_force
    met = decide(flow, Sometimes("both owed", "Both are owed.", both, owed.cites), budget)
    if met.verdict is not Verdict.PROVED or met.run is None:
        return None
    obeying = replace(flow, machines=[_without(m, forbids.breached_by) for m in flow.machines])
    left = tuple(event for event in owed.performed_by if event in obeying.events)
    if left:
        body = both & performed(replace(owed, performed_by=left))
        both_kept = Sometimes("both obeyed", "Both are obeyed.", body, owed.cites)
        if decide(obeying, both_kept, budget).verdict is not Verdict.REFUTED:
            return None
    return Conflict(owed, forbids, met.run)


def _without(machine: Machine, events: tuple[Event, ...]) -> Machine:
    return machine.without(*(event for event in events if event in machine.events))
