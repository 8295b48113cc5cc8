"""Variants of a linked pair in which a leg ends too late, for no reason, or by another."""

from model.language import Transition, Variant
from model.language.acting import acted_by
from model.linked.flow import FLOW
from model.linked.legs import ANNUL, CANCEL, CLOSE_GATE, EARLY, ENDED, LEGS, PASS_ON, Fuel
from model.parties import GAINING_SUPPLIER

electricity, gas = LEGS.values()
LATE_OBJECTION = Transition(CANCEL[Fuel.GAS], EARLY, ENDED, cites="C1.6.7")

VARIANTS_OF_ENDING: tuple[Variant, ...] = (
    Variant(
        "an objection after its window",
        "Once its window has closed a leg is Confirmed, and an objection no longer ends it.",
        FLOW.but(gas.instead(CANCEL[Fuel.GAS], LATE_OBJECTION)),
        breaks={"a-confirmed-leg-outlives-its-window": 2},
    ),
    Variant(
        "a leg ended for no reason",
        "The CSS ends a leg by itself only because the other has ended (C2.linked).",
        FLOW.but(electricity.lacking(PASS_ON[Fuel.ELECTRICITY], "the other leg is ended")),
        breaks={"a-leg-ends-for-a-reason": 1},
    ),
    Variant(
        "an end that is not passed on",
        "Where the CSS keeps the end of one leg to itself the other stays as it is (C2.linked).",
        FLOW.but(gas.without(PASS_ON[Fuel.GAS])),
        breaks={"one-fails-then-both": 1},
    ),
    Variant(
        "a gate that closes on secured pairs alone",
        "Where the gate does not close on a pair that has ended, such a pair is never over.",
        FLOW.but(gas.instead(CLOSE_GATE, gas.rules_of(CLOSE_GATE)[0])),
        breaks={"the-gate-closes-at-last": 2},
    ),
    Variant(
        "the gaining supplier annuls",
        "Annulment is the losing supplier's (C1.9).",
        acted_by(FLOW, ANNUL[Fuel.GAS], GAINING_SUPPLIER),
        breaks={"legs-are-stopped-by-whom": 0},
    ),
)
