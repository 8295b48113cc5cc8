"""What is claimed of the transition that is drained before, and what each wait is for."""

from model.language import Claim
from properties.transition.claims import HOLDING
from properties.transition.happening import HAPPENING
from properties.transition.variants import VARIANTS

CLAIMS: tuple[Claim, ...] = (*HOLDING, *HAPPENING)

__all__ = ["CLAIMS", "VARIANTS"]
