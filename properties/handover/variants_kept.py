"""Variants of the handover in which one event does too little, too much, or is another's."""

from model.css.licence import LICENCE, SPLIT_LICENCE
from model.css.reconciliation import RECONCILE
from model.handover.change import FALL_BACK, TAKE_EFFECT
from model.handover.flow import FLOW
from model.handover.paths import (
    FILES,
    LOAD_FILE,
    LOAD_MESSAGE,
    MESSAGES,
    REFUSE_FILE,
    SEND_MESSAGE,
    SWITCH,
)
from model.handover.readiness import READINESS, REINSTATE, SUSPEND
from model.handover.sources import SOURCES_ACCEPTED, STOP_RDPS
from model.language import STAYS, Variant
from model.parties import NETWORK_PARTY, RDP, Supplier
from properties.acting import acted_by, amiss

VARIANTS_OF_KEPT: tuple[Variant, ...] = (
    Variant(
        "a switch that the CSS forgets",
        "A switch that goes live while the CRS owes the sending must make a message due.",
        FLOW.but(amiss(MESSAGES, SWITCH[Supplier.B], then={})),
        breaks={"a-switch-is-due-from-who-owes": 4},
    ),
    Variant(
        "a message that is not due",
        "What is sent answers to something that is due.",
        FLOW.but(MESSAGES.lacking(SEND_MESSAGE, "a message is due")),
        breaks={"what-is-sent-names-the-record": 1},
    ),
    Variant(
        "a loaded message stays on its way",
        "What is loaded must be gone, or it is loaded again when it is out of date.",
        FLOW.but(amiss(MESSAGES, LOAD_MESSAGE, target=STAYS)),
        breaks={"what-is-loaded-is-in-the-copy": 7},
    ),
    Variant(
        "a file that is refused at will",
        "The DSP may not refuse a file while it accepts RDPs.",
        FLOW.but(FILES.lacking(REFUSE_FILE, "the DSP does not accept RDPs")),
        breaks={"refused-is-not-on-its-way": 2},
    ),
    Variant(
        "a message that outlives the reconciliation",
        "What was on its way is older than the reconciliation, and would turn the copy back.",
        FLOW.but(amiss(MESSAGES, RECONCILE, target=STAYS, then={})),
        breaks={"reconciling-makes-the-copy-right": 6},
    ),
    Variant(
        "files still due after the change",
        "Nobody owes a file any more: the reconciliation holds what was due.",
        FLOW.but(FILES.without(TAKE_EFFECT)),
        breaks={"the-change-clears-what-is-due": 4},
    ),
    Variant(
        "messages still due after a fallback",
        "Nobody owes a message any more: the full set holds what was due.",
        FLOW.but(MESSAGES.without(FALL_BACK)),
        breaks={"a-fallback-goes-all-the-way": 5},
    ),
    Variant(
        "RDPs shut out before the CSS is in",
        "The DSP would accept nobody until the CSS has entered.",
        FLOW.but(SOURCES_ACCEPTED.lacking(STOP_RDPS, "the CSS has entered")),
        breaks={"sources-are-stopped": 1},
    ),
    Variant(
        "a reinstatement that reinstates nothing",
        "A CSS that is reinstated is live again.",
        FLOW.but(amiss(READINESS, REINSTATE, target=STAYS)),
        breaks={"the-css-enters-is-suspended-and-reinstated": 3},
    ),
    Variant(
        "a licence that is split in name",
        "After a split there are two licences.",
        FLOW.but(amiss(LICENCE, SPLIT_LICENCE, target=STAYS)),
        breaks={"the-licence-can-be-split": 1},
    ),
    Variant(
        "a Network Party suspends the CSS",
        "To suspend is the DCC's alone.",
        acted_by(FLOW, SUSPEND, NETWORK_PARTY),
        breaks={"steps-of-the-change-by-whom": 0},
    ),
    Variant(
        "an RDP loads its own file",
        "To load is the DSP's alone.",
        acted_by(FLOW, LOAD_FILE, RDP),
        breaks={"data-is-sent-and-loaded-by-whom": 0},
    ),
)
