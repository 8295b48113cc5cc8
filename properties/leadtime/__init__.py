"""What is claimed of the lead time, and the variants that show what each rule is for."""

from model.language import Claim, Variant
from properties.leadtime.claims import HOLDING
from properties.leadtime.happening import HAPPENING
from properties.leadtime.kept import KEPT
from properties.leadtime.living import LIVING
from properties.leadtime.variants import VARIANTS as VARIANTS_OF_BOUNDS
from properties.leadtime.variants_kept import VARIANTS_OF_KEPT

CLAIMS: tuple[Claim, ...] = (*HOLDING, *KEPT, *HAPPENING, *LIVING)
VARIANTS: tuple[Variant, ...] = (*VARIANTS_OF_BOUNDS, *VARIANTS_OF_KEPT)

__all__ = ["CLAIMS", "VARIANTS"]
