"""Drained after: what is under way ends at MPAS or UK Link by its rules while the CRS owes.

So the change waits for no request. From then on the CSS follows the midnights of the old registry,
and a message to the DSP is due for each; and it looks there before it makes anything pending, or a
point would have two requests open. A request that stays stuck there keeps its own point from
switching at the CSS, and no other. The retail data service is MPAS or UK Link itself (B2.css).
"""

from dataclasses import replace

from model.css.late import AFOOT, KEPT, NOT_AFOOT, Late
from model.css.late import LATE as EARLIER_MESSAGES
from model.css.messages import MESSAGES, NEW, Message
from model.css.registration import (
    ACTIVE,
    AS_REJECTED,
    FINE,
    GAINS,
    INACTIVE,
    MAKE_PENDING,
    NONE,
    REJECT,
    SUBMITTED,
    Registration,
)
from model.css.sync import Sync, held
from model.language import STAYS, Named, Transition, during, each, itself, other
from model.parties import SUPPLIERS
from model.transition.change import (
    BEFORE,
    CHANGE,
    CHANGED,
    CITED,
    IN_EFFECT,
    READY,
    TAKE_EFFECT,
    UNCHANGED,
)
from model.transition.design import design
from model.transition.moved import DUTIES_MOVED, REGISTRATIONS, SYNC
from model.transition.names import OLD_MIDNIGHT, nothing_under_way

FOLLOWS = "D1.unread B4 B2.live"

DONE_THERE = Named(
    "the point has no request at MPAS or UK Link", nothing_under_way, cites="D1.unread"
)
STILL_THERE = Named(
    "the point has a request at MPAS or UK Link", ~nothing_under_way, cites="D1.unread"
)

AT_ONCE = replace(
    CHANGE,
    transitions=(Transition(TAKE_EFFECT, BEFORE, IN_EFFECT, READY, cites=CITED),),
    happy=(BEFORE, IN_EFFECT),
)
GAINS_LOOKING = during(DONE_THERE, GAINS, MAKE_PENDING).also(
    Transition(REJECT, SUBMITTED, NONE, FINE & STILL_THERE, AS_REJECTED, cites="D1.unread C2"),
)
FOLLOWING = REGISTRATIONS.also(
    Transition(OLD_MIDNIGHT, Registration, ACTIVE, when=CHANGED, cites=FOLLOWS),
    Transition(OLD_MIDNIGHT, Registration, STAYS, when=UNCHANGED, cites="A-total"),
    Transition(other(OLD_MIDNIGHT), Registration, INACTIVE, when=CHANGED, cites=FOLLOWS),
    Transition(other(OLD_MIDNIGHT), Registration, STAYS, when=UNCHANGED, cites="A-total"),
)
MESSAGES_OF_BOTH = MESSAGES.also(
    *each(
        Transition(OLD_MIDNIGHT, Message, Message.DUE, CHANGED, NEW, cites="A-trigger D1.unread"),
        Transition(OLD_MIDNIGHT, Message, STAYS, UNCHANGED, cites="A-total"),
        of=SUPPLIERS,
    )
)
LATE = EARLIER_MESSAGES.also(
    *each(
        Transition(OLD_MIDNIGHT, Late, Late.ON_ITS_WAY, AFOOT & CHANGED, KEPT, cites="C5.unread"),
        Transition(OLD_MIDNIGHT, Late, STAYS, NOT_AFOOT & CHANGED, cites="A-total"),
        Transition(OLD_MIDNIGHT, Late, STAYS, UNCHANGED, cites="A-total"),
        of=SUPPLIERS,
    )
)
HELD_AS_THERE = SYNC.also(
    *each(
        Transition(OLD_MIDNIGHT, Sync, STAYS, then={held: itself(SUPPLIERS)}, cites="B2.css B4"),
        of=SUPPLIERS,
    )
)
FLOW = design(
    "drained-after",
    "Handover: what is under way is drained after the change",
    AT_ONCE,
    *DUTIES_MOVED,
    *(GAINS_LOOKING, FOLLOWING, MESSAGES_OF_BOTH, LATE, HELD_AS_THERE),
)
