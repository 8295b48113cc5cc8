"""What is claimed of the handover, and the variants that show what the order of steps is for."""

from model.language import Claim
from properties.handover.claims import HOLDING
from properties.handover.happening import HAPPENING, PENDING
from properties.handover.variants import VARIANTS

CLAIMS: tuple[Claim, ...] = (*HOLDING, *HAPPENING, *PENDING)

# Claims on states and steps that no variant breaks, each with why it stands: there are none.
UNBROKEN: tuple[tuple[str, str], ...] = ()

__all__ = ["CLAIMS", "UNBROKEN", "VARIANTS"]
