"""Variants of the new flow in which nothing leads on from where a request may stand."""

from model.css.entry import CSS_IN_SERVICE, RENEW
from model.css.flow import FLOW
from model.css.registration import CLOSE_GATE, GAINS
from model.language import STAYS, Variant
from model.language.acting import amiss

VARIANTS_OF_STILL: tuple[Variant, ...] = (
    Variant(
        "the gate closes on no request",
        "A request that is confirmed and never secured is a switch that nobody can complete.",
        FLOW.but(GAINS.without(CLOSE_GATE)),
        breaks={"a-request-can-still-become-a-switch": 2},
    ),
    Variant(
        "credentials that have lapsed for good",
        "A CSS whose credentials have lapsed sends again only once they are renewed (5-L).",
        FLOW.but(amiss(CSS_IN_SERVICE, RENEW, target=STAYS)),
        breaks={"a-css-that-is-shut-out-can-be-let-in-again": 1},
    ),
)
