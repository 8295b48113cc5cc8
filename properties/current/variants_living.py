"""Variants of today's flow in which what must at last come about never does."""

from model.current.files import FILES, TURN_TO_FULL_SET
from model.current.flags import FLAGS, SEND_FLAG
from model.current.flow import FLOW
from model.current.incident import CLOSE, CLOSE_POINT, POINT_INCIDENT, RDP_INCIDENT
from model.current.registration import LIFT, REQUESTS, UPHOLD
from model.language import Variant

VARIANTS_OF_LIVING: tuple[Variant, ...] = (
    Variant(
        "an objection is never dealt with",
        "An objection that neither stands nor is lifted keeps a request open for ever.",
        FLOW.but(REQUESTS.without(LIFT, UPHOLD)),
        breaks={"each-request-ends": 3},
    ),
    Variant(
        "a refused file gives no way to a full set",
        "Once a full set is owed a refused file is not corrected, but gives way to a full set.",
        FLOW.but(FILES.without(TURN_TO_FULL_SET)),
        breaks={"a-full-set-is-loaded": 12},
    ),
    Variant(
        "no incident is closed",
        "A resolution may be disputed for ever; closing ends it.",
        FLOW.but(RDP_INCIDENT.without(CLOSE), POINT_INCIDENT.without(CLOSE_POINT)),
        breaks={"each-rdp-incident-ends": 3, "each-incident-closes": 3},
    ),
    Variant(
        "no flag is sent",
        "A flag that is due and not sent reaches nobody.",
        FLOW.but(FLAGS.without(SEND_FLAG)),
        breaks={"each-flag-arrives": 14},
    ),
)
