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
from model.language import STAYS, Field, Named, Transition, choose
from model.parties import SUPPLIERS, Supplier

A, B = SUPPLIERS
NOBODY = Supplier.NOBODY

present = Field("present supplier in the message", Supplier, NOBODY)
ahead = Field("the message is about a switch to come", bool, initial=False)
next_ = Field("next supplier at the DSP", Supplier, NOBODY)

secured = choose(gain[A].is_(SECURED_ACTIVE), A, choose(gain[B].is_(SECURED_ACTIVE), B, NOBODY))

ABOUT_TOMORROW = Named("the message is about a switch to come", ahead, "A-whole-point")
ABOUT_TODAY = Named("the switch in the message has come", ~ahead, "A-whole-point")
NONE_NEXT = Named("no next supplier is known at the DSP", next_.is_(NOBODY), "A-whole-point")

AT_LOAD = {carried: NOBODY, present: NOBODY}
AT_RECONCILIATION = {carried: NOBODY, present: NOBODY, ahead: False, faulty: False}


def _of_message(s: Supplier) -> tuple[Transition, ...]:
    whole = {carried: s, present: supplier_of_record, ahead: True, faulty: False}
    return (
        Transition(CLOSE_GATE[s], Message, DUE, then=whole, cites="2.2-b A-trigger A-whole-point"),
        Transition(MIDNIGHT[s], Message, STAYS, then={ahead: False}, cites="A-whole-point"),
    )


WHOLE_MESSAGES = replace(
    MESSAGES.without(*MIDNIGHT.values(), LOAD, RECONCILE),
    fields=(*MESSAGES.fields, present, ahead),
).also(
    *(rule for s in SUPPLIERS for rule in _of_message(s)),
    Transition(LOAD, ACCEPTED, NOTHING, then=AT_LOAD, cites="E1.1 A-load"),
    Transition(RECONCILE, Message, NOTHING, then=AT_RECONCILIATION, cites="A-reconciliation"),
)

AT_THE_GATE = tuple(
    rule
    for s in SUPPLIERS
    for rule in (
        Transition(CLOSE_GATE[s], Late, ON_ITS_WAY, AFOOT, KEPT, cites="C5.unread"),
        Transition(CLOSE_GATE[s], Late, STAYS, NOT_AFOOT, cites="A-total"),
    )
)
WHOLE_LATE = LATE.without(*MIDNIGHT.values()).also(*AT_THE_GATE)


def _of(s: Supplier) -> tuple[Transition, ...]:
    """Return the rules by which the DSP's copy comes to name a supplier."""
    today = Named(f"the message names {s.value} as present", present.is_(s), "A-whole-point")
    tomorrow = Named(f"the message names {s.value}", carried.is_(s), "C3.fields")
    waits = Named(f"{s.value} is the next supplier at the DSP", next_.is_(s), "A-whole-point")
    of_record = Named(f"{s.value} is the supplier of record", on_record(s), "C3")
    arrives = {next_: carried}
    comes = (
        Transition(MIDNIGHT[one], Supplier, s, waits, {next_: NOBODY}, cites="A-whole-point")
        for one in SUPPLIERS
    )
    return (
        Transition(LOAD, Supplier, s, ABOUT_TOMORROW & today, arrives, cites="E1.1 A-whole-point"),
        Transition(LOAD, Supplier, s, ABOUT_TODAY & tomorrow, cites="2.2-b E1.1 A-load"),
        Transition(RECONCILE, Supplier, s, of_record, {next_: secured}, cites="A-reconciliation"),
        *comes,
    )


NOTHING_COMES = tuple(
    Transition(MIDNIGHT[s], Supplier, STAYS, NONE_NEXT, cites="A-total") for s in SUPPLIERS
)
ALL_LOST = Transition(LOSE_DATA, Supplier, NOBODY, then={next_: NOBODY}, cites="E2.8 A-loss")


WHOLE_COPY = replace(COPY.without(LOAD, RECONCILE, LOSE_DATA), fields=(next_,)).also(
    *(rule for s in SUPPLIERS for rule in _of(s)), *NOTHING_COMES, ALL_LOST
)
WHOLE_POINT = FLOW.but(WHOLE_MESSAGES, WHOLE_LATE, WHOLE_COPY)
