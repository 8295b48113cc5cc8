"""What is claimed of the handover, and the variants that show what the order of steps is for."""

from model.language import Claim, Variant
from model.language.doubts import readings_of, variants_of
from properties.handover.claims import HOLDING
from properties.handover.entering import ENTERING
from properties.handover.happening import HAPPENING
from properties.handover.living import LIVING
from properties.handover.readings import DOUBTS_OF_ENTRY
from properties.handover.sending import SENDING
from properties.handover.steps import STEPS
from properties.handover.still import STILL
from properties.handover.variants import VARIANTS as OF_ORDER
from properties.handover.variants_entering import VARIANTS_OF_ENTERING
from properties.handover.variants_living import VARIANTS_OF_LIVING
from properties.handover.variants_parties import VARIANTS_OF_PARTIES
from properties.handover.variants_sending import VARIANTS_OF_SENDING
from properties.handover.variants_steps import VARIANTS_OF_STEPS
from properties.handover.variants_still import VARIANTS_OF_STILL

CLAIMS: tuple[Claim, ...] = (
    *HOLDING,
    *ENTERING,
    *HAPPENING,
    *LIVING,
    *STEPS,
    *SENDING,
    *STILL,
)
RULES_CHANGED: tuple[Variant, ...] = (
    *OF_ORDER,
    *VARIANTS_OF_ENTERING,
    *VARIANTS_OF_PARTIES,
    *VARIANTS_OF_LIVING,
    *VARIANTS_OF_STILL,
    *VARIANTS_OF_STEPS,
    *VARIANTS_OF_SENDING,
)
VARIANTS: tuple[Variant, ...] = (
    *RULES_CHANGED,
    *variants_of(DOUBTS_OF_ENTRY, "handover", RULES_CHANGED),
)
READINGS = readings_of(DOUBTS_OF_ENTRY, "handover")

# Claims on states and steps that no variant breaks, each with why it stands: there are none.
UNBROKEN: tuple[tuple[str, str], ...] = ()

__all__ = ["CLAIMS", "READINGS", "UNBROKEN", "VARIANTS"]
