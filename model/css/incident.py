"""An incident about the CSS, from known to closed; the CRS is among those who raise it.

The procedures that RDPs follow are repeated for the CSS (5-AG1), row by row, and a claim compares
the two. Section H makes the CRS raise what it becomes aware of (5-H1); no text read says how what
the CSS knows becomes known to the CRS, so that is a step of its own (A-awareness). An incident
about a point is the same in both flows and stands in `model/current/incident.py`.
"""

from enum import Enum

from model.css.licence import CRS
from model.language import INDUSTRY, Event, Field, Machine, Named, Transition
from model.parties import CSS, DCC, ENTITLED_RAISER, RESOLVER


class CssIncident(Enum):
    """How far the handling of an incident about the CSS has come."""

    NONE = "no incident"
    AWARE = "known to the CRS"
    RAISED = "raised"
    ASSIGNED = "assigned"
    ESCALATED = "escalated"
    RESOLVED = "resolved"
    CLOSED = "closed"


css_incident = Field(
    "incident about the CSS",
    CssIncident,
    CssIncident.NONE,
    told=(
        "there is no incident about the CSS",
        "the CRS knows of a fault of its CSS",
        "an incident about the CSS is raised",
        "the incident about the CSS is {value}",
    ),
)

BECOME_AWARE = Event(
    "the CRS learns of a fault of its CSS",
    INDUSTRY,
    CSS,
    told="{by} lets the CRS know of its fault",
)
CRS_RAISES = Event(
    "the CRS raises the incident", INDUSTRY, CRS, told="{by} raises an incident about its CSS"
)
RAISE = Event(
    "raise an incident about the CSS",
    INDUSTRY,
    ENTITLED_RAISER,
    told="{by} raises an incident about the CSS",
)
ASSIGN = Event(
    "assign the incident about the CSS",
    INDUSTRY,
    DCC,
    told="{by} assigns the incident about the CSS",
)
ESCALATE = Event(
    "escalate the incident about the CSS",
    INDUSTRY,
    DCC,
    told="{by} escalates the incident about the CSS",
)
RESOLVE = Event(
    "resolve the incident about the CSS",
    INDUSTRY,
    RESOLVER,
    told="{by} resolves the incident about the CSS",
)
CLOSE = Event(
    "close the incident about the CSS", INDUSTRY, DCC, told="{by} closes the incident about the CSS"
)
REOPEN = Event(
    "reopen the incident about the CSS",
    INDUSTRY,
    ENTITLED_RAISER,
    told="{by} reopens the incident about the CSS",
)

AWARE = Named("the CRS knows of it", css_incident.is_(CssIncident.AWARE), cites="5-H1 A-awareness")

NONE, AWARE_OF_IT, RAISED = CssIncident.NONE, CssIncident.AWARE, CssIncident.RAISED
*_, ASSIGNED, ESCALATED, RESOLVED, CLOSED = CssIncident

CSS_INCIDENT = Machine(
    "CSS incident",
    INDUSTRY,
    state=css_incident,
    transitions=(
        Transition(BECOME_AWARE, (NONE, CLOSED), AWARE_OF_IT, cites="5-H1 A-awareness"),
        Transition(CRS_RAISES, AWARE_OF_IT, RAISED, cites="5-H1 5-AG1"),
        Transition(RAISE, (NONE, CLOSED, AWARE_OF_IT), RAISED, cites="5-AG1 A5.raisers"),
        Transition(ASSIGN, RAISED, ASSIGNED, cites="5-AG1 A5.states"),
        Transition(ESCALATE, ASSIGNED, ESCALATED, cites="5-AG1 A5.states"),
        Transition(RESOLVE, (ASSIGNED, ESCALATED), RESOLVED, cites="5-AG1 A5.states"),
        Transition(CLOSE, RESOLVED, CLOSED, cites="5-AG1 A5.states"),
        Transition(REOPEN, (RESOLVED, CLOSED), ASSIGNED, cites="5-AG1 A5.states"),
    ),
    happy=(NONE, AWARE_OF_IT, RAISED, ASSIGNED, RESOLVED, CLOSED),
)
