"""Doubts about today's flow, which the document describes as what is to be changed."""

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
from model.language import Machine, Named, Transition
from model.language.doubts import Doubt, Reading
from model.parties import SUPPLIERS, Supplier
from properties.current.variants_answering import VARIANTS_OF_ANSWERING

NO_CATCH_UP = {v.name: v.flow for v in VARIANTS_OF_ANSWERING}["no full set after reinstatement"]


def _free_in_electricity(s: Supplier) -> Machine:
    """Return the requests of a supplier where only gas looks for another that is open."""
    alone = Named("no other request is open in gas", GAS.implies(no_other_open[s]), "B2")
    fine = alone & not_safely_its_own[s]
    kept = [rule for rule in REQUESTS[s].rules_of(REJECT[s]) if rule.source != (REQUESTED,)]
    return (
        REQUESTS[s]
        .instead(ACCEPT[s], Transition(ACCEPT[s], REQUESTED, PENDING, when=fine, cites="B1 B2"))
        .instead(
            REJECT[s], *kept, Transition(REJECT[s], REQUESTED, kept[0].target, ~fine, cites="B4")
        )
    )


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
                FLOW.but(*(_free_in_electricity(s) for s in SUPPLIERS)),
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
