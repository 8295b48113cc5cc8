"""A variant of the handover in which Network Parties that share an RDP move one after another."""

from dataclasses import replace

from model.handover.change import TAKE_EFFECT
from model.handover.flow import FLOW
from model.handover.standings import CRS_STANDING, ENDED, IN_FORCE, NETWORKS_STANDING, NOT_YET
from model.language import POINT, Field, Named, Transition, Variant

moves_later = Field(
    "the Party of the point moves later",
    bool,
    (False, True),
    told=("the Party of the point moves with the others", "the Party of the point moves later"),
)

MOVES_NOW = Named("the Party of the point moves now", ~moves_later, "A1.rdp A-regions-together")
ENDS_FOR_SOME = Transition(TAKE_EFFECT, IN_FORCE, ENDED, when=MOVES_NOW, cites="1-a 5-E2")
BEGINS_FOR_SOME = Transition(TAKE_EFFECT, NOT_YET, IN_FORCE, when=MOVES_NOW, cites="1-b 5-E1")

EACH_ITS_OWN = FLOW.but(
    replace(NETWORKS_STANDING, scope=POINT, fields=(moves_later,)).instead(
        TAKE_EFFECT, ENDS_FOR_SOME
    ),
    replace(CRS_STANDING, scope=POINT).instead(TAKE_EFFECT, BEGINS_FOR_SOME),
)

VARIANTS_OF_PARTIES = (
    Variant(
        "Parties that share an RDP move one after another",
        "One RDP can serve several Network Parties (A1.rdp), and its right to send, and the DSP's "
        "switch for it, cannot be withdrawn for one of them alone.",
        EACH_ITS_OWN,
        breaks={
            "the-right-goes-with-the-duty": 11,
            "accepted-is-answered-for": 11,
            "copy-only-from-answered": 13,
        },
    ),
)
