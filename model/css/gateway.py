"""The gateway connection of the CSS: up, compromised, under the DCC's control, restored.

Section H gives the DCC power to take control of a gateway that is compromised (5-H3). Until it
does, genuine traffic still passes: the power is no duty, and no time is set for its use. There is
one such gateway for all of Great Britain.
"""

from dataclasses import replace
from enum import Enum

from model.css.entry import CONNECT
from model.language import BEFALLS, INDUSTRY, Event, Field, Machine, Named, Transition
from model.parties import DCC, OUTSIDER


class CssGateway(Enum):
    """What the gateway connection is."""

    ABSENT = "absent"
    UP = "up"
    COMPROMISED = "compromised"
    CONTROLLED = "under control"


css_gateway = Field(
    "gateway of the CSS",
    CssGateway,
    CssGateway.ABSENT,
    told=(
        "the CSS has no gateway",
        "the gateway of the CSS is up",
        "the gateway of the CSS is compromised",
        "the gateway of the CSS is under the DCC's control",
    ),
)

COMPROMISE = Event(
    "the gateway of the CSS is compromised",
    INDUSTRY,
    OUTSIDER,
    mishap=BEFALLS,
    told="{by} compromises the gateway of the CSS",
)
TAKE_CONTROL = Event(
    "take control of the gateway of the CSS",
    INDUSTRY,
    DCC,
    told="{by} takes control of the gateway of the CSS",
)
RESTORE = Event(
    "restore the gateway of the CSS", INDUSTRY, DCC, told="{by} restores the gateway of the CSS"
)

PASSES = Named(
    "the gateway passes traffic",
    css_gateway.in_(CssGateway.UP, CssGateway.COMPROMISED),
    cites="5-H3",
)

CSS_GATEWAY = Machine(
    "CSS gateway",
    INDUSTRY,
    state=css_gateway,
    transitions=(
        Transition(CONNECT, CssGateway.ABSENT, CssGateway.UP, cites="2.2-c A-entry-order"),
        Transition(COMPROMISE, CssGateway.UP, CssGateway.COMPROMISED, cites="5-H3"),
        Transition(TAKE_CONTROL, CssGateway.COMPROMISED, CssGateway.CONTROLLED, cites="5-H3"),
        Transition(RESTORE, CssGateway.CONTROLLED, CssGateway.UP, cites="5-H3"),
    ),
    happy=(CssGateway.ABSENT, CssGateway.UP),
)
CSS_GATEWAY_IN_SERVICE = replace(CSS_GATEWAY.without(CONNECT), happy=(CssGateway.UP,))
