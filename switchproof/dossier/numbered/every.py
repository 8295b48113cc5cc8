"""The properties P1 to P30 of our notes on the domain: which claims state each, or why none does.

Verdicts are not kept here; `switchproof dossier numbered` decides the claims.
"""

from switchproof.dossier.numbered.entry import Property
from switchproof.dossier.numbered.owing import OWING
from switchproof.dossier.numbered.providing import PROVIDING
from switchproof.dossier.numbered.switching import SWITCHING

NUMBERED: tuple[Property, ...] = tuple(
    sorted((*SWITCHING, *PROVIDING, *OWING), key=lambda one: one.number)
)

__all__ = ["NUMBERED", "Property"]
