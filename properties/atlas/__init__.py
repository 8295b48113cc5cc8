"""The atlas of assumptions: which claims hold under which faults, and with which fairness."""

from properties.atlas.new import NEW
from properties.atlas.today import TODAY

REGIMES = (TODAY, NEW)

__all__ = ["REGIMES"]
