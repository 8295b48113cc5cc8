"""What can still come about in the transition, and what at last does in every fair run."""

from model.css.duties import NETWORKS_GIVE
from model.css.entry import ADMITTED
from model.css.gateway import PASSES
from model.css.reconciliation import RECONCILE, Reconciliation, reconciliation
from model.css.sources import START_CSS
from model.current.files import LOAD
from model.current.registration import ACCEPT, CLOSE_WINDOW, REJECT, SECURE, UPHOLD
from model.current.store import accepts_rdp
from model.language import CanStill, Claim, LeadsTo, all_of, every
from model.transition.change import CHANGED, DRAINING, TAKE_EFFECT, UNCHANGED, change
from model.transition.frozen import THAW
from model.transition.names import AT_MPAS, OLD_MIDNIGHT, nothing_under_way

REJECT_THERE, CLOSE_WINDOW_THERE = AT_MPAS.of(REJECT), AT_MPAS.of(CLOSE_WINDOW)
LOADED = reconciliation.is_(Reconciliation.NOT_DUE)
MAY_SEND = ADMITTED & PASSES
GOING_ON = (every(REJECT_THERE), every(ACCEPT), every(UPHOLD), every(SECURE))
COMING = (every(CLOSE_WINDOW_THERE), every(OLD_MIDNIGHT))
ALL_ELSE_IS_READY = all_of(MAY_SEND, ~accepts_rdp, NETWORKS_GIVE)

OF_THE_FIRST_LOAD: tuple[Claim, ...] = (
    CanStill(
        "the-first-load-can-still-be-made",
        "After the change the first load can still be made, whatever has become of the CSS and of "
        "what the DSP accepts.",
        CHANGED & ~LOADED,
        to=LOADED,
        cites="A-first-load A-reconciliation A-source-switch A-suspension 5-H2",
    ),
    LeadsTo(
        "the-first-load-is-made",
        "After the change the first load is at last made, unless the CSS may not send.",
        all_of(CHANGED, ~LOADED, MAY_SEND),
        to=LOADED | ~MAY_SEND,
        weak=(START_CSS,),
        strong=(RECONCILE,),
        cites="A-first-load A-reconciliation A-source-switch",
    ),
)
CAN_TAKE_EFFECT: tuple[Claim, ...] = (
    CanStill(
        "the-change-can-still-take-effect",
        "The change can still take effect, whatever has become of the CSS, of what the DSP "
        "accepts, and of requests and files.",
        UNCHANGED,
        to=CHANGED,
        cites="1-a 1-b A-may-send A-source-switch A-suspension 5-H2 2.3-b",
    ),
)
AT_ONCE: tuple[Claim, ...] = (
    LeadsTo(
        "the-change-comes",
        "Once the CSS may send, the DSP accepts no RDP, and licence and REC oblige Networks, the "
        "change at last takes effect, unless one of these ends: no request holds it up.",
        UNCHANGED & ALL_ELSE_IS_READY,
        to=CHANGED | ~ALL_ELSE_IS_READY,
        weak=(LOAD,),
        strong=(TAKE_EFFECT,),
        cites="1-a 1-b A-may-send D1.unread",
    ),
)
CARRIED: tuple[Claim, ...] = (
    LeadsTo(
        "no-request-holds-up-the-change",
        "Once no new request is taken, the CSS may send, the DSP accepts no RDP, and licence and "
        "REC oblige Networks, the change at last takes effect, or one of these ends: no request "
        "holds it up.",
        change.is_(DRAINING) & ALL_ELSE_IS_READY,
        to=change.is_not(DRAINING) | ~ALL_ELSE_IS_READY,
        weak=(LOAD,),
        strong=(TAKE_EFFECT,),
        cites="1-a 1-b A-may-send D1.unread",
    ),
)
REQUESTS_CAN_END: tuple[Claim, ...] = (
    CanStill(
        "each-request-can-still-end",
        "Before the change what a point has under way at MPAS or UK Link can still end, so that no "
        "point need hold up the change.",
        UNCHANGED & ~nothing_under_way,
        to=nothing_under_way,
        cites="D1.unread B4 B2.live",
    ),
)
CAN_BE_MADE_READY: tuple[Claim, ...] = (
    CanStill(
        "the-change-can-still-be-made-ready",
        "Before the change all else than requests and files can still be made ready for it, "
        "whatever has become of the CSS and of what the DSP accepts.",
        UNCHANGED,
        to=(change.is_(DRAINING) & ALL_ELSE_IS_READY) | CHANGED,
        cites="1-a 1-b A-may-send A-source-switch A-suspension 5-H2 2.3-b",
    ),
)
CAN_TAKE_EFFECT_WHEN_READY: tuple[Claim, ...] = (
    CanStill(
        "a-change-that-is-ready-can-still-take-effect",
        "Where all else is ready the change can still take effect, whatever is under way at any "
        "point and in any file.",
        change.is_(DRAINING) & ALL_ELSE_IS_READY,
        to=CHANGED,
        cites="1-a 1-b D1.unread B4 B2.live A-may-send",
    ),
)
CAN_BE_MADE_READY_AND_TAKE_EFFECT: tuple[Claim, ...] = (
    CanStill(
        "the-change-can-still-take-effect",
        "The change can still take effect, whatever has become of the CSS, of what the DSP "
        "accepts, and of requests and files: it can be made ready, and then it can be made.",
        UNCHANGED,
        to=CHANGED,
        given=(*CAN_BE_MADE_READY, *CAN_TAKE_EFFECT_WHEN_READY),
        cites="1-a 1-b A-may-send A-source-switch A-suspension 5-H2 2.3-b D1.unread B4 B2.live",
    ),
)
CAN_TAKE_EFFECT_UNDECIDED: tuple[Claim, ...] = (
    CanStill(
        "a-freeze-can-still-end-in-the-change",
        "Where all else is ready the change can still take effect, whatever is frozen.",
        change.is_(DRAINING) & ALL_ELSE_IS_READY,
        to=CHANGED,
        cites="1-a 1-b D1.unread B4 B2.live A-may-send",
        pending="undecided, since whom the change asks is led there only while the freeze stays as "
        "it is, and here it must first be given up, what is frozen then end at each point, and a "
        "freeze begin anew; a claim on the way would have to say that all points have nothing "
        "under way, and a claim says what one point sees; with one point a search of 172,584 views "
        "of 13 fields finds a way from everywhere, and over 17 fields there are more than "
        "2,000,000; proved are that all else can still be made ready, that each request can still "
        "end, and that a freeze ends",
    ),
)
DRAIN_ENDS: tuple[Claim, ...] = (
    LeadsTo(
        "a-drain-ends",
        "Once no new request is taken, the CSS may send, the DSP accepts no RDP, and licence and "
        "REC oblige Networks, the change at last takes effect, unless one of these ends: what is "
        "under way goes on, and windows close and midnights come, however often it is objected to.",
        change.is_(DRAINING) & ALL_ELSE_IS_READY,
        to=change.is_not(DRAINING) | ~ALL_ELSE_IS_READY,
        weak=(LOAD, *GOING_ON),
        strong=(TAKE_EFFECT, *COMING),
        cites="1-a 1-b D1.unread B1.window B2.window B4 B2.live",
    ),
)
FREEZE_ENDS: tuple[Claim, ...] = (
    LeadsTo(
        "a-freeze-ends",
        "A freeze at last ends, by the change or by being given up.",
        change.is_(DRAINING) & ALL_ELSE_IS_READY,
        to=change.is_not(DRAINING) | ~ALL_ELSE_IS_READY,
        weak=(LOAD, THAW),
        strong=(TAKE_EFFECT,),
        cites="1-a 1-b D1.unread",
    ),
)
