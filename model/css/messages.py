"""A point's message from the CSS on its way to the DSP: due, sent, accepted, loaded.

The interface was not finished when the change was proposed (5-X3, S0.9), and the messages to the
DSP were found in no source (C3.unread). So the trigger is an assumption: a message is due when a
registration becomes Active (A-trigger). What went wrong in service is here: a message never
generated (D2.never-sent), one lost, retried, given up and resent (C5), one refused and made again
(A-message-check). What a message says is abstracted to the supplier; what happens to one that a
later one overtakes stands in `late.py`.
"""

from enum import Enum

from model.css.entry import ADMITTED
from model.css.gateway import PASSES
from model.css.reconciliation import RECONCILE
from model.css.registration import MIDNIGHT
from model.css.sources import CSS_ACCEPTED
from model.language import (
    BEFALLS,
    FAILURE,
    POINT,
    Event,
    Field,
    Machine,
    Named,
    Transition,
    all_of,
    each,
    itself,
)
from model.parties import COMMUNICATIONS, CSS, DSP, SUPPLIERS, Supplier


class Message(Enum):
    """Where the point's latest message is."""

    NOTHING = "nothing due"
    DUE = "due"
    NEVER_MADE = "never generated"
    SENT = "sent"
    LOST = "lost"
    GIVEN_UP = "given up"
    ACCEPTED = "accepted and acknowledged"
    REFUSED = "refused"


message = Field(
    "message about the point",
    Message,
    Message.NOTHING,
    told=(
        "no message about the point is due",
        "a message about the point is due",
        "the message was never generated",
        "the message is sent",
        "the message is lost",
        "the CSS has given the message up",
        "the DSP has accepted and acknowledged the message",
        "the DSP has refused the message",
    ),
)
carried = Field(
    "supplier in the message",
    Supplier,
    Supplier.NOBODY,
    told=("", "the message names {value}"),
)
faulty = Field(
    "the message is faulty",
    bool,
    initial=False,
    told=("the message is sound", "the message is faulty"),
)

FAIL_TO_MAKE = Event(
    "the message is not generated",
    POINT,
    CSS,
    mishap=FAILURE,
    told="{by} fails to generate the message",
)
SEND = Event("send the message", POINT, CSS, told="{by} sends the message")
SEND_FAULTY = Event(
    "send a faulty message", POINT, CSS, mishap=FAILURE, told="{by} sends a faulty message"
)
LOSE = Event(
    "lose the message", POINT, COMMUNICATIONS, mishap=BEFALLS, told="the message is lost on its way"
)
RETRY = Event("retry the message", POINT, CSS, told="{by} retries the message")
GIVE_UP = Event(
    "give up retrying", POINT, CSS, mishap=FAILURE, told="{by} gives up retrying the message"
)
RESEND = Event("resend the message", POINT, CSS, told="{by} resends the message")
ACCEPT = Event(
    "accept and acknowledge the message",
    POINT,
    DSP,
    told="{by} accepts and acknowledges the message",
)
REFUSE = Event("refuse the message", POINT, DSP, told="{by} refuses the message")
LOAD = Event("load the message", POINT, DSP, told="{by} loads the message")
CORRECT = Event("correct the message", POINT, CSS, told="{by} corrects the message")
REGENERATE = Event(
    "generate the message afterwards", POINT, CSS, told="{by} generates the message afterwards"
)

SOUND = Named("the message is sound", ~faulty, cites="5-X3 A-message-check")
FIT = all_of(ADMITTED, SOUND, CSS_ACCEPTED)
UNFIT = Named("the sender or the message is unfit", ~FIT, cites="5-G 5-L A-message-check")

NOTHING, DUE, NEVER_MADE, SENT, LOST, GIVEN_UP, ACCEPTED, REFUSED = Message
NEW = {carried: itself(SUPPLIERS), faulty: False}
SPENT = {carried: Supplier.NOBODY}
ALIGNED = {carried: Supplier.NOBODY, faulty: False}

RULES = (
    *each(Transition(MIDNIGHT, Message, DUE, then=NEW, cites="A-trigger"), of=SUPPLIERS),
    Transition(FAIL_TO_MAKE, DUE, NEVER_MADE, cites="C5 D2.never-sent"),
    Transition(SEND, DUE, SENT, when=PASSES, cites="2.2-b 3-b 5-E1"),
    Transition(SEND_FAULTY, DUE, SENT, PASSES, {faulty: True}, cites="A-message-check"),
    Transition(LOSE, SENT, LOST, cites="C5 A-ack"),
    Transition(RETRY, LOST, SENT, when=PASSES, cites="C5.retry A-retry"),
    Transition(GIVE_UP, LOST, GIVEN_UP, cites="A-retry"),
    Transition(RESEND, GIVEN_UP, SENT, when=PASSES, cites="C5 R0067"),
    Transition(ACCEPT, SENT, ACCEPTED, when=all_of(PASSES, FIT), cites="3-b 5-X3 A-ack"),
    Transition(REFUSE, SENT, REFUSED, when=PASSES & UNFIT, cites="5-G 5-L A-message-check"),
    Transition(LOAD, ACCEPTED, NOTHING, then=SPENT, cites="E1.1 A-load"),
    Transition(CORRECT, REFUSED, DUE, then={faulty: False}, cites="A-message-check"),
    Transition(REGENERATE, NEVER_MADE, DUE, cites="C5 R0096 A-regeneration"),
    Transition(RECONCILE, Message, NOTHING, then=ALIGNED, cites="A-reconciliation"),
)

MESSAGES = Machine(
    "message",
    POINT,
    state=message,
    fields=(carried, faulty),
    transitions=RULES,
    happy=(NOTHING, DUE, SENT, ACCEPTED),
)
