"""Doubts about messages: what makes one due, in which order they count, how one is recovered."""

from model.css.flow import FLOW
from model.css.late import ACCEPT_LATE
from model.css.messages import (
    LOAD,
    MESSAGES,
    NOTHING,
    REGENERATE,
    carried,
    message,
)
from model.css.reconciliation import RECONCILE
from model.css.registration import MIDNIGHT, supplier_of_record
from model.css.whole_point import NOBODY, WHOLE_POINT, ahead, next_, present, secured
from model.current.authority import copy
from model.current.store import LOSE_DATA
from model.language import (
    Always,
    Sometimes,
    Step,
    after,
    all_of,
    changed,
    happens,
)
from model.language.doubts import Doubt, Reading
from model.parties import Supplier
from properties.css.variants_providing import AT_THE_GATE_ALREADY, NO_CATCH_UP, OUT_OF_SEQUENCE

A, B = Supplier.A, Supplier.B

WHOLE_POINT_CLAIMS = (
    Always(
        "message-names-the-point",
        "A message under way names the present and the secured supplier before midnight, and "
        "after it the supplier of record.",
        message.is_not(NOTHING).implies(
            (ahead & present.is_(supplier_of_record) & carried.is_(secured))
            | (~ahead & carried.is_(supplier_of_record))
        ),
        cites="2.2-b A-trigger A-whole-point",
    ),
    Step(
        "copy-moves-at-midnight-as-told",
        "The DSP's copy changes by data of the CSS, as the DSP loses its data, or at midnight to "
        "the supplier that it was told of.",
        changed(copy).implies(
            happens(LOAD, ACCEPT_LATE, RECONCILE, LOSE_DATA)
            | (happens(*MIDNIGHT.values()) & after(copy).is_(next_))
        ),
        cites="2.2-b A-whole-point A-loss",
    ),
    Always(
        "told-ahead-is-secured",
        "The next supplier that the DSP knows of is one whose switch is secured.",
        next_.is_not(NOBODY).implies(next_.is_(secured)),
        cites="A-whole-point",
    ),
)
NO_STALE_MOMENT = Sometimes(
    "a-switch-without-a-stale-moment",
    "The DSP's copy moves to the new supplier in the very event in which the registration does.",
    all_of(happens(MIDNIGHT[B]), copy.is_(A), after(copy).is_(B)),
    cites="A-trigger A1 E1.1",
)

DOUBTS_OF_SENDING: tuple[Doubt, ...] = (
    Doubt(
        "trigger",
        "Which event makes a message to the DSP due: that a registration is secured, or that it "
        "becomes Active?",
        "2.2-b 5-X3",
        (
            Reading("the trigger is activation", "A message is due when a switch is Active.", FLOW),
            Reading(
                "the trigger is securing, with the whole point",
                "A message is due at gate closure, names the present and the next supplier, and "
                "the DSP moves to the next at midnight by itself.",
                WHOLE_POINT,
                costs={
                    "copy-only-from-answered": 7,
                    "switch-makes-message-due": 6,
                    "message-names-record": 4,
                    "what-is-loaded-is-in-the-copy": 7,
                    "an-earlier-message-stays-behind": 6,
                    "a-right-copy-stays-right": 7,
                },
                gains=("a-switch-without-a-stale-moment",),
                own=WHOLE_POINT_CLAIMS,
            ),
            Reading(
                "the trigger is securing, with the switch alone",
                "A message is due at gate closure and names the new supplier only.",
                AT_THE_GATE_ALREADY,
                costs={
                    "switch-makes-message-due": 6,
                    "message-names-record": 4,
                    "difference-explained": 7,
                    "each-message-arrives": 29,
                    "no-fault-outlives-its-message": 10,
                },
            ),
        ),
        why="nothing read names the trigger, and a message about what is so needs no date",
        claims=(NO_STALE_MOMENT,),
    ),
    Doubt(
        "order",
        "Does the DSP discard a message that is older than one it has loaded?",
        "5-X3 2.3-e",
        (
            Reading("older messages are discarded", "A rule of order stands for numbers.", FLOW),
            Reading(
                "there is no rule of order",
                "A message is taken whenever it comes in.",
                OUT_OF_SEQUENCE,
                costs={
                    "out-of-sequence-changes-nothing": 10,
                    "difference-explained": 14,
                    "a-right-copy-stays-right": 14,
                },
            ),
        ),
        why="files have numbers today, and rules are to be assigned and not altered",
    ),
    Doubt(
        "regeneration",
        "Can a message that was never generated be generated afterwards?",
        "2.2-b 5-X3",
        (
            Reading("it can be generated afterwards", "As is planned for 2027 (R0096).", FLOW),
            Reading(
                "what was never generated stays so",
                "Until the point switches again or a reconciliation comes.",
                FLOW.but(MESSAGES.without(REGENERATE)),
                costs={"each-message-arrives": 6},
            ),
        ),
        why="it is planned, so the flow has it, and this shows what it is for",
    ),
    Doubt(
        "catch-up",
        "Does reinstatement owe a reconciliation of what was missed?",
        "5-H2",
        (
            Reading("reinstatement owes it", "It is due in the event of reinstatement.", FLOW),
            Reading(
                "reinstatement owes nothing",
                "The CSS goes on where it was stopped.",
                NO_CATCH_UP,
                costs={"reinstated-catches-up": 2},
            ),
        ),
        why="no text read says it, and today's rules on full sets are the nearest",
    ),
)
