"""What is claimed of the handover, and the variants that show what the order of steps is for."""

from model.language import Claim, Variant
from properties.handover.claims import HOLDING
from properties.handover.happening import HAPPENING
from properties.handover.living import LIVING
from properties.handover.sending import SENDING
from properties.handover.steps import STEPS
from properties.handover.still import STILL
from properties.handover.variants import VARIANTS as OF_ORDER
from properties.handover.variants_living import VARIANTS_OF_LIVING
from properties.handover.variants_parties import VARIANTS_OF_PARTIES
from properties.handover.variants_sending import VARIANTS_OF_SENDING
from properties.handover.variants_steps import VARIANTS_OF_STEPS
from properties.handover.variants_still import VARIANTS_OF_STILL

CLAIMS: tuple[Claim, ...] = (*HOLDING, *HAPPENING, *LIVING, *STILL, *STEPS, *SENDING)
VARIANTS: tuple[Variant, ...] = (
    *OF_ORDER,
    *VARIANTS_OF_PARTIES,
    *VARIANTS_OF_LIVING,
    *VARIANTS_OF_STILL,
    *VARIANTS_OF_STEPS,
    *VARIANTS_OF_SENDING,
)

# Claims on states and steps that no variant breaks, each with why it stands: there are none.
UNBROKEN: tuple[tuple[str, str], ...] = ()

__all__ = ["CLAIMS", "UNBROKEN", "VARIANTS"]
