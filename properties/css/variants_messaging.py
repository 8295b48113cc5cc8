"""Variants of the new flow in which something old is loaded, or something new is lost."""

from dataclasses import replace

from model.css.copy import COPY
from model.css.duties import MARK, MISS_TIME
from model.css.flow import FLOW
from model.css.late import LATE, OVERTAKEN
from model.css.messages import CORRECT, LOAD, MESSAGES, REFUSE
from model.css.reconciliation import ORDER, RECONCILE, RECONCILIATION
from model.css.registration import MIDNIGHT
from model.current.duties import Mark
from model.language import STAYS, Variant
from model.language.acting import amiss
from model.parties import Supplier

ON_ITS_WAY, NONE_THERE = LATE.rules_of(MIDNIGHT[Supplier.B])
AT_ONCE = replace(ON_ITS_WAY, target=OVERTAKEN)

VARIANTS_OF_MESSAGING: tuple[Variant, ...] = (
    Variant(
        "a sound message is refused",
        "The DSP may refuse only what is unfit.",
        FLOW.but(MESSAGES.lacking(REFUSE, "the sender or the message is unfit")),
        breaks={"a-message-is-refused-only-if-unfit": 7},
    ),
    Variant(
        "a correction that corrects nothing",
        "A message that is made anew has not the fault of the one that was refused.",
        FLOW.but(amiss(MESSAGES, CORRECT, then={})),
        breaks={"no-fault-outlives-its-message": 8},
    ),
    Variant(
        "a message that names the supplier of before",
        "A copy that stays with the old supplier accepts the commands of the wrong one.",
        FLOW.but(amiss(COPY, LOAD, target=Supplier.A)),
        breaks={"what-is-loaded-is-in-the-copy": 8},
    ),
    Variant(
        "an earlier message that is not overtaken",
        "What was sent before must not be loaded after.",
        FLOW.but(LATE.without(LOAD)),
        breaks={"a-right-copy-stays-right": 15, "in-order-only-while-a-later-one-is-under-way": 14},
    ),
    Variant(
        "an earlier message without its supplier",
        "A message that is left behind still says what it said.",
        FLOW.but(amiss(LATE, MIDNIGHT[Supplier.A], then={})),
        breaks={"an-earlier-message-stays-behind": 11},
    ),
    Variant(
        "a switch that overtakes a message",
        "A message on its way at midnight is earlier than what is sent next, and still in order.",
        FLOW.but(LATE.instead(MIDNIGHT[Supplier.B], AT_ONCE, NONE_THERE)),
        breaks={"an-earlier-message-stays-behind": 16},
    ),
    Variant(
        "a reconciliation that forgets what is on its way",
        "What is on its way at a reconciliation may still come in, and is too old then.",
        FLOW.but(amiss(LATE, RECONCILE, target=STAYS, then={})),
        breaks={"a-reconciliation-overtakes-what-is-on-its-way": 8},
    ),
    Variant(
        "a breach with nothing outstanding",
        "If nothing is outstanding when the time passes there is no breach.",
        FLOW.but(MARK.lacking(MISS_TIME, "data is outstanding")),
        breaks={"a-mark-has-its-reason": 1},
    ),
    Variant(
        "a mark for everyone",
        "A breach that was none must not be held against the CRS.",
        FLOW.but(amiss(MARK, MISS_TIME, target=Mark.REMEDIED)),
        breaks={"a-mark-has-its-reason": 1},
    ),
    Variant(
        "a reconciliation that is ordered and never made",
        "An order makes the reconciliation due, or what was never generated waits for ever.",
        FLOW.but(amiss(RECONCILIATION, ORDER, target=STAYS)),
        breaks={"what-is-never-made-can-be-made-good": 7, "a-breach-can-be-made-good": 7},
    ),
)
