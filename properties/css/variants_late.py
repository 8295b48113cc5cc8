"""Variants of the new flow in which something late, or on another path, is forgotten or let by."""

from model.css.copy import COPY
from model.css.flow import FLOW
from model.css.hub import EXCHANGE_HUB, HUB, SENT
from model.css.late import LATE, OVERTAKEN
from model.css.messages import LOAD
from model.css.registration import MIDNIGHT
from model.css.sync import RESOLVE_EXCEPTION, SYNC
from model.current.flags import FLAGS, SEND_FLAG
from model.language import Variant
from model.parties import Supplier
from properties.acting import amiss

VARIANTS_OF_LATE: tuple[Variant, ...] = (
    Variant(
        "a switch that overtakes a message",
        "A message on its way at midnight is earlier than what is sent next, and still in order.",
        FLOW.but(amiss(LATE, MIDNIGHT[Supplier.B], target=OVERTAKEN)),
        breaks={"an-earlier-message-only-of-one-on-its-way": 21},
    ),
    Variant(
        "a message that names the supplier of before",
        "A copy that stays with the old supplier accepts the commands of the wrong one.",
        FLOW.but(amiss(COPY, LOAD, target=Supplier.A)),
        breaks={"a-message-loaded-of-either-supplier": 17},
    ),
    Variant(
        "an exception resolved as if in time",
        "What is resolved after the start date cannot take the date that the CSS has.",
        FLOW.but(amiss(SYNC, RESOLVE_EXCEPTION, then={})),
        breaks={"applied-with-a-later-date-once-active": 8},
    ),
    Variant(
        "a flag through a closed gateway",
        "Through a gateway that is under the DCC's control nothing passes.",
        FLOW.but(FLAGS.lacking(SEND_FLAG, "the RDP can receive")),
        breaks={"flags-need-an-open-gateway": 2},
    ),
    Variant(
        "an exchange that skips the sending",
        "A pair is with the CSS only once it has been sent.",
        FLOW.but(amiss(HUB, EXCHANGE_HUB, target=SENT)),
        breaks={"an-exchanged-hub-makes-a-pair-due": 12},
    ),
)
