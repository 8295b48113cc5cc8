"""What must hold whatever the order of the steps, and what a step may cost meanwhile."""

from properties.steps.claims import COSTS, HOLDING

__all__ = ["COSTS", "HOLDING"]
