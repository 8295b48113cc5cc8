"""What the new flow keeps of what comes late: earlier messages, and notices applied late."""

from model.css.late import AFOOT, LOSE_LATE, ON_ITS_WAY, OVERTAKEN, Late, late
from model.css.messages import LOAD, carried
from model.css.notices import APPLY_SECURED
from model.css.reconciliation import RECONCILE
from model.css.registration import MIDNIGHT
from model.css.sync import ACTIVE_AT_CSS, RESOLVE_EXCEPTION, Sync, later_date, sync
from model.current.authority import copy
from model.language import Claim, Step, after, all_of, changed, happens
from model.parties import SUPPLIERS

A, B = SUPPLIERS
moved_late = after(sync).is_(Sync.IDLE) & after(later_date)

LATE_KEPT: tuple[Claim, ...] = (
    Step(
        "an-earlier-message-only-of-one-on-its-way",
        "A switch goes live whether or not a message is on its way, whichever supplier gains, and "
        "makes an earlier one only of such a message, which can be lost for good and is overtaken "
        "by a reconciliation.",
        all_of(
            (happens(MIDNIGHT[B]) & AFOOT).implies(after(late).is_(ON_ITS_WAY)),
            (happens(MIDNIGHT[A]) & ~AFOOT).implies(~changed(late)),
            (happens(RECONCILE) & late.is_(ON_ITS_WAY)).implies(after(late).is_(OVERTAKEN)),
            happens(LOSE_LATE).implies(after(late).is_(Late.NONE)),
        ),
        cites="C5 C5.unread A-order A-reconciliation",
    ),
    Step(
        "a-message-loaded-of-either-supplier",
        "A message that names either supplier can be loaded, and the DSP's copy names that one.",
        all_of(*((happens(LOAD) & carried.is_(s)).implies(after(copy).is_(s)) for s in SUPPLIERS)),
        cites="2.2-b E1.1 C3.fields A-load",
    ),
    Step(
        "applied-with-a-later-date-once-active",
        "Where the expected switch is Active at the CSS already, a secured notice can be applied "
        "and an exception resolved, and the retail data service then moves with a later date.",
        all_of(
            (happens(APPLY_SECURED) & ACTIVE_AT_CSS).implies(moved_late),
            (happens(RESOLVE_EXCEPTION) & ACTIVE_AT_CSS).implies(moved_late),
        ),
        cites="C1.12.1 C3 C5.operator D2.dates",
    ),
)
