"""What is claimed where requests are frozen while the change is made."""

from model.language import Claim, Variant
from model.transition.change import TAKE_EFFECT
from model.transition.frozen import FLOW, FREEZING, THAW
from properties.transition.claims import HOLDING, NOTHING_ACROSS, ONE_REGISTRY_AT_A_TIME
from properties.transition.happening import COSTS, HELD_UP, ON_EITHER_SIDE, SWITCHING
from properties.transition.living import (
    CAN_BE_MADE_READY,
    CAN_TAKE_EFFECT_UNDECIDED,
    FREEZE_ENDS,
    OF_THE_FIRST_LOAD,
    REQUESTS_CAN_END,
)

CLAIMS: tuple[Claim, ...] = (
    *HOLDING,
    *ONE_REGISTRY_AT_A_TIME,
    *NOTHING_ACROSS,
    *SWITCHING,
    *ON_EITHER_SIDE,
    *COSTS,
    *HELD_UP,
    *OF_THE_FIRST_LOAD,
    *REQUESTS_CAN_END,
    *CAN_BE_MADE_READY,
    *CAN_TAKE_EFFECT_UNDECIDED,
    *FREEZE_ENDS,
)
VARIANTS: tuple[Variant, ...] = (
    Variant(
        "what is frozen does not hold up the change",
        "A request that is frozen is at MPAS or UK Link for ever, once the change takes effect.",
        FLOW.but(FREEZING.lacking(TAKE_EFFECT, "no point has a request")),
        breaks={"none-left-behind": 13},
    ),
    Variant(
        "a freeze that is not given up",
        "A request that is frozen holds up the change for ever, however fair all else is.",
        FLOW.but(FREEZING.without(THAW)),
        breaks={"a-freeze-ends": 12},
    ),
)
