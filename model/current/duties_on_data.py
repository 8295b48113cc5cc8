"""Today's duties on the data that goes to the DSP, beside that to send it: full sets, loading.

What Section E says of times and of full sets is recalled, not read (E1.1, E2.5, E2.8). A deadline
is an event that may come at any time (A-deadline). While an RDP is suspended, or its gateway is
under the DCC's control, all that would perform its Party's duty is refused; no clause read
suspends the duty then.
"""

from model.current.entry import HAS_GONE_LIVE, NOMINATED, Entry, entry
from model.current.files import (
    ACCEPT,
    ACCEPTED,
    IS_FULL,
    LOAD,
    OWED,
    REFUSE,
    REFUSE_LATE,
    SENT,
    file,
)
from model.current.gateway import Gateway, gateway
from model.current.incident import RAISE
from model.language import (
    PROVIDER,
    Consequence,
    Duty,
    Event,
    Named,
    all_of,
    any_of,
)
from model.parties import CLOCK, DCC, DSP, NETWORK_PARTY, RDP, SEC, SUPPLIER

FULL_SETS = "sending a full set of registration data"
LOADING = "loading registration data"
RESPONDING = "answering registration data"

MISS_FULL_SET = Event("the time for a full set passes", PROVIDER, CLOCK)
MISS_LOAD = Event("the time for loading the file passes", PROVIDER, CLOCK)
MISS_RESPONSE = Event("the time for answering the file passes", PROVIDER, CLOCK)

AN_INCIDENT = Consequence(power=RAISE, cites="E2.13 A5.raisers A5.kinds")
UNREAD_IN_E = Consequence(unread="the body of Section E was not read", cites="E.unread")

SHUT_OFF = any_of(entry.is_(Entry.SUSPENDED), gateway.is_(Gateway.CONTROLLED))
SENDER_SHUT_OFF = Named(
    "the RDP is suspended or its gateway is under control", SHUT_OFF, cites="5-H2 5-H3 A-suspension"
)
NO_FULL_SET = Named("no full set was accepted", ~(file.is_(ACCEPTED) & IS_FULL))

NETWORKS_SEND_ALL = Duty(
    "the Networks' duty to send a full set",
    FULL_SETS,
    obligor=NETWORK_PARTY,
    performer=RDP,
    beneficiary=DCC,
    instrument=SEC,
    in_force=HAS_GONE_LIVE,
    cites="E2.5 E2.8 A-full-set-at-start A-catch-up",
    about="all points",
    delivered_to="DSP",
    scope=PROVIDER,
    outstanding=OWED,
    performed_by=(LOAD,),
    performed_when=IS_FULL,
    deadline=MISS_FULL_SET,
    barred=all_of(SENDER_SHUT_OFF, NO_FULL_SET),
    consequence=AN_INCIDENT,
)
DCC_LOADS = Duty(
    "the DCC's duty to load",
    LOADING,
    obligor=DCC,
    performer=DSP,
    beneficiary=SUPPLIER,
    instrument=SEC,
    in_force=HAS_GONE_LIVE,
    cites="E1.1 A-load A-beneficiary",
    about="what the DSP has accepted",
    scope=PROVIDER,
    outstanding=file.is_(ACCEPTED),
    performed_by=(LOAD,),
    deadline=MISS_LOAD,
    consequence=UNREAD_IN_E,
)
DCC_RESPONDS = Duty(
    "the DCC's duty to answer what is sent",
    RESPONDING,
    obligor=DCC,
    performer=DSP,
    beneficiary=NETWORK_PARTY,
    instrument=SEC,
    in_force=NOMINATED,
    cites="A2.response-file A-beneficiary",
    about="what the DSP is sent",
    scope=PROVIDER,
    outstanding=file.is_(SENT),
    performed_by=(ACCEPT, REFUSE, REFUSE_LATE),
    deadline=MISS_RESPONSE,
    barred=Named("the gateway is under control", gateway.is_(Gateway.CONTROLLED), cites="5-H3"),
    consequence=Consequence(unread="the body of Appendix X was not read", cites="A2.unread"),
)
ON_DATA = (NETWORKS_SEND_ALL, DCC_LOADS, DCC_RESPONDS)
