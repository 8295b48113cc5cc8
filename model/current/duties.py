"""Today's duties: who owes what to whom, through which agent; and whether sending is in breach.

The SEC binds the Network Party, which answers for its RDP (2.1-d, 2.2-a); the DCC answers for the
DSP (2.3-c). A duty has a standing, which the state of the flow moves, and a compliance, which is
a mark that nothing reads: a breach is still owed, and remedied when the data is loaded. "Ensure"
is taken as strict. A deadline is an event that may come at any time (A-deadline); that of a full
set, which is another (E2.8), is not modelled.
"""

from enum import Enum

from model.current.entry import HAS_GONE_LIVE, NOMINATED
from model.current.files import LOAD
from model.current.flags import Flag, flag
from model.current.incident import AWARE
from model.current.provision import IN_FILE, OUTSTANDING, provision
from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    Duty,
    Event,
    Field,
    Machine,
    Named,
    Transition,
    all_of,
)
from model.parties import CLOCK, DCC, DSP, NETWORK_PARTY, RDP, SEC

SENDING = "sending registration data"
FLAGGING = "sending status flags"
ANSWERING = "answering status flags"
SECURITY = "entry and security"
RAISING = "raising incidents known of"


class Standing(Enum):
    """Where a duty stands."""

    NOT_YET = "not yet in force"
    IN_FORCE = "in force"
    ENDED = "ended"


class Mark(Enum):
    """How the duty to send has been met for a point."""

    CLEAN = "clean"
    BREACHED = "breached and still owed"
    REMEDIED = "breached and remedied"


networks_standing = Field("standing of the Networks' duty to send", Standing, Standing.IN_FORCE)
mark = Field("compliance with the duty to send", Mark, Mark.CLEAN)

DAY_ENDS = Event("the day ends", INDUSTRY, CLOCK)

NETWORKS_OWE = Named(
    "the Networks' duty is in force", networks_standing.is_(Standing.IN_FORCE), cites="2.2-a"
)
LOADED = Named("the record is in the file", provision.is_(IN_FILE), cites="A-load")
LATE = Named("data is outstanding", all_of(HAS_GONE_LIVE, OUTSTANDING), cites="2.2-a A-deadline")

NETWORKS_SEND = Duty(
    "the Networks' duty to send",
    SENDING,
    obligor=NETWORK_PARTY,
    performer=RDP,
    beneficiary=DCC,
    instrument=SEC,
    in_force=NETWORKS_OWE,
    cites="2.2-a S0.1",
    delivered_to="DSP",
)
DCC_FLAGS = Duty(
    "the DCC's duty to send flags",
    FLAGGING,
    obligor=DCC,
    performer=DSP,
    beneficiary=NETWORK_PARTY,
    instrument=SEC,
    in_force=NOMINATED,
    cites="2.3-c E2.3 A2.status-file",
    delivered_to="RDP",
)
NETWORKS_ANSWER = Duty(
    "the Networks' duty to answer flags",
    ANSWERING,
    obligor=NETWORK_PARTY,
    performer=RDP,
    beneficiary=DCC,
    instrument=SEC,
    in_force=Named("a flag waits for its answer", flag.is_(Flag.SENT), cites="A3.answers"),
    cites="A3.answers A2.response-file",
    delivered_to="DSP",
)
NETWORKS_SECURE = Duty(
    "the Networks' duty of entry and security",
    SECURITY,
    obligor=NETWORK_PARTY,
    performer=RDP,
    beneficiary=DCC,
    instrument=SEC,
    in_force=NOMINATED,
    cites="E2.14 S0.4 A-nomination",
    about="each RDP",
)
NETWORKS_RAISE = Duty(
    "the Networks' duty to raise incidents",
    RAISING,
    obligor=NETWORK_PARTY,
    performer=NETWORK_PARTY,
    beneficiary=DCC,
    instrument=SEC,
    in_force=AWARE,
    cites="A-awareness A5.unread",
    about="each RDP",
)
DUTIES = (NETWORKS_SEND, DCC_FLAGS, NETWORKS_ANSWER, NETWORKS_SECURE, NETWORKS_RAISE)

STANDING = Machine("standing of the Networks", PROVIDER, state=networks_standing, transitions=())
MARK = Machine(
    "mark",
    POINT,
    state=mark,
    transitions=(
        Transition(DAY_ENDS, Mark, Mark.BREACHED, LATE, cites="2.2-a", breaches=NETWORKS_SEND.name),
        Transition(LOAD, Mark.BREACHED, Mark.REMEDIED, LOADED, cites="A-remedied-by-load"),
    ),
    happy=(Mark.CLEAN, Mark.BREACHED, Mark.REMEDIED),
    observer=True,
)
