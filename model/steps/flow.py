"""The change as twelve free steps: whoever decides each may take it at any time, law or no law.

Governing document: the SECAS paper "SEC Consequential Changes" of 2019, which says from what to
what; the handover orders five of these steps (`model/handover/`). Here no step waits for another,
but where a system cannot take it: so whether an order is good is found, and not built in. The two
standings move in one event (A-one-instant): apart, nobody or two would owe in between, by
definition. Read `registries.py` first.
"""

from collections.abc import Mapping
from dataclasses import replace

from model.css.duties import CRS_OWES, crs_standing
from model.css.entry import CSS_ENTRY, GO_LIVE, CssEntry, css_entry
from model.css.licence import CRS, LICENCE
from model.css.reconciliation import NOT_DUE, RECONCILE, Reconciliation
from model.css.sources import START_CSS, accepts_css
from model.current.authority import copy
from model.current.duties import Standing
from model.current.store import Switches, accepts_rdp, switches
from model.handover.change import FALL_BACK, RIGHT, TAKE_EFFECT, WITHDRAW_RIGHT
from model.handover.paths import (
    COPY,
    EMPTY,
    FILES,
    FIT,
    LOAD_MESSAGE,
    MESSAGE_DUE,
    MESSAGES,
    RECONCILIATION,
    REFUSE_MESSAGE,
    SEND_MESSAGE,
    SENT,
    SWITCH,
    Path,
    in_message,
    message_due,
)
from model.handover.sources import STOP_RDPS
from model.handover.standings import (
    CRS_SENDS_MESSAGES,
    CRS_STANDING,
    NETWORKS_SEND_FILES,
    NETWORKS_STANDING,
    RECEIVE_ONLY,
)
from model.language import (
    INDUSTRY,
    STAYS,
    Event,
    Flow,
    Machine,
    Named,
    Transition,
    all_of,
    each,
    itself,
)
from model.parties import (
    AUTHORITY,
    CLOCK,
    CSS,
    DCC,
    DSP,
    NETWORK_PARTY,
    RDP,
    REGISTRATION_SERVICE,
    SUPPLIERS,
    Supplier,
)
from model.register import REGISTER
from model.steps.registries import (
    ADOPT_TABLE,
    DRAIN,
    FEED,
    HEARS,
    LOAD,
    MOVE,
    REC_BEGINS,
    REGISTRIES,
    SWITCH_AT_CSS,
    at_css,
)

NOT_YET, IN_FORCE, ENDED = Standing
SET = Switches.SET
THROUGH = "the gateway passes traffic"
LEARNT = Named("the CRS owes and the CSS hears of it", all_of(CRS_OWES, HEARS), cites="2.2-b")
NOT_LEARNT = Named("the CRS does not owe, or the CSS is not fed", ~LEARNT, cites="A-total")
OWES = Named("the CRS's duty is in force", CRS_OWES, cites="1-b")
OWES_NOT = Named("the CRS's duty is not in force", ~CRS_OWES, cites="1-b")
HELD_AT_CSS = at_css.is_(itself(SUPPLIERS)).called("{} is on record at the CSS", cites="C3")
A_MESSAGE_DUE = {message_due: True}
AS_AT_CSS = {in_message: at_css, message_due: False}

ENTRY = replace(
    CSS_ENTRY,
    transitions=CSS_ENTRY.rules_of(GO_LIVE),
    happy=(CssEntry.TESTED, CssEntry.LIVE),
)
SOURCES_ACCEPTED = Machine(
    "sources accepted",
    INDUSTRY,
    state=switches,
    fields=(accepts_rdp, accepts_css),
    transitions=(
        Transition(STOP_RDPS, SET, STAYS, then={accepts_rdp: False}, cites="A-source-switch"),
        Transition(START_CSS, SET, STAYS, then={accepts_css: True}, cites="A-source-switch"),
        Transition(
            FALL_BACK,
            SET,
            STAYS,
            then={accepts_rdp: True, accepts_css: False},
            cites="A-fallback A-source-switch",
        ),
    ),
)
NETWORKS = NETWORKS_STANDING.also(Transition(FALL_BACK, IN_FORCE, STAYS, cites="A-fallback"))
CRS_DUTY = CRS_STANDING.also(Transition(FALL_BACK, NOT_YET, STAYS, cites="A-fallback"))
RIGHT_TO_SEND = RIGHT.lacking(WITHDRAW_RIGHT, "the change is in effect")
FIRST_LOAD = RECONCILIATION.instead(
    RECONCILE,
    Transition(RECONCILE, Reconciliation, NOT_DUE, when=FIT, cites="A-reconciliation A-first-load"),
)
MESSAGES_OF_CSS = (
    MESSAGES.instead(
        SWITCH,
        *each(
            Transition(SWITCH, Path, STAYS, LEARNT, A_MESSAGE_DUE, cites="2.2-b"),
            Transition(SWITCH, Path, STAYS, NOT_LEARNT, cites="A-total"),
            of=SUPPLIERS,
        ),
    )
    .instead(
        SEND_MESSAGE,
        Transition(SEND_MESSAGE, EMPTY, SENT, MESSAGE_DUE, AS_AT_CSS, cites="2.2-b 5-E1"),
    )
    .also(
        *each(
            Transition(SWITCH_AT_CSS, Path, STAYS, OWES, A_MESSAGE_DUE, cites="2.2-b"),
            Transition(SWITCH_AT_CSS, Path, STAYS, OWES_NOT, cites="A-total"),
            of=SUPPLIERS,
        )
    )
    .lacking(LOAD_MESSAGE, THROUGH)
    .lacking(REFUSE_MESSAGE, THROUGH)
)
COPY_OF_DSP = COPY.instead(
    RECONCILE,
    *each(
        Transition(RECONCILE, Supplier, itself(SUPPLIERS), HELD_AT_CSS, cites="A-reconciliation"),
        of=SUPPLIERS,
    ),
)

FLOW = (
    Flow(
        "steps",
        "Steps: the change as steps that wait for nothing but what a system cannot do",
        machines=(
            *(replace(LICENCE, transitions=()), ENTRY, SOURCES_ACCEPTED, RIGHT_TO_SEND),
            *(CRS_DUTY, NETWORKS, FIRST_LOAD, *REGISTRIES, FILES, MESSAGES_OF_CSS, COPY_OF_DSP),
        ),
        parties=(
            *(NETWORK_PARTY, RDP, CRS, CSS, DCC, DSP, AUTHORITY, REGISTRATION_SERVICE, CLOCK),
        ),
        sources=REGISTER,
        duties=(NETWORKS_SEND_FILES, CRS_SENDS_MESSAGES, RECEIVE_ONLY),
        bounds=(
            "two suppliers at a point (A-two-suppliers)",
            "a request goes live or stays open; objections and windows are not told apart",
            "the CSS is not suspended, its gateway passes traffic, and the CRS stays the DCC",
            "the DSP loses no data, and nothing on its way is lost",
        ),
    )
    .starting(css_entry, CssEntry.TESTED)
    .starting(crs_standing, NOT_YET)
    .starting(copy, Supplier.A)
)

STEPS: Mapping[str, Event] = {
    "enter": GO_LIVE,
    "stop": STOP_RDPS,
    "transfer": TAKE_EFFECT,
    "accept": START_CSS,
    "first-load": RECONCILE,
    "withdraw": WITHDRAW_RIGHT,
    "drain": DRAIN,
    "load": LOAD,
    "feed": FEED,
    "table": ADOPT_TABLE,
    "move": MOVE,
    "rec": REC_BEGINS,
}
LATE = "enter"
