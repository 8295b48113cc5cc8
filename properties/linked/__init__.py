"""What is claimed of a linked pair, and the variants in which its legs part."""

from model.language import Claim, Variant
from properties.linked.claims import HAPPENING, HOLDING
from properties.linked.ending import ENDING
from properties.linked.variants import VARIANTS as VARIANTS_OF_PAIR
from properties.linked.variants_ending import VARIANTS_OF_ENDING

CLAIMS: tuple[Claim, ...] = (*HOLDING, *ENDING, *HAPPENING)
VARIANTS: tuple[Variant, ...] = (*VARIANTS_OF_PAIR, *VARIANTS_OF_ENDING)

__all__ = ["CLAIMS", "VARIANTS"]
