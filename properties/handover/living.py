"""What at last comes about in the handover, and which events must then at last happen."""

from model.css.reconciliation import RECONCILE, Reconciliation, reconciliation
from model.css.sources import START_CSS
from model.handover.change import DECLARE_DONE, IN_EFFECT, WITHDRAW_RIGHT, change
from model.handover.readiness import ADMITTED
from model.language import Claim, LeadsTo, all_of

RECONCILED = reconciliation.is_(Reconciliation.NOT_DUE)

LIVING: tuple[Claim, ...] = (
    LeadsTo(
        "the-dsp-is-reconciled",
        "Once the change is in effect, DSP and CSS are at last reconciled, though the DSP stops "
        "accepting the CSS again and again, or the CSS is suspended.",
        change.is_(IN_EFFECT) & ADMITTED,
        to=RECONCILED | ~ADMITTED,
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
)
