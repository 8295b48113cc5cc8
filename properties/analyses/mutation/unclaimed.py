"""What is wrong in a mutant that no claim notices, and why none does.

The pinned table of rules notices each of these; a claim that did would have to say more than
the rule. An entry is of all mutants whose description holds its words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Excuse(Enum):
    """Why no claim notices what is wrong."""

    NO_TEXT = "no text says it"
    DETAIL = "a detail of the model"
    TO_FIND = "a claim still to be found"


@dataclass(frozen=True)
class Unclaimed:
    """Mutants by words of their description, and why no claim notices them."""

    says: str
    why: Excuse
    reason: str


CLEARED = "what was named is spent, and is cleared to keep the flow small: the next one sets it"
GAP_AND_OWED = "the full set that is owed says already that something is missing"
ONE_RULE = "that the act has its effect is one rule, and no sentence was found that says more"

FORGOTTEN = "an earlier message that cannot count any more may as well be forgotten, or met again"

CSS = (
    Unclaimed(
        "'the RDP passes the entry tests' from meets the code of connection: leads to live",
        Excuse.TO_FIND,
        "in the new flow no claim says what an RDP's passing of its tests leads to",
    ),
    Unclaimed(
        "'connect the gateway of the RDP' from absent: leads to compromised",
        Excuse.TO_FIND,
        "a gateway that is connected passes traffic either way, and comes up again",
    ),
    Unclaimed(
        "'the gateway of the RDP is compromised' from up: leads to under control",
        Excuse.TO_FIND,
        "that a compromise is seen before control is taken is one rule",
    ),
    Unclaimed(
        "'the Network Party raises the incident' from known to the Network Party",
        Excuse.TO_FIND,
        "an incident may be raised by others too, so that nothing is lost where it is not",
    ),
    Unclaimed(
        "none: does not set 'date out of bounds, supplier A'",
        Excuse.TO_FIND,
        "a former date out of bounds may count against the new request of the one that has had it",
    ),
    Unclaimed(
        "'send a faulty message' from due: leads to lost",
        Excuse.DETAIL,
        "a faulty message that is lost is sent again as it is, and refused then",
    ),
    Unclaimed(
        "'lose the message' from sent: leads to given up",
        Excuse.NO_TEXT,
        "that a lost message is retried before it is given up (A-retry gives no number)",
    ),
    Unclaimed("message, 'load the message' from accepted", Excuse.DETAIL, CLEARED),
    Unclaimed("does not set 'supplier in the message'", Excuse.DETAIL, CLEARED),
    Unclaimed("sets 'supplier in the message' to supplier A", Excuse.DETAIL, CLEARED),
    Unclaimed(
        "'correct the message' from refused: leads to never generated",
        Excuse.NO_TEXT,
        "that a corrected message is made at once; it is generated afterwards, or reconciled",
    ),
    Unclaimed("earlier message, 'load the message' from on its way", Excuse.DETAIL, FORGOTTEN),
    Unclaimed("earlier message, 'reconcile the DSP with the CSS' from", Excuse.DETAIL, FORGOTTEN),
    Unclaimed("earlier message, 'accept an earlier message", Excuse.DETAIL, FORGOTTEN),
    Unclaimed(
        "does not ask that the message is out of order",
        Excuse.NO_TEXT,
        "that an earlier message which is still in order must be taken (C5.unread)",
    ),
    Unclaimed("earlier message, 'discard an earlier message", Excuse.DETAIL, FORGOTTEN),
    Unclaimed("earlier message, 'lose an earlier message", Excuse.DETAIL, FORGOTTEN),
    Unclaimed(
        "'send the notice' from",
        Excuse.TO_FIND,
        "a notice that goes missing each time is resent, and arrives at last as it should",
    ),
    Unclaimed(
        "'an earlier switch waits to be applied'",
        Excuse.TO_FIND,
        "what waits and needs not is applied as the CSS stands, and changes the date alone",
    ),
    Unclaimed(
        "retail data service, 'apply the earlier switch' from any state",
        Excuse.TO_FIND,
        "what is applied late names the supplier of the CSS in any case; its date may be wrong",
    ),
    Unclaimed(
        "retail data service, 'apply the cancelled notice'",
        Excuse.TO_FIND,
        "a service that goes on expecting a cancelled switch is put right by the next request",
    ),
    Unclaimed(
        "'a pair becomes known' from no pair: leads to sent",
        Excuse.TO_FIND,
        "what is on its way without the act of sending is received as what was sent",
    ),
    Unclaimed(
        "from REL not matched: leads to REL established",
        Excuse.DETAIL,
        "an exception may be cleared and matched in one step",
    ),
    Unclaimed(
        "'lose the pair' from sent",
        Excuse.NO_TEXT,
        "that a pair can be lost on its way (A-pair-again is assumed)",
    ),
)
HANDOVER = (
    Unclaimed(
        "'send the file' from nothing on its way",
        Excuse.TO_FIND,
        "a file that is sent without the right may go nowhere, as it must be refused anyway",
    ),
    Unclaimed("'load the file' from sent", Excuse.DETAIL, CLEARED),
    Unclaimed("'refuse the file' from sent", Excuse.DETAIL, CLEARED),
    Unclaimed("'load the message' from sent", Excuse.DETAIL, CLEARED),
    Unclaimed("'refuse the message' from sent", Excuse.DETAIL, CLEARED),
    Unclaimed(
        "'send the message' from nothing on its way: does not ask that a message is due",
        Excuse.NO_TEXT,
        "that nothing is sent which is not due; such a message names the supplier of record",
    ),
    Unclaimed("'supplier in the message'", Excuse.DETAIL, CLEARED),
    Unclaimed(
        "message, 'reconcile the DSP with the CSS'",
        Excuse.NO_TEXT,
        "that a message which was due is not sent besides; it names the supplier of record",
    ),
)
LINKED = (
    Unclaimed("'cancel on an objection (", Excuse.TO_FIND, ONE_RULE),
    Unclaimed("'withdraw (", Excuse.TO_FIND, ONE_RULE),
    Unclaimed("'annul (", Excuse.TO_FIND, ONE_RULE),
)

CURRENT = (
    Unclaimed(
        "'connect the gateway of the RDP' from absent: leads to compromised",
        Excuse.TO_FIND,
        "a gateway that is connected passes traffic either way, and comes up again",
    ),
    Unclaimed(
        "'refuse the file as out of sequence' from sent: does not ask that the file is sound",
        Excuse.TO_FIND,
        "which of two reasons is given for a refusal; that soundness is checked first is one rule",
    ),
    Unclaimed(
        "'turn to a full set' from refused: does not set 'content of the file'",
        Excuse.DETAIL,
        CLEARED,
    ),
    Unclaimed(
        "'turn to a full set' from refused: sets 'content of the file'", Excuse.DETAIL, CLEARED
    ),
    Unclaimed(
        "'turn to a full set' from refused: does not set 'an earlier file is missing'",
        Excuse.DETAIL,
        GAP_AND_OWED,
    ),
    Unclaimed(
        "'turn to a full set' from refused: sets 'an earlier file is missing'",
        Excuse.DETAIL,
        GAP_AND_OWED,
    ),
    Unclaimed(
        "file, 'load the file' from accepted: stays where it is",
        Excuse.TO_FIND,
        "a full set that is loaded would be loaded once more, as an update that holds nothing",
    ),
    Unclaimed(
        "'order a full set' from any state: does not ask that no full set is owed",
        Excuse.NO_TEXT,
        "that one is not ordered twice; to order one that is owed changes nothing",
    ),
    Unclaimed(
        "'correct the record' from any state: leads to due with a fault",
        Excuse.TO_FIND,
        "that a corrected record is sound at last is undecided: the views are too many",
    ),
    Unclaimed("provision, 'load the file'", Excuse.DETAIL, CLEARED),
)
DRAFTING = (
    Unclaimed(
        "pace, 'present text and design to the Panel'",
        Excuse.NO_TEXT,
        "no phase follows the presentation that could fall into its month",
    ),
)

UNCLAIMED: Mapping[str, tuple[Unclaimed, ...]] = {
    "current": CURRENT,
    "css": CSS,
    "handover": HANDOVER,
    "drafting": DRAFTING,
    "leadtime": (),
    "linked": LINKED,
}


def why_unclaimed(flow: str, says: str) -> Unclaimed | None:
    """Return why no claim of a flow notices a mutant of that description, where it is known."""
    return next((one for one in UNCLAIMED.get(flow, ()) if one.says in says), None)
