"""Incidents in both flows: in what order one is handled, and by whom it is brought up again."""

from collections.abc import Mapping
from enum import Enum

from model.current.incident import (
    ESCALATE,
    ESCALATE_POINT,
    RAISE,
    REOPEN,
    REOPEN_POINT,
    Incident,
    PointIncident,
    incident,
    point_incident,
)
from model.language import (
    Claim,
    Expression,
    Field,
    Sometimes,
    Step,
    after,
    all_of,
    changed,
    happens,
)

N, P = Incident, PointIncident
NEXT: Mapping[Enum, tuple[Enum, ...]] = {
    N.NONE: (N.AWARE, N.RAISED),
    N.AWARE: (N.RAISED,),
    N.RAISED: (N.ASSIGNED,),
    N.ASSIGNED: (N.ESCALATED, N.RESOLVED),
    N.ESCALATED: (N.RESOLVED,),
    N.RESOLVED: (N.CLOSED, N.ASSIGNED),
}
NEXT_AT_A_POINT: Mapping[Enum, tuple[Enum, ...]] = {
    P.NONE: (P.RAISED,),
    P.RAISED: (P.ASSIGNED,),
    P.ASSIGNED: (P.ESCALATED, P.RESOLVED),
    P.ESCALATED: (P.RESOLVED,),
    P.RESOLVED: (P.CLOSED, P.ASSIGNED),
}


def _in_order(state: Field, order: Mapping[Enum, tuple[Enum, ...]]) -> Expression:
    return all_of(
        *(
            (state.is_(now) & changed(state)).implies(after(state).in_(*following))
            for now, following in order.items()
        )
    )


HANDLING: tuple[Claim, ...] = (
    Step(
        "an-rdp-incident-keeps-its-order",
        "What is raised about an RDP is next assigned, and what is assigned, or escalated, is "
        "resolved before it is closed.",
        _in_order(incident, NEXT),
        cites="A5 A5.states A5.raisers A-awareness A5.added-raisers",
    ),
    Step(
        "a-point-incident-keeps-its-order",
        "What is raised about a point is next assigned, and what is assigned, or escalated, is "
        "resolved before it is closed.",
        _in_order(point_incident, NEXT_AT_A_POINT),
        cites="A5 A5.states A5.raisers 3-e",
    ),
    Sometimes(
        "an-incident-nobody-had-told-of",
        "Somebody entitled raises an incident about an RDP of which its Network Party knows "
        "nothing.",
        all_of(happens(RAISE), incident.is_(N.NONE), after(incident).is_(N.RAISED)),
        cites="A5.raisers",
    ),
    Sometimes(
        "an-rdp-incident-is-escalated",
        "An incident about an RDP is escalated.",
        happens(ESCALATE) & after(incident).is_(N.ESCALATED),
        cites="A5 A5.states",
    ),
    Sometimes(
        "a-closed-rdp-incident-is-reopened",
        "An incident about an RDP that was closed is reopened, and assigned again.",
        all_of(happens(REOPEN), incident.is_(N.CLOSED), after(incident).is_(N.ASSIGNED)),
        cites="A5 A5.states",
    ),
    Sometimes(
        "a-point-incident-is-escalated",
        "An incident about a point is escalated.",
        happens(ESCALATE_POINT) & after(point_incident).is_(P.ESCALATED),
        cites="A5 A5.states",
    ),
    Sometimes(
        "a-closed-point-incident-is-reopened",
        "An incident about a point that was closed is reopened, and assigned again.",
        all_of(
            happens(REOPEN_POINT),
            point_incident.is_(P.CLOSED),
            after(point_incident).is_(P.ASSIGNED),
        ),
        cites="A5 A5.states",
    ),
)
