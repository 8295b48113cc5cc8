"""Variants of a linked pair in which a leg is stopped too late, too soon, or by another."""

from model.language import Transition, Variant
from model.linked.flow import FLOW
from model.linked.legs import ANNUL, CANCEL, EARLY, ENDED, LEGS, PASS_ON, Fuel
from model.parties import GAINING_SUPPLIER
from properties.acting import acted_by

electricity, gas = (LEGS[fuel] for fuel in Fuel)
LATE_OBJECTION = Transition(CANCEL[Fuel.GAS], EARLY, ENDED, cites="C1.6.7")

VARIANTS_OF_KEPT: tuple[Variant, ...] = (
    Variant(
        "an objection after its window",
        "Once its window has closed a leg is Confirmed, and an objection no longer ends it.",
        FLOW.but(gas.instead(CANCEL[Fuel.GAS], LATE_OBJECTION)),
        breaks={"each-leg-can-be-stopped": 2},
    ),
    Variant(
        "a leg ended for no reason",
        "The CSS ends a leg by itself only because the other has ended (C2.linked).",
        FLOW.but(electricity.lacking(PASS_ON[Fuel.ELECTRICITY], "the other leg is ended")),
        breaks={"an-end-is-passed-on": 1},
    ),
    Variant(
        "the gaining supplier annuls",
        "Annulment is the losing supplier's (C1.9).",
        acted_by(FLOW, ANNUL[Fuel.GAS], GAINING_SUPPLIER),
        breaks={"legs-are-stopped-by-whom": 0},
    ),
)
