"""Frozen: while the change is made no request moves at MPAS or UK Link, and no switch goes live.

As where all is drained before, the change waits until no point has a request; but what is under
way when the freeze begins does not go to its end. So it holds up the change until the freeze is
given up, and its date may pass meanwhile.
"""

from model.language import INDUSTRY, Event, Named, Transition
from model.parties import AUTHORITY
from model.transition.change import (
    BEFORE,
    CHANGE,
    DRAIN,
    DRAINING,
    GIVE_UP,
    change,
)
from model.transition.design import NEW_REQUESTS, design
from model.transition.moved import MOVED
from model.transition.names import OLD_REQUESTS

FREEZE = Event("freeze all requests", INDUSTRY, AUTHORITY, told="{by} has all requests frozen")
THAW = Event("give up the freeze", INDUSTRY, AUTHORITY, told="{by} gives up the freeze")

THAWED = Named("no freeze is on", change.is_not(DRAINING), cites="D1.unread")
UNDER_WAY = tuple(event for event in OLD_REQUESTS.events if event not in NEW_REQUESTS)

FREEZING = CHANGE.instead(DRAIN, Transition(FREEZE, BEFORE, DRAINING, cites="D1.unread")).instead(
    GIVE_UP, Transition(THAW, DRAINING, BEFORE, cites="D1.unread")
)
FLOW = design(
    "frozen",
    "Handover: requests are frozen while the change is made",
    FREEZING,
    *MOVED,
    during={UNDER_WAY: THAWED},
)
