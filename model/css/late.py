"""An earlier message about the point that is still on its way when a later one is made.

No guarantee of order was found (C5.unread). It is assumed that the DSP discards a message older
than one that it has loaded, or than a reconciliation (A-order): an earlier message is in order
until then. One that was taken for lost, or given up, may still come in. One earlier message is
followed at a time; of two the older is forgotten.
"""

from enum import Enum

from model.css.entry import ADMITTED
from model.css.gateway import PASSES
from model.css.messages import ACCEPTED, GIVEN_UP, LOAD, LOST, SENT, carried, faulty, message
from model.css.reconciliation import RECONCILE
from model.css.registration import MIDNIGHT
from model.css.sources import CSS_ACCEPTED
from model.language import (
    BEFALLS,
    POINT,
    STAYS,
    Event,
    Field,
    Machine,
    Named,
    Transition,
    all_of,
    each,
)
from model.parties import COMMUNICATIONS, DSP, SUPPLIERS, Supplier


class Late(Enum):
    """Where an earlier message is."""

    NONE = "none"
    ON_ITS_WAY = "on its way"
    OVERTAKEN = "overtaken"


late = Field(
    "earlier message",
    Late,
    Late.NONE,
    told=(
        "no earlier message is on its way",
        "an earlier message is still on its way",
        "the earlier message is overtaken",
    ),
)
late_carried = Field(
    "supplier in the earlier message",
    Supplier,
    Supplier.NOBODY,
    told=("", "the earlier message names {value}"),
)

ACCEPT_LATE = Event(
    "accept an earlier message that comes in late",
    POINT,
    DSP,
    told="{by} accepts an earlier message that comes in late",
)
DISCARD = Event(
    "discard an earlier message out of sequence",
    POINT,
    DSP,
    told="{by} discards an earlier message as out of sequence",
)
LOSE_LATE = Event(
    "lose an earlier message for good",
    POINT,
    COMMUNICATIONS,
    mishap=BEFALLS,
    told="the earlier message is lost for good",
)

AFOOT = Named(
    "a sound message is on its way", message.in_(SENT, LOST, GIVEN_UP, ACCEPTED) & ~faulty, "C5"
)
FIT = all_of(ADMITTED, CSS_ACCEPTED)
NOT_AFOOT = Named("no sound message is on its way", ~AFOOT, "C5")
IN_ORDER = Named("the message is in order", late.is_(Late.ON_ITS_WAY), cites="A-order")
OUT_OF_ORDER = Named("the message is out of order", late.is_(Late.OVERTAKEN), cites="A-order")

NONE, ON_ITS_WAY, OVERTAKEN = Late
AWAITED = (ON_ITS_WAY, OVERTAKEN)
KEPT = {late_carried: carried}
GONE = {late_carried: Supplier.NOBODY}

RULES = (
    *each(Transition(MIDNIGHT, Late, ON_ITS_WAY, AFOOT, KEPT, cites="C5.unread"), of=SUPPLIERS),
    *each(Transition(MIDNIGHT, Late, STAYS, NOT_AFOOT, cites="A-total"), of=SUPPLIERS),
    Transition(LOAD, ON_ITS_WAY, OVERTAKEN, cites="A-order"),
    Transition(LOAD, (NONE, OVERTAKEN), STAYS, cites="A-total"),
    Transition(RECONCILE, Late, OVERTAKEN, AFOOT, KEPT, cites="A-reconciliation A-order"),
    Transition(RECONCILE, ON_ITS_WAY, OVERTAKEN, NOT_AFOOT, cites="A-reconciliation A-order"),
    Transition(ACCEPT_LATE, AWAITED, NONE, PASSES & FIT & IN_ORDER, GONE, cites="5-X3 A-order"),
    Transition(DISCARD, AWAITED, NONE, PASSES & OUT_OF_ORDER, GONE, cites="A-order"),
    Transition(LOSE_LATE, AWAITED, NONE, then=GONE, cites="C5"),
)

LATE = Machine(
    "earlier message",
    POINT,
    state=late,
    fields=(late_carried,),
    transitions=RULES,
    happy=(NONE, ON_ITS_WAY),
)
