"""The properties P1 to P30 of our notes on the domain: which claims state each, or why none does.

Verdicts are not kept here; `switchproof properties` decides the claims.
"""

from properties.numbered.entry import Property
from properties.numbered.owing import OWING
from properties.numbered.providing import PROVIDING
from properties.numbered.switching import SWITCHING

NUMBERED: tuple[Property, ...] = tuple(
    sorted((*SWITCHING, *PROVIDING, *OWING), key=lambda one: one.number)
)

__all__ = ["NUMBERED", "Property"]
