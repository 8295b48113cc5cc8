"""Variants of the handover in which one event does too little, too much, or is another's."""

from model.css.entry import SUSPEND
from model.css.reconciliation import RECONCILE
from model.handover.change import TAKE_EFFECT
from model.handover.flow import FLOW
from model.handover.paths import (
    COPY,
    FILES,
    LOAD_FILE,
    LOAD_MESSAGE,
    MESSAGES,
    REFUSE_FILE,
    SEND_FILE,
    SEND_MESSAGE,
    SWITCH,
    in_file,
    in_message,
    message_due,
    of_record,
)
from model.language import STAYS, Variant
from model.language.acting import acted_by, amiss
from model.parties import NETWORK_PARTY, RDP, Supplier

VARIANTS_OF_SENDING: tuple[Variant, ...] = (
    Variant(
        "a switch that the CSS forgets",
        "A switch that goes live while the CRS owes the sending must make a message due.",
        FLOW.but(amiss(MESSAGES, SWITCH[Supplier.B], then={})),
        breaks={"a-switch-is-due-from-who-owes": 11},
    ),
    Variant(
        "a message that names nobody",
        "What is sent must say who supplies the point.",
        FLOW.but(amiss(MESSAGES, SEND_MESSAGE, then={message_due: False})),
        breaks={"what-is-sent-names-the-record": 12},
    ),
    Variant(
        "a reconciliation that leaves the copy as it is",
        "To reconcile is to align what differs, and not only to compare.",
        FLOW.but(amiss(COPY, RECONCILE, target=STAYS)),
        breaks={"what-is-loaded-is-in-the-copy": 13, "difference-explained": 13},
    ),
    Variant(
        "a loaded message stays on its way",
        "What is loaded must be gone, or it is loaded again when it is out of date.",
        FLOW.but(amiss(MESSAGES, LOAD_MESSAGE, target=STAYS)),
        breaks={"no-message-stays-on-its-way": 14},
    ),
    Variant(
        "a refused file comes in again and again",
        "What is refused must be gone, or nothing newer can be sent.",
        FLOW.but(amiss(FILES, REFUSE_FILE, target=STAYS)),
        breaks={"no-file-stays-on-its-way": 12},
    ),
    Variant(
        "files that are due for ever",
        "What was sent is due no more, until something changes again.",
        FLOW.but(amiss(FILES, SEND_FILE, then={in_file: of_record})),
        breaks={"a-file-that-is-due-is-sent": 5},
    ),
    Variant(
        "messages that are due for ever",
        "What was sent is due no more, until something changes again.",
        FLOW.but(amiss(MESSAGES, SEND_MESSAGE, then={in_message: of_record})),
        breaks={"a-message-that-is-due-is-sent": 13},
    ),
    Variant(
        "a file that is refused at will",
        "The DSP may not refuse a file while it accepts RDPs.",
        FLOW.but(FILES.lacking(REFUSE_FILE, "the DSP does not accept RDPs")),
        breaks={"refused-only-if-shut-out": 2},
    ),
    Variant(
        "a message that outlives the reconciliation",
        "What was on its way is older than the reconciliation, and would turn the copy back.",
        FLOW.but(amiss(MESSAGES, RECONCILE, target=STAYS, then={message_due: False})),
        breaks={"a-right-copy-stays-right": 16},
    ),
    Variant(
        "files still due after the change",
        "Nobody owes a file any more: the reconciliation holds what was due.",
        FLOW.but(FILES.without(TAKE_EFFECT)),
        breaks={"due-only-from-who-owes": 11},
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
