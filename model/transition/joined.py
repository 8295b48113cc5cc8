"""What both flows have of one thing: the DSP's copy, the file of an RDP; and what is parted in two.

The old pipeline goes on after the change: a file may still be built, sent and refused. Today's
mark says nothing of when its duty is in force, since there it always is; here it does. So do the
duties to send a full set and to reconcile, or two would owe the DSP all points at once (2.3-e).
The CRS has a mark of its own, or its first load would remedy what the Networks breached.
"""

from dataclasses import replace

from model.css.copy import COPY as CSS_COPY
from model.css.duties import CRS_OWES, MISS_TIME, NETWORKS_RECEIVE_ONLY
from model.css.duties import MARK as CSS_MARK
from model.css.duties_of_crs import CRS_ENTERS, CRS_NOMINATES, CRS_RECONCILES
from model.css.entry import CSS_ENTRY, CSS_ENTRY_RECORD
from model.css.entry import HAS_GONE_LIVE as CSS_HAS_ENTERED
from model.css.flow import AS_ELSEWHERE
from model.css.gateway import CSS_GATEWAY
from model.css.old_channel import OLD_CHANNEL, RECEIVE_ONLY, TAKE_FILE
from model.current.authority import COPY as OLD_COPY
from model.current.duties import DAY_ENDS, NETWORKS_OWE, NETWORKS_SEND, Mark
from model.current.duties import MARK as OLD_MARK
from model.current.duties_on_data import NETWORKS_SEND_ALL
from model.current.entry import HAS_GONE_LIVE as RDP_HAS_ENTERED
from model.current.files import BUILT, FILES, SEND, SENT
from model.current.gateway import PASSES
from model.language import Field, Named, Transition, during, union
from model.transition.names import AT_MPAS

NETWORKS_DO_NOT = Named("the Networks' duty is not in force", ~NETWORKS_OWE, cites="1-a")
IN_BREACH = PASSES & NETWORKS_DO_NOT

SENDING_FILES = AT_MPAS.of(FILES).instead(
    SEND,
    Transition(SEND, BUILT, SENT, when=PASSES & NETWORKS_OWE, cites="2.2-a A2 A2.transport"),
    Transition(SEND, BUILT, SENT, IN_BREACH, cites="2.3-d A-receive-only", breaches=RECEIVE_ONLY),
)
NEW_COPY = CSS_COPY.without(TAKE_FILE)
COPY = union(AT_MPAS.of(OLD_COPY), NEW_COPY)
MARK = during(NETWORKS_OWE, AT_MPAS.of(OLD_MARK), DAY_ENDS)
crs_mark = Field(
    "compliance of the CRS with its duty to send",
    Mark,
    Mark.CLEAN,
    told=(
        "the CRS's duty to send is not breached",
        "the CRS's duty to send is breached, and the data is still owed",
        "the breach of the CRS's duty to send is remedied",
    ),
)
CRS_MARK = replace(during(CRS_OWES, CSS_MARK, MISS_TIME), name="mark of the CRS", state=crs_mark)
SEND_NO_FILE = replace(NETWORKS_RECEIVE_ONLY, breached_by=(SEND,))
SEND_ALL = replace(NETWORKS_SEND_ALL, in_force=RDP_HAS_ENTERED & NETWORKS_OWE)
RECONCILES = replace(CRS_RECONCILES, in_force=CSS_HAS_ENTERED & CRS_OWES)
DUTIES_JOINED = (NETWORKS_SEND, SEND_NO_FILE, SEND_ALL, RECONCILES)

ENTERING = (CSS_ENTRY, CSS_ENTRY_RECORD, CSS_GATEWAY)  # in the new flow the CSS is in service

WITHOUT_OLD_CHANNEL = tuple(
    NEW_COPY if machine is CSS_COPY else machine
    for machine in AS_ELSEWHERE.machines
    if machine is not OLD_CHANNEL
)
NEW = (
    replace(
        AS_ELSEWHERE,
        machines=WITHOUT_OLD_CHANNEL,
        duties=(*AS_ELSEWHERE.duties, CRS_NOMINATES, CRS_ENTERS),
    )
    .but(*ENTERING)
    .renamed(
        {
            "the DCC's duty to load": "the DCC's duty to load messages",
            "the DCC's duty to answer what is sent": "the DCC's duty to answer messages",
        }
    )
)
