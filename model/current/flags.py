"""The status flag of a point on its way from the DSP to the RDP; both flows have it unchanged.

The DCC tells the RDP whether a point has a smart metering service (2.3-c, E2.3, A2.status-file).
The path has a way back: a flag can be rejected (A3.rejection, read for electricity and assumed for
gas), so an RDP that only receives still answers (A3.answers); a rejection leads to an incident.
What the values of the flag mean is abstracted away.
"""

from enum import Enum

from model.current.entry import ADMITTED
from model.current.gateway import PASSES
from model.current.incident import RAISE_POINT, RESOLVE_POINT
from model.language import BEFALLS, POINT, STAYS, Event, Field, Machine, Named, Transition
from model.parties import COMMUNICATIONS, DCC, DSP, RDP


class Flag(Enum):
    """Where the flag of a point is."""

    CURRENT = "current"
    DUE = "due"
    SENT = "sent"
    REJECTED = "rejected"
    AT_INCIDENT = "at an incident"


flag = Field(
    "status flag",
    Flag,
    Flag.CURRENT,
    told=(
        "the RDP has the current status flag",
        "a status flag is due",
        "the status flag is sent",
        "the status flag is rejected",
        "the rejected status flag is with an incident",
    ),
)

CHANGE_SERVICE = Event(
    "the service at the point changes", POINT, DCC, told="{by} changes the service at the point"
)
SEND_FLAG = Event("send the flag", POINT, DSP, told="{by} sends the status flag")
LOSE_FLAG = Event(
    "lose the flag",
    POINT,
    COMMUNICATIONS,
    mishap=BEFALLS,
    told="the status flag is lost on its way",
)
ACCEPT_FLAG = Event("accept the flag", POINT, RDP, told="{by} accepts the status flag")
REJECT_FLAG = Event("reject the flag", POINT, RDP, told="{by} rejects the status flag")

CAN_RECEIVE = Named("the RDP can receive", ADMITTED & PASSES, cites="2.3-c A2.transport")

CURRENT, DUE, SENT, REJECTED, AT_INCIDENT = Flag

RULES = (
    Transition(CHANGE_SERVICE, Flag, DUE, cites="2.3-c E2.3 A3"),
    Transition(SEND_FLAG, DUE, SENT, when=CAN_RECEIVE, cites="2.3-c A2.status-file"),
    Transition(LOSE_FLAG, SENT, DUE, cites="A-flag-again"),
    Transition(ACCEPT_FLAG, SENT, CURRENT, when=CAN_RECEIVE, cites="A3.electricity A3.gas"),
    Transition(REJECT_FLAG, SENT, REJECTED, CAN_RECEIVE, cites="A3.rejection A-gas-flag-rejection"),
    Transition(RAISE_POINT, REJECTED, AT_INCIDENT, cites="A3.answers A5.raisers"),
    Transition(RAISE_POINT, (CURRENT, DUE, SENT, AT_INCIDENT), STAYS, cites="A-total"),
    Transition(RESOLVE_POINT, AT_INCIDENT, DUE, cites="A3.answers A-flag-again"),
    Transition(RESOLVE_POINT, (CURRENT, DUE, SENT, REJECTED), STAYS, cites="A-total"),
)

FLAGS = Machine(
    "status flag",
    POINT,
    state=flag,
    transitions=RULES,
    happy=(CURRENT, DUE, SENT),
)
