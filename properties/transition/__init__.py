"""What is claimed of the transition that is drained before, and what each wait is for."""

from properties.transition.claims import CLAIMS
from properties.transition.variants import VARIANTS

__all__ = ["CLAIMS", "VARIANTS"]
