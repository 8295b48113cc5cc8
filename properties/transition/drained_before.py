"""What is claimed where all is drained before the change."""

from model.language import Claim, Variant
from properties.transition.claims import HOLDING, NOTHING_ACROSS, ONE_REGISTRY_AT_A_TIME
from properties.transition.happening import (
    COSTS,
    FOLLOWED,
    HELD_UP,
    ON_EITHER_SIDE,
    STILL_MARKED,
    SWITCHING,
)
from properties.transition.living import (
    CAN_BE_MADE_READY,
    CAN_BE_MADE_READY_AND_TAKE_EFFECT,
    CAN_TAKE_EFFECT_WHEN_READY,
    DRAIN_ENDS,
    OF_THE_FIRST_LOAD,
    REQUESTS_CAN_END,
)
from properties.transition.variants import VARIANTS as OF_WHAT_MOVES
from properties.transition.variants_kept import VARIANTS_OF_WHAT_IS_KEPT
from properties.transition.variants_living import VARIANTS_OF_LIVING

CLAIMS: tuple[Claim, ...] = (
    *HOLDING,
    *ONE_REGISTRY_AT_A_TIME,
    *NOTHING_ACROSS,
    *SWITCHING,
    *FOLLOWED,
    *ON_EITHER_SIDE,
    *COSTS,
    *STILL_MARKED,
    *HELD_UP,
    *OF_THE_FIRST_LOAD,
    *REQUESTS_CAN_END,
    *CAN_BE_MADE_READY,
    *CAN_TAKE_EFFECT_WHEN_READY,
    *CAN_BE_MADE_READY_AND_TAKE_EFFECT,
    *DRAIN_ENDS,
)
VARIANTS: tuple[Variant, ...] = (
    *OF_WHAT_MOVES,
    *VARIANTS_OF_WHAT_IS_KEPT,
    *VARIANTS_OF_LIVING,
)
