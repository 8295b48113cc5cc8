"""Variants of the new flow in which what must at last come about never does."""

from model.css.flow import FLOW
from model.css.hub import HUB, RECEIVE_PAIR
from model.css.incident import CLOSE, CSS_INCIDENT
from model.css.messages import ACCEPTED, LOAD, MESSAGES, REGENERATE
from model.css.notices import NOTICES, RESEND_NOTICE
from model.css.reconciliation import DUE, FIT, RECONCILE, RECONCILIATION
from model.css.registration import CLOSE_WINDOW, GAINS
from model.current.flags import FLAGS, SEND_FLAG
from model.current.incident import CLOSE_POINT, POINT_INCIDENT
from model.language import STAYS, Transition, Variant
from model.language.acting import amiss

STILL_THERE = Transition(LOAD, ACCEPTED, STAYS, cites="E1.1 A-load")
STILL_DUE = Transition(RECONCILE, DUE, STAYS, when=FIT, cites="A-reconciliation")

VARIANTS_OF_LIVING: tuple[Variant, ...] = (
    Variant(
        "the objection window never closes",
        "A registration is pending until the window closes, unless the loser says no sooner.",
        FLOW.but(GAINS.without(CLOSE_WINDOW)),
        breaks={"each-request-ends": 2},
    ),
    Variant(
        "no notice is resent",
        "A notice that was lost or never generated must be sent again, or nothing comes of it.",
        FLOW.but(NOTICES.without(RESEND_NOTICE)),
        breaks={"secured-arrives": 5, "services-agree-again": 6},
    ),
    Variant(
        "nothing is generated afterwards",
        "Resending does not cure a message that was never generated.",
        FLOW.but(MESSAGES.without(REGENERATE)),
        breaks={"each-message-arrives": 6},
    ),
    Variant(
        "what is loaded still counts as waiting",
        "What was loaded is done with.",
        FLOW.but(MESSAGES.instead(LOAD, STILL_THERE)),
        breaks={"what-is-accepted-is-loaded": 9},
    ),
    Variant(
        "a reconciliation never counts as made",
        "What was reconciled is no longer due.",
        FLOW.but(RECONCILIATION.instead(RECONCILE, STILL_DUE)),
        breaks={"reinstated-is-reconciled": 2},
    ),
    Variant(
        "a pair that is received and does not arrive",
        "A pair that was received is on its way no longer, whatever became of its hub.",
        FLOW.but(amiss(HUB, RECEIVE_PAIR, target=STAYS)),
        breaks={"each-pair-arrives": 4, "a-pair-of-a-hub-that-is-gone-comes-in": 5},
    ),
    Variant(
        "no incident is closed",
        "A resolution may be disputed for ever; closing ends it.",
        FLOW.but(CSS_INCIDENT.without(CLOSE), POINT_INCIDENT.without(CLOSE_POINT)),
        breaks={"each-incident-ends": 3, "each-incident-closes": 3},
    ),
    Variant(
        "no flag is sent",
        "A flag that is due and not sent reaches nobody.",
        FLOW.but(FLAGS.without(SEND_FLAG)),
        breaks={"each-flag-arrives": 14},
    ),
)
