"""Doubts about how the CSS enters."""

from model.css.entry import CSS_ENTRY, CssEntry
from model.handover.flow import FLOW
from model.language import INDUSTRY, STAYS, Event, Transition
from model.language.doubts import Doubt, Reading
from model.parties import CSS

PASS_RECEIVING = Event(
    "the CSS passes a test of receiving pairs",
    INDUSTRY,
    CSS,
    told="{by} passes a test of receiving pairs",
)
OWN_TEST = Transition(PASS_RECEIVING, CssEntry.CODED, STAYS, cites="2.2-d S0.4")

DOUBTS_OF_ENTRY: tuple[Doubt, ...] = (
    Doubt(
        "entry-tests",
        "Are the entry tests of the CSS those of an RDP, which exercise receiving?",
        "2.2-c 5-E3 2.2-d",
        (
            Reading("the tests of an RDP", "Mirrored, whatever they exercise.", FLOW),
            Reading(
                "tests of its own",
                "The CSS is tested as well in receiving pairs, which no RDP ever received.",
                FLOW.but(CSS_ENTRY.also(OWN_TEST)),
                costs={"entry-mirrored": 0},
            ),
        ),
        why="the CSS counts as a new RDP, and what a test holds was not read",
    ),
)
