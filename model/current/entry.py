"""The life of an RDP as a sender: named, given its keys, connected, tested, live, suspended.

The governing document says that this process exists and is repeated for the CSS; the steps are
read off Sections B, E, G, H and L as far as they are known (S0.4, S0.8, A6, H14). The texts give
no order, so one line is assumed (A-entry-order). Suspension and lapse are from live only, and
what a suspended RDP has on its way stays where it is (A-suspension). A record, which no rule
reads, keeps what an RDP has been given and has passed.
"""

from enum import Enum

from model.language import BEFALLS, PROVIDER, STAYS, Event, Field, Machine, Named, Transition, up_to
from model.parties import CLOCK, DCC, NETWORK_PARTY, PANEL, RDP


class Entry(Enum):
    """How far an RDP has come."""

    OUTSIDE = "outside"
    NOMINATED = "nominated"
    IDENTIFIED = "identified"
    SMKI_KEYED = "holds SMKI credentials"
    DCCKI_KEYED = "holds DCCKI credentials"
    CONNECTED = "connected"
    CODED = "meets the code of connection"
    TESTED = "tested"
    LIVE = "live"
    SUSPENDED = "suspended"
    LAPSED = "lapsed"


entry = Field(
    "entry of the RDP",
    Entry,
    Entry.OUTSIDE,
    told=(
        "the RDP is not yet nominated",
        "the RDP is nominated",
        "the RDP has its signifier and ID",
        "the RDP holds SMKI credentials",
        "the RDP holds DCCKI credentials",
        "the RDP is connected",
        "the RDP meets the code of connection",
        "the RDP has passed the entry tests",
        "the RDP is live",
        "the RDP is suspended",
        "the credentials of the RDP have lapsed",
    ),
)

NOMINATE = Event("nominate the RDP", PROVIDER, NETWORK_PARTY, told="{by} nominates the RDP")
IDENTIFY = Event(
    "issue signifier and ID to the RDP",
    PROVIDER,
    PANEL,
    told="{by} issues a signifier and ID to the RDP",
)
ISSUE_SMKI = Event(
    "issue SMKI credentials to the RDP",
    PROVIDER,
    DCC,
    told="{by} issues SMKI credentials to the RDP",
)
ISSUE_DCCKI = Event(
    "issue DCCKI credentials to the RDP",
    PROVIDER,
    DCC,
    told="{by} issues DCCKI credentials to the RDP",
)
CONNECT = Event(
    "connect the gateway of the RDP", PROVIDER, DCC, told="{by} connects the gateway of the RDP"
)
MEET_CODE = Event(
    "the RDP meets the code of connection", PROVIDER, RDP, told="{by} meets the code of connection"
)
FAIL_TESTS = Event(
    "the RDP fails the entry tests", PROVIDER, RDP, told="{by} fails the entry tests"
)
PASS_TESTS = Event(
    "the RDP passes the entry tests", PROVIDER, RDP, told="{by} passes the entry tests"
)
GO_LIVE = Event("the RDP goes live", PROVIDER, DCC, told="{by} lets the RDP go live")
SUSPEND = Event("suspend the RDP", PROVIDER, DCC, told="{by} suspends the RDP")
REINSTATE = Event("reinstate the RDP", PROVIDER, DCC, told="{by} reinstates the RDP")
LAPSE = Event(
    "credentials of the RDP lapse",
    PROVIDER,
    CLOCK,
    mishap=BEFALLS,
    told="the credentials of the RDP lapse",
)
RENEW = Event(
    "renew credentials of the RDP", PROVIDER, DCC, told="{by} renews the credentials of the RDP"
)

NOMINATED = Named("the RDP is nominated", entry.is_not(Entry.OUTSIDE), cites="A-nomination")
ADMITTED = Named("the sender is admitted", entry.is_(Entry.LIVE), cites="2.2-c S0.4 A-suspension")
HAS_GONE_LIVE = Named(
    "the RDP has gone live", entry.in_(Entry.LIVE, Entry.SUSPENDED, Entry.LAPSED), cites="E2.5"
)

BEFORE_ANY_SUSPENSION = up_to(Entry.LIVE)

RULES = (
    Transition(NOMINATE, Entry.OUTSIDE, Entry.NOMINATED, cites="2.1-d A1.rdp A-nomination"),
    Transition(IDENTIFY, Entry.NOMINATED, Entry.IDENTIFIED, cites="S0.4 O4.B A-ids-by-Panel"),
    Transition(ISSUE_SMKI, Entry.IDENTIFIED, Entry.SMKI_KEYED, cites="5-L A6 A-entry-order"),
    Transition(ISSUE_DCCKI, Entry.SMKI_KEYED, Entry.DCCKI_KEYED, cites="5-L A6.dccki"),
    Transition(CONNECT, Entry.DCCKI_KEYED, Entry.CONNECTED, cites="A6.gateway A-entry-order"),
    Transition(MEET_CODE, Entry.CONNECTED, Entry.CODED, cites="O4.Y A2.transport"),
    Transition(FAIL_TESTS, Entry.CODED, STAYS, cites="S0.4 H14"),
    Transition(PASS_TESTS, Entry.CODED, Entry.TESTED, cites="S0.4 H14"),
    Transition(GO_LIVE, Entry.TESTED, Entry.LIVE, cites="S0.4 A-entry-order"),
    Transition(SUSPEND, Entry.LIVE, Entry.SUSPENDED, cites="5-H2 A-suspension"),
    Transition(REINSTATE, Entry.SUSPENDED, Entry.LIVE, cites="5-H2 A-suspension"),
    Transition(LAPSE, Entry.LIVE, Entry.LAPSED, cites="5-L A6"),
    Transition(RENEW, Entry.LAPSED, Entry.LIVE, cites="5-L A6"),
)

RDP_ENTRY = Machine(
    "RDP entry",
    PROVIDER,
    state=entry,
    transitions=RULES,
    happy=BEFORE_ANY_SUSPENSION,
)


class Record(Enum):
    """The record is only kept; what it holds are its fields."""

    KEPT = "kept"


record = Field("record of entry", Record, Record.KEPT)
has_id = Field(
    "has signifier and ID",
    bool,
    initial=False,
    told=("the RDP has no signifier and ID", "the RDP has its signifier and ID"),
)
has_smki = Field(
    "has valid SMKI credentials",
    bool,
    initial=False,
    told=("the RDP has no valid SMKI credentials", "the RDP holds SMKI credentials"),
)
has_dccki = Field(
    "has DCCKI credentials",
    bool,
    initial=False,
    told=("the RDP has no DCCKI credentials", "the RDP holds DCCKI credentials"),
)
has_met_code = Field(
    "has met the code of connection",
    bool,
    initial=False,
    told=("the RDP has not met the code of connection", "the RDP meets the code of connection"),
)
has_passed = Field(
    "has passed the entry tests",
    bool,
    initial=False,
    told=("the RDP has not passed the entry tests", "the RDP has passed the entry tests"),
)

KEPT = Record.KEPT
ENTRY_RECORD = Machine(
    "entry record",
    PROVIDER,
    state=record,
    fields=(has_id, has_smki, has_dccki, has_met_code, has_passed),
    transitions=(
        Transition(IDENTIFY, KEPT, STAYS, then={has_id: True}, cites="S0.4 O4.B"),
        Transition(ISSUE_SMKI, KEPT, STAYS, then={has_smki: True}, cites="5-L A6"),
        Transition(ISSUE_DCCKI, KEPT, STAYS, then={has_dccki: True}, cites="5-L A6.dccki"),
        Transition(MEET_CODE, KEPT, STAYS, then={has_met_code: True}, cites="O4.Y A2.transport"),
        Transition(PASS_TESTS, KEPT, STAYS, then={has_passed: True}, cites="S0.4 H14"),
        Transition(LAPSE, KEPT, STAYS, then={has_smki: False}, cites="5-L A6"),
        Transition(RENEW, KEPT, STAYS, then={has_smki: True}, cites="5-L A6"),
    ),
    observer=True,
)
