"""The CSS's notice to a point's retail data service: secured or cancelled, due, sent or missing.

Retail data services are told of a secured and a cancelled registration with high priority
(C3.sync). Notices went missing in service, never generated or lost, cancellations among them (D2,
D2.missed-cancellation); they can be resent, or generated afterwards (C5). A point has one notice
outstanding at a time; a secured one that the next request meets is remembered by the receiver
(A-notices-queue).
"""

from enum import Enum

from model.css.licence import CRS
from model.css.registration import (
    ANNUL,
    CANCEL,
    CLOSE_GATE,
    CONFIRMED,
    MAKE_PENDING,
    PENDING,
    WITHDRAW,
    gain,
)
from model.language import (
    BEFALLS,
    FAILURE,
    POINT,
    STAYS,
    Event,
    Field,
    Machine,
    Named,
    Transition,
    each,
)
from model.parties import COMMUNICATIONS, CSS, RETAIL_DATA_SERVICE, SUPPLIERS


class Notice(Enum):
    """Which notice is outstanding, and where it is."""

    NONE = "none"
    SECURED_DUE = "secured, due"
    SECURED_SENT = "secured, sent"
    SECURED_MISSING = "secured, missing"
    CANCELLED_DUE = "cancelled, due"
    CANCELLED_SENT = "cancelled, sent"
    CANCELLED_MISSING = "cancelled, missing"


notice = Field(
    "notice",
    Notice,
    Notice.NONE,
    told=(
        "no notice to the retail data service is outstanding",
        "a notice that the switch is secured is due",
        "the notice that the switch is secured is sent",
        "the notice that the switch is secured is missing",
        "a notice that the request is cancelled is due",
        "the notice that the request is cancelled is sent",
        "the notice that the request is cancelled is missing",
    ),
)

SEND_NOTICE = Event("send the notice", POINT, CSS, told="{by} sends the notice")
MISS_NOTICE = Event(
    "the notice is not generated or is lost",
    POINT,
    COMMUNICATIONS,
    mishap=BEFALLS,
    told="the notice is not generated or is lost",
)
RESEND_NOTICE = Event(
    "resend the notice or generate it", POINT, CSS, told="{by} sends the missing notice after all"
)
APPLY_SECURED = Event(
    "apply the secured notice", POINT, RETAIL_DATA_SERVICE, told="{by} applies the secured notice"
)
CANNOT_APPLY = Event(
    "the secured notice cannot be applied",
    POINT,
    RETAIL_DATA_SERVICE,
    mishap=FAILURE,
    told="{by} finds that it cannot apply the secured notice",
)
APPLY_CANCELLED = Event(
    "apply the cancelled notice",
    POINT,
    RETAIL_DATA_SERVICE,
    told="{by} applies the cancelled notice",
)
GIVE_PROXY = Event(
    "give a proxy secured notice", POINT, CRS, told="{by} gives a proxy secured notice"
)

NONE = Notice.NONE
SEC_DUE, CAN_DUE = Notice.SECURED_DUE, Notice.CANCELLED_DUE
SEC_SENT, CAN_SENT = Notice.SECURED_SENT, Notice.CANCELLED_SENT
SEC_MISSING, CAN_MISSING = Notice.SECURED_MISSING, Notice.CANCELLED_MISSING

SECURED_THERE = Named(
    "a secured notice is outstanding", notice.in_(SEC_DUE, SEC_SENT, SEC_MISSING), "A-notices-queue"
)

can_end = gain.in_(PENDING, CONFIRMED).called(
    "the registration can still be ended", cites="C1.1.4d"
)
TOO_LATE = Named("the registration can no longer be ended", ~can_end, cites="C1.1.4d")

RULES = (
    *each(
        Transition(MAKE_PENDING, Notice, NONE, cites="C3.pending-sync"),
        Transition(CLOSE_GATE, Notice, SEC_DUE, cites="C3.sync R0067"),
        Transition(CANCEL, Notice, CAN_DUE, cites="C3.sync C1.6.7"),
        Transition(WITHDRAW, Notice, CAN_DUE, when=can_end, cites="C3.sync C1.10"),
        Transition(WITHDRAW, Notice, STAYS, when=TOO_LATE, cites="A-total"),
        Transition(ANNUL, Notice, CAN_DUE, when=can_end, cites="C3.sync C1.9"),
        Transition(ANNUL, Notice, STAYS, when=TOO_LATE, cites="A-total"),
        of=SUPPLIERS,
    ),
    Transition(SEND_NOTICE, SEC_DUE, SEC_SENT, cites="C3.sync"),
    Transition(SEND_NOTICE, CAN_DUE, CAN_SENT, cites="C3.sync"),
    Transition(MISS_NOTICE, (SEC_DUE, SEC_SENT), SEC_MISSING, cites="D2"),
    Transition(MISS_NOTICE, (CAN_DUE, CAN_SENT), CAN_MISSING, cites="D2.missed-cancellation"),
    Transition(RESEND_NOTICE, SEC_MISSING, SEC_SENT, cites="C5 R0067 A-regeneration"),
    Transition(RESEND_NOTICE, CAN_MISSING, CAN_SENT, cites="C5 R0067 A-regeneration"),
    Transition(APPLY_SECURED, SEC_SENT, NONE, cites="C3.sync"),
    Transition(CANNOT_APPLY, SEC_SENT, NONE, cites="C5.exception"),
    Transition(GIVE_PROXY, SEC_MISSING, NONE, cites="D2.proxy A-proxy-checked"),
    Transition(APPLY_CANCELLED, CAN_SENT, NONE, cites="C3.sync"),
)

NOTICES = Machine(
    "notice",
    POINT,
    state=notice,
    transitions=RULES,
    happy=(NONE, SEC_DUE, SEC_SENT),
)
