"""Variants of a linked pair, in which a leg goes its own way."""

from model.language import Transition, Variant
from model.linked.flow import FLOW
from model.linked.legs import (
    ANNUL,
    CLOSE_GATE,
    CONFIRMED,
    ENDED,
    LEGS,
    PENDING,
    SECURED_ACTIVE,
    Fuel,
)

electricity, gas = LEGS.values()
LATE_ANNULMENT = Transition(
    ANNUL[Fuel.GAS], (PENDING, CONFIRMED, SECURED_ACTIVE), ENDED, cites="C1.9"
)
OBJECTED = Transition(CLOSE_GATE, PENDING, SECURED_ACTIVE, cites="C2.linked")


APART = LEGS.lacking(CLOSE_GATE, "the other leg is confirmed").lacking(
    CLOSE_GATE, "the other leg is ended"
)

VARIANTS: tuple[Variant, ...] = (
    Variant(
        "processed apart",
        "Two fuels can be processed apart (C2.linked): then one is secured and the other not.",
        FLOW.but(APART),
        breaks={
            "both-secured-or-both-ended": 3,
            "secured-from-both-confirmed": 3,
            "no-leg-secured-alone": 3,
        },
    ),
    Variant(
        "a pending leg is secured",
        "A leg whose window is open is carried along by the other.",
        FLOW.but(gas.also(OBJECTED), electricity.lacking(CLOSE_GATE, "the other leg is confirmed")),
        breaks={"secured-from-both-confirmed": 2},
    ),
    Variant(
        "one leg annulled after gate closure",
        "Once the gate has closed nobody can stop one leg of the pair (C1.1.4d).",
        FLOW.but(gas.instead(ANNUL[Fuel.GAS], LATE_ANNULMENT)),
        breaks={
            "ended-stays-ended": 4,
            "stopped-only-before-the-gate": 4,
            "both-secured-or-both-ended": 4,
            "no-leg-secured-alone": 4,
        },
    ),
)
