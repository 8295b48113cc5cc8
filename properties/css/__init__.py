"""What is claimed of the new flow, and the variants that show what each rule is for.

A claim is for every point, with its own provider and the industry. A P-number in brackets is
that of a property in our notes on the domain.
"""

from model.language import Claim, Variant
from model.language.doubts import readings_of, variants_of
from properties.css.actors import ACTORS
from properties.css.answering import ANSWERING
from properties.css.going_wrong import FINDING
from properties.css.happening import HAPPENING
from properties.css.holding_in_one_reading import DOUBTED
from properties.css.inviting import MORE
from properties.css.living import LIVING
from properties.css.messaging import MESSAGING
from properties.css.mirroring import MIRRORING
from properties.css.providing import PROVIDING
from properties.css.readings_owing import DOUBTS_OF_OWING
from properties.css.readings_receiving import DOUBTS_OF_RECEIVING
from properties.css.readings_sending import DOUBTS_OF_SENDING
from properties.css.requesting import REQUESTING
from properties.css.still import STILL
from properties.css.switching import SWITCHING
from properties.css.telling import TELLING
from properties.css.variants_actors import VARIANTS_OF_ACTORS
from properties.css.variants_answering import VARIANTS_OF_ANSWERING
from properties.css.variants_hazards import VARIANTS_OF_HAZARDS
from properties.css.variants_inviting import VARIANTS_OF_MORE
from properties.css.variants_living import VARIANTS_OF_LIVING
from properties.css.variants_messaging import VARIANTS_OF_MESSAGING
from properties.css.variants_mirroring import VARIANTS_OF_MIRRORING
from properties.css.variants_providing import VARIANTS_OF_PROVIDING
from properties.css.variants_requesting import VARIANTS_OF_REQUESTING
from properties.css.variants_still import VARIANTS_OF_STILL
from properties.css.variants_switching import VARIANTS_OF_SWITCHING
from properties.css.variants_telling import VARIANTS_OF_TELLING
from properties.current.handling import HANDLING
from properties.current.serving import SERVING

CLAIMS: tuple[Claim, ...] = (
    *ANSWERING,
    *SWITCHING,
    *PROVIDING,
    *MIRRORING,
    *MORE,
    *HAPPENING,
    *FINDING,
    *DOUBTED,
    *LIVING,
    *STILL,
    *REQUESTING,
    *MESSAGING,
    *TELLING,
    *SERVING,
    *HANDLING,
    *ACTORS,
)

RULES_CHANGED: tuple[Variant, ...] = (
    *VARIANTS_OF_ANSWERING,
    *VARIANTS_OF_SWITCHING,
    *VARIANTS_OF_PROVIDING,
    *VARIANTS_OF_MIRRORING,
    *VARIANTS_OF_HAZARDS,
    *VARIANTS_OF_MORE,
    *VARIANTS_OF_LIVING,
    *VARIANTS_OF_STILL,
    *VARIANTS_OF_REQUESTING,
    *VARIANTS_OF_MESSAGING,
    *VARIANTS_OF_TELLING,
    *VARIANTS_OF_ACTORS,
)
DOUBTS = (*DOUBTS_OF_SENDING, *DOUBTS_OF_OWING, *DOUBTS_OF_RECEIVING)
VARIANTS: tuple[Variant, ...] = (*RULES_CHANGED, *variants_of(DOUBTS, "css", RULES_CHANGED))
READINGS = readings_of(DOUBTS, "css")

# Claims on states, steps and machines that no variant breaks, with why they stand: there are none.
UNBROKEN: tuple[tuple[str, str], ...] = ()

__all__ = ["CLAIMS", "DOUBTS", "READINGS", "UNBROKEN", "VARIANTS"]
