"""What some run of the transition gets to: switches on either side, and what a design costs."""

from model.css.duties import CRS_OWES
from model.css.licence import Licence, licence
from model.css.reconciliation import RECONCILE, Reconciliation, reconciliation
from model.css.registration import supplier_of_record as at_the_css
from model.css.sources import accepts_css
from model.current.authority import copy
from model.current.duties import DAY_ENDS, Mark, mark
from model.current.flags import ACCEPT_FLAG
from model.current.registration import OPEN as OLD_OPEN
from model.current.store import accepts_rdp
from model.language import Claim, Sometimes, after, all_of, happens
from model.parties import Supplier
from model.transition.change import CHANGED, DRAINING, TAKE_EFFECT, UNCHANGED, change
from model.transition.joined import crs_mark
from model.transition.names import (
    nothing_under_way,
    old_is_live,
    old_request,
    old_supplier_of_record,
)
from properties.transition.claims import supplier_of_record

FIRST_LOAD_DUE = reconciliation.is_(Reconciliation.DUE)
LIVE_THERE = old_supplier_of_record.is_(Supplier.B)
LIVE_AT_THE_CSS = all_of(at_the_css.is_(Supplier.B), old_is_live[Supplier.A])

SWITCHING: tuple[Claim, ...] = (
    Sometimes(
        "live-before-the-change",
        "A switch goes live at MPAS or UK Link before the change.",
        UNCHANGED & LIVE_THERE,
        cites="B4",
    ),
    Sometimes(
        "live-after-the-change",
        "A switch goes live at the CSS after the change.",
        CHANGED & LIVE_AT_THE_CSS,
        cites="C1",
    ),
    Sometimes(
        "once-before-and-once-after",
        "A point switches before the change and back after it.",
        all_of(CHANGED, at_the_css.is_(Supplier.A), old_is_live[Supplier.B]),
        cites="B4 C1",
    ),
)
FOLLOWED: tuple[Claim, ...] = (
    Sometimes(
        "followed-before-the-change",
        "A switch goes live at MPAS or UK Link, and the DSP's copy has followed by a file.",
        all_of(UNCHANGED, LIVE_THERE, copy.is_(Supplier.B)),
        cites="2.2-a B4",
    ),
    Sometimes(
        "followed-after-the-change",
        "A switch goes live at the CSS, and the DSP's copy has followed by a message or a load.",
        all_of(CHANGED, LIVE_AT_THE_CSS, copy.is_(Supplier.B)),
        cites="2.2-b C1",
    ),
)
ON_EITHER_SIDE: tuple[Claim, ...] = (
    Sometimes(
        "an-rdp-takes-a-flag-after-the-change",
        "After the change an RDP is sent a flag and accepts it (P17).",
        happens(ACCEPT_FLAG) & CHANGED,
        cites="2.3-c 2.3-d",
    ),
    Sometimes(
        "the-crs-owes-under-a-licence-of-its-own",
        "The licence is split, before or after the change, and the CRS owes the sending under its "
        "own.",
        licence.is_(Licence.SPLIT) & CRS_OWES,
        cites="2.1-f 1-b",
    ),
)
COSTS: tuple[Claim, ...] = (
    Sometimes(
        "owed-and-not-accepted",
        "The CRS owes the sending, a first load is due, and the DSP accepts data from nobody.",
        all_of(CRS_OWES, FIRST_LOAD_DUE, ~accepts_rdp, ~accepts_css),
        cites="1-b A-source-switch A-first-load",
    ),
    Sometimes(
        "behind-and-nobody-in-breach",
        "After the change the day ends while the DSP's copy is wrong and the first load is due, "
        "and no breach is marked: the first load has no deadline.",
        all_of(
            happens(DAY_ENDS),
            CHANGED,
            copy.is_not(supplier_of_record),
            FIRST_LOAD_DUE,
            after(mark).is_(Mark.CLEAN),
            after(crs_mark).is_(Mark.CLEAN),
        ),
        cites="A-first-load A-deadline 2.2-b",
    ),
)
STILL_MARKED: tuple[Claim, ...] = (
    Sometimes(
        "what-the-networks-breached-stays-marked",
        "After the first load by the CSS a breach of the Networks is still marked as owed, though "
        "they owe no more.",
        happens(RECONCILE) & after(mark).is_(Mark.BREACHED),
        cites="A-remedied-by-load A-first-load 1-a 1-b",
    ),
)
ACROSS: tuple[Claim, ...] = (
    Sometimes(
        "under-way-as-the-change-takes-effect",
        "The change takes effect while a request is open at MPAS or UK Link.",
        happens(TAKE_EFFECT) & old_request[Supplier.B].in_(*OLD_OPEN),
        cites="D1.unread",
    ),
)
HELD_UP: tuple[Claim, ...] = (
    Sometimes(
        "requested-and-held-up",
        "No new request is taken, and one that is under way still holds up the change.",
        change.is_(DRAINING) & ~nothing_under_way,
        cites="D1.unread",
    ),
)
