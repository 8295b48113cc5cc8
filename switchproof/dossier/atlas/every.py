"""The two regimes of the atlas."""

from switchproof.dossier.atlas.new import NEW
from switchproof.dossier.atlas.today import TODAY

REGIMES = (TODAY, NEW)

__all__ = ["REGIMES"]
