"""The DSP's store of registration data, and the sources that the DSP accepts.

One store serves all of Great Britain and can lose everything at once (A-loss). Whether RDPs are
accepted as a source is a switch of its own, set by the DCC (A-source-switch); nothing moves it
today, and the handover will.
"""

from enum import Enum

from model.language import BEFALLS, INDUSTRY, STAYS, Event, Field, Machine, Named, Transition
from model.parties import DSP


class Store(Enum):
    """The store only runs; what it holds of a point is the point's."""

    RUNNING = "running"


class Switches(Enum):
    """The switches only stand as they are set."""

    SET = "set by the DCC"


store = Field("store of the DSP", Store, Store.RUNNING)
switches = Field("switches of the DSP", Switches, Switches.SET)
accepts_rdp = Field(
    "accepts RDPs", bool, initial=True, told=("the DSP accepts no RDP", "the DSP accepts RDPs")
)

LOSE_DATA = Event(
    "the DSP loses its data", INDUSTRY, DSP, mishap=BEFALLS, told="{by} loses its data"
)

RDPS_ACCEPTED = Named("the DSP accepts RDPs", accepts_rdp, cites="2.2-a A-source-switch")

STORE = Machine(
    "DSP store",
    INDUSTRY,
    state=store,
    transitions=(Transition(LOSE_DATA, Store.RUNNING, STAYS, cites="E2.8 A-loss"),),
)
SOURCES_ACCEPTED = Machine(
    "sources accepted", INDUSTRY, state=switches, fields=(accepts_rdp,), transitions=()
)
