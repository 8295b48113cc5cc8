"""What is claimed of today's flow, and the variants that show what each rule is for.

A claim is for every point, with its own provider and the industry. A P-number in brackets is
that of a property in our notes on the domain.
"""

from model.language import Claim, Variant
from model.language.doubts import readings_of, variants_of
from properties.current.actors import ACTORS_TODAY
from properties.current.answering import ANSWERING
from properties.current.carrying import CARRYING
from properties.current.handling import HANDLING
from properties.current.happening import HAPPENING
from properties.current.living import LIVING
from properties.current.providing import PROVIDING
from properties.current.readings import DOUBTS_OF_TODAY
from properties.current.serving import SERVING
from properties.current.switching import SWITCHING
from properties.current.variants_answering import VARIANTS_OF_ANSWERING
from properties.current.variants_carrying import VARIANTS_OF_CARRYING
from properties.current.variants_living import VARIANTS_OF_LIVING
from properties.current.variants_providing import VARIANTS_OF_PROVIDING
from properties.current.variants_switching import VARIANTS_OF_SWITCHING

CLAIMS: tuple[Claim, ...] = (
    *ANSWERING,
    *SWITCHING,
    *PROVIDING,
    *CARRYING,
    *SERVING,
    *HANDLING,
    *HAPPENING,
    *LIVING,
    *ACTORS_TODAY,
)

RULES_CHANGED: tuple[Variant, ...] = (
    *VARIANTS_OF_ANSWERING,
    *VARIANTS_OF_SWITCHING,
    *VARIANTS_OF_LIVING,
    *VARIANTS_OF_CARRYING,
    *VARIANTS_OF_PROVIDING,
)
VARIANTS: tuple[Variant, ...] = (
    *RULES_CHANGED,
    *variants_of(DOUBTS_OF_TODAY, "current", RULES_CHANGED),
)
READINGS = readings_of(DOUBTS_OF_TODAY, "current")

# Claims on states and steps that no variant breaks, each with why it stands: there are none.
UNBROKEN: tuple[tuple[str, str], ...] = ()
