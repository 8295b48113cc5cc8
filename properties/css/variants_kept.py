"""Variants of the new flow in which one event does too little, too much, or is another's."""

from model.css.copy import COPY
from model.css.duties import MARK, MISS_TIME
from model.css.entry import SUSPEND
from model.css.flow import FLOW
from model.css.hub import HUB, LOSE_PAIR, Pair
from model.css.incident import RAISE
from model.css.late import LATE
from model.css.licence import LICENCE, SPLIT_LICENCE
from model.css.messages import LOAD, MESSAGES, NOTHING, REFUSE, REGENERATE
from model.css.notices import (
    CANNOT_APPLY,
    NOTICES,
    RESEND_NOTICE,
    SEC_SENT,
    SEND_NOTICE,
)
from model.css.old_channel import OFFERED, OLD_CHANNEL, REFUSE_FILE
from model.css.reconciliation import RECONCILIATION
from model.css.registration import (
    ANNUL,
    CANCEL,
    CLOSE_GATE,
    GAINS,
    MIDNIGHT,
    PENDING,
    WITHDRAW,
)
from model.css.source import POINT_DATA, PROVIDE_DATA
from model.css.sources import SOURCES_ACCEPTED, START_CSS
from model.css.sync import SYNC
from model.current.authority import AUTHORITY, COMMAND_REFUSED
from model.current.store import LOSE_DATA
from model.language import STAYS, Variant
from model.parties import CSS, DSP, LOSING_SUPPLIER, NETWORK_PARTY, Supplier
from properties.acting import acted_by, amiss
from properties.current.variants_service import variants_of_service

B = Supplier.B
NOT_NAMED = "the DSP's copy does not name the supplier"

VARIANTS_OF_KEPT: tuple[Variant, ...] = (
    Variant(
        "an objection that cancels nothing",
        "A registration with a lodged objection is at an end.",
        FLOW.but(amiss(GAINS[B], CANCEL[B], target=PENDING)),
        breaks={"a-registration-goes-in-order": 4},
    ),
    Variant(
        "an annulment after the gate",
        "What is secured can no longer be annulled.",
        FLOW.but(amiss(GAINS[B], ANNUL[B], target=PENDING, powerless="")),
        breaks={"what-is-too-late-has-no-effect": 3},
    ),
    Variant(
        "a message that was never made is forgotten",
        "What is generated afterwards must be sent.",
        FLOW.but(amiss(MESSAGES, REGENERATE, target=NOTHING)),
        breaks={"a-message-goes-in-order": 7},
    ),
    Variant(
        "a sound message is refused",
        "The DSP may refuse only what is unfit.",
        FLOW.but(MESSAGES.lacking(REFUSE, "the sender or the message is unfit")),
        breaks={"a-message-is-taken-exactly-if-fit": 16},
    ),
    Variant(
        "a copy that outlives the loss",
        "When the DSP loses its data it knows of no supplier.",
        FLOW.but(COPY.without(LOSE_DATA)),
        breaks={"what-is-loaded-is-in-the-copy": 11},
    ),
    Variant(
        "an earlier message without its supplier",
        "A message that is left behind still says what it said.",
        FLOW.but(amiss(LATE, MIDNIGHT[Supplier.A], then={})),
        breaks={"an-earlier-message-stays-behind": 16},
    ),
    Variant(
        "an earlier message that is not overtaken",
        "What was sent before must not be loaded after.",
        FLOW.but(LATE.without(LOAD)),
        breaks={"an-earlier-message-is-overtaken": 23},
    ),
    Variant(
        "data lost and nothing due",
        "After a loss the DSP knows of no point until it is reconciled.",
        FLOW.but(RECONCILIATION.without(LOSE_DATA)),
        breaks={"a-reconciliation-is-due-until-made": 1},
    ),
    Variant(
        "a breach with nothing outstanding",
        "If nothing is outstanding when the time passes there is no breach.",
        FLOW.but(MARK.lacking(MISS_TIME, "data is outstanding")),
        breaks={"a-mark-has-its-reason": 1},
    ),
    Variant(
        "the CSS accepted beside the RDPs",
        "The DSP must have shut out RDPs before it lets the CSS in.",
        FLOW.but(amiss(SOURCES_ACCEPTED, START_CSS, then={})),
        breaks={"sources-are-switched": 1},
    ),
    Variant(
        "a licence that is split in name",
        "After a split there are two licences.",
        FLOW.but(amiss(LICENCE, SPLIT_LICENCE, target=STAYS)),
        breaks={"the-licence-can-be-split": 1},
    ),
    Variant(
        "a switch secured without a notice",
        "The retail data service must hear of each switch that is secured.",
        FLOW.but(amiss(NOTICES, CLOSE_GATE[B], target=STAYS)),
        breaks={"each-act-makes-its-notice-due": 4},
    ),
    Variant(
        "a cancelled notice sent as a secured one",
        "A notice stays what it is on its way.",
        FLOW.but(amiss(NOTICES, SEND_NOTICE, target=SEC_SENT)),
        breaks={"a-notice-goes-in-order": 4},
    ),
    Variant(
        "a backlog that midnight leaves",
        "What waits is overtaken by the next switch.",
        FLOW.but(amiss(SYNC, MIDNIGHT[B], then={})),
        breaks={"a-retail-data-service-expects-and-moves": 7},
    ),
    Variant(
        "a gas notice found inapplicable",
        "In gas a notice that comes late is applied late.",
        FLOW.but(SYNC.lacking(CANNOT_APPLY, "the point is an electricity point")),
        breaks={"a-notice-is-applied-as-the-css-stands": 6},
    ),
    Variant(
        "a lost pair counts as held",
        "A pair that is lost must be sent again.",
        FLOW.but(amiss(HUB, LOSE_PAIR, target=Pair.HELD)),
        breaks={"a-pair-goes-in-order": 11},
    ),
    Variant(
        "point data that stays owed",
        "What was given is owed no longer.",
        FLOW.but(amiss(POINT_DATA, PROVIDE_DATA, target=STAYS)),
        breaks={"point-data-is-owed-until-given": 2},
    ),
    Variant(
        "a refused file that still waits",
        "A file that was refused is gone.",
        FLOW.but(amiss(OLD_CHANNEL, REFUSE_FILE, target=OFFERED)),
        breaks={"an-offered-file-is-refused": 7},
    ),
    Variant(
        "a withdrawal by the losing supplier",
        "To withdraw is the gaining supplier's alone.",
        acted_by(FLOW, WITHDRAW[B], LOSING_SUPPLIER),
        breaks={"registrations-by-whom": 0},
    ),
    Variant(
        "the CSS loads its own message",
        "To load is the DSP's alone.",
        acted_by(FLOW, LOAD, CSS),
        breaks={"messages-by-whom": 0},
    ),
    Variant(
        "a Network Party suspends the CSS",
        "To suspend is the DCC's alone.",
        acted_by(FLOW, SUSPEND, NETWORK_PARTY),
        breaks={"the-css-is-let-in-and-out-by-whom": 0},
    ),
    Variant(
        "an incident raised by the CSS itself",
        "The CSS is bound by nothing: the CRS raises what it has learnt.",
        acted_by(FLOW, RAISE, CSS),
        breaks={"css-incidents-by-whom": 0},
    ),
    Variant(
        "the DSP resends a notice",
        "Notices to retail data services are the CSS's.",
        acted_by(FLOW, RESEND_NOTICE, DSP),
        breaks={"notices-and-pairs-by-whom": 0},
    ),
    Variant(
        "a command refused to the supplier",
        "The DSP may refuse only whom its copy does not name.",
        FLOW.but(AUTHORITY.lacking(COMMAND_REFUSED[Supplier.A], NOT_NAMED)),
        breaks={"a-command-is-refused-to-others": 11},
    ),
    *variants_of_service(FLOW),
)
