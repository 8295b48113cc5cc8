"""Duties that both flows have: on incidents, entry, security, keys and contact details.

What Sections G, H and L and Appendix AG ask of RDPs was not read (A6.unread, A5.unread); an RDP is
not bound, so its Network Party owes what is written on it (2.1-d, E2.14). Whoever resolves an
incident is taken to do so for the DCC (A-resolver).
"""

from model.current.entry import GO_LIVE, HAS_GONE_LIVE, NOMINATE, NOMINATED, RENEW, Entry, entry
from model.current.incident import (
    AWARE,
    ESCALATE,
    ESCALATE_POINT,
    PARTY_RAISES,
    RESOLVE,
    RESOLVE_POINT,
    Incident,
    PointIncident,
    incident,
    point_incident,
)
from model.language import (
    POINT,
    PROVIDER,
    TRUE,
    Consequence,
    Duty,
    Event,
    Named,
)
from model.parties import CLOCK, DCC, NETWORK_PARTY, RDP, RESOLVER, SEC

RAISING = "raising incidents known of"
RESOLVING = "resolving incidents"
NOMINATING = "naming who sends or receives"
ENTERING = "going through entry"
SECURITY = "security"
KEYS = "holding valid SMKI and DCCKI credentials"
CONTACTS = "giving the DCC contact details"
DCC_CONTACTS = "giving the DCC's contact details"

MISS_RAISING = Event("the time for raising the incident passes", PROVIDER, CLOCK)
MISS_TARGET = Event("the target time of the incident about the RDP passes", PROVIDER, CLOCK)
MISS_POINT_TARGET = Event("the target time of the incident about the point passes", POINT, CLOCK)
MISS_NOMINATION = Event("the time for nominating the RDP passes", PROVIDER, CLOCK)
MISS_ENTRY = Event("the time for the entry of the RDP passes", PROVIDER, CLOCK)
MISS_RENEWAL = Event("the time for renewing the RDP's credentials passes", PROVIDER, CLOCK)

UNREAD_IN_AG = Consequence(unread="the text of Appendix AG was not found", cites="A5.unread")
UNREAD_IN_G_TO_L = Consequence(
    unread="the clauses of Sections G, H and L on RDPs were not read", cites="A6.unread"
)
UNREAD_IN_E = Consequence(
    unread="the system refuses who has not entered; a sanction was not read", cites="E.unread"
)
UNREAD_IN_Y = Consequence(unread="the body of Appendix Y was not read", cites="A2.unread")

UNDER_WAY = (Incident.ASSIGNED, Incident.ESCALATED)
POINT_UNDER_WAY = (PointIncident.ASSIGNED, PointIncident.ESCALATED)

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
    scope=PROVIDER,
    outstanding=AWARE,
    performed_by=(PARTY_RAISES,),
    deadline=MISS_RAISING,
    consequence=UNREAD_IN_AG,
)
DCC_RESOLVES = Duty(
    "the DCC's duty to resolve incidents about RDPs",
    RESOLVING,
    obligor=DCC,
    performer=RESOLVER,
    beneficiary=NETWORK_PARTY,
    instrument=SEC,
    in_force=Named("it is with its resolver", incident.in_(*UNDER_WAY), cites="A5.states"),
    cites="A5.categories A5.times A-resolver A-beneficiary",
    about="each RDP",
    scope=PROVIDER,
    outstanding=incident.in_(*UNDER_WAY),
    performed_by=(RESOLVE,),
    deadline=MISS_TARGET,
    consequence=Consequence(power=ESCALATE, cites="A5 A5.states"),
)
DCC_RESOLVES_POINT = Duty(
    "the DCC's duty to resolve incidents about points",
    RESOLVING,
    obligor=DCC,
    performer=RESOLVER,
    beneficiary=NETWORK_PARTY,
    instrument=SEC,
    in_force=Named("it is with a resolver", point_incident.in_(*POINT_UNDER_WAY), "A5.states"),
    cites="A5.categories A5.times A-resolver A-beneficiary",
    outstanding=point_incident.in_(*POINT_UNDER_WAY),
    performed_by=(RESOLVE_POINT,),
    deadline=MISS_POINT_TARGET,
    consequence=Consequence(power=ESCALATE_POINT, cites="A5 A5.states"),
)
NETWORKS_NOMINATE = Duty(
    "the Networks' duty to nominate an RDP",
    NOMINATING,
    obligor=NETWORK_PARTY,
    performer=NETWORK_PARTY,
    beneficiary=DCC,
    instrument=SEC,
    in_force=TRUE,
    cites="A1.rdp A-nomination",
    about="each RDP",
    scope=PROVIDER,
    outstanding=entry.is_(Entry.OUTSIDE),
    performed_by=(NOMINATE,),
    deadline=MISS_NOMINATION,
    consequence=UNREAD_IN_E,
)
NETWORKS_ENTER = Duty(
    "the Networks' duty of entry",
    ENTERING,
    obligor=NETWORK_PARTY,
    performer=RDP,
    beneficiary=DCC,
    instrument=SEC,
    in_force=NOMINATED,
    cites="H14 S0.4 A-nomination",
    about="each RDP",
    scope=PROVIDER,
    outstanding=~HAS_GONE_LIVE,
    performed_by=(GO_LIVE,),
    deadline=MISS_ENTRY,
    consequence=UNREAD_IN_E,
)
NETWORKS_SECURE = Duty(
    "the Networks' duty of security",
    SECURITY,
    obligor=NETWORK_PARTY,
    performer=RDP,
    beneficiary=DCC,
    instrument=SEC,
    in_force=NOMINATED,
    cites="E2.14 S0.4 A-nomination A6.unread",
    about="each RDP",
    scope=PROVIDER,
    consequence=UNREAD_IN_G_TO_L,
)
NETWORKS_HOLD_KEYS = Duty(
    "the Networks' duty to hold credentials",
    KEYS,
    obligor=NETWORK_PARTY,
    performer=RDP,
    beneficiary=DCC,
    instrument=SEC,
    in_force=NOMINATED,
    cites="5-L A6 A6.dccki",
    about="each RDP",
    scope=PROVIDER,
    outstanding=entry.is_(Entry.LAPSED),
    performed_by=(RENEW,),
    deadline=MISS_RENEWAL,
    consequence=UNREAD_IN_G_TO_L,
)
NETWORKS_TELL_CONTACTS = Duty(
    "the Networks' duty to keep contact details current",
    CONTACTS,
    obligor=NETWORK_PARTY,
    performer=RDP,
    beneficiary=DCC,
    instrument=SEC,
    in_force=NOMINATED,
    cites="A2.contacts",
    about="each RDP",
    scope=PROVIDER,
    consequence=UNREAD_IN_Y,
)
DCC_TELLS_CONTACTS = Duty(
    "the DCC's duty to keep contact details current",
    DCC_CONTACTS,
    obligor=DCC,
    performer=DCC,
    beneficiary=NETWORK_PARTY,
    instrument=SEC,
    in_force=NOMINATED,
    cites="A2.contacts",
    about="each RDP",
    scope=PROVIDER,
    consequence=UNREAD_IN_Y,
)
ON_SERVICE = (
    *(NETWORKS_RAISE, DCC_RESOLVES, DCC_RESOLVES_POINT),
    *(NETWORKS_NOMINATE, NETWORKS_ENTER, NETWORKS_SECURE, NETWORKS_HOLD_KEYS),
    *(NETWORKS_TELL_CONTACTS, DCC_TELLS_CONTACTS),
)
