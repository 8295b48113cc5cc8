"""Today's duties: who owes what to whom, through which agent; and whether sending is in breach.

The SEC binds the Network Party, which answers for its RDP (2.1-d, 2.2-a); the DCC answers for the
DSP (2.3-c). A duty has a standing, which the state of the flow moves, and a compliance, which is
a mark that nothing reads: a breach is still owed, and remedied when the data is loaded. "Ensure"
is taken as strict. A deadline is an event that may come at any time (A-deadline).
"""

from enum import Enum

from model.current.complying import COMPLYING, NETWORKS_ENSURE
from model.current.duties_on_data import (
    AN_INCIDENT,
    FULL_SETS,
    LOADING,
    ON_DATA,
    RESPONDING,
    SENDER_SHUT_OFF,
)
from model.current.duties_on_service import (
    CONTACTS,
    ENTERING,
    KEYS,
    ON_SERVICE,
    RESOLVING,
    SECURITY,
)
from model.current.entry import HAS_GONE_LIVE, NOMINATED
from model.current.files import ACCEPTED, LOAD, file
from model.current.flags import ACCEPT_FLAG, REJECT_FLAG, SEND_FLAG, Flag, flag
from model.current.incident import RAISE_POINT
from model.current.provision import IN_FILE, OUTSTANDING, provision
from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    Answers,
    Consequence,
    Duty,
    Event,
    Field,
    Machine,
    Named,
    Transition,
    all_of,
)
from model.parties import CLOCK, DCC, DSP, NETWORK_PARTY, RDP, RESOLVER, SEC

SENDING = "sending registration data"
FLAGGING = "sending status flags"
ANSWERING = "answering status flags"
MATTERS_OF_RDPS = (SENDING, FULL_SETS, ANSWERING, ENTERING, SECURITY, KEYS, CONTACTS, COMPLYING)
MATTERS_OF_THE_DSP = (LOADING, RESPONDING, FLAGGING)


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


networks_standing = Field(
    "standing of the Networks' duty to send",
    Standing,
    Standing.IN_FORCE,
    told=(
        "the Networks' duty to send is not yet in force",
        "the Networks' duty to send is in force",
        "the Networks' duty to send has ended",
    ),
)
mark = Field(
    "compliance with the duty to send",
    Mark,
    Mark.CLEAN,
    told=(
        "the duty to send is not breached",
        "the duty to send is breached, and the data is still owed",
        "the breach of the duty to send is remedied",
    ),
)

DAY_ENDS = Event("the day ends", INDUSTRY, CLOCK, told="the day ends")
MISS_FLAG = Event("the time for sending the flag passes", POINT, CLOCK)
MISS_ANSWER = Event("the time for answering the flag passes", POINT, CLOCK)

A_POINT_INCIDENT = Consequence(power=RAISE_POINT, cites="A5.raisers A5.kinds")

NETWORKS_OWE = Named(
    "the Networks' duty is in force", networks_standing.is_(Standing.IN_FORCE), cites="2.2-a"
)
LOADED = Named("the record is in the file", provision.is_(IN_FILE), cites="A-load")
NOT_ACCEPTED = Named("its record is in no file that was accepted", ~(file.is_(ACCEPTED) & LOADED))
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
    outstanding=LATE,
    performed_by=(LOAD,),
    performed_when=LOADED,
    deadline=DAY_ENDS,
    barred=all_of(SENDER_SHUT_OFF, NOT_ACCEPTED),
    consequence=AN_INCIDENT,
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
    outstanding=flag.is_(Flag.DUE),
    performed_by=(SEND_FLAG,),
    deadline=MISS_FLAG,
    barred=SENDER_SHUT_OFF,
    consequence=A_POINT_INCIDENT,
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
    outstanding=flag.is_(Flag.SENT),
    performed_by=(ACCEPT_FLAG, REJECT_FLAG),
    deadline=MISS_ANSWER,
    barred=SENDER_SHUT_OFF,
    consequence=A_POINT_INCIDENT,
)
DUTIES = (NETWORKS_SEND, *ON_DATA, DCC_FLAGS, NETWORKS_ANSWER, *ON_SERVICE, NETWORKS_ENSURE)

ANSWERS = (
    Answers(NETWORK_PARTY, RDP, MATTERS_OF_RDPS, "2.1-d 2.2-a"),
    Answers(DCC, DSP, MATTERS_OF_THE_DSP, "2.3-c E1.1"),
    Answers(DCC, RESOLVER, (RESOLVING,), "A5.categories A-resolver"),
)

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
