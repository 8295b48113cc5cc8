"""The pair of Comms Hub ID and MPxN of a point on its way to the CSS, and the REL it helps form.

The duty is new (2.2-d, 5-E4). The document speaks of sending a pair and of no update or removal:
that an exchanged hub is a new pair (A-every-pair), and that nothing tells of a removed one
(A-no-duty-on-removal), are assumed. A hub is removed or exchanged whenever somebody does so, also
while its pair is due or on its way, and the pair on its way comes in all the same. A REL that joins
an electricity and a gas point is kept here for each point.
"""

from enum import Enum

from model.css.entry import ADMITTED
from model.css.gateway import PASSES
from model.css.licence import CRS
from model.language import BEFALLS, FAILURE, POINT, STAYS, Event, Field, Machine, Named, Transition
from model.parties import COMMUNICATIONS, CSS, DCC, DSP


class Pair(Enum):
    """Where the pair of the point is."""

    NONE = "no pair"
    DUE = "due"
    SENT = "sent"
    HELD = "held by the CSS"
    ESTABLISHED = "REL established"
    EXCEPTION = "REL not matched"
    OUTDATED = "sent, and the hub exchanged since"
    IN_VAIN = "sent, and the hub removed since"


pair = Field(
    "Comms Hub ID and MPxN",
    Pair,
    Pair.NONE,
    told=(
        "no hub is known at the point",
        "the pair of Comms Hub ID and MPxN is due",
        "the pair of Comms Hub ID and MPxN is sent",
        "the CSS holds the pair of Comms Hub ID and MPxN",
        "the REL is established",
        "the REL is not matched",
        "the hub is exchanged, and its earlier pair is still on its way",
        "the hub is removed, and its pair is still on its way",
    ),
)
pair_held = Field(
    "the CSS holds a pair of the point",
    bool,
    initial=False,
    told=("the CSS holds no pair of the point", "the CSS holds a pair of the point"),
)

LEARN_PAIR = Event(
    "a pair becomes known", POINT, DCC, told="{by} learns of a pair of Comms Hub ID and MPxN"
)
SEND_PAIR = Event("send the pair", POINT, DSP, told="{by} sends the pair to the CSS")
LOSE_PAIR = Event(
    "lose the pair", POINT, COMMUNICATIONS, mishap=BEFALLS, told="the pair is lost on its way"
)
RECEIVE_PAIR = Event("receive the pair", POINT, CSS, told="{by} receives the pair")
FORM_REL = Event("establish the REL", POINT, CSS, told="{by} establishes the REL")
FAIL_REL = Event(
    "the REL is not matched", POINT, CSS, mishap=FAILURE, told="{by} fails to match the REL"
)
CLEAR_EXCEPTION = Event("clear the REL exception", POINT, CRS, told="{by} clears the REL exception")
EXCHANGE_HUB = Event("the hub is exchanged", POINT, DCC, told="{by} exchanges the hub")
REMOVE_HUB = Event("the hub is removed", POINT, DCC, told="{by} removes the hub")

CAN_RECEIVE = Named("the CSS can receive", ADMITTED & PASSES, cites="2.2-d 5-H3")

NONE, DUE, SENT, HELD, ESTABLISHED, EXCEPTION, OUTDATED, IN_VAIN = Pair
WITH_CSS = (HELD, ESTABLISHED, EXCEPTION)
AWAITED = (DUE, OUTDATED)
NOT_THERE = (*AWAITED, SENT)
HOLDS = {pair_held: True}

KNOWN = Named("a pair is known", pair.in_(*NOT_THERE, *WITH_CSS), cites="2.2-d")
STALE = Named("the CSS holds the pair of a hub that is gone", pair.is_(NONE) & pair_held, "2.2-d")

HUB = Machine(
    "hub pair",
    POINT,
    state=pair,
    fields=(pair_held,),
    transitions=(
        Transition(LEARN_PAIR, NONE, DUE, cites="2.2-d 5-E4"),
        Transition(LEARN_PAIR, IN_VAIN, OUTDATED, cites="2.2-d 5-E4"),
        Transition(SEND_PAIR, DUE, SENT, when=CAN_RECEIVE, cites="2.2-d 5-E4"),
        Transition(LOSE_PAIR, (SENT, OUTDATED), DUE, cites="A-pair-again"),
        Transition(LOSE_PAIR, IN_VAIN, NONE, cites="A-no-duty-on-removal"),
        Transition(RECEIVE_PAIR, SENT, HELD, when=CAN_RECEIVE, then=HOLDS, cites="2.2-d"),
        Transition(RECEIVE_PAIR, OUTDATED, DUE, CAN_RECEIVE, HOLDS, cites="A-every-pair"),
        Transition(RECEIVE_PAIR, IN_VAIN, NONE, CAN_RECEIVE, HOLDS, cites="A-no-duty-on-removal"),
        Transition(FORM_REL, HELD, ESTABLISHED, cites="2.2-d S0.5"),
        Transition(FAIL_REL, HELD, EXCEPTION, cites="A-REL-exception"),
        Transition(CLEAR_EXCEPTION, EXCEPTION, HELD, cites="A-REL-exception"),
        Transition(EXCHANGE_HUB, WITH_CSS, DUE, cites="A-every-pair"),
        Transition(EXCHANGE_HUB, AWAITED, STAYS, cites="A-every-pair"),
        Transition(EXCHANGE_HUB, SENT, OUTDATED, cites="A-every-pair"),
        Transition(REMOVE_HUB, (DUE, *WITH_CSS), NONE, cites="A-no-duty-on-removal"),
        Transition(REMOVE_HUB, (SENT, OUTDATED), IN_VAIN, cites="A-no-duty-on-removal"),
    ),
    happy=(NONE, DUE, SENT, HELD, ESTABLISHED),
)
