"""Variants of the new flow in which somebody is told nothing, the wrong thing, or too late."""

from model.css.flow import FLOW
from model.css.hub import CLEAR_EXCEPTION, EXCHANGE_HUB, HUB, RECEIVE_PAIR, SEND_PAIR, SENT
from model.css.notices import (
    APPLY_CANCELLED,
    APPLY_SECURED,
    CANNOT_APPLY,
    GIVE_PROXY,
    MISS_NOTICE,
    NOTICES,
    SEC_SENT,
    SEND_NOTICE,
    Notice,
)
from model.css.old_channel import OFFERED, OLD_CHANNEL, REFUSE_FILE
from model.css.registration import CLOSE_GATE, MAKE_PENDING, MIDNIGHT
from model.css.source import POINT_DATA, PROVIDE_DATA
from model.css.sync import APPLY_BACKLOG, IDLE, RESOLVE_EXCEPTION, SYNC
from model.current.flags import FLAGS, SEND_FLAG
from model.language import STAYS, Variant
from model.language.acting import amiss
from model.parties import Supplier

B = Supplier.B

VARIANTS_OF_TELLING: tuple[Variant, ...] = (
    Variant(
        "a switch secured without a notice",
        "The retail data service must hear of each switch that is secured.",
        FLOW.but(amiss(NOTICES, CLOSE_GATE[B], target=STAYS)),
        breaks={"retail-data-services-are-told": 4},
    ),
    Variant(
        "a cancelled notice sent as a secured one",
        "A notice stays what it is on its way.",
        FLOW.but(amiss(NOTICES, SEND_NOTICE, target=SEC_SENT)),
        breaks={"a-notice-says-what-happened": 4},
    ),
    Variant(
        "a notice lost for good",
        "A notice that goes missing is outstanding until it is made good (D2).",
        FLOW.but(amiss(NOTICES, MISS_NOTICE, target=Notice.NONE)),
        breaks={"no-secured-notice-is-dropped": 5},
    ),
    Variant(
        "a pending registration that nobody expects",
        "A retail data service that expects nothing cannot apply what is secured.",
        FLOW.but(amiss(SYNC, MAKE_PENDING[B], target=IDLE)),
        breaks={"who-gains-is-expected": 2},
    ),
    Variant(
        "a cancelled switch that is still expected",
        "What is called off is expected no more.",
        FLOW.but(amiss(SYNC, APPLY_CANCELLED, then={})),
        breaks={"nobody-is-expected-without-a-switch": 5},
    ),
    Variant(
        "a switch in time with a date of its own",
        "What is secured in time is live from the date that the CSS has.",
        FLOW.but(amiss(SYNC, MIDNIGHT[B], then={})),
        breaks={"in-time-means-from-the-same-date": 7},
    ),
    Variant(
        "a secured notice that counts for nothing",
        "Then the point stays with the old supplier at the retail data service.",
        FLOW.but(amiss(SYNC, APPLY_SECURED, target=IDLE)),
        breaks={"a-notice-is-applied-as-the-css-stands": 6},
    ),
    Variant(
        "a gas notice found inapplicable",
        "In gas a notice that comes late is applied late.",
        FLOW.but(SYNC.lacking(CANNOT_APPLY, "the point is an electricity point")),
        breaks={"a-notice-is-applied-as-the-css-stands": 6},
    ),
    Variant(
        "an exception resolved as if in time",
        "What is resolved after the start date cannot take the date that the CSS has.",
        FLOW.but(amiss(SYNC, RESOLVE_EXCEPTION, then={})),
        breaks={"a-notice-is-applied-as-the-css-stands": 8},
    ),
    Variant(
        "an earlier switch that waits though it was applied",
        "What was applied late waits no longer.",
        FLOW.but(amiss(SYNC, APPLY_BACKLOG, then={})),
        breaks={"what-waits-is-applied-as-the-css-stands": 8},
    ),
    Variant(
        "no proxy",
        "In gas nothing then stands in for a notice that is missing.",
        FLOW.but(amiss(NOTICES, GIVE_PROXY, target=STAYS)),
        breaks={"a-proxy-stands-in": 6},
    ),
    Variant(
        "a cancellation that is never sent again",
        "A cancelled notice that goes missing reaches nobody by itself (D2).",
        FLOW.but(amiss(NOTICES, SEND_NOTICE, target=STAYS)),
        breaks={"cancelled-arrives": 4},
    ),
    Variant(
        "a pair sent to a CSS that is shut out",
        "A pair cannot reach a CSS that is not live, or through a gateway that is closed.",
        FLOW.but(HUB.lacking(SEND_PAIR, "the CSS can receive")),
        breaks={"pairs-only-to-a-css-that-can-receive": 3},
    ),
    Variant(
        "a REL that is never formed",
        "An exception that is not cleared leaves the point without its REL.",
        FLOW.but(amiss(HUB, CLEAR_EXCEPTION, target=STAYS)),
        breaks={"each-rel-is-formed": 5},
    ),
    Variant(
        "an exchange that skips the sending",
        "A pair is with the CSS only once it has been sent.",
        FLOW.but(amiss(HUB, EXCHANGE_HUB, target=SENT)),
        breaks={"an-exchanged-hub-makes-a-pair-due": 2},
    ),
    Variant(
        "a pair that is received and not kept",
        "What the CSS has received it holds, and the end of it would be news.",
        FLOW.but(amiss(HUB, RECEIVE_PAIR, then={})),
        breaks={"what-the-css-was-told-it-keeps": 3},
    ),
    Variant(
        "a flag through a closed gateway",
        "Through a gateway that is under the DCC's control nothing passes.",
        FLOW.but(FLAGS.lacking(SEND_FLAG, "the RDP can receive")),
        breaks={"rdps-need-an-open-gateway": 2},
    ),
    Variant(
        "point data that stays owed",
        "What was given is owed no longer.",
        FLOW.but(amiss(POINT_DATA, PROVIDE_DATA, target=STAYS)),
        breaks={"point-data-is-given": 2},
    ),
    Variant(
        "a refused file that still waits",
        "A file that was refused is gone.",
        FLOW.but(amiss(OLD_CHANNEL, REFUSE_FILE, target=OFFERED)),
        breaks={"an-offered-file-is-refused": 7},
    ),
)
