"""Incidents in both flows: in what order one is handled, and by whom it is brought up again."""

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
    Sometimes,
    Step,
    after,
    all_of,
    happens,
)
from model.language.acting import goes_on

N, P = Incident, PointIncident
HANDLING: tuple[Claim, ...] = (
    Step(
        "an-rdp-incident-keeps-its-order",
        "What is raised about an RDP is next assigned, and what is assigned, or escalated, is "
        "resolved before it is closed.",
        all_of(
            goes_on(incident, N.NONE, N.AWARE, N.RAISED),
            goes_on(incident, N.AWARE, N.RAISED),
            goes_on(incident, N.RAISED, N.ASSIGNED),
            goes_on(incident, N.ASSIGNED, N.ESCALATED, N.RESOLVED),
            goes_on(incident, N.ESCALATED, N.RESOLVED),
            goes_on(incident, N.RESOLVED, N.CLOSED, N.ASSIGNED),
        ),
        cites="A5 A5.states A5.raisers A-awareness A5.added-raisers",
    ),
    Step(
        "a-point-incident-keeps-its-order",
        "What is raised about a point is next assigned, and what is assigned, or escalated, is "
        "resolved before it is closed.",
        all_of(
            goes_on(point_incident, P.NONE, P.RAISED),
            goes_on(point_incident, P.RAISED, P.ASSIGNED),
            goes_on(point_incident, P.ASSIGNED, P.ESCALATED, P.RESOLVED),
            goes_on(point_incident, P.ESCALATED, P.RESOLVED),
            goes_on(point_incident, P.RESOLVED, P.CLOSED, P.ASSIGNED),
        ),
        cites="A5 A5.states A5.raisers",
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
