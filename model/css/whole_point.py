"""Another reading of the trigger: a message is due when a registration is secured.

No source says which event makes a message due (A-trigger). Where it is securing, a message is
about tomorrow and must carry the point as a whole, the present and the next supplier
(A-whole-point), or one about tomorrow hides one about today. The DSP then keeps both, and moves
to the next at midnight by itself. The machines stand in for those of the same name; an earlier
message is one that the next gate closure finds on its way, when its own midnight has passed.
"""

from dataclasses import replace

from model.css.copy import COPY
from model.css.flow import FLOW
from model.css.late import AFOOT, KEPT, LATE, NOT_AFOOT, ON_ITS_WAY, Late
from model.css.messages import ACCEPTED, DUE, LOAD, MESSAGES, NOTHING, Message, carried, faulty
from model.css.reconciliation import RECONCILE
from model.css.registration import (
    CLOSE_GATE,
    MIDNIGHT,
    SECURED_ACTIVE,
    gain,
    on_record,
    supplier_of_record,
)
from model.current.store import LOSE_DATA
from model.language import STAYS, Field, Named, Transition, each, itself, of_any, whichever
from model.parties import SUPPLIERS, Supplier

NOBODY, NAMED = Supplier.NOBODY, itself(SUPPLIERS)

present = Field(
    "present supplier in the message",
    Supplier,
    NOBODY,
    told=("", "the message names {value} as the present supplier"),
)
ahead = Field(
    "the message is about a switch to come",
    bool,
    initial=False,
    told=("the switch in the message has come", "the message is about a switch to come"),
)
next_ = Field(
    "next supplier at the DSP",
    Supplier,
    NOBODY,
    told=("the DSP holds no next supplier", "the DSP holds {value} as the next supplier"),
)

secured = whichever(gain.is_(SECURED_ACTIVE), of=SUPPLIERS, otherwise=NOBODY)

ABOUT_TOMORROW = Named("the message is about a switch to come", ahead, "A-whole-point")
ABOUT_TODAY = Named("the switch in the message has come", ~ahead, "A-whole-point")
NONE_NEXT = Named("no next supplier is known at the DSP", next_.is_(NOBODY), "A-whole-point")

AT_LOAD = {carried: NOBODY, present: NOBODY}
AT_RECONCILIATION = {carried: NOBODY, present: NOBODY, ahead: False, faulty: False}

WHOLE = {carried: NAMED, present: supplier_of_record, ahead: True, faulty: False}

WHOLE_MESSAGES = replace(
    MESSAGES.without(MIDNIGHT, LOAD, RECONCILE),
    fields=(*MESSAGES.fields, present, ahead),
).also(
    *each(
        Transition(CLOSE_GATE, Message, DUE, then=WHOLE, cites="2.2-b A-trigger A-whole-point"),
        Transition(MIDNIGHT, Message, STAYS, then={ahead: False}, cites="A-whole-point"),
        of=SUPPLIERS,
    ),
    Transition(LOAD, ACCEPTED, NOTHING, then=AT_LOAD, cites="E1.1 A-load"),
    Transition(RECONCILE, Message, NOTHING, then=AT_RECONCILIATION, cites="A-reconciliation"),
)

WHOLE_LATE = LATE.without(MIDNIGHT).also(
    *each(
        Transition(CLOSE_GATE, Late, ON_ITS_WAY, AFOOT, KEPT, cites="C5.unread"),
        Transition(CLOSE_GATE, Late, STAYS, NOT_AFOOT, cites="A-total"),
        of=SUPPLIERS,
    )
)

TODAY = present.is_(NAMED).called("the message names {} as present", "A-whole-point")
TOMORROW = carried.is_(NAMED).called("the message names {}", "C3.fields")
WAITS = next_.is_(NAMED).called("{} is the next supplier at the DSP", "A-whole-point")
IS_TODAYS = ABOUT_TOMORROW & TODAY
OF_RECORD = on_record.called("{} is the supplier of record", "C3")
ARRIVES, COMES, RECONCILED = {next_: carried}, {next_: NOBODY}, {next_: secured}

ALL_LOST = Transition(LOSE_DATA, Supplier, NOBODY, then={next_: NOBODY}, cites="E2.8 A-loss")

WHOLE_COPY = replace(COPY.without(LOAD, RECONCILE, LOSE_DATA), fields=(next_,)).also(
    *each(
        Transition(LOAD, Supplier, NAMED, IS_TODAYS, ARRIVES, cites="E1.1 A-whole-point"),
        Transition(LOAD, Supplier, NAMED, ABOUT_TODAY & TOMORROW, cites="2.2-b E1.1 A-load"),
        Transition(RECONCILE, Supplier, NAMED, OF_RECORD, RECONCILED, cites="A-reconciliation"),
        Transition(of_any(MIDNIGHT), Supplier, NAMED, WAITS, COMES, cites="A-whole-point"),
        of=SUPPLIERS,
    ),
    *each(Transition(MIDNIGHT, Supplier, STAYS, NONE_NEXT, cites="A-total"), of=SUPPLIERS),
    ALL_LOST,
)
WHOLE_POINT = FLOW.but(WHOLE_MESSAGES, WHOLE_LATE, WHOLE_COPY)
