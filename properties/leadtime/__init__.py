"""What is claimed of the lead time, and the variants that show what each rule is for."""

from model.language import Claim
from properties.leadtime.claims import HOLDING
from properties.leadtime.happening import HAPPENING
from properties.leadtime.variants import VARIANTS

CLAIMS: tuple[Claim, ...] = (*HOLDING, *HAPPENING)

__all__ = ["CLAIMS", "VARIANTS"]
