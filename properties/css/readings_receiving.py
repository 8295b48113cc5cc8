"""Doubts about what RDPs and the CSS receive, what the CRS knows, and the tie."""

from dataclasses import replace

from model.css.flow import FLOW
from model.css.gateway import COMPROMISE, CSS_GATEWAY, CssGateway
from model.css.hub import (
    CAN_RECEIVE,
    DUE,
    EXCHANGE_HUB,
    HUB,
    IN_VAIN,
    NONE,
    OUTDATED,
    SENT,
    STALE,
    WITH_CSS,
    pair_held,
)
from model.css.incident import AWARE, BECOME_AWARE, CSS_INCIDENT
from model.css.licence import CRS
from model.css.messages import GIVEN_UP, REFUSED, message
from model.current.flags import FLAGS, REJECT_FLAG
from model.language import (
    POINT,
    STAYS,
    Always,
    Duty,
    Event,
    Flow,
    Named,
    Sometimes,
    Transition,
    after,
    any_of,
)
from model.language.doubts import Doubt, Reading
from model.language.owing import in_force
from model.parties import DSP
from properties.css.variants_actors import RAISED_BY_THE_CSS
from properties.css.variants_switching import THE_TIE

TELL_REMOVAL = Event(
    "tell the CSS that a hub was removed",
    POINT,
    DSP,
    told="{by} tells the CSS that a hub was removed",
)
TOLD = Transition(TELL_REMOVAL, NONE, STAYS, CAN_RECEIVE & STALE, {pair_held: False}, cites="2.2-d")
NOT_DUE_AGAIN = (
    Transition(EXCHANGE_HUB, WITH_CSS, NONE, cites="2.2-d"),
    Transition(EXCHANGE_HUB, (DUE, OUTDATED), STAYS, cites="2.2-d"),
    Transition(EXCHANGE_HUB, SENT, IN_VAIN, cites="2.2-d"),
)

AT_ONCE = Transition(COMPROMISE, CssGateway.UP, CssGateway.CONTROLLED, cites="5-H3")

SEEN_BY_THE_CSS = Named(
    "the CSS knows that the message failed", message.in_(GIVEN_UP, REFUSED), cites="C5 5-H1"
)


def raising(flow: Flow) -> tuple[Duty, ...]:
    """Return the CRS's duties to raise what it becomes aware of (5-H1)."""
    return tuple(d for d in flow.duties if d.obligor is CRS and "5-H1" in d.cites.split())


KNOWN_AT_ONCE = FLOW.but(
    *(replace(d, scope=POINT, in_force=any_of(AWARE, SEEN_BY_THE_CSS)) for d in raising(FLOW))
)
OWED_WHEN_THE_CSS_KNOWS = SEEN_BY_THE_CSS.implies(in_force(obligor=CRS, citing="5-H1"))


DOUBTS_OF_RECEIVING: tuple[Doubt, ...] = (
    Doubt(
        "receive-only",
        "May an RDP that only receives still answer what it receives?",
        "2.3-d 5-X2",
        (
            Reading("it still answers", "A flag can be rejected, as today.", FLOW),
            Reading(
                "it sends nothing at all",
                "The rules on receiving alone are left to RDPs, and a rejection is a sending.",
                FLOW.but(FLAGS.without(REJECT_FLAG)),
                costs={"a-rejected-flag-reaches-an-incident": 0},
            ),
        ),
        why="rules are to be assigned and not altered, and the answer is a rule of today",
    ),
    Doubt(
        "removed-hub",
        "Must the CSS be told that a hub was removed, or exchanged?",
        "2.2-d 5-E4",
        (
            Reading("each new pair is sent", "No clause speaks of a removal.", FLOW),
            Reading(
                "a removal is told as well",
                "The DCC tells the CSS that a pair has ended.",
                FLOW.but(HUB.also(TOLD)),
                costs={"what-the-css-was-told-it-keeps": 5},
                gains=("a-removed-hub-is-told",),
            ),
            Reading(
                "a pair is sent once",
                "A hub that is exchanged makes nothing due.",
                FLOW.but(HUB.instead(EXCHANGE_HUB, *NOT_DUE_AGAIN)),
                costs={"an-exchanged-hub-makes-a-pair-due": 3, "hub-pair-never-dropped": 3},
            ),
        ),
        why="the document speaks of sending a pair, and an exchanged hub is a new pair",
        claims=(
            Sometimes(
                "a-removed-hub-is-told",
                "The CSS comes to know that the hub of a point was removed.",
                STALE & ~after(pair_held),
                cites="2.2-d A-no-duty-on-removal",
            ),
        ),
    ),
    Doubt(
        "known-to-the-crs",
        "Is what the CSS knows known to the CRS, which must raise what it becomes aware of?",
        "5-H1 2.1-g 5-AG1",
        (
            Reading("by a step of its own", "The CSS tells the CRS, or does not.", FLOW),
            Reading(
                "what the CSS knows the CRS knows",
                "The CRS owes the raising as soon as the CSS knows that a message failed.",
                KNOWN_AT_ONCE,
                gains=("known-to-the-css-is-owed",),
            ),
            Reading(
                "nothing reaches the CRS",
                "No text makes the CSS tell the CRS.",
                FLOW.but(CSS_INCIDENT.without(BECOME_AWARE)),
                costs={"incident-mirrored": 0, "the-crs-must-raise": 0},
            ),
        ),
        why="an RDP's Network Party stands so today, and a mirror is asked for",
        claims=(
            Always(
                "known-to-the-css-is-owed",
                "When a message was given up or refused, the CRS owes the raising of an incident.",
                OWED_WHEN_THE_CSS_KNOWS,
                cites="5-H1 A-awareness",
            ),
        ),
    ),
    Doubt(
        "who-raises",
        "Does the CRS alone raise what its CSS knows of, or may the CSS raise it itself?",
        "5-AG1 5-H1",
        (
            Reading("the CRS raises it", "What it becomes aware of it must raise (5-H1).", FLOW),
            Reading(
                "the CSS raises it itself",
                "RDP procedures are mirrored (5-AG1), and RDPs may raise (A5.added-raisers).",
                RAISED_BY_THE_CSS,
                costs={"incident-mirrored": 0, "css-incidents-by-whom": 0},
            ),
        ),
        why="both statements can hold, and 5-H1 names the CRS alone",
    ),
    Doubt(
        "the-tie",
        "Where window and gate close at one instant, which comes first?",
        "C1.6.2 C1.12.1 C4.tie",
        (
            Reading("the objection", "The window is closed, the gate open, at 17:00.", FLOW),
            Reading(
                "the gate",
                "An objection lodged at 17:00 is overtaken by the gate.",
                THE_TIE,
                costs={"lodged-objection-stops": 4},
            ),
        ),
        why="it keeps the objector's right, and no text read says which",
    ),
    Doubt(
        "control",
        "Is control of a compromised gateway a power of the DCC, or a duty and at once?",
        "5-H3",
        (
            Reading("a power", "The DCC can take control, and no time is set.", FLOW),
            Reading(
                "a duty, met at once",
                "A gateway is under control as soon as it is compromised.",
                FLOW.but(CSS_GATEWAY.instead(COMPROMISE, AT_ONCE)),
                costs={"a-compromised-gateway-passes": 0},
            ),
        ),
        why="the text says that the DCC can",
    ),
)
