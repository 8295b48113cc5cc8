"""Variants of the new flow in which nothing leads on from where a request may stand."""

from model.css.flow import FLOW
from model.css.registration import CLOSE_GATE, GAINS
from model.language import Variant

VARIANTS_OF_STILL: tuple[Variant, ...] = (
    Variant(
        "the gate closes on no request",
        "A request that is confirmed and never secured is a switch that nobody can complete.",
        FLOW.but(GAINS.without(CLOSE_GATE)),
        breaks={"a-request-can-still-become-a-switch": 2},
    ),
)
