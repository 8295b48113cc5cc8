"""What is claimed of the lead time, and the variants that show what each rule is for."""

from model.language import Claim, Variant
from properties.leadtime.actors import ACTORS
from properties.leadtime.claims import HOLDING
from properties.leadtime.happening import HAPPENING
from properties.leadtime.living import LIVING
from properties.leadtime.variants import VARIANTS as VARIANTS_OF_BOUNDS
from properties.leadtime.variants_actors import VARIANTS_OF_ACTORS

CLAIMS: tuple[Claim, ...] = (*HOLDING, *ACTORS, *HAPPENING, *LIVING)
VARIANTS: tuple[Variant, ...] = (*VARIANTS_OF_BOUNDS, *VARIANTS_OF_ACTORS)

__all__ = ["CLAIMS", "VARIANTS"]
