"""What the new flow keeps of retail data services and notices, whichever supplier gains."""

from model.css.messages import LOAD
from model.css.notices import (
    APPLY_SECURED,
    GIVE_PROXY,
    SEC_DUE,
    SEC_SENT,
    SECURED_THERE,
    SEND_NOTICE,
    notice,
)
from model.css.registration import MAKE_PENDING, MIDNIGHT
from model.css.sync import FINE, SECURED_AT_CSS, Sync, backlog, expected, held, sync
from model.current.duties import Mark, mark
from model.language import Claim, Expression, Step, after, all_of, changed, happens
from model.parties import SUPPLIERS, Supplier
from properties.current.switching import of_each

A, _ = SUPPLIERS
fine, waits = sync.in_(*FINE), sync.in_(*FINE) & SECURED_THERE


def _expects(s: Supplier) -> Expression:
    asked = happens(MAKE_PENDING[s])
    now = after(sync).is_(Sync.EXPECTING) & after(expected).is_(s)
    return all_of(
        (asked & fine & ~SECURED_THERE).implies(now & ~changed(backlog)),
        (asked & waits).implies(now & after(backlog)),
        (asked & sync.is_(Sync.EXCEPTION)).implies(now & after(backlog)),
    )


RETAIL_KEPT: tuple[Claim, ...] = (
    Step(
        "either-supplier-can-be-expected",
        "Whichever supplier gains, the retail data service expects it once its registration is "
        "pending; a secured switch that was not applied by then waits.",
        of_each(_expects),
        cites="C3.pending-sync A-notices-queue",
    ),
    Step(
        "a-secured-switch-is-applied",
        "A secured notice is sent and applied, or a proxy in its place; a point that is gained "
        "back moves at midnight if its switch is secured at the retail data service, and stays "
        "where it was if not.",
        all_of(
            (happens(SEND_NOTICE) & notice.is_(SEC_DUE)).implies(after(notice).is_(SEC_SENT)),
            (happens(APPLY_SECURED) & SECURED_AT_CSS).implies(after(sync).is_(Sync.SECURED)),
            (happens(GIVE_PROXY) & SECURED_AT_CSS).implies(after(sync).is_(Sync.SECURED)),
            (happens(MIDNIGHT[A]) & sync.is_(Sync.SECURED)).implies(after(held).is_(expected)),
            (happens(MIDNIGHT[A]) & sync.is_not(Sync.SECURED)).implies(~changed(held)),
        ),
        cites="B2.css C1 C1.12.1 C3.sync C5.late A-proxy-checked",
    ),
    Step(
        "loaded-in-time-leaves-no-mark",
        "A message that is loaded in time leaves no mark of a breach.",
        (happens(LOAD) & mark.is_(Mark.CLEAN)).implies(after(mark).is_(Mark.CLEAN)),
        cites="A-remedied-by-load",
    ),
)
