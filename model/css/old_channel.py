"""A registration file that an RDP offers after the change, and what the DSP does with it.

Rules on sending are the CSS's and rules on receiving the RDPs' (2.3-d, 5-X2); RDPs keep their
gateways and keys to receive, so the DSP must look at who sends what. That the offer is a breach
is assumed (A-receive-only). What the file says is abstracted to the supplier of record.
"""

from enum import Enum

from model.current.entry import ADMITTED
from model.current.gateway import PASSES
from model.current.store import RDPS_ACCEPTED
from model.language import PROVIDER, Event, Field, Machine, Named, Transition, all_of
from model.parties import DSP, RDP


class OldChannel(Enum):
    """Whether a file waits at the DSP."""

    EMPTY = "no file"
    OFFERED = "a file is offered"


RECEIVE_ONLY = "the Networks' duty that RDPs send no file"

old_channel = Field(
    "registration file from the RDP",
    OldChannel,
    OldChannel.EMPTY,
    told=(
        "no registration file of the RDP waits at the DSP",
        "a registration file of the RDP waits at the DSP",
    ),
)

OFFER_FILE = Event(
    "offer a registration file", PROVIDER, RDP, told="{by} offers a registration file"
)
TAKE_FILE = Event("load the file of the RDP", PROVIDER, DSP, told="{by} loads the RDP's file")
REFUSE_FILE = Event("refuse the file of the RDP", PROVIDER, DSP, told="{by} refuses the RDP's file")

FIT = all_of(PASSES, ADMITTED, RDPS_ACCEPTED)
UNFIT = Named("the RDP is not accepted", ~FIT, cites="1-a 5-X2 A-source-switch")

EMPTY, OFFERED = OldChannel

OLD_CHANNEL = Machine(
    "old channel",
    PROVIDER,
    state=old_channel,
    transitions=(
        Transition(
            OFFER_FILE, EMPTY, OFFERED, PASSES, cites="2.3-d A-receive-only", breaches=RECEIVE_ONLY
        ),
        Transition(TAKE_FILE, OFFERED, EMPTY, when=FIT, cites="A-source-switch"),
        Transition(REFUSE_FILE, OFFERED, EMPTY, when=UNFIT, cites="1-a 2.3-d 5-X2"),
    ),
    happy=(EMPTY, OFFERED),
)
