"""The new flow's duties: who owes what to whom, through which agent; and breaches of sending.

The duty to send moves from the Networks to the CRS, which answers for the CSS (1-a, 1-b, 2.1-a,
5-E1); the Networks' stands beside it as ended, so that "exactly one" can fail. The CRS has the
duties of entry, security and raising that Networks have for RDPs (5-E3, 5-G, 5-L, 5-H1), the DCC
a new one (2.2-d). What RDPs are sent and answer is as today (2.3-c). One duty is under licence
and REC, and only assumed (2.3-b). No clause read suspends the duty to send while sending is
forbidden; nor does this.
"""

from model.css.entry import HAS_GONE_LIVE, NOMINATED
from model.css.hub import KNOWN
from model.css.incident import AWARE
from model.css.licence import CRS
from model.css.messages import LOAD, NOTHING, message
from model.css.old_channel import RECEIVE_ONLY
from model.css.reconciliation import RECONCILE
from model.current.duties import (
    DCC_FLAGS,
    NETWORKS_ANSWER,
    NETWORKS_RAISE,
    NETWORKS_SECURE,
    NETWORKS_SEND,
    RAISING,
    SECURITY,
    SENDING,
    Mark,
    Standing,
    mark,
    networks_standing,
)
from model.language import (
    INDUSTRY,
    POINT,
    STAYS,
    Duty,
    Event,
    Field,
    Machine,
    Named,
    Transition,
    all_of,
)
from model.parties import CLOCK, CSS, DCC, DSP, LICENCE_AND_REC, NETWORK_PARTY, RDP, SEC

PAIRS = "sending Comms Hub pairs"
POINT_DATA = "giving metering point data"
RECEIVING_ONLY = "sending no registration file"

crs_standing = Field("standing of the CRS's duty to send", Standing, Standing.IN_FORCE)
data_standing = Field("standing of the duty under licence and REC", Standing, Standing.IN_FORCE)

MISS_TIME = Event("the time for sending passes", POINT, CLOCK)

CRS_OWES = Named("the CRS's duty is in force", crs_standing.is_(Standing.IN_FORCE), cites="1-b")
NETWORKS_GIVE = Named(
    "the duty under licence and REC is in force",
    data_standing.is_(Standing.IN_FORCE),
    cites="2.3-b",
)
NETWORKS_ENDED = Named(
    "the Networks' duty to send is ended", networks_standing.is_(Standing.ENDED), cites="1-a"
)
LATE = Named(
    "data is outstanding",
    all_of(HAS_GONE_LIVE, message.is_not(NOTHING)),
    cites="2.2-b A-deadline",
)
IN_TIME = Named("nothing is outstanding", ~LATE, cites="A-deadline")

CRS_SENDS = Duty(
    "the CRS's duty to send",
    SENDING,
    obligor=CRS,
    performer=CSS,
    beneficiary=DCC,
    instrument=SEC,
    in_force=CRS_OWES,
    cites="1-b 2.1-a 2.2-b 5-E1",
    delivered_to="DSP",
)
CRS_SECURES = Duty(
    "the CRS's duty of entry and security",
    SECURITY,
    obligor=CRS,
    performer=CSS,
    beneficiary=DCC,
    instrument=SEC,
    in_force=NOMINATED,
    cites="2.2-c 5-E3 5-G 5-L",
    about="the CSS",
)
CRS_RAISES = Duty(
    "the CRS's duty to raise incidents",
    RAISING,
    obligor=CRS,
    performer=CRS,
    beneficiary=DCC,
    instrument=SEC,
    in_force=AWARE,
    cites="5-H1",
    about="the CSS",
)
DCC_PAIRS = Duty(
    "the DCC's duty to send Comms Hub pairs",
    PAIRS,
    obligor=DCC,
    performer=DSP,
    beneficiary=CRS,
    instrument=SEC,
    in_force=KNOWN,
    cites="2.2-d 5-E4",
    delivered_to="CSS",
)
NETWORKS_PROVIDE = Duty(
    "the Networks' duty to give metering point data",
    POINT_DATA,
    obligor=NETWORK_PARTY,
    performer=NETWORK_PARTY,
    beneficiary=CRS,
    instrument=LICENCE_AND_REC,
    in_force=NETWORKS_GIVE,
    cites="2.3-b S0.7",
    delivered_to="CSS",
)
NETWORKS_RECEIVE_ONLY = Duty(
    RECEIVE_ONLY,
    RECEIVING_ONLY,
    obligor=NETWORK_PARTY,
    performer=RDP,
    beneficiary=DCC,
    instrument=SEC,
    in_force=NETWORKS_ENDED,
    cites="2.3-d A-receive-only",
    about="each RDP",
    delivered_to="DSP",
)
UNCHANGED = (DCC_FLAGS, NETWORKS_ANSWER, NETWORKS_SECURE, NETWORKS_RAISE)
DUTIES = (
    NETWORKS_SEND,
    CRS_SENDS,
    CRS_SECURES,
    CRS_RAISES,
    DCC_PAIRS,
    NETWORKS_PROVIDE,
    NETWORKS_RECEIVE_ONLY,
    *UNCHANGED,
)


CRS_STANDING = Machine("standing of the CRS", INDUSTRY, state=crs_standing, transitions=())
DATA_STANDING = Machine(
    "standing under licence and REC", INDUSTRY, state=data_standing, transitions=()
)
MARK = Machine(
    "mark",
    POINT,
    state=mark,
    transitions=(
        Transition(MISS_TIME, Mark, Mark.BREACHED, LATE, cites="5-E1", breaches=CRS_SENDS.name),
        Transition(MISS_TIME, Mark, STAYS, when=IN_TIME, cites="A-total"),
        Transition(LOAD, Mark.BREACHED, Mark.REMEDIED, cites="A-remedied-by-load"),
        Transition(LOAD, (Mark.CLEAN, Mark.REMEDIED), STAYS, cites="A-total"),
        Transition(RECONCILE, Mark.BREACHED, Mark.REMEDIED, cites="A-remedied-by-load"),
    ),
    happy=(Mark.CLEAN, Mark.BREACHED, Mark.REMEDIED),
    observer=True,
)
