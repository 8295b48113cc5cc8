"""A variant in which an incident about the CSS is handled otherwise than one about an RDP."""

from model.css.flow import FLOW
from model.css.incident import CRS_RAISES, CSS_INCIDENT
from model.language import Variant

VARIANTS_OF_MIRRORING = (
    Variant(
        "the CRS raises nothing",
        "The CRS stands where the Network Party does, and raises what it knows (5-H1).",
        FLOW.but(CSS_INCIDENT.without(CRS_RAISES)),
        breaks={"incident-mirrored": 0},
    ),
)
