"""Messages and the DSP's copy, whose commands the DSP accepts, pairs to the CSS, flags to RDPs."""

from model.css.entry import REINSTATE
from model.css.hub import HELD, NOT_THERE, REMOVE_HUB, pair
from model.css.late import ACCEPT_LATE, DISCARD, OVERTAKEN, late
from model.css.messages import ACCEPTED, NOTHING, REFUSE, carried, faulty, message
from model.css.notices import SECURED_THERE
from model.css.old_channel import REFUSE_FILE
from model.css.reconciliation import Reconciliation, reconciliation
from model.css.registration import ACTIVE, SECURED_INACTIVE, registration, supplier_of_record
from model.css.sync import EXCEPTION, backlog, held, sync
from model.current.authority import COMMAND_ACCEPTED, copy
from model.language import Always, Claim, Named, Step, after, any_of, changed, happens, itself
from model.parties import SUPPLIERS
from properties.current.providing import FLAG_AT_OPEN_INCIDENT, FLAG_NEVER_DROPPED

reconciliation_due = reconciliation.is_(Reconciliation.DUE)
refused_message = Named("a message is refused", happens(REFUSE), cites="A-message-check")


MADE_ITS_OWN = held.becomes(itself(SUPPLIERS)).called(
    "the retail data service makes a supplier its own", cites="C3.sync"
)

PROVIDING: tuple[Claim, ...] = (
    Step(
        "rejected-changes-nothing",
        "A message that is refused, and a file of an RDP that is refused, leave the DSP's copy as "
        "it was (P19).",
        (refused_message | happens(REFUSE_FILE)).implies(~changed(copy)),
        cites="A-message-check",
    ),
    Always(
        "faulty-never-accepted",
        "No message with a fault is accepted.",
        message.is_(ACCEPTED).implies(~faulty),
        cites="5-X3 A-message-check",
    ),
    Step(
        "out-of-sequence-changes-nothing",
        "A message that comes in after a later one was loaded changes nothing (P19).",
        (happens(ACCEPT_LATE, DISCARD) & late.is_(OVERTAKEN)).implies(~changed(copy)),
        cites="5-X3 A-order",
    ),
    Always(
        "message-names-record",
        "A message that is under way names the supplier of record.",
        message.is_not(NOTHING).implies(carried.is_(supplier_of_record)),
        cites="2.2-b A-trigger E1.1 C1 C1.13.4.2 C2 A-load A-reconciliation",
    ),
    Always(
        "difference-explained",
        "Where the DSP's copy differs from the supplier of record something is outstanding: a "
        "message or a reconciliation (P13).",
        copy.is_not(supplier_of_record).implies(message.is_not(NOTHING) | reconciliation_due),
        cites="2.2-b E1.1 A-load A-order 5-X3 C1 C1.13.4.2 C2 C3 C3.fields "
        "A-loss A-trigger A-reconciliation",
    ),
    Step(
        "reinstated-catches-up",
        "A CSS that is reinstated owes a reconciliation (P23).",
        happens(REINSTATE).implies(after(reconciliation).is_(Reconciliation.DUE)),
        cites="A-catch-up",
    ),
    Step(
        "authority-follows-copy",
        "A supplier's command is accepted only if the DSP's copy names that supplier (P14).",
        when=happens(COMMAND_ACCEPTED),
        then=copy.is_(itself(SUPPLIERS)),
        cites="A1 E1.1",
    ),
    Step(
        "no-wrong-activation",
        "The retail data service makes no supplier its own that is not of record at the CSS (P30).",
        when=MADE_ITS_OWN,
        then=after(registration).in_(ACTIVE, SECURED_INACTIVE),
        cites="C3.sync C2 C1",
    ),
    Always(
        "services-differ-explained",
        "Where the retail data service holds another supplier than the CSS, a secured notice is "
        "outstanding or could not be applied (P12).",
        held.is_not(supplier_of_record).implies(
            any_of(SECURED_THERE, backlog, sync.is_(EXCEPTION))
        ),
        cites="C3.sync C5.exception A-notices-queue C1 C1.6.7 C1.7.1.8 C1.7.1.9 C2 B2.css "
        "C1.1.4d C1.12.1 C1.13.4.2 R0067 C5.late C5.operator D2.proxy D2.dates "
        "A-proxy-checked",
    ),
    Step(
        "hub-pair-never-dropped",
        "A pair that is due stays due or on its way until the CSS has it, or its hub is removed "
        "(P21).",
        (pair.in_(*NOT_THERE) & ~happens(REMOVE_HUB)).implies(after(pair).in_(*NOT_THERE, HELD)),
        cites="2.2-d",
    ),
    FLAG_NEVER_DROPPED,
    FLAG_AT_OPEN_INCIDENT,
)
