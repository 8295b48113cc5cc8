"""The change of the code, and what it waits for in each design.

In each the CSS may send, the DSP accepts no RDP, the duty under licence and REC has begun, and no
file that the DSP has accepted waits to be loaded, or it would be loaded when nobody answers for
it: one such file holds up the change for all of Great Britain. The rule for requests in flight was
not found (D1.unread). Drained before, no new request is taken from some moment on, what is under
way goes to its end, and the change takes effect when no point has a request: so one stuck request
holds it up as well. Till then new requests can be taken again.
"""

from enum import Enum

from model.css.duties import NETWORKS_GIVE
from model.css.entry import ADMITTED
from model.css.gateway import PASSES
from model.css.sources import RDPS_SHUT_OUT
from model.current.files import ACCEPTED, file
from model.language import (
    INDUSTRY,
    Event,
    Field,
    Machine,
    Named,
    Transition,
    all_of,
    all_points,
    all_providers,
)
from model.parties import AUTHORITY
from model.transition.names import nothing_under_way


class Change(Enum):
    """Where the change stands."""

    BEFORE = "before the change"
    DRAINING = "no new request is taken"
    IN_EFFECT = "in effect"
    RETURNING = "no new request is taken at the CSS"
    FALLEN_BACK = "fallen back"


change = Field(
    "change to the code",
    Change,
    Change.BEFORE,
    told=(
        "the change is not yet in effect",
        "no new request is taken before the change",
        "the change is in effect",
        "no new request is taken at the CSS, and the change can be undone",
        "the change is undone",
    ),
)

DRAIN = Event("take no new request", INDUSTRY, AUTHORITY, told="{by} has no new request taken")
GIVE_UP = Event(
    "take new requests again", INDUSTRY, AUTHORITY, told="{by} has new requests taken again"
)
TAKE_EFFECT = Event(
    "the change takes effect", INDUSTRY, AUTHORITY, told="{by} brings the change into effect"
)

BEFORE, DRAINING, IN_EFFECT, RETURNING, FALLEN_BACK = Change

CHANGED = Named("the change is in effect", change.in_(IN_EFFECT, RETURNING), cites="1-a 1-b")
UNCHANGED = Named("the change is not in effect", ~CHANGED, cites="1-a 1-b")
TAKEN = Named("new requests are taken", change.in_(BEFORE, FALLEN_BACK), "D1.unread")
DRAINED = Named("no point has a request", all_points(nothing_under_way), cites="D1.unread")
NO_FILE_WAITS = Named(
    "no accepted file waits to be loaded", all_providers(file.is_not(ACCEPTED)), cites="2.1-d"
)
READY = all_of(ADMITTED, PASSES, RDPS_SHUT_OUT, NETWORKS_GIVE, NO_FILE_WAITS)

CITED = "1-a 1-b A-one-instant A-may-send"

CHANGE = Machine(
    "change to the code",
    INDUSTRY,
    state=change,
    transitions=(
        Transition(DRAIN, BEFORE, DRAINING, cites="D1.unread"),
        Transition(GIVE_UP, DRAINING, BEFORE, cites="D1.unread"),
        Transition(TAKE_EFFECT, DRAINING, IN_EFFECT, READY & DRAINED, cites=CITED),
    ),
    happy=(BEFORE, DRAINING, IN_EFFECT),
)
