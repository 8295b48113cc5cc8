"""What at last comes about in the handover, and which events must then at last happen."""

from model.css.entry import ADMITTED, REINSTATE, RENEW
from model.css.gateway import PASSES
from model.css.reconciliation import RECONCILE, Reconciliation, reconciliation
from model.css.sources import START_CSS, accepts_css
from model.current.store import accepts_rdp
from model.handover.change import DECLARE_DONE, IN_EFFECT, WITHDRAW_RIGHT, change
from model.handover.paths import (
    EMPTY,
    LOAD_FILE,
    LOAD_MESSAGE,
    REFUSE_FILE,
    REFUSE_MESSAGE,
    SEND_FILE,
    SEND_MESSAGE,
    SENT,
    file,
    file_due,
    message,
    message_due,
)
from model.handover.sources import START_RDPS
from model.language import Claim, LeadsTo, all_of, any_of

RECONCILED = reconciliation.is_(Reconciliation.NOT_DUE)

LIVING: tuple[Claim, ...] = (
    LeadsTo(
        "the-dsp-is-reconciled",
        "Once the change is in effect, DSP and CSS are at last reconciled, though the DSP stops "
        "accepting the CSS again and again, or the CSS may not send.",
        change.is_(IN_EFFECT) & ADMITTED & PASSES,
        to=any_of(RECONCILED, ~ADMITTED, ~PASSES),
        weak=(START_CSS,),
        strong=(RECONCILE,),
        cites="A-first-load A-source-switch",
    ),
    LeadsTo(
        "the-change-is-concluded",
        "A change that is in effect and reconciled is at last declared done or undone.",
        all_of(change.is_(IN_EFFECT), RECONCILED),
        to=change.is_not(IN_EFFECT),
        weak=(START_CSS, WITHDRAW_RIGHT),
        strong=(DECLARE_DONE,),
        cites="A-fallback A-withdrawal-by-DCC",
    ),
    LeadsTo(
        "some-source-is-accepted-again",
        "While the DSP accepts no source, one can be let in: it at last accepts the RDPs or the "
        "CSS again.",
        ~accepts_rdp & ~accepts_css,
        to=accepts_rdp | accepts_css,
        weak=((START_RDPS, START_CSS),),
        cites="A-source-switch A-fallback",
    ),
    LeadsTo(
        "suspensions-only-delay-the-reconciliation",
        "A reconciliation that is due is made at last, however often the CSS is suspended and "
        "reinstated, or its credentials lapse, unless the DSP stops accepting the CSS or the DCC "
        "controls its gateway.",
        all_of(accepts_css, ~RECONCILED, PASSES),
        to=any_of(RECONCILED, ~accepts_css, ~PASSES),
        weak=(REINSTATE, RENEW),
        strong=(RECONCILE,),
        cites="5-H2 5-L A-suspension A-reconciliation",
    ),
    LeadsTo(
        "a-file-that-is-due-is-sent",
        "A file that is due is at last sent, or its duty ends.",
        file_due,
        to=~file_due,
        weak=((LOAD_FILE, REFUSE_FILE), SEND_FILE),
        cites="2.2-a A-refused-in-flight",
    ),
    LeadsTo(
        "a-message-that-is-due-is-sent",
        "A message that is due is at last sent, or made needless by the reconciliation, unless the "
        "DCC controls the gateway of the CSS.",
        message_due & PASSES,
        to=~message_due | ~PASSES,
        weak=((LOAD_MESSAGE, REFUSE_MESSAGE), SEND_MESSAGE),
        cites="2.2-b 5-E1 A-refused-in-flight",
    ),
    LeadsTo(
        "no-file-stays-on-its-way",
        "A file that is on its way is at last loaded or refused.",
        file.is_(SENT),
        to=file.is_(EMPTY),
        weak=((LOAD_FILE, REFUSE_FILE),),
        cites="2.2-a A-refused-in-flight",
    ),
    LeadsTo(
        "no-message-stays-on-its-way",
        "A message that is on its way is at last loaded, refused, or made idle by the "
        "reconciliation, unless the DCC controls the gateway of the CSS.",
        message.is_(SENT) & PASSES,
        to=message.is_(EMPTY) | ~PASSES,
        weak=((LOAD_MESSAGE, REFUSE_MESSAGE),),
        cites="2.2-b A-refused-in-flight",
    ),
)
