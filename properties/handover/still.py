"""What can still come of the handover wherever it stands, and where it rests."""

from model.css.entry import ADMITTED, GO_LIVE
from model.css.gateway import PASSES
from model.css.reconciliation import RECONCILE
from model.current.store import accepts_rdp
from model.handover.change import (
    BEFORE,
    DECLARE_DONE,
    DONE,
    FALL_BACK,
    FALLEN_BACK,
    IN_EFFECT,
    TAKE_EFFECT,
    WITHDRAW_RIGHT,
    change,
)
from model.language import CanStill, Claim, StuckOnly, any_of

STILL: tuple[Claim, ...] = (
    CanStill(
        "the-change-can-still-be-done",
        "A change that is in effect can still be declared done, whatever has become of the CSS and "
        "of what the DSP accepts.",
        change.is_(IN_EFFECT),
        to=change.is_(DONE),
        cites="1-a 1-b A-fallback A-withdrawal-by-DCC A-source-switch A-reconciliation 5-H2 "
        "A-suspension",
    ),
    StuckOnly(
        "the-handover-rests-only-where-it-may",
        "A step of the handover can be taken, unless the DSP still accepts RDPs before the change, "
        "the CSS may not send, or the change is done or undone.",
        any_of(
            change.in_(DONE, FALLEN_BACK),
            change.is_(BEFORE) & accepts_rdp,
            ~ADMITTED,
            ~PASSES,
        ),
        ways=(GO_LIVE, TAKE_EFFECT, RECONCILE, WITHDRAW_RIGHT, DECLARE_DONE, FALL_BACK),
        cites="1-a 1-b 2.3-d 5-E1 A-one-instant A-fallback A-withdrawal-by-DCC 2.2-c 5-G 5-H3 "
        "A-may-send A-suspension",
    ),
)
