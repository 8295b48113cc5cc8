"""Claims and variants: what is said of a flow, and how it fails when a rule is changed."""

from model.language.claims.ahead import Ahead, CanStill, Fair, LeadsTo, as_events
from model.language.claims.claim import Body, Claim, situations, speaks_of_a_step
from model.language.claims.comparing import Compared, DoneBy, Mirrors
from model.language.claims.states import Always, ForEach, Sometimes, Step, StuckOnly
from model.language.claims.variant import Variant

__all__ = [
    "Ahead",
    "Always",
    "Body",
    "CanStill",
    "Claim",
    "Compared",
    "DoneBy",
    "Fair",
    "ForEach",
    "LeadsTo",
    "Mirrors",
    "Sometimes",
    "Step",
    "StuckOnly",
    "Variant",
    "as_events",
    "situations",
    "speaks_of_a_step",
]
