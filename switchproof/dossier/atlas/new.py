"""The new regime in the atlas: which rules make each fault, and what is claimed without them.

That a message comes in twice is an addition: no rule of the flow makes it, and no guarantee
against it was found (C5.unread). The second copy counts as an earlier message.
"""

from collections.abc import Iterable

from model.css.entry import (
    HAS_GONE_LIVE,
    LAPSE,
    REINSTATE,
    RENEW,
    SUSPEND,
)
from model.css.flow import FLOW
from model.css.gateway import COMPROMISE, PASSES, RESTORE, TAKE_CONTROL
from model.css.hub import DUE as PAIR_DUE
from model.css.hub import LOSE_PAIR, RECEIVE_PAIR, SEND_PAIR, pair
from model.css.hub import SENT as PAIR_SENT
from model.css.incident import ASSIGN, CLOSE, CRS_RAISES, RESOLVE, CssIncident, css_incident
from model.css.late import AFOOT, KEPT, LATE, LOSE_LATE, ON_ITS_WAY, OVERTAKEN, Late
from model.css.late import NONE as NO_EARLIER
from model.css.messages import (
    ACCEPT,
    ACCEPTED,
    CORRECT,
    DUE,
    FAIL_TO_MAKE,
    LOAD,
    LOSE,
    MESSAGES,
    REFUSE,
    REGENERATE,
    RESEND,
    RETRY,
    SEND,
    SEND_FAULTY,
    SENT,
    message,
)
from model.css.notices import (
    APPLY_SECURED,
    CAN_DUE,
    CAN_SENT,
    MISS_NOTICE,
    RESEND_NOTICE,
    SEC_DUE,
    SEC_SENT,
    SECURED_THERE,
    SEND_NOTICE,
    notice,
)
from model.css.reconciliation import RECONCILE
from model.css.registration import MIDNIGHT, on_record, supplier_of_record
from model.css.sources import START_CSS, STOP_CSS
from model.css.sync import SYNC
from model.current.authority import AUTHORITY
from model.current.entry import LAPSE as LAPSE_RDP
from model.current.entry import SUSPEND as SUSPEND_RDP
from model.current.flags import LOSE_FLAG, REJECT_FLAG
from model.current.gateway import COMPROMISE as COMPROMISE_RDP
from model.current.store import LOSE_DATA
from model.language import POINT, STAYS, Claim, Event, LeadsTo, Transition, any_of
from model.parties import COMMUNICATIONS
from properties.analyses.atlas.faults import (
    COMPROMISED,
    DELAY,
    DUPLICATE,
    ENTERING,
    LOSS,
    NEVER_MADE,
    ORDER,
    OUTAGE,
    SHUT_OUT,
    SPOILT,
    Draft,
    Regime,
    all_of_these,
    never_from,
    only_when,
    starting,
    without,
)
from properties.css import CLAIMS
from properties.css.living import incident_about_css
from switchproof.dossier.atlas import common
from switchproof.dossier.atlas.today import COMMANDS, RDP_ENTERED
from switchproof.dossier.who_must_fail.css import NOTHING_SHOWS, WRONG

COMES_TWICE = Event("the message comes in a second time", POINT, COMMUNICATIONS)
WORST = FLOW.but(
    LATE.also(Transition(COMES_TWICE, NO_EARLIER, ON_ITS_WAY, AFOOT, KEPT, cites="C5.unread"))
)

IN_TIME = ~any_of(message.in_(DUE, SENT) & PASSES, message.is_(ACCEPTED))
CSS_RESTORED = (REINSTATE, RENEW, START_CSS, TAKE_CONTROL, RESTORE)


def _in_order(draft: Draft) -> None:
    """Let a message that the next one, or a reconciliation, overtakes be forgotten."""
    machine = draft.machines[LATE.name]
    for midnight in MIDNIGHT.values():
        machine = machine.instead(midnight, Transition(midnight, Late, STAYS, cites="A-total"))
    overtaken = Transition(RECONCILE, ON_ITS_WAY, OVERTAKEN, cites="A-reconciliation A-order")
    draft.machines[LATE.name] = machine.instead(RECONCILE, overtaken)


CLAIMED: Iterable[Claim] = (
    *CLAIMS,
    *common.by_the_record(on_record),
    common.not_silent(WRONG & NOTHING_SHOWS),
    common.at_last_loaded(
        supplier_of_record,
        HAS_GONE_LIVE,
        *(SEND, ACCEPT, REFUSE, LOAD, RETRY, RESEND, REGENERATE, CORRECT, RECONCILE),
        *CSS_RESTORED,
    ),
    common.FLAG_KNOWN,
    LeadsTo(
        common.INCIDENT,
        "Each incident about the CSS is at last closed (P22).",
        incident_about_css,
        to=css_incident.is_(CssIncident.CLOSED),
        strong=(CRS_RAISES, ASSIGN, RESOLVE, CLOSE),
        cites="5-H1 5-AG1 A5.states",
    ),
    common.INCIDENT_CLOSED,
    LeadsTo(
        common.PAIR,
        "Each pair of Comms Hub ID and MPxN that is due to a CSS that has gone live at last "
        "reaches it, unless its hub is removed or exchanged (P21).",
        pair.in_(PAIR_DUE, PAIR_SENT) & HAS_GONE_LIVE,
        to=~pair.in_(PAIR_DUE, PAIR_SENT),
        strong=(SEND_PAIR, RECEIVE_PAIR, *CSS_RESTORED),
        cites="2.2-d 5-E4 A-pair-again",
    ),
    LeadsTo(
        common.SECURED,
        "Each secured notice at last reaches the retail data service, or is overtaken (P11).",
        SECURED_THERE,
        to=~SECURED_THERE,
        strong=(SEND_NOTICE, RESEND_NOTICE, APPLY_SECURED),
        cites="C5.late C3.sync",
    ),
)

NEW = Regime(
    "new",
    WORST,
    without={
        LOSS: all_of_these(
            without(LOSE, LOSE_LATE, LOSE_PAIR, LOSE_FLAG),
            never_from(MISS_NOTICE, SEC_SENT, CAN_SENT),
        ),
        DUPLICATE: without(COMES_TWICE),
        DELAY: all_of_these(
            only_when(MESSAGES.name, IN_TIME, *MIDNIGHT.values()),
            only_when(SYNC.name, ~notice.in_(SEC_DUE, SEC_SENT), *MIDNIGHT.values()),
            only_when(AUTHORITY.name, IN_TIME, *COMMANDS),
        ),
        ORDER: _in_order,
        NEVER_MADE: all_of_these(without(FAIL_TO_MAKE), never_from(MISS_NOTICE, SEC_DUE, CAN_DUE)),
        SPOILT: without(SEND_FAULTY, REJECT_FLAG),
        OUTAGE: without(LOSE_DATA),
        SHUT_OUT: without(SUSPEND, LAPSE, STOP_CSS, SUSPEND_RDP, LAPSE_RDP),
        COMPROMISED: without(COMPROMISE, COMPROMISE_RDP),
        ENTERING: starting(RDP_ENTERED),
    },
    claims={claim.id: claim for claim in CLAIMED if claim.id in common.ROWS},
    cannot={},
)
