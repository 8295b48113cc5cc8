"""The gateway connection of an RDP: up, compromised, under the DCC's control, restored.

Section H gives the DCC power to take control of a gateway that is compromised (5-H3); that it
has this power over an RDP's gateway today is assumed (A-gateway-rdp). Until it does, genuine
traffic still passes: the power is no duty, and no time is set for its use.
"""

from enum import Enum

from model.current.entry import CONNECT
from model.language import BEFALLS, PROVIDER, Event, Field, Machine, Named, Transition
from model.parties import DCC, OUTSIDER


class Gateway(Enum):
    """What a gateway connection is."""

    ABSENT = "absent"
    UP = "up"
    COMPROMISED = "compromised"
    CONTROLLED = "under control"


gateway = Field(
    "gateway of the RDP",
    Gateway,
    Gateway.ABSENT,
    told=(
        "the RDP has no gateway",
        "the gateway of the RDP is up",
        "the gateway of the RDP is compromised",
        "the gateway of the RDP is under the DCC's control",
    ),
)

COMPROMISE = Event(
    "the gateway of the RDP is compromised",
    PROVIDER,
    OUTSIDER,
    mishap=BEFALLS,
    told="{by} compromises the gateway of the RDP",
)
TAKE_CONTROL = Event(
    "take control of the gateway of the RDP",
    PROVIDER,
    DCC,
    told="{by} takes control of the gateway of the RDP",
)
RESTORE = Event(
    "restore the gateway of the RDP", PROVIDER, DCC, told="{by} restores the gateway of the RDP"
)

CONNECTED = Named("the RDP is connected", gateway.is_not(Gateway.ABSENT), cites="A6.gateway")
PASSES = Named(
    "the gateway passes traffic",
    gateway.in_(Gateway.UP, Gateway.COMPROMISED),
    cites="5-H3 A-gateway-rdp",
)

RDP_GATEWAY = Machine(
    "RDP gateway",
    PROVIDER,
    state=gateway,
    transitions=(
        Transition(CONNECT, Gateway.ABSENT, Gateway.UP, cites="A6.gateway A-entry-order"),
        Transition(COMPROMISE, Gateway.UP, Gateway.COMPROMISED, cites="5-H3 A-gateway-rdp"),
        Transition(TAKE_CONTROL, Gateway.COMPROMISED, Gateway.CONTROLLED, cites="5-H3"),
        Transition(RESTORE, Gateway.CONTROLLED, Gateway.UP, cites="5-H3 A-gateway-rdp"),
    ),
    happy=(Gateway.ABSENT, Gateway.UP),
)
