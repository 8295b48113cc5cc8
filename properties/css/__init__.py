"""What is claimed of the new flow, and the variants that show what each rule is for.

A claim is for every point, with its own provider and the industry. A P-number in brackets is
that of a property in our notes on the domain.
"""

from model.language import Claim
from properties.css.answering import ANSWERING
from properties.css.happening import HAPPENING, PENDING
from properties.css.providing import PROVIDING
from properties.css.switching import SWITCHING

CLAIMS: tuple[Claim, ...] = (*ANSWERING, *SWITCHING, *PROVIDING, *HAPPENING, *PENDING)

__all__ = ["CLAIMS"]
