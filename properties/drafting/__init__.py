"""What is claimed of the drafting, and the variants that show what its order is for."""

from model.language import Claim, Variant
from model.language.doubts import variants_of
from properties.drafting.actors import ACTORS
from properties.drafting.claims import HOLDING
from properties.drafting.happening import HAPPENING
from properties.drafting.living import LIVING
from properties.drafting.readings import DOUBTS_OF_DRAFTING
from properties.drafting.variants import VARIANTS as VARIANTS_OF_ORDER
from properties.drafting.variants_actors import VARIANTS_OF_ACTORS

CLAIMS: tuple[Claim, ...] = (*HOLDING, *ACTORS, *HAPPENING, *LIVING)
RULES_CHANGED: tuple[Variant, ...] = (*VARIANTS_OF_ORDER, *VARIANTS_OF_ACTORS)
VARIANTS: tuple[Variant, ...] = (
    *RULES_CHANGED,
    *variants_of(DOUBTS_OF_DRAFTING, "drafting", RULES_CHANGED),
)

__all__ = ["CLAIMS", "VARIANTS"]
