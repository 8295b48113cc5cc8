"""Messages, the DSP's copy, notices, pairs and flags: variants with a rule changed or left out."""

from model.css.copy import COPY
from model.css.entry import REINSTATE
from model.css.flow import FLOW
from model.css.hub import HUB, LOSE_PAIR, Pair
from model.css.late import ACCEPT_LATE, LATE
from model.css.messages import ACCEPT, DUE, MESSAGES, NOTHING, REFUSE, Message, carried
from model.css.notices import (
    CAN_MISSING,
    CANNOT_APPLY,
    GIVE_PROXY,
    MISS_NOTICE,
    NOTICES,
    SEC_DUE,
    SEC_MISSING,
    SEC_SENT,
    Notice,
    notice,
)
from model.css.reconciliation import RECONCILIATION, Reconciliation
from model.css.registration import CLOSE_GATE, MIDNIGHT
from model.css.sync import EXPECTING, IDLE, LATELY, SECURED, SECURED_AT_CSS, SYNC
from model.current.authority import AUTHORITY, COMMAND_ACCEPTED
from model.current.flags import FLAGS, Flag
from model.current.fuel import GAS
from model.current.incident import RESOLVE_POINT
from model.current.store import LOSE_DATA
from model.language import POINT, STAYS, Event, Transition, Variant, each, itself
from model.parties import RETAIL_DATA_SERVICE, SUPPLIERS, Supplier

A, B = Supplier.A, Supplier.B

ACTIVATE = Event(
    "activate a switch by itself",
    POINT,
    RETAIL_DATA_SERVICE,
    told="{by} activates a switch by itself",
)


ITSELF = itself(SUPPLIERS)
AT_THE_GATE = Transition(CLOSE_GATE, Message, DUE, then={carried: ITSELF}, cites="A-trigger")
AT_THE_GATE_ALREADY = FLOW.but(MESSAGES.without(MIDNIGHT).also(*each(AT_THE_GATE, of=SUPPLIERS)))
OUT_OF_SEQUENCE = FLOW.but(LATE.lacking(ACCEPT_LATE, "the message is in order"))
REFUSED_LOADS = Transition(REFUSE, Supplier, ITSELF, carried.is_(ITSELF), cites="A-message-check")
OLD_CONTENT = (
    Transition(MIDNIGHT[A], NOTHING, DUE, then={carried: A}, cites="A-trigger"),
    Transition(MIDNIGHT[A], tuple(Message)[1:], DUE, cites="A-trigger"),
)
NO_CATCH_UP = FLOW.but(
    RECONCILIATION.instead(
        REINSTATE, Transition(REINSTATE, Reconciliation, STAYS, cites="A-catch-up")
    )
)
NO_REFILL = Transition(LOSE_DATA, Reconciliation, STAYS, cites="A-loss")
FORGOTTEN = Transition(MISS_NOTICE, (SEC_DUE, SEC_SENT), Notice.NONE, cites="D2")
IGNORED = Transition(CANNOT_APPLY, EXPECTING, IDLE, cites="C5.exception")
PROXY_FOR_ANY = Transition(GIVE_PROXY, (SEC_MISSING, CAN_MISSING), Notice.NONE, cites="D2.proxy")
BLIND = Transition(
    GIVE_PROXY, EXPECTING, SECURED, GAS & notice.is_(CAN_MISSING), cites="D2.missed-cancellation"
)
BY_ITSELF = Transition(ACTIVATE, SECURED, IDLE, ~SECURED_AT_CSS, LATELY, cites="B2.css")
DROPPED = Transition(LOSE_PAIR, Pair.SENT, Pair.NONE, cites="A-pair-again")
COUNTS_AS_CURRENT = Transition(RESOLVE_POINT, Flag, Flag.CURRENT, cites="A5")
WAITS_ON = Transition(RESOLVE_POINT, Flag, STAYS, cites="A5")

VARIANTS_OF_PROVIDING = (
    Variant(
        "a refused message loads",
        "A message that is refused must not reach the copy.",
        FLOW.but(COPY.also(*each(REFUSED_LOADS, of=SUPPLIERS))),
        breaks={"rejected-changes-nothing": 7, "copy-only-from-answered": 7},
    ),
    Variant(
        "a faulty message is accepted",
        "The DSP looks whether a message is sound before it accepts it.",
        FLOW.but(MESSAGES.lacking(ACCEPT, "the message is sound")),
        breaks={"faulty-never-accepted": 7},
    ),
    Variant(
        "a message out of sequence is accepted",
        "Without a rule of order a late message turns the copy back, and nobody knows (A-order).",
        OUT_OF_SEQUENCE,
        breaks={"out-of-sequence-changes-nothing": 10, "difference-explained": 14},
    ),
    Variant(
        "a message keeps its old content",
        "A message that is not yet sent is made anew when the point switches again.",
        FLOW.but(MESSAGES.instead(MIDNIGHT[A], *OLD_CONTENT)),
        breaks={"message-names-record": 10, "switch-makes-message-due": 10},
    ),
    Variant(
        "the trigger is securing",
        "A message that carries the switch alone must not be loaded before midnight (A-trigger).",
        AT_THE_GATE_ALREADY,
        breaks={
            "message-names-record": 4,
            "difference-explained": 7,
            "switch-makes-message-due": 6,
        },
    ),
    Variant(
        "a loss makes no reconciliation due",
        "A store that lost its data is filled by a reconciliation and by nothing less.",
        FLOW.but(RECONCILIATION.instead(LOSE_DATA, NO_REFILL)),
        breaks={"difference-explained": 1},
    ),
    Variant(
        "no reconciliation after reinstatement",
        "What was missed during a suspension must be caught up.",
        NO_CATCH_UP,
        breaks={"reinstated-catches-up": 2},
    ),
    Variant(
        "a command by anyone",
        "The DSP looks into its copy before it takes a command.",
        FLOW.but(AUTHORITY.lacking(COMMAND_ACCEPTED[B], "the DSP's copy names the supplier")),
        breaks={"authority-follows-copy": 1},
    ),
    Variant(
        "the proxy is not checked",
        "A proxy notice given for a missed cancellation switches a point that was not to switch.",
        FLOW.but(NOTICES.instead(GIVE_PROXY, PROXY_FOR_ANY), SYNC.also(BLIND, BY_ITSELF)),
        breaks={"no-wrong-activation": 6, "services-differ-explained": 6},
    ),
    Variant(
        "a missing notice is forgotten",
        "A secured notice that went missing is outstanding until it is applied (D2).",
        FLOW.but(NOTICES.instead(MISS_NOTICE, FORGOTTEN)),
        breaks={"services-differ-explained": 6},
    ),
    Variant(
        "an exception is ignored",
        "What cannot be applied goes to the switching operator, since it cannot be undone.",
        FLOW.but(SYNC.instead(CANNOT_APPLY, IGNORED)),
        breaks={"services-differ-explained": 7},
    ),
    Variant(
        "a lost pair is dropped",
        "A pair is sent again until the CSS has it (A-pair-again).",
        FLOW.but(HUB.instead(LOSE_PAIR, DROPPED)),
        breaks={"hub-pair-never-dropped": 3},
    ),
    Variant(
        "a resolved incident counts as delivery",
        "A flag that was rejected is still owed when its incident is resolved.",
        FLOW.but(FLAGS.instead(RESOLVE_POINT, COUNTS_AS_CURRENT)),
        breaks={"flag-never-dropped": 4},
    ),
    Variant(
        "a flag waits for nobody",
        "When its incident is resolved a flag is sent again, or it would wait for ever.",
        FLOW.but(FLAGS.instead(RESOLVE_POINT, WAITS_ON)),
        breaks={"flag-at-open-incident": 14},
    ),
)
