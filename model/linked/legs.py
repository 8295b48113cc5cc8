"""The two legs of a linked switch, electricity and gas, kept as one pair.

Two fuels of a customer can be linked, so that if one fails all fail, or processed apart
(C2.linked). The pair is one record, though its legs belong to two metering points with two retail
data services. A leg ends by objection, withdrawal or annulment, and its end is passed on to the
other leg. How soon was not found: it is assumed that it happens before the gate closes
(A-link-first). The legs share a start date, and so a gate.
"""

from enum import Enum

from model.language import POINT, Event, Field, Machine, Table, Transition, all_of, all_others
from model.parties import CLOCK, CSS, GAINING_SUPPLIER, LOSING_SUPPLIER


class Fuel(Enum):
    """Which leg of the pair."""

    ELECTRICITY = "electricity"
    GAS = "gas"


class Leg(Enum):
    """How far the registration that one leg gains has come."""

    PENDING = "Pending"
    CONFIRMED = "Confirmed"
    SECURED_ACTIVE = "Secured Active"
    ENDED = "ended"


ELECTRICITY, GAS = FUELS = tuple(Fuel)
OTHER = Table(FUELS, (GAS, ELECTRICITY))

leg = Field(
    "{} leg",
    Leg,
    Leg.PENDING,
    of=FUELS,
    told=(
        "the {} leg is Pending",
        "the {} leg is Confirmed",
        "the {} leg is Secured Active",
        "the {} leg has ended",
    ),
)

CLOSE_WINDOW = Event(
    "the objection window closes",
    POINT,
    CLOCK,
    of=FUELS,
    told="the objection window of the {} leg closes",
)
CANCEL = Event(
    "cancel on an objection", POINT, CSS, of=FUELS, told="{by} cancels the {} leg on an objection"
)
WITHDRAW = Event("withdraw", POINT, GAINING_SUPPLIER, of=FUELS, told="{by} withdraws the {} leg")
ANNUL = Event("annul", POINT, LOSING_SUPPLIER, of=FUELS, told="{by} annuls the {} leg")
PASS_ON = Event(
    "end it too, as the other leg has ended",
    POINT,
    CSS,
    of=FUELS,
    told="{by} ends the {} leg too, as the other leg has ended",
)
CLOSE_GATE = Event(
    "the gate closes for the pair", POINT, CSS, told="{by} closes the gate for the pair"
)

PENDING, CONFIRMED, SECURED_ACTIVE, ENDED = Leg
EARLY = (PENDING, CONFIRMED)

OTHER_CONFIRMED = all_others(leg.is_(CONFIRMED)).called("the other leg is confirmed", "C2.linked")
OTHER_ENDED = all_others(leg.is_(ENDED)).called(
    "the other leg is ended", cites="C2.linked A-link-first"
)

LEGS = Machine(
    "leg",
    POINT,
    of=FUELS,
    state=leg,
    transitions=(
        Transition(CLOSE_WINDOW, PENDING, CONFIRMED, cites="C1.6.2 C3.confirmed"),
        Transition(CANCEL, PENDING, ENDED, cites="C1.6.7"),
        Transition(WITHDRAW, EARLY, ENDED, cites="C1.10"),
        Transition(ANNUL, EARLY, ENDED, cites="C1.9 C2.annulment"),
        Transition(PASS_ON, EARLY, ENDED, when=OTHER_ENDED, cites="C2.linked"),
        Transition(CLOSE_GATE, CONFIRMED, SECURED_ACTIVE, OTHER_CONFIRMED, cites="C1.12.1"),
        Transition(CLOSE_GATE, ENDED, ENDED, when=OTHER_ENDED, cites="A-link-first"),
    ),
    happy=(PENDING, CONFIRMED, SECURED_ACTIVE),
)
BOTH_CONFIRMED = all_of(leg.is_(CONFIRMED), of=FUELS)
BOTH_SECURED = all_of(leg.is_(SECURED_ACTIVE), of=FUELS)
BOTH_ENDED = all_of(leg.is_(ENDED), of=FUELS)
