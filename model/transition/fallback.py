"""Drained before, with a fallback: the change can be undone, once all is drained at the CSS.

No fallback was found (D1.unread, A-fallback). Here it is the change turned round: no new request is
taken at the CSS from some moment on, what is under way there goes to its end, the DSP stops
accepting the CSS, and then the duties return in one event. MPAS and UK Link take over what is on
record at the CSS, each point has a change to send, and a full set is owed. A request that stays
stuck at the CSS holds up the fallback for all. The change does not take effect a second time.
"""

from model.css.messages import ALIGNED, MESSAGES, Message
from model.css.reconciliation import Reconciliation
from model.css.registration import NONE, gain, on_record
from model.current.files import NOW_OWED, File
from model.current.provision import CHANGES
from model.current.provision import Change as ChangeOfThePoint
from model.current.registration import LIVE, UNREGISTERED
from model.handover.change import CSS_SHUT_OUT
from model.language import INDUSTRY, STAYS, Event, Named, Transition, all_of, all_points
from model.parties import AUTHORITY, SUPPLIERS
from model.transition.change import (
    CHANGE,
    FALLEN_BACK,
    IN_EFFECT,
    RETURNING,
    change,
)
from model.transition.design import AT_THE_CSS, design
from model.transition.joined import SENDING_FILES
from model.transition.moved import (
    CRS_BEGINS,
    ENDED,
    FIRST_LOAD,
    IN_FORCE,
    NETWORKS_BEGIN,
    NETWORKS_STANDING,
    REGISTRATIONS,
    SOURCES_ACCEPTED,
    SYNC,
)
from model.transition.names import AT_MPAS, OLD_REGISTRATIONS

RETURN = Event(
    "take no new request at the CSS",
    INDUSTRY,
    AUTHORITY,
    told="{by} has the CSS take no new request",
)
STAY = Event(
    "take requests at the CSS again",
    INDUSTRY,
    AUTHORITY,
    told="{by} has the CSS take new requests again",
)
FALL_BACK = Event("fall back", INDUSTRY, AUTHORITY, told="{by} has the change undone")

TAKEN_AT_THE_CSS = Named(
    "new requests are taken at the CSS", change.is_(IN_EFFECT), cites="A-fallback"
)
NONE_AT_THE_CSS = Named(
    "no point has a request at the CSS",
    all_points(all_of(gain.is_(NONE), of=SUPPLIERS)),
    cites="A-fallback D1.unread",
)
ON_RECORD = on_record.called("{} is on record at the CSS", cites="A-fallback C1")
NOT_ON_RECORD = Named("{} is not on record at the CSS", ~on_record, cites="A-fallback C1")

UNDONE = CHANGE.also(
    Transition(RETURN, IN_EFFECT, RETURNING, cites="A-fallback"),
    Transition(STAY, RETURNING, IN_EFFECT, cites="A-fallback"),
    Transition(
        FALL_BACK, RETURNING, FALLEN_BACK, CSS_SHUT_OUT & NONE_AT_THE_CSS, cites="A-fallback"
    ),
)
NETWORKS_RETURN = NETWORKS_STANDING.also(
    Transition(FALL_BACK, ENDED, IN_FORCE, cites="A-fallback A-regions-together")
)
CRS_ENDS = CRS_BEGINS.also(Transition(FALL_BACK, IN_FORCE, ENDED, cites="A-fallback"))
NO_LOAD = FIRST_LOAD.also(
    Transition(FALL_BACK, Reconciliation, Reconciliation.NOT_DUE, cites="A-fallback")
)
NO_MESSAGE = MESSAGES.also(
    Transition(FALL_BACK, Message, Message.NOTHING, then=ALIGNED, cites="A-fallback")
)
AS_AT_THE_CSS = OLD_REGISTRATIONS.also(
    Transition(FALL_BACK, UNREGISTERED, LIVE, when=ON_RECORD, cites="A-fallback B4"),
    Transition(FALL_BACK, LIVE, UNREGISTERED, when=NOT_ON_RECORD, cites="A-fallback B4"),
)
ALL_CHANGED = AT_MPAS.of(CHANGES).also(
    Transition(FALL_BACK, ChangeOfThePoint, ChangeOfThePoint.DUE, cites="A-fallback")
)
FULL_SETS = SENDING_FILES.also(
    Transition(FALL_BACK, File, STAYS, then=NOW_OWED, cites="A-fallback E2.8")
)
FLOW = design(
    "with-fallback",
    "Handover: all is drained before the change, and before a fallback",
    UNDONE,
    *(NETWORKS_RETURN, CRS_ENDS, NETWORKS_BEGIN, NO_LOAD, SOURCES_ACCEPTED),
    *(REGISTRATIONS, SYNC, NO_MESSAGE, AS_AT_THE_CSS, ALL_CHANGED, FULL_SETS),
    during={AT_THE_CSS: TAKEN_AT_THE_CSS},
)
