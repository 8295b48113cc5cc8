"""What is claimed of each design of the transition, and what each part of it is for.

`CLAIMS` and `VARIANTS` are of the one that is drained before the change.
"""

from model.language import Claim
from properties.transition.carried_over import CLAIMS_CARRIED, VARIANTS_CARRIED
from properties.transition.claims import HOLDING
from properties.transition.happening import COSTS, HELD_UP, SWITCHING
from properties.transition.variants import VARIANTS

CLAIMS: tuple[Claim, ...] = (*HOLDING, *SWITCHING, *COSTS, *HELD_UP)

__all__ = ["CLAIMS", "CLAIMS_CARRIED", "VARIANTS", "VARIANTS_CARRIED"]
