"""The sources of registration data that the DSP accepts after the change: a switch for each.

Whether the CSS is accepted, and whether RDPs are, are two switches that the DCC sets, and for a
while none may be on (A-source-switch). RDPs were switched off at the change, and nothing here
switches them on again; the handover moves both.
"""

from model.current.store import Switches, accepts_rdp, switches
from model.language import INDUSTRY, STAYS, Event, Field, Machine, Named, Transition
from model.parties import DCC

accepts_css = Field(
    "accepts the CSS",
    bool,
    initial=False,
    told=("the DSP does not accept the CSS", "the DSP accepts the CSS"),
)

START_CSS = Event(
    "the DSP starts to accept the CSS", INDUSTRY, DCC, told="{by} has the DSP accept the CSS"
)
STOP_CSS = Event(
    "the DSP stops accepting the CSS", INDUSTRY, DCC, told="{by} has the DSP stop accepting the CSS"
)

CSS_ACCEPTED = Named("the DSP accepts the CSS", accepts_css, cites="2.2-b A-source-switch")
ON, OFF = {accepts_css: True}, {accepts_css: False}
RDPS_SHUT_OUT = Named("the DSP accepts no RDP", ~accepts_rdp, cites="1-a A-source-switch")

SOURCES_ACCEPTED = Machine(
    "sources accepted",
    INDUSTRY,
    state=switches,
    fields=(accepts_rdp, accepts_css),
    transitions=(
        Transition(START_CSS, Switches.SET, STAYS, RDPS_SHUT_OUT, ON, cites="2.2-b"),
        Transition(STOP_CSS, Switches.SET, STAYS, then=OFF, cites="A-source-switch"),
    ),
)
