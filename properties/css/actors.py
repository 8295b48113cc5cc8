"""Who does what in the new flow, beside what both flows have of RDPs."""

from model.css.duties import MISS_TIME
from model.css.entry import LAPSE, REINSTATE, RENEW, SUSPEND
from model.css.gateway import COMPROMISE, RESTORE, TAKE_CONTROL
from model.css.hub import (
    CLEAR_EXCEPTION,
    EXCHANGE_HUB,
    FAIL_REL,
    FORM_REL,
    LEARN_PAIR,
    LOSE_PAIR,
    RECEIVE_PAIR,
    REMOVE_HUB,
    SEND_PAIR,
)
from model.css.incident import (
    ASSIGN,
    BECOME_AWARE,
    CLOSE,
    CRS_RAISES,
    ESCALATE,
    RAISE,
    REOPEN,
    RESOLVE,
)
from model.css.late import ACCEPT_LATE, DISCARD, LOSE_LATE
from model.css.licence import CRS, SPLIT_LICENCE
from model.css.messages import (
    ACCEPT,
    CORRECT,
    FAIL_TO_MAKE,
    GIVE_UP,
    LOAD,
    LOSE,
    REFUSE,
    REGENERATE,
    RESEND,
    RETRY,
    SEND,
    SEND_FAULTY,
)
from model.css.notices import (
    APPLY_CANCELLED,
    APPLY_SECURED,
    CANNOT_APPLY,
    GIVE_PROXY,
    MISS_NOTICE,
    RESEND_NOTICE,
    SEND_NOTICE,
)
from model.css.old_channel import OFFER_FILE, REFUSE_FILE, TAKE_FILE
from model.css.reconciliation import ORDER, RECONCILE
from model.css.registration import (
    ANNUL,
    ANNUL_OWN,
    CANCEL,
    CLOSE_GATE,
    CLOSE_WINDOW,
    MAKE_PENDING,
    MIDNIGHT,
    OBJECT,
    REJECT,
    SAY_NO_OBJECTION,
    SUBMIT,
    SUBMIT_BADLY,
    WITHDRAW,
    WITHDRAW_ANOTHERS,
)
from model.css.source import CHANGE_DATA, PROVIDE_DATA
from model.css.sources import START_CSS, STOP_CSS
from model.css.suspension import TELL_CRS
from model.css.sync import APPLY_BACKLOG, RESOLVE_EXCEPTION
from model.current.store import LOSE_DATA
from model.language import Claim, DoneBy, every
from model.parties import (
    AUTHORITY,
    CLOCK,
    COMMUNICATIONS,
    CSS,
    DATA_GIVER,
    DCC,
    DSP,
    ENTITLED_RAISER,
    GAINING_SUPPLIER,
    LOSING_SUPPLIER,
    OUTSIDER,
    RDP,
    RESOLVER,
    RETAIL_DATA_SERVICE,
)
from properties.current.actors import ACTORS_OF_SERVICE

ACTORS: tuple[Claim, ...] = (
    *ACTORS_OF_SERVICE,
    DoneBy(
        "registrations-by-whom",
        "The gaining supplier alone submits and withdraws, the losing supplier alone objects and "
        "annuls, and each asks for the other's act in vain; the CSS alone rejects, invites, "
        "cancels and secures; the rest is a matter of dates (P6).",
        actors={
            GAINING_SUPPLIER: every(SUBMIT, SUBMIT_BADLY, WITHDRAW, ANNUL_OWN),
            LOSING_SUPPLIER: every(OBJECT, SAY_NO_OBJECTION, ANNUL, WITHDRAW_ANOTHERS),
            CSS: every(REJECT, MAKE_PENDING, CANCEL, CLOSE_GATE),
            CLOCK: every(CLOSE_WINDOW, MIDNIGHT),
        },
        cites="C1.6.1 C1.6.7 C1.7.1.8 C1.9 C1.10 C1.12.1 C3.request D2.confusion C1 C1.2.5 "
        "C1.6.2 C2",
    ),
    DoneBy(
        "messages-by-whom",
        "The CSS alone makes, sends, retries and corrects messages and reconciles the DSP; the DSP "
        "alone accepts, refuses, discards and loads; the DCC alone sets the DSP's sources and "
        "orders a reconciliation; RDPs alone offer files.",
        actors={
            CSS: (
                *(FAIL_TO_MAKE, SEND, SEND_FAULTY, RETRY, GIVE_UP, RESEND, CORRECT, REGENERATE),
                RECONCILE,
            ),
            DSP: (
                *(ACCEPT, REFUSE, LOAD, ACCEPT_LATE, DISCARD, LOSE_DATA),
                *(TAKE_FILE, REFUSE_FILE),
            ),
            DCC: (START_CSS, STOP_CSS, ORDER),
            RDP: (OFFER_FILE,),
            COMMUNICATIONS: (LOSE, LOSE_LATE),
            CLOCK: (MISS_TIME,),
        },
        cites="2.2-b 3-b 5-E1 5-X2 C5 E1.1 A-source-switch A-reconciliation A-receive-only 5-G "
        "E2.8 C5.retry A-order A-retry A-message-check",
    ),
    DoneBy(
        "the-css-is-let-in-and-out-by-whom",
        "The DCC alone suspends, reinstates and renews the CSS, tells the CRS of a suspension and "
        "controls its gateway; the Authority alone splits the licence.",
        actors={
            DCC: (SUSPEND, TELL_CRS, REINSTATE, RENEW, TAKE_CONTROL, RESTORE),
            CLOCK: (LAPSE,),
            OUTSIDER: (COMPROMISE,),
            AUTHORITY: (SPLIT_LICENCE,),
        },
        cites="2.1-f 5-G 5-H2 5-H3 5-L",
    ),
    DoneBy(
        "css-incidents-by-whom",
        "Those entitled alone raise and reopen incidents about the CSS, and the CRS what it has "
        "learnt of it; the DCC alone assigns, escalates and closes; the resolver alone resolves.",
        actors={
            ENTITLED_RAISER: (RAISE, REOPEN),
            CRS: (CRS_RAISES,),
            CSS: (BECOME_AWARE,),
            DCC: (ASSIGN, ESCALATE, CLOSE),
            RESOLVER: (RESOLVE,),
        },
        cites="5-H1 5-AG1 A5.raisers A5.states A-awareness",
    ),
    DoneBy(
        "notices-and-pairs-by-whom",
        "The CSS alone sends notices, the retail data service alone applies them, and the CRS "
        "alone gives proxies and resolves exceptions; the DCC alone learns of pairs, the DSP alone "
        "sends them, the CSS alone receives them; metering point data comes from "
        "whoever provides it for the Networks.",
        actors={
            CSS: (SEND_NOTICE, RESEND_NOTICE, RECEIVE_PAIR, FORM_REL, FAIL_REL),
            RETAIL_DATA_SERVICE: (APPLY_SECURED, CANNOT_APPLY, APPLY_CANCELLED, APPLY_BACKLOG),
            CRS: (GIVE_PROXY, RESOLVE_EXCEPTION, CLEAR_EXCEPTION),
            DCC: (LEARN_PAIR, EXCHANGE_HUB, REMOVE_HUB),
            DSP: (SEND_PAIR,),
            COMMUNICATIONS: (MISS_NOTICE, LOSE_PAIR),
            DATA_GIVER: (PROVIDE_DATA,),
            OUTSIDER: (CHANGE_DATA,),
        },
        cites="2.2-d 2.3-b 5-E4 C3.sync C5.exception C5.operator D2.proxy A-REL-exception C5 "
        "C5.late D2 A-pair-again A-every-pair A-no-duty-on-removal",
    ),
)
