"""The life of a voucher: issued, passed on, and at last redeemed or cancelled.

After `VoucherLifeCycle` of the TLA+ examples (byihive). A metering point stands for a voucher.
"""

from enum import Enum

from switchproof import (
    POINT,
    STAYS,
    Always,
    Event,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Transition,
    exactly_one,
)


class Voucher(Enum):
    """What a voucher is."""

    PHANTOM = "phantom"
    VALID = "valid"
    REDEEMED = "redeemed"
    CANCELLED = "cancelled"


class Life(Enum):
    """How far its life cycle is."""

    INIT = "init"
    WORKING = "working"
    DONE = "done"


holder = Party("holder")
voucher = Field("voucher", Voucher, Voucher.PHANTOM)
life = Field("life cycle", Life, Life.INIT)
ISSUE, TRANSFER, REDEEM, CANCEL = (
    Event(name, POINT, holder) for name in ("issue", "transfer", "redeem", "cancel")
)

VOUCHER = Machine(
    "voucher",
    POINT,
    voucher,
    [
        Transition(ISSUE, Voucher.PHANTOM, Voucher.VALID),
        Transition(TRANSFER, Voucher.VALID, STAYS),
        Transition(REDEEM, Voucher.VALID, Voucher.REDEEMED),
        Transition(CANCEL, Voucher.VALID, Voucher.CANCELLED),
    ],
)
LIFE = Machine(
    "life cycle",
    POINT,
    life,
    [
        Transition(ISSUE, Life.INIT, Life.WORKING),
        Transition(REDEEM, Life.WORKING, Life.DONE),
        Transition(CANCEL, Life.WORKING, Life.DONE),
    ],
)
FLOW = Flow("voucher", "The life of a voucher", [VOUCHER, LIFE], [holder])
CLAIMS = [
    Always(
        "consistent",
        "A voucher and its life cycle agree.",
        exactly_one(
            life.is_(Life.DONE) & voucher.in_(Voucher.REDEEMED, Voucher.CANCELLED),
            life.is_(Life.INIT) & voucher.is_(Voucher.PHANTOM),
            life.is_(Life.WORKING) & voucher.is_(Voucher.VALID),
        ),
    ),
    LeadsTo(
        "comes to an end",
        "A voucher that is issued is redeemed or cancelled.",
        life.is_(Life.WORKING),
        to=life.is_(Life.DONE),
        weak=((REDEEM, CANCEL),),
    ),
    LeadsTo(
        "comes to an end by itself",
        "A voucher that is issued is redeemed or cancelled, even if nobody must do either.",
        life.is_(Life.WORKING),
        to=life.is_(Life.DONE),
    ),
]
