"""What each event of the handover must do and leave alone, and who brings it about."""

from model.css.duties import CRS_OWES, crs_standing
from model.css.licence import CRS, SPLIT_LICENCE, Licence, licence
from model.css.reconciliation import RECONCILE, Reconciliation, reconciliation
from model.css.sources import START_CSS, STOP_CSS, accepts_css
from model.current.authority import copy
from model.current.duties import NETWORKS_OWE
from model.current.store import accepts_rdp
from model.handover.change import (
    DECLARE_DONE,
    FALL_BACK,
    HELD,
    TAKE_EFFECT,
    WITHDRAW_RIGHT,
    WITHDRAWN,
    right,
)
from model.handover.paths import (
    EMPTY,
    LOAD_FILE,
    LOAD_MESSAGE,
    REFUSE_FILE,
    REFUSE_MESSAGE,
    SEND_FILE,
    SEND_MESSAGE,
    SENT,
    SWITCH,
    file,
    file_due,
    in_file,
    in_message,
    message,
    message_due,
    of_record,
)
from model.handover.readiness import (
    ENTER,
    ENTERED,
    LIVE,
    REINSTATE,
    SUSPEND,
    SUSPENDED,
    readiness,
)
from model.handover.sources import START_RDPS, STOP_RDPS
from model.handover.standings import ENDED
from model.language import Claim, DoneBy, Expression, Step, after, all_of, any_of, happens
from model.parties import AUTHORITY, CLOCK, CSS, DCC, DSP, RDP, Supplier
from properties.current.switching import of_each

file_sent = all_of(
    after(file).is_(SENT), after(in_file).is_(of_record), file.is_(EMPTY), ~after(file_due)
)
message_sent = all_of(
    after(message).is_(SENT), after(in_message).is_(of_record), ~after(message_due)
)
file_spent = after(file).is_(EMPTY) & after(in_file).is_(Supplier.NOBODY)
message_spent = after(message).is_(EMPTY) & after(in_message).is_(Supplier.NOBODY)
reconciled = after(reconciliation).is_(Reconciliation.NOT_DUE)


def _goes_live(s: Supplier) -> Expression:
    now_of_record = after(of_record).is_(s)
    return all_of(
        (happens(SWITCH[s]) & NETWORKS_OWE).implies(now_of_record & after(file_due)),
        (happens(SWITCH[s]) & CRS_OWES).implies(now_of_record & after(message_due)),
    )


def _loads(s: Supplier) -> Expression:
    names_it = after(copy).is_(s)
    return all_of(
        (happens(LOAD_FILE) & in_file.is_(s)).implies(names_it & file_spent),
        (happens(LOAD_MESSAGE) & in_message.is_(s)).implies(names_it & message_spent),
    )


KEPT: tuple[Claim, ...] = (
    Step(
        "a-switch-is-due-from-who-owes",
        "A switch goes live whoever owes the sending, and is then due on the path of that party.",
        of_each(_goes_live),
        cites="2.2-a 2.2-b B4 C1 1-b",
    ),
    Step(
        "what-is-sent-names-the-record",
        "A file or message that is sent names the supplier of record, with or without the right "
        "to send, and nothing is due any more; a message is sent only if one is due.",
        all_of(
            (happens(SEND_FILE) & right.is_(HELD)).implies(file_sent),
            (happens(SEND_FILE) & right.is_(WITHDRAWN)).implies(file_sent),
            happens(SEND_MESSAGE).implies(message_due & message_sent),
        ),
        cites="2.2-a 2.2-b 2.3-d 5-E1 A2 A-trigger",
    ),
    Step(
        "what-is-loaded-is-in-the-copy",
        "When a file or message is loaded the DSP's copy names the supplier that it names, and "
        "it is no longer on its way.",
        of_each(_loads),
        cites="2.2-a 2.2-b E1.1 A-load A2 C3.fields",
    ),
    Step(
        "refused-is-not-on-its-way",
        "A file or message is refused only from a sender that the DSP does not accept, and is "
        "then no longer on its way.",
        all_of(
            happens(REFUSE_FILE).implies(~accepts_rdp & file_spent),
            happens(REFUSE_MESSAGE).implies(
                any_of(~accepts_css, readiness.is_not(LIVE)) & message_spent
            ),
        ),
        cites="5-G A-refused-in-flight",
    ),
    Step(
        "reconciling-makes-the-copy-right",
        "A reconciliation needs a CSS that is accepted; after it the copy names the supplier of "
        "record, and no message is due or on its way.",
        happens(RECONCILE).implies(
            all_of(
                accepts_css,
                after(copy).is_(of_record),
                message_spent,
                ~after(message_due),
                reconciled,
            )
        ),
        cites="A-reconciliation A-order 2.2-b C3 A-source-switch",
    ),
    Step(
        "the-change-clears-what-is-due",
        "When the change takes effect no file is due any more, and a reconciliation is.",
        happens(TAKE_EFFECT).implies(
            ~after(file_due) & after(reconciliation).is_(Reconciliation.DUE)
        ),
        cites="1-a A-first-load",
    ),
    Step(
        "a-fallback-goes-all-the-way",
        "A fallback is open before and after the RDPs' right is withdrawn; after it they have "
        "the right, a full set is due, no message and no reconciliation is, and the CRS's duty "
        "has ended.",
        all_of(
            happens(FALL_BACK).implies(
                all_of(
                    after(right).is_(HELD),
                    after(file_due),
                    ~after(message_due),
                    reconciled,
                    after(crs_standing).is_(ENDED),
                )
            ),
            (happens(FALL_BACK) & right.is_(WITHDRAWN)).implies(after(right).is_(HELD)),
            (happens(FALL_BACK) & right.is_(HELD)).implies(after(right).is_(HELD)),
        ),
        cites="A-fallback E2.8",
    ),
    Step(
        "sources-are-stopped",
        "The DSP stops accepting RDPs only once the CSS has entered, and can stop accepting the "
        "CSS; what is stopped is no longer accepted.",
        all_of(
            happens(STOP_RDPS).implies(ENTERED & ~after(accepts_rdp)),
            happens(STOP_CSS).implies(~after(accepts_css)),
        ),
        cites="1-a A-source-switch A-fallback 2.2-c 5-E3",
    ),
    Step(
        "the-css-enters-is-suspended-and-reinstated",
        "The CSS is live once it has entered and once it is reinstated, and is suspended in "
        "between only.",
        all_of(
            happens(ENTER).implies(after(readiness).is_(LIVE)),
            happens(REINSTATE).implies(readiness.is_(SUSPENDED) & after(readiness).is_(LIVE)),
        ),
        cites="2.2-c 5-E3 5-H2 A-suspension D1.testing",
    ),
    Step(
        "the-licence-can-be-split",
        "The licence can be split, and there are two from then on.",
        happens(SPLIT_LICENCE).implies(after(licence).is_(Licence.SPLIT)),
        cites="2.1-f",
    ),
    DoneBy(
        "steps-of-the-change-by-whom",
        "The Authority alone splits the licence, makes the change and undoes it; the DCC alone "
        "sets the DSP's sources, suspends, reinstates, withdraws the right and declares the change "
        "done; the CRS alone has the CSS enter.",
        actors={
            AUTHORITY: (SPLIT_LICENCE, TAKE_EFFECT, FALL_BACK),
            DCC: (
                *(START_CSS, STOP_CSS, START_RDPS, STOP_RDPS),
                *(SUSPEND, REINSTATE, WITHDRAW_RIGHT, DECLARE_DONE),
            ),
            CRS: (ENTER,),
        },
        cites="1-a 1-b 2.1-f 2.2-c 5-E3 5-H2 A-source-switch A-fallback A-withdrawal-by-DCC",
    ),
    DoneBy(
        "data-is-sent-and-loaded-by-whom",
        "An RDP alone sends a file, the CSS alone a message or a reconciliation; the DSP alone "
        "loads and refuses; and a switch goes live by the date alone.",
        actors={
            RDP: (SEND_FILE,),
            CSS: (SEND_MESSAGE, RECONCILE),
            DSP: (LOAD_FILE, LOAD_MESSAGE, REFUSE_FILE, REFUSE_MESSAGE),
            CLOCK: tuple(SWITCH.values()),
        },
        cites="2.2-a 2.2-b 5-E1 E1.1 B4 C1 A-reconciliation 5-G A-refused-in-flight",
    ),
)
