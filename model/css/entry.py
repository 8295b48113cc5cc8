"""The life of the CSS as a sender: named, given its keys, connected, tested, live, suspended.

The CSS counts as a new RDP, with the entry process and security duties of one (2.2-c, 5-E3, 5-L),
and is given an RDP signifier and RDP ID (5-B). So the rows are those of an RDP, written out anew
for the one CSS of Great Britain and in the CRS's name, and a claim compares the two. An RDP's
tests also exercise receiving; what a test holds is abstracted away here (S0.4). A record, which no
rule reads, keeps what the CSS has been given and has passed. The CSS enters in the handover; the
new flow starts with one that is live.
"""

from dataclasses import replace
from enum import Enum

from model.css.licence import CRS
from model.language import BEFALLS, INDUSTRY, STAYS, Event, Field, Machine, Named, Transition, up_to
from model.parties import CLOCK, CSS, DCC, PANEL


class CssEntry(Enum):
    """How far the CSS has come."""

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


css_entry = Field(
    "entry of the CSS",
    CssEntry,
    CssEntry.OUTSIDE,
    told=(
        "the CSS is not yet nominated",
        "the CSS is nominated",
        "the CSS has its signifier and ID",
        "the CSS holds SMKI credentials",
        "the CSS holds DCCKI credentials",
        "the CSS is connected",
        "the CSS meets the code of connection",
        "the CSS has passed the entry tests",
        "the CSS is live",
        "the CSS is suspended",
        "the credentials of the CSS have lapsed",
    ),
)

NOMINATE = Event("nominate the CSS", INDUSTRY, CRS, told="{by} nominates the CSS")
IDENTIFY = Event(
    "issue signifier and ID to the CSS",
    INDUSTRY,
    PANEL,
    told="{by} issues a signifier and ID to the CSS",
)
ISSUE_SMKI = Event(
    "issue SMKI credentials to the CSS",
    INDUSTRY,
    DCC,
    told="{by} issues SMKI credentials to the CSS",
)
ISSUE_DCCKI = Event(
    "issue DCCKI credentials to the CSS",
    INDUSTRY,
    DCC,
    told="{by} issues DCCKI credentials to the CSS",
)
CONNECT = Event(
    "connect the gateway of the CSS", INDUSTRY, DCC, told="{by} connects the gateway of the CSS"
)
MEET_CODE = Event(
    "the CSS meets the code of connection", INDUSTRY, CSS, told="{by} meets the code of connection"
)
FAIL_TESTS = Event(
    "the CSS fails the entry tests", INDUSTRY, CSS, told="{by} fails the entry tests"
)
PASS_TESTS = Event(
    "the CSS passes the entry tests", INDUSTRY, CSS, told="{by} passes the entry tests"
)
GO_LIVE = Event("the CSS goes live", INDUSTRY, DCC, told="{by} lets the CSS go live")
SUSPEND = Event("suspend the CSS", INDUSTRY, DCC, told="{by} suspends the CSS")
REINSTATE = Event("reinstate the CSS", INDUSTRY, DCC, told="{by} reinstates the CSS")
LAPSE = Event(
    "credentials of the CSS lapse",
    INDUSTRY,
    CLOCK,
    mishap=BEFALLS,
    told="the credentials of the CSS lapse",
)
RENEW = Event(
    "renew credentials of the CSS", INDUSTRY, DCC, told="{by} renews the credentials of the CSS"
)

NOMINATED = Named("the CSS is nominated", css_entry.is_not(CssEntry.OUTSIDE), cites="2.1-d 5-E3")
ADMITTED = Named(
    "the sender is admitted", css_entry.is_(CssEntry.LIVE), cites="2.2-c 5-G A-suspension"
)
HAS_GONE_LIVE = Named(
    "the CSS has gone live",
    css_entry.in_(CssEntry.LIVE, CssEntry.SUSPENDED, CssEntry.LAPSED),
    cites="2.2-c",
)

BEFORE_ANY_SUSPENSION = up_to(CssEntry.LIVE)

RULES = (
    Transition(NOMINATE, CssEntry.OUTSIDE, CssEntry.NOMINATED, cites="2.1-d 5-E3 A-nomination"),
    Transition(IDENTIFY, CssEntry.NOMINATED, CssEntry.IDENTIFIED, cites="5-B A-ids-by-Panel"),
    Transition(ISSUE_SMKI, CssEntry.IDENTIFIED, CssEntry.SMKI_KEYED, cites="5-L A-entry-order"),
    Transition(ISSUE_DCCKI, CssEntry.SMKI_KEYED, CssEntry.DCCKI_KEYED, cites="5-L A6.dccki"),
    Transition(CONNECT, CssEntry.DCCKI_KEYED, CssEntry.CONNECTED, cites="2.2-c A-entry-order"),
    Transition(MEET_CODE, CssEntry.CONNECTED, CssEntry.CODED, cites="2.2-c 2.1-h"),
    Transition(FAIL_TESTS, CssEntry.CODED, STAYS, cites="2.2-c S0.4"),
    Transition(PASS_TESTS, CssEntry.CODED, CssEntry.TESTED, cites="2.2-c S0.4"),
    Transition(GO_LIVE, CssEntry.TESTED, CssEntry.LIVE, cites="2.2-c A-entry-order"),
    Transition(SUSPEND, CssEntry.LIVE, CssEntry.SUSPENDED, cites="5-H2 A-suspension"),
    Transition(REINSTATE, CssEntry.SUSPENDED, CssEntry.LIVE, cites="5-H2 A-suspension"),
    Transition(LAPSE, CssEntry.LIVE, CssEntry.LAPSED, cites="5-L 5-G"),
    Transition(RENEW, CssEntry.LAPSED, CssEntry.LIVE, cites="5-L 5-G"),
)

CSS_ENTRY = Machine(
    "CSS entry",
    INDUSTRY,
    state=css_entry,
    transitions=RULES,
    happy=BEFORE_ANY_SUSPENSION,
)


class CssRecord(Enum):
    """The record is only kept; what it holds are its fields."""

    KEPT = "kept"


css_record = Field("record of entry of the CSS", CssRecord, CssRecord.KEPT)
css_has_id = Field(
    "the CSS has signifier and ID",
    bool,
    initial=False,
    told=("the CSS has no signifier and ID", "the CSS has its signifier and ID"),
)
css_has_smki = Field(
    "the CSS has valid SMKI credentials",
    bool,
    initial=False,
    told=("the CSS has no valid SMKI credentials", "the CSS holds SMKI credentials"),
)
css_has_dccki = Field(
    "the CSS has DCCKI credentials",
    bool,
    initial=False,
    told=("the CSS has no DCCKI credentials", "the CSS holds DCCKI credentials"),
)
css_has_met_code = Field(
    "the CSS has met the code of connection",
    bool,
    initial=False,
    told=("the CSS has not met the code of connection", "the CSS meets the code of connection"),
)
css_has_passed = Field(
    "the CSS has passed the entry tests",
    bool,
    initial=False,
    told=("the CSS has not passed the entry tests", "the CSS has passed the entry tests"),
)

KEPT = CssRecord.KEPT
CSS_ENTRY_RECORD = Machine(
    "CSS entry record",
    INDUSTRY,
    state=css_record,
    fields=(css_has_id, css_has_smki, css_has_dccki, css_has_met_code, css_has_passed),
    transitions=(
        Transition(IDENTIFY, KEPT, STAYS, then={css_has_id: True}, cites="5-B"),
        Transition(ISSUE_SMKI, KEPT, STAYS, then={css_has_smki: True}, cites="5-L"),
        Transition(ISSUE_DCCKI, KEPT, STAYS, then={css_has_dccki: True}, cites="5-L A6.dccki"),
        Transition(MEET_CODE, KEPT, STAYS, then={css_has_met_code: True}, cites="2.2-c 2.1-h"),
        Transition(PASS_TESTS, KEPT, STAYS, then={css_has_passed: True}, cites="2.2-c S0.4"),
        Transition(LAPSE, KEPT, STAYS, then={css_has_smki: False}, cites="5-L"),
        Transition(RENEW, KEPT, STAYS, then={css_has_smki: True}, cites="5-L"),
    ),
    observer=True,
)

RECORDED = (IDENTIFY, ISSUE_SMKI, ISSUE_DCCKI, MEET_CODE, PASS_TESTS)
CSS_IN_SERVICE = replace(
    CSS_ENTRY.without(NOMINATE, *RECORDED, CONNECT, FAIL_TESTS, GO_LIVE), happy=(CssEntry.LIVE,)
)
CSS_RECORD_IN_SERVICE = CSS_ENTRY_RECORD.without(*RECORDED)
