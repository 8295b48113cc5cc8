"""What is claimed of the drafting, and the variants that show what its order is for."""

from model.language import Claim
from properties.drafting.claims import HOLDING
from properties.drafting.happening import HAPPENING
from properties.drafting.variants import VARIANTS

CLAIMS: tuple[Claim, ...] = (*HOLDING, *HAPPENING)

__all__ = ["CLAIMS", "VARIANTS"]
