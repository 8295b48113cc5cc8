"""The sources of registration data that the DSP accepts during the handover: a switch for each.

The order is: RDPs off, then the change, then the CSS on; and for a fallback the CSS off, the
fallback, RDPs on. Between the two the DSP accepts none (A-source-switch), and what comes in is
refused, so that what it accepts is always the agent for which the party that owes answers. The
steps of a freeze that is given up before the change are allowed.
"""

from model.css.entry import HAS_GONE_LIVE
from model.css.sources import RDPS_SHUT_OUT, START_CSS, STOP_CSS, accepts_css
from model.current.store import Switches, accepts_rdp, switches
from model.handover.change import CHANGED, CSS_SHUT_OUT, IN_EFFECT, UNCHANGED, change
from model.language import INDUSTRY, STAYS, Event, Machine, Named, Transition
from model.parties import DCC

START_RDPS = Event(
    "the DSP starts to accept RDPs", INDUSTRY, DCC, told="{by} has the DSP accept RDPs again"
)
STOP_RDPS = Event(
    "the DSP stops accepting RDPs", INDUSTRY, DCC, told="{by} has the DSP stop accepting RDPs"
)

NOT_DONE = Named("the change is in effect and not done", change.is_(IN_EFFECT), cites="A-fallback")

SET = Switches.SET
RDPS_ON, RDPS_OFF = {accepts_rdp: True}, {accepts_rdp: False}
CSS_ON, CSS_OFF = {accepts_css: True}, {accepts_css: False}

SOURCES_ACCEPTED = Machine(
    "sources accepted",
    INDUSTRY,
    state=switches,
    fields=(accepts_rdp, accepts_css),
    transitions=(
        Transition(STOP_RDPS, SET, STAYS, HAS_GONE_LIVE, RDPS_OFF, cites="1-a A-source-switch"),
        Transition(START_CSS, SET, STAYS, CHANGED & RDPS_SHUT_OUT, CSS_ON, cites="1-b 2.2-b"),
        Transition(STOP_CSS, SET, STAYS, NOT_DONE, CSS_OFF, cites="A-fallback A-source-switch"),
        Transition(START_RDPS, SET, STAYS, UNCHANGED & CSS_SHUT_OUT, RDPS_ON, cites="A-fallback"),
    ),
)
