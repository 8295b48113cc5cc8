"""What logs show while the duty passes from the Networks to the CRS."""

from model.css.duties import CRS_OWES
from model.css.entry import ADMITTED
from model.css.gateway import PASSES
from model.css.reconciliation import RECONCILE
from model.css.sources import CSS_ACCEPTED
from model.current.duties import NETWORKS_OWE
from model.current.store import RDPS_ACCEPTED
from model.handover.change import FALL_BACK, MAY_SEND, TAKE_EFFECT
from model.handover.paths import (
    LOAD_FILE,
    LOAD_MESSAGE,
    REFUSE_FILE,
    REFUSE_MESSAGE,
    SEND_FILE,
    SEND_MESSAGE,
    SWITCH,
)
from model.language.interfaces import LoggedInterface, by_own_names

BOTH_PATHS = LoggedInterface(
    "both paths to the DSP",
    "Files of the RDP and messages of the CSS about a point, and the steps of the change.",
    between="RDP, CSS and DSP",
    visible=by_own_names(
        *(SWITCH, SEND_FILE, LOAD_FILE, REFUSE_FILE),
        *(SEND_MESSAGE, LOAD_MESSAGE, REFUSE_MESSAGE),
        *(RECONCILE, TAKE_EFFECT, FALL_BACK),
    ),
    facts=(NETWORKS_OWE, CRS_OWES, MAY_SEND, PASSES, ADMITTED, CSS_ACCEPTED, RDPS_ACCEPTED),
    cites="1-a 1-b 2.2-a 2.2-b",
)
INTERFACES = (BOTH_PATHS,)
