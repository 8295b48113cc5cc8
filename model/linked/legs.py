"""The two legs of a linked switch, electricity and gas, kept as one pair.

Two fuels of a customer can be linked, so that if one fails all fail, or processed apart
(C2.linked). The pair is one record, though its legs belong to two metering points with two retail
data services. A leg ends by objection, withdrawal or annulment, and its end is passed on to the
other leg. How soon was not found: it is assumed that it happens before the gate closes
(A-link-first). The legs share a start date, and so a gate.
"""

from enum import Enum

from model.language import POINT, Event, Field, Machine, Named, Transition, all_of
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


OTHER = {Fuel.ELECTRICITY: Fuel.GAS, Fuel.GAS: Fuel.ELECTRICITY}

leg = {f: Field(f"{f.value} leg", Leg, Leg.PENDING) for f in Fuel}

CLOSE_WINDOW = {f: Event("the objection window closes", POINT, CLOCK, f) for f in Fuel}
CANCEL = {f: Event("cancel on an objection", POINT, CSS, f) for f in Fuel}
WITHDRAW = {f: Event("withdraw", POINT, GAINING_SUPPLIER, f) for f in Fuel}
ANNUL = {f: Event("annul", POINT, LOSING_SUPPLIER, f) for f in Fuel}
PASS_ON = {f: Event("end it too, as the other leg has ended", POINT, CSS, f) for f in Fuel}
CLOSE_GATE = Event("the gate closes for the pair", POINT, CSS)

PENDING, CONFIRMED, SECURED_ACTIVE, ENDED = Leg
EARLY = (PENDING, CONFIRMED)


def _leg(f: Fuel) -> Machine:
    other = OTHER[f]
    other_confirmed = Named("the other leg is confirmed", leg[other].is_(CONFIRMED), "C2.linked")
    other_ended = Named("the other leg is ended", leg[other].is_(ENDED), "C2.linked A-link-first")
    rules = (
        Transition(CLOSE_WINDOW[f], PENDING, CONFIRMED, cites="C1.6.2 C3.confirmed"),
        Transition(CANCEL[f], PENDING, ENDED, cites="C1.6.7"),
        Transition(WITHDRAW[f], EARLY, ENDED, cites="C1.10"),
        Transition(ANNUL[f], EARLY, ENDED, cites="C1.9 C2.annulment"),
        Transition(PASS_ON[f], EARLY, ENDED, when=other_ended, cites="C2.linked"),
        Transition(CLOSE_GATE, CONFIRMED, SECURED_ACTIVE, other_confirmed, cites="C1.12.1"),
        Transition(CLOSE_GATE, ENDED, ENDED, when=other_ended, cites="A-link-first"),
    )
    happy = (PENDING, CONFIRMED, SECURED_ACTIVE)
    return Machine("leg", POINT, leg[f], rules, happy=happy, index=f)


LEGS = {f: _leg(f) for f in Fuel}
BOTH_CONFIRMED = all_of(*(leg[f].is_(CONFIRMED) for f in Fuel))
BOTH_SECURED = all_of(*(leg[f].is_(SECURED_ACTIVE) for f in Fuel))
BOTH_ENDED = all_of(*(leg[f].is_(ENDED) for f in Fuel))
