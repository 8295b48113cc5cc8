"""The new flow's duties: who owes what to whom, through which agent; and breaches of sending.

The duty to send moves from the Networks to the CRS, which answers for the CSS (1-a, 1-b, 2.1-a,
5-E1); the Networks' stands beside it as ended, so that "exactly one" can fail. The CRS has the
duties of entry, security and raising that Networks have for RDPs (5-E3, 5-G, 5-L, 5-H1), the DCC
a new one (2.2-d). What RDPs are sent and answer is as today (2.3-c). One duty is under licence
and REC, and only assumed (2.3-b). No clause read suspends the duty to send while sending is
forbidden; nor does this.
"""

from model.css.duties_of_crs import (
    CSS_SHUT_OFF,
    MATTERS_OF_THE_CSS,
    NOT_LET_IN,
    OF_CRS,
    OF_DCC,
)
from model.css.hub import AWAITED, KNOWN, SEND_PAIR, pair
from model.css.incident import RAISE
from model.css.licence import CRS
from model.css.messages import ACCEPTED, LOAD, NOTHING, message
from model.css.old_channel import OFFER_FILE, RECEIVE_ONLY
from model.css.reconciliation import RECONCILE
from model.css.source import PROVIDE_DATA, PointData, point_data
from model.current.complying import COMPLYING, NETWORKS_ENSURE
from model.current.duties import (
    ANSWERING,
    DCC_FLAGS,
    FLAGGING,
    NETWORKS_ANSWER,
    NETWORKS_SEND,
    SENDING,
    Mark,
    Standing,
    mark,
    networks_standing,
)
from model.current.duties_on_data import LOADING, RESPONDING
from model.current.duties_on_service import (
    CONTACTS,
    ENTERING,
    KEYS,
    ON_SERVICE,
    RESOLVING,
    SECURITY,
)
from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Answers,
    Consequence,
    Duty,
    Event,
    Field,
    Machine,
    Named,
    Transition,
    all_of,
    any_of,
)
from model.parties import (
    CLOCK,
    CSS,
    DATA_GIVER,
    DCC,
    DSP,
    LICENCE_AND_REC,
    NETWORK_PARTY,
    RDP,
    RESOLVER,
    SEC,
)

PAIRS = "sending Comms Hub pairs"
POINT_DATA = "giving metering point data"
RECEIVING_ONLY = "sending no registration file"

crs_standing = Field(
    "standing of the CRS's duty to send",
    Standing,
    Standing.IN_FORCE,
    told=(
        "the CRS's duty to send is not yet in force",
        "the CRS's duty to send is in force",
        "the CRS's duty to send has ended",
    ),
)
data_standing = Field(
    "standing of the duty under licence and REC",
    Standing,
    Standing.IN_FORCE,
    told=(
        "the duty under licence and REC is not yet in force",
        "the duty under licence and REC is in force",
        "the duty under licence and REC has ended",
    ),
)

MISS_TIME = Event("the time for sending passes", POINT, CLOCK, told="the time for sending passes")
MISS_PAIR = Event("the time for sending the pair passes", POINT, CLOCK)
MISS_DATA = Event("the time for giving metering point data passes", POINT, CLOCK)

NOT_SAID = Consequence(unread="the document does not say what follows", cites="2.2-d")
UNREAD_IN_REC = Consequence(unread="licence and REC were not read on this", cites="2.3-b S0.7")
UNREAD_IN_X = Consequence(
    unread="the system refuses the file; a sanction was not read", cites="2.3-d A2.unread"
)

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
    message.is_not(NOTHING),
    cites="2.2-b A-deadline",
)
NOT_ACCEPTED = Named("its message is not accepted", message.is_not(ACCEPTED), cites="A-ack")
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
    outstanding=LATE,
    performed_by=(LOAD, RECONCILE),
    deadline=MISS_TIME,
    barred=all_of(any_of(CSS_SHUT_OFF, NOT_LET_IN), NOT_ACCEPTED),
    consequence=Consequence(power=RAISE, cites="5-AG1 A5.raisers A5.kinds"),
    succeeds=NETWORKS_SEND,
    before="what is still due or on its way is in the first load (A-first-load)",
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
    outstanding=pair.in_(*AWAITED),
    performed_by=(SEND_PAIR,),
    deadline=MISS_PAIR,
    barred=CSS_SHUT_OFF,
    consequence=NOT_SAID,
)
NETWORKS_PROVIDE = Duty(
    "the Networks' duty to have metering point data given",
    POINT_DATA,
    obligor=NETWORK_PARTY,
    performer=DATA_GIVER,
    beneficiary=CRS,
    instrument=LICENCE_AND_REC,
    in_force=NETWORKS_GIVE,
    cites="2.3-b S0.7",
    delivered_to="CSS",
    outstanding=point_data.is_(PointData.OWED),
    performed_by=(PROVIDE_DATA,),
    deadline=MISS_DATA,
    consequence=UNREAD_IN_REC,
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
    scope=PROVIDER,
    breached_by=(OFFER_FILE,),
    consequence=UNREAD_IN_X,
)
NETWORKS_SENT = NETWORKS_SEND.bare("1-a 2.3-a 5-E2")
UNCHANGED = (DCC_FLAGS, NETWORKS_ANSWER, *ON_SERVICE, NETWORKS_ENSURE)
DUTIES = (
    *(NETWORKS_SENT, CRS_SENDS, *OF_CRS, *OF_DCC, DCC_PAIRS),
    *(NETWORKS_PROVIDE, NETWORKS_RECEIVE_ONLY, *UNCHANGED),
)

MATTERS_OF_RDPS = (RECEIVING_ONLY, ANSWERING, ENTERING, SECURITY, KEYS, CONTACTS, COMPLYING)
ANSWERS = (
    Answers(CRS, CSS, (SENDING, *MATTERS_OF_THE_CSS), "2.1-a 2.1-d 2.2-b"),
    Answers(NETWORK_PARTY, RDP, MATTERS_OF_RDPS, "2.1-d 2.3-d"),
    Answers(NETWORK_PARTY, DATA_GIVER, (POINT_DATA,), "2.3-b"),
    Answers(DCC, DSP, (LOADING, RESPONDING, FLAGGING, PAIRS), "2.3-c 2.2-d E1.1"),
    Answers(DCC, RESOLVER, (RESOLVING,), "A5.categories A-resolver"),
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
