"""The pair of Comms Hub ID and MPxN of a point on its way to the CSS, and the REL it helps form.

The duty is new (2.2-d, 5-E4). The document speaks of sending a pair and of no update or removal:
that an exchanged hub is a new pair (A-every-pair), and that nothing tells of a removed one
(A-no-duty-on-removal), are assumed. A REL that joins an electricity and a gas point is kept here
for each point.
"""

from enum import Enum

from model.css.entry import ADMITTED
from model.css.gateway import PASSES
from model.css.licence import CRS
from model.language import BEFALLS, FAILURE, POINT, Event, Field, Machine, Named, Transition
from model.parties import COMMUNICATIONS, CSS, DCC, DSP


class Pair(Enum):
    """Where the pair of the point is."""

    NONE = "no pair"
    DUE = "due"
    SENT = "sent"
    HELD = "held by the CSS"
    ESTABLISHED = "REL established"
    EXCEPTION = "REL not matched"
    STALE = "hub removed, CSS not told"


pair = Field(
    "Comms Hub ID and MPxN",
    Pair,
    Pair.NONE,
    told=(
        "there is no pair of Comms Hub ID and MPxN",
        "the pair of Comms Hub ID and MPxN is due",
        "the pair of Comms Hub ID and MPxN is sent",
        "the CSS holds the pair of Comms Hub ID and MPxN",
        "the REL is established",
        "the REL is not matched",
        "the hub is removed, and the CSS is not told",
    ),
)

LEARN_PAIR = Event("a pair becomes known", POINT, DCC)
SEND_PAIR = Event("send the pair", POINT, DSP)
LOSE_PAIR = Event("lose the pair", POINT, COMMUNICATIONS, mishap=BEFALLS)
RECEIVE_PAIR = Event("receive the pair", POINT, CSS)
FORM_REL = Event("establish the REL", POINT, CSS)
FAIL_REL = Event("the REL is not matched", POINT, CSS, mishap=FAILURE)
CLEAR_EXCEPTION = Event("clear the REL exception", POINT, CRS)
EXCHANGE_HUB = Event("the hub is exchanged", POINT, DCC)
REMOVE_HUB = Event("the hub is removed", POINT, DCC)

CAN_RECEIVE = Named("the CSS can receive", ADMITTED & PASSES, cites="2.2-d 5-H3")

NONE, DUE, SENT, HELD, ESTABLISHED, EXCEPTION, STALE = Pair
WITH_CSS = (HELD, ESTABLISHED, EXCEPTION)

KNOWN = Named("a pair is known", pair.in_(DUE, SENT, *WITH_CSS), cites="2.2-d")

HUB = Machine(
    "hub pair",
    POINT,
    state=pair,
    transitions=(
        Transition(LEARN_PAIR, (NONE, STALE), DUE, cites="2.2-d 5-E4"),
        Transition(SEND_PAIR, DUE, SENT, when=CAN_RECEIVE, cites="2.2-d 5-E4"),
        Transition(LOSE_PAIR, SENT, DUE, cites="A-pair-again"),
        Transition(RECEIVE_PAIR, SENT, HELD, when=CAN_RECEIVE, cites="2.2-d"),
        Transition(FORM_REL, HELD, ESTABLISHED, cites="2.2-d S0.5"),
        Transition(FAIL_REL, HELD, EXCEPTION, cites="A-REL-exception"),
        Transition(CLEAR_EXCEPTION, EXCEPTION, HELD, cites="A-REL-exception"),
        Transition(EXCHANGE_HUB, WITH_CSS, DUE, cites="A-every-pair"),
        Transition(REMOVE_HUB, WITH_CSS, STALE, cites="A-no-duty-on-removal"),
    ),
    happy=(NONE, DUE, SENT, HELD, ESTABLISHED),
)
