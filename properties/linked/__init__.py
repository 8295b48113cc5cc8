"""What is claimed of a linked pair, and the variants in which its legs part."""

from model.language import Claim
from properties.linked.claims import HAPPENING, HOLDING
from properties.linked.variants import VARIANTS

CLAIMS: tuple[Claim, ...] = (*HOLDING, *HAPPENING)

__all__ = ["CLAIMS", "VARIANTS"]
