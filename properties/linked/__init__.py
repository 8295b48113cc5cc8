"""What is claimed of a linked pair, and the variants in which its legs part."""

from model.language import Claim, Variant
from properties.linked.claims import HAPPENING, HOLDING
from properties.linked.kept import KEPT
from properties.linked.variants import VARIANTS as VARIANTS_OF_PAIR
from properties.linked.variants_kept import VARIANTS_OF_KEPT

CLAIMS: tuple[Claim, ...] = (*HOLDING, *KEPT, *HAPPENING)
VARIANTS: tuple[Variant, ...] = (*VARIANTS_OF_PAIR, *VARIANTS_OF_KEPT)

__all__ = ["CLAIMS", "VARIANTS"]
