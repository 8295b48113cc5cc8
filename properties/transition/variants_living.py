"""Variants in which what can come about, or at last does, never comes about."""

from model.css.entry import CSS_ENTRY, REINSTATE
from model.css.sources import START_CSS
from model.current.registration import LIFT, UPHOLD
from model.language import Variant, during
from model.transition.change import CHANGE, TAKE_EFFECT, TAKEN
from model.transition.design import NEW_REQUESTS
from model.transition.flow import FLOW
from model.transition.moved import SOURCES_ACCEPTED
from model.transition.names import AT_MPAS, OLD_REQUESTS

OBJECTED_FOR_EVER = (
    during(TAKEN, OLD_REQUESTS, *NEW_REQUESTS).without(AT_MPAS.of(UPHOLD)).without(AT_MPAS.of(LIFT))
)

VARIANTS_OF_LIVING: tuple[Variant, ...] = (
    Variant(
        "the DSP never starts to accept the CSS",
        "What it does not accept it is never loaded from.",
        FLOW.but(SOURCES_ACCEPTED.without(START_CSS)),
        breaks={"the-first-load-can-still-be-made": 12, "the-first-load-is-made": 12},
    ),
    Variant(
        "a suspended CSS is never reinstated",
        "With a CSS that stays shut out the change can never be made ready.",
        FLOW.but(CSS_ENTRY.without(REINSTATE)),
        breaks={
            "the-change-can-still-be-made-ready": 9,
            "the-change-can-still-take-effect": 9,
        },
    ),
    Variant(
        "nobody brings the change into effect",
        "Whatever is ready, the change comes by an act of the Authority, and by nothing else.",
        FLOW.but(CHANGE.without(TAKE_EFFECT)),
        breaks={"a-change-that-is-ready-can-still-take-effect": 11},
    ),
    Variant(
        "an objection stands for ever",
        "One request that nothing ends holds up the change for all of Great Britain.",
        FLOW.but(OBJECTED_FOR_EVER),
        breaks={
            "each-request-can-still-end": 3,
            "a-drain-ends": 14,
        },
    ),
)
