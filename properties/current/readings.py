"""Doubts about today's flow, which the document describes as what is to be changed."""

from dataclasses import replace

from model.current.flow import FLOW
from model.current.fuel import GAS
from model.current.registration import (
    ACCEPT,
    PENDING,
    REJECT,
    REQUESTED,
    REQUESTS,
    no_other_open,
    not_safely_its_own,
)
from model.language import Transition
from model.language.doubts import Doubt, Reading
from properties.current.variants_answering import NO_CATCH_UP

ALONE = GAS.implies(no_other_open).called("no other request is open in gas", cites="B2")
FINE = ALONE & not_safely_its_own
REJECT_FAULTY, REJECT_SOUND = REQUESTS.rules_of(REJECT)
FREE_IN_ELECTRICITY = REQUESTS.instead(
    ACCEPT, Transition(ACCEPT, REQUESTED, PENDING, when=FINE, cites="B1 B2")
).instead(REJECT, REJECT_FAULTY, replace(REJECT_SOUND, when=~FINE))

DOUBTS_OF_TODAY: tuple[Doubt, ...] = (
    Doubt(
        "one-request-today",
        "Has a point one open request at a time in electricity, as it has in gas?",
        "B2.one-request A-one-request-today",
        (
            Reading("in both fuels", "A second request is rejected in either fuel.", FLOW),
            Reading(
                "in gas alone",
                "In electricity a second request is accepted beside the first.",
                FLOW.but(FREE_IN_ELECTRICITY),
                costs={
                    "one-open-request": 4,
                    "no-request-for-ones-own-point": 4,
                    "each-request-ends": 10,
                },
            ),
        ),
        why="it was read of gas, and two open requests have no rule to settle them",
    ),
    Doubt(
        "catch-up-today",
        "Does the reinstatement of an RDP owe a full set?",
        "5-H2 A-catch-up",
        (
            Reading("a full set is owed", "In the event of its reinstatement.", FLOW),
            Reading(
                "no full set is owed",
                "The RDP goes on with its updates.",
                NO_CATCH_UP,
                costs={"reinstated-catches-up": 14},
            ),
        ),
        why="no text read says it; what was missed is caught up in no other way",
    ),
)
