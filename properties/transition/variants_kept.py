"""Variants in which the change loses or wipes what goes on after it."""

from model.css.duties import MARK as AS_THE_CSS_HAS_IT
from model.css.duties import MISS_TIME
from model.css.hub import HUB, Pair
from model.css.incident import CSS_INCIDENT, CssIncident
from model.current.duties import Mark, mark
from model.current.flags import FLAGS, Flag
from model.current.incident import POINT_INCIDENT, RDP_INCIDENT, Incident, PointIncident
from model.language import Transition, Variant, union
from model.transition.change import TAKE_EFFECT
from model.transition.flow import FLOW
from model.transition.joined import MARK

NO_MARK = Transition(TAKE_EFFECT, Mark, Mark.CLEAN, cites="1-a")
NO_PAIR = Transition(TAKE_EFFECT, Pair, Pair.NONE, cites="1-b")
NO_FLAG = Transition(TAKE_EFFECT, Flag, Flag.CURRENT, cites="1-a")
NONE_OF_A_POINT = Transition(TAKE_EFFECT, PointIncident, PointIncident.NONE, cites="1-a")
NONE_OF_AN_RDP = Transition(TAKE_EFFECT, Incident, Incident.NONE, cites="1-a")
NONE_OF_THE_CSS = Transition(TAKE_EFFECT, CssIncident, CssIncident.NONE, cites="1-b")

VARIANTS_OF_WHAT_IS_KEPT: tuple[Variant, ...] = (
    Variant(
        "a change that wipes the mark of a breach",
        "What was breached before the change stays breached, whoever owes after it.",
        FLOW.but(MARK.also(NO_MARK)),
        breaks={"the-change-wipes-no-breach": 22},
    ),
    Variant(
        "one mark for both",
        "Where a breach is marked for the duty and not for who owes it, the CRS's first load "
        "remedies what the Networks breached. Here their breach is marked at first.",
        FLOW.but(union(MARK, AS_THE_CSS_HAS_IT.without(MISS_TIME))).starting(mark, Mark.BREACHED),
        breaks={"each-remedies-its-own-breach": 14},
    ),
    Variant(
        "incidents about points end with the change",
        "What is with a resolver stays there, or nobody puts it right.",
        FLOW.but(POINT_INCIDENT.also(NONE_OF_A_POINT)),
        breaks={"the-change-loses-no-incident": 13},
    ),
    Variant(
        "incidents about RDPs end with the change",
        "RDPs go on receiving (2.3-d), and what is wrong with one is still to be put right.",
        FLOW.but(RDP_INCIDENT.also(NONE_OF_AN_RDP)),
        breaks={"the-change-loses-no-incident": 13},
    ),
    Variant(
        "incidents about the CSS end with the change",
        "What is found wrong with the CSS before the change is still to be put right.",
        FLOW.but(CSS_INCIDENT.also(NONE_OF_THE_CSS)),
        breaks={"the-change-loses-no-incident": 13},
    ),
    Variant(
        "flags end with the change",
        "The DCC goes on sending flags to RDPs (2.3-c), and what is due or sent is not settled.",
        FLOW.but(FLAGS.also(NO_FLAG)),
        breaks={"the-change-loses-no-flag": 13},
    ),
    Variant(
        "pairs of hubs end with the change",
        "A pair that is known to the DCC before the change is due to the CSS after it.",
        FLOW.but(HUB.also(NO_PAIR)),
        breaks={"the-change-loses-no-pair": 13},
    ),
)
