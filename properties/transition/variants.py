"""Variants of the transition: something that is not waited for, not moved, or moved apart."""

from dataclasses import replace

from model.css.duties import CRS_SENDS
from model.css.reconciliation import Reconciliation
from model.css.registration import GAINS
from model.css.sources import START_CSS
from model.language import INDUSTRY, STAYS, Event, Transition, Variant
from model.parties import AUTHORITY, CSS
from model.transition.change import CHANGE, CHANGED, TAKE_EFFECT
from model.transition.flow import FLOW
from model.transition.moved import (
    CRS_BEGINS,
    CSS_ON,
    FIRST_LOAD,
    IN_FORCE,
    NOT_YET,
    REGISTRATIONS,
    SET,
    SOURCES_ACCEPTED,
)

BEGIN = Event("the CRS's duty begins", INDUSTRY, AUTHORITY, told="{by} lets the CRS's duty begin")
BEGINS_LATER = Transition(BEGIN, NOT_YET, IN_FORCE, when=CHANGED, cites="1-b")
NONE_DUE = Transition(TAKE_EFFECT, Reconciliation, STAYS, cites="A-first-load")
ACCEPTED_EARLY = Transition(START_CSS, SET, STAYS, then=CSS_ON, cites="2.2-b")

VARIANTS: tuple[Variant, ...] = (
    Variant(
        "gap",
        "The new duty must begin in the event in which the old one ends, or nobody owes.",
        FLOW.but(CRS_BEGINS.instead(TAKE_EFFECT, BEGINS_LATER)),
        breaks={"one-bound-obligor": 11},
    ),
    Variant(
        "the CSS as obligor",
        "The CSS is bound by a contract alone, so it can owe nothing under the SEC.",
        FLOW.but(replace(CRS_SENDS, obligor=CSS)),
        breaks={"only-the-bound-owe": 11, "one-bound-obligor": 11},
    ),
    Variant(
        "the CSS accepted before the change",
        "The DSP must not accept the CSS while nobody answers for it.",
        FLOW.but(SOURCES_ACCEPTED.instead(START_CSS, ACCEPTED_EARLY)),
        breaks={"accepted-is-answered-for": 1},
    ),
    Variant(
        "the CSS need not be admitted",
        "The change waits for a CSS that may send, or the CRS owes what it cannot have done.",
        FLOW.but(CHANGE.lacking(TAKE_EFFECT, "the sender is admitted")),
        breaks={"the-duty-begins-with-a-css-that-may-send": 8},
    ),
    Variant(
        "a file accepted before is loaded after",
        "The change waits until the DSP has loaded what it has accepted, or nobody answers for it.",
        FLOW.but(CHANGE.lacking(TAKE_EFFECT, "no accepted file waits to be loaded")),
        breaks={"copy-only-from-answered": 23},
    ),
    Variant(
        "no first load",
        "The DSP must be loaded from the CSS, or it holds what was never made good before.",
        FLOW.but(FIRST_LOAD.instead(TAKE_EFFECT, NONE_DUE)),
        breaks={"difference-explained": 11},
    ),
    Variant(
        "not drained",
        "The change waits for what is under way, or it goes live where no one looks any more.",
        FLOW.but(CHANGE.lacking(TAKE_EFFECT, "no point has a request")),
        breaks={
            "switched-where-it-is-in-operation": 15,
            "none-left-behind": 12,
            "one-open-over-both": 15,
        },
    ),
    Variant(
        "the CSS takes requests before the change",
        "Before the change the CSS takes no request, or a point is switched in two registries.",
        FLOW.but(GAINS),
        breaks={"none-left-behind": 1, "switched-where-it-is-in-operation": 5},
    ),
    Variant(
        "records are not moved",
        "The CSS takes over what is registered, or nobody is on record there.",
        FLOW.but(REGISTRATIONS.without(TAKE_EFFECT)),
        breaks={"exactly-one-record": 11, "the-change-keeps-the-record": 11},
    ),
)
