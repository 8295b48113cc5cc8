"""What logs show of the new flow, interface by interface."""

from model.css.entry import ADMITTED
from model.css.gateway import PASSES
from model.css.late import ACCEPT_LATE, DISCARD
from model.css.messages import (
    ACCEPT,
    LOAD,
    REFUSE,
    RESEND,
    RETRY,
    SEND,
    SEND_FAULTY,
)
from model.css.reconciliation import RECONCILE
from model.css.registration import MIDNIGHT
from model.css.sources import CSS_ACCEPTED
from model.language.interfaces import LoggedInterface, by_own_names
from properties.current.interfaces import DSP_TO_RDP

CSS_TO_DSP = LoggedInterface(
    "CSS to DSP",
    "Messages of the CSS about a point, what the DSP does with them, and the switch they tell of.",
    between="CSS and DSP",
    visible={
        **by_own_names(MIDNIGHT),
        SEND.name: (SEND, SEND_FAULTY),  # nobody sees that what is sent is faulty
        **by_own_names(RETRY, RESEND, ACCEPT, REFUSE, LOAD, ACCEPT_LATE, DISCARD, RECONCILE),
    },
    facts=(PASSES, ADMITTED, CSS_ACCEPTED),
    cites="2.2-b 3-b C3.unread",
)
INTERFACES = (CSS_TO_DSP, DSP_TO_RDP)
