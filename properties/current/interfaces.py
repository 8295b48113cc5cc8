"""What logs show of today's flow, interface by interface."""

from model.current.entry import ADMITTED
from model.current.files import ACCEPT, LOAD, REFUSE, REFUSE_LATE, SEND
from model.current.flags import ACCEPT_FLAG, CHANGE_SERVICE, REJECT_FLAG, SEND_FLAG
from model.current.gateway import CONNECTED, PASSES
from model.current.incident import RAISE_POINT, RESOLVE_POINT
from model.current.registration import MIDNIGHT
from model.current.store import RDPS_ACCEPTED
from model.language.interfaces import LoggedInterface, by_own_names

RDP_TO_DSP = LoggedInterface(
    "RDP to DSP",
    "Files of an RDP, what the DSP does with them, and the switches of a point in them.",
    between="RDP and DSP",
    visible=by_own_names(MIDNIGHT, SEND, ACCEPT, REFUSE, REFUSE_LATE, LOAD),
    facts=(CONNECTED, PASSES, ADMITTED, RDPS_ACCEPTED),
    cites="2.2-a A2",
)
DSP_TO_RDP = LoggedInterface(
    "DSP to RDP",
    "The status flag of a point that the DSP sends to the RDP, and what the RDP answers.",
    between="DSP and RDP",
    visible=by_own_names(
        CHANGE_SERVICE, SEND_FLAG, ACCEPT_FLAG, REJECT_FLAG, RAISE_POINT, RESOLVE_POINT
    ),
    facts=(PASSES, ADMITTED),
    cites="2.3-c",
)
INTERFACES = (RDP_TO_DSP, DSP_TO_RDP)
