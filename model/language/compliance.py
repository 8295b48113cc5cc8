"""How a duty is kept: an observer for it, which no rule reads, made from what the duty says.

A breach is a mark on a duty that may still be owed. It comes as the duty's time is up with
something outstanding, or by an act that the duty forbids; it is remedied when the duty is
performed, and is for good where nothing is owed any more, or where what was done cannot be undone.
"""

from collections.abc import Iterator
from enum import Enum
from functools import cache

from model.language.duties import Duty
from model.language.errors import IllFormed
from model.language.expressions import Field, Named
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.transitions import STAYS, Transition


class Compliance(Enum):
    """How a duty has been kept."""

    CLEAN = "clean"
    BREACHED = "breached and still owed"
    REMEDIED = "breached and remedied"
    FOR_GOOD = "breached for good"


CLEAN, BREACHED, REMEDIED, FOR_GOOD = Compliance
OVER = (CLEAN, REMEDIED, FOR_GOOD)  # nothing is owed from an earlier breach


@cache
def compliance(duty: Duty) -> Field:
    """Return the field that holds how a duty has been kept, the same each time."""
    told = (
        f"{duty.name} is not breached",
        f"{duty.name} is breached, and what it asks is still owed",
        f"the breach of {duty.name} is remedied",
        f"{duty.name} is breached for good",
    )
    return Field(f"compliance with {duty.name}", Compliance, CLEAN, told=told)


@cache
def observer(duty: Duty) -> Machine:
    """Return the machine that observes how a duty is kept, the same each time."""
    rules = (*_late(duty), *_performed(duty), *_done_though_forbidden(duty))
    name = f"compliance with {duty.name}"
    return Machine(name, duty.scope, compliance(duty), rules, happy=(CLEAN,), observer=True)


def observed(flow: Flow, *duties: Duty) -> Flow:
    """Return the flow with an observer for each of some duties.

    An observer must not make an event happen that no machine of the flow has, so that is refused.
    """
    for duty in duties:
        for event in (*duty.performed_by, *duty.breached_by):
            if event not in flow.events:
                message = f"duty '{duty.name}' speaks of '{event}', which '{flow.name}' has not"
                raise IllFormed(message, duty.place)
    return flow.also(*map(observer, duties))


def _late(duty: Duty) -> Iterator[Transition]:
    if duty.deadline is None:
        return
    late = Named("something is outstanding", duty.late)
    in_time = Named("nothing is outstanding", ~duty.late)
    lapsed = Named("nothing is owed any more", ~duty.owed_now)
    owed = Named("it is still owed", duty.owed_now)
    time_up, cites = duty.deadline, duty.cites
    yield Transition(time_up, OVER, BREACHED, late, cites=cites, breaches=duty.name)
    yield Transition(time_up, OVER, STAYS, in_time, cites=cites)
    yield Transition(time_up, BREACHED, STAYS, owed, cites=cites, breaches=duty.name)
    yield Transition(time_up, BREACHED, FOR_GOOD, lapsed, cites=cites)


def _performed(duty: Duty) -> Iterator[Transition]:
    done = Named("this performs it", duty.performed_when)
    for event in duty.performed_by:
        yield Transition(event, BREACHED, REMEDIED, done, cites=duty.cites)
        yield Transition(event, BREACHED, STAYS, ~done, cites=duty.cites)
        yield Transition(event, OVER, STAYS, cites=duty.cites)


def _done_though_forbidden(duty: Duty) -> Iterator[Transition]:
    forbidden = Named("the duty is in force", duty.in_force)
    for event in duty.breached_by:
        name, cites = duty.name, duty.cites
        yield Transition(event, Compliance, FOR_GOOD, forbidden, cites=cites, breaches=name)
        yield Transition(event, Compliance, STAYS, ~forbidden, cites=duty.cites)
