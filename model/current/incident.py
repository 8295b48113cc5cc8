"""Incidents: one about an RDP, and one about a metering point, each from raised to closed.

Source: the headings of the incident policies (A5, A5.states); the text of Appendix AG was not
found (A5.unread). Those entitled to raise are the DCC, Users and, since 2015, RDPs (A5.raisers,
A5.added-raisers); what an RDP knows reaches its Network Party in a step of its own, and the Party
then owes the raising (A-awareness). Categories and times are abstracted away, and an RDP or a
point has one incident at a time.
"""

from enum import Enum

from model.language import POINT, PROVIDER, Event, Field, Machine, Named, Transition
from model.parties import DCC, ENTITLED_RAISER, NETWORK_PARTY, RDP, RESOLVER


class Incident(Enum):
    """How far the handling of an incident about an RDP has come."""

    NONE = "no incident"
    AWARE = "known to the Network Party"
    RAISED = "raised"
    ASSIGNED = "assigned"
    ESCALATED = "escalated"
    RESOLVED = "resolved"
    CLOSED = "closed"


class PointIncident(Enum):
    """How far the handling of an incident about a point has come."""

    NONE = "no incident"
    RAISED = "raised"
    ASSIGNED = "assigned"
    ESCALATED = "escalated"
    RESOLVED = "resolved"
    CLOSED = "closed"


incident = Field(
    "incident about the RDP",
    Incident,
    Incident.NONE,
    told=(
        "there is no incident about the RDP",
        "the Network Party knows of a fault of its RDP",
        "an incident about the RDP is raised",
        "the incident about the RDP is {value}",
    ),
)
point_incident = Field(
    "incident about the point",
    PointIncident,
    PointIncident.NONE,
    told=(
        "there is no incident about the point",
        "an incident about the point is raised",
        "the incident about the point is {value}",
    ),
)

BECOME_AWARE = Event(
    "the Network Party learns of a fault of its RDP",
    PROVIDER,
    RDP,
    told="{by} lets the Network Party know of its fault",
)
PARTY_RAISES = Event(
    "the Network Party raises the incident",
    PROVIDER,
    NETWORK_PARTY,
    told="{by} raises an incident about its RDP",
)
RAISE = Event(
    "raise an incident about the RDP",
    PROVIDER,
    ENTITLED_RAISER,
    told="{by} raises an incident about the RDP",
)
ASSIGN = Event(
    "assign the incident about the RDP",
    PROVIDER,
    DCC,
    told="{by} assigns the incident about the RDP",
)
ESCALATE = Event(
    "escalate the incident about the RDP",
    PROVIDER,
    DCC,
    told="{by} escalates the incident about the RDP",
)
RESOLVE = Event(
    "resolve the incident about the RDP",
    PROVIDER,
    RESOLVER,
    told="{by} resolves the incident about the RDP",
)
CLOSE = Event(
    "close the incident about the RDP", PROVIDER, DCC, told="{by} closes the incident about the RDP"
)
REOPEN = Event(
    "reopen the incident about the RDP",
    PROVIDER,
    ENTITLED_RAISER,
    told="{by} reopens the incident about the RDP",
)

RAISE_POINT = Event(
    "raise an incident about the point",
    POINT,
    ENTITLED_RAISER,
    told="{by} raises an incident about the point",
)
ASSIGN_POINT = Event(
    "assign the incident about the point",
    POINT,
    DCC,
    told="{by} assigns the incident about the point",
)
ESCALATE_POINT = Event(
    "escalate the incident about the point",
    POINT,
    DCC,
    told="{by} escalates the incident about the point",
)
RESOLVE_POINT = Event(
    "resolve the incident about the point",
    POINT,
    RESOLVER,
    told="{by} resolves the incident about the point",
)
CLOSE_POINT = Event(
    "close the incident about the point",
    POINT,
    DCC,
    told="{by} closes the incident about the point",
)
REOPEN_POINT = Event(
    "reopen the incident about the point",
    POINT,
    ENTITLED_RAISER,
    told="{by} reopens the incident about the point",
)

AWARE = Named("the Network Party knows of it", incident.is_(Incident.AWARE), cites="A-awareness")

NONE, AWARE_OF_IT, RAISED = Incident.NONE, Incident.AWARE, Incident.RAISED
*_, ASSIGNED, ESCALATED, RESOLVED, CLOSED = Incident

RDP_INCIDENT = Machine(
    "RDP incident",
    PROVIDER,
    state=incident,
    transitions=(
        Transition(BECOME_AWARE, (NONE, CLOSED), AWARE_OF_IT, cites="A-awareness"),
        Transition(PARTY_RAISES, AWARE_OF_IT, RAISED, cites="A5.added-raisers A-awareness"),
        Transition(RAISE, (NONE, CLOSED, AWARE_OF_IT), RAISED, cites="A5.raisers"),
        Transition(ASSIGN, RAISED, ASSIGNED, cites="A5 A5.states"),
        Transition(ESCALATE, ASSIGNED, ESCALATED, cites="A5 A5.states"),
        Transition(RESOLVE, (ASSIGNED, ESCALATED), RESOLVED, cites="A5.states"),
        Transition(CLOSE, RESOLVED, CLOSED, cites="A5 A5.states"),
        Transition(REOPEN, (RESOLVED, CLOSED), ASSIGNED, cites="A5 A5.states"),
    ),
    happy=(NONE, AWARE_OF_IT, RAISED, ASSIGNED, RESOLVED, CLOSED),
)

P = PointIncident
POINT_INCIDENT = Machine(
    "point incident",
    POINT,
    state=point_incident,
    transitions=(
        Transition(RAISE_POINT, (P.NONE, P.CLOSED), P.RAISED, cites="A5.raisers"),
        Transition(ASSIGN_POINT, P.RAISED, P.ASSIGNED, cites="A5 A5.states"),
        Transition(ESCALATE_POINT, P.ASSIGNED, P.ESCALATED, cites="A5 A5.states"),
        Transition(RESOLVE_POINT, (P.ASSIGNED, P.ESCALATED), P.RESOLVED, cites="A5.states"),
        Transition(CLOSE_POINT, P.RESOLVED, P.CLOSED, cites="A5 A5.states"),
        Transition(REOPEN_POINT, (P.RESOLVED, P.CLOSED), P.ASSIGNED, cites="A5 A5.states"),
    ),
    happy=(P.NONE, P.RAISED, P.ASSIGNED, P.RESOLVED, P.CLOSED),
)
