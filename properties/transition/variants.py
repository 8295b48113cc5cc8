"""Variants of the transition: something that is not waited for, not moved, or moved apart."""

from dataclasses import replace

from model.css.duties import CRS_SENDS
from model.css.messages import ACCEPT as ACCEPT_MESSAGE
from model.css.messages import MESSAGES
from model.css.reconciliation import Reconciliation
from model.css.registration import GAINS
from model.css.sources import START_CSS
from model.current.duties import NETWORKS_ANSWER, NETWORKS_OWE
from model.current.duties_on_data import NETWORKS_SEND_ALL
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
        breaks={"one-bound-obligor": 12},
    ),
    Variant(
        "the CSS as obligor",
        "The CSS is bound by a contract alone, so it can owe nothing under the SEC.",
        FLOW.but(replace(CRS_SENDS, obligor=CSS)),
        breaks={"only-the-bound-owe": 12, "one-bound-obligor": 12},
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
        breaks={"the-duty-begins-with-a-css-that-may-send": 9},
    ),
    Variant(
        "a file accepted before is loaded after",
        "The change waits until the DSP has loaded what it has accepted, or nobody answers for it.",
        FLOW.but(CHANGE.lacking(TAKE_EFFECT, "no accepted file waits to be loaded")),
        breaks={"copy-only-from-answered": 24},
    ),
    Variant(
        "no first load",
        "The DSP must be loaded from the CSS, or it holds what was never made good before.",
        FLOW.but(FIRST_LOAD.instead(TAKE_EFFECT, NONE_DUE)),
        breaks={"difference-explained": 12, "behind-only-where-it-is-marked": 13},
    ),
    Variant(
        "not drained",
        "The change waits for what is under way, or it goes live where no one looks any more.",
        FLOW.but(CHANGE.lacking(TAKE_EFFECT, "no point has a request")),
        breaks={
            "switched-where-it-is-in-operation": 16,
            "none-left-behind": 13,
            "nothing-under-way-as-the-change-takes-effect": 13,
            "one-open-over-both": 16,
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
        breaks={"exactly-one-record": 12, "the-change-keeps-the-record": 12},
    ),
    Variant(
        "RDPs need not be shut out",
        "The change waits until the DSP accepts no RDP, or it accepts what nobody answers for.",
        FLOW.but(CHANGE.lacking(TAKE_EFFECT, "the DSP accepts no RDP")),
        breaks={"accepted-is-answered-for": 11, "no-file-of-an-rdp-after-the-change": 22},
    ),
    Variant(
        "the duty to answer flags ends with the duty to send",
        "RDPs go on receiving (2.3-d), and somebody must answer for what they answer.",
        FLOW.but(replace(NETWORKS_ANSWER, in_force=NETWORKS_ANSWER.in_force & NETWORKS_OWE)),
        breaks={"flags-are-still-answered-for": 22},
    ),
    Variant(
        "the duty to send a full set goes on",
        "As today's text has it, with no end, Networks and CRS would both owe all points.",
        FLOW.but(NETWORKS_SEND_ALL),
        breaks={"all-points-are-owed-by-one": 20},
    ),
    Variant(
        "licence and REC are late",
        "The change waits for the duty that is only assumed (2.3-b), or the CSS is owed nothing.",
        FLOW.but(CHANGE.lacking(TAKE_EFFECT, "the duty under licence and REC is in force")),
        breaks={"point-data-is-owed-after-the-change": 11},
    ),
    Variant(
        "a message from any sender",
        "The DSP looks whether the CSS is admitted, not only whether it is accepted.",
        FLOW.but(MESSAGES.lacking(ACCEPT_MESSAGE, "the sender is admitted")),
        breaks={"only-admitted-senders": 21},
    ),
)
