"""What is due, sent, loaded and refused on either path to the DSP, and who acts."""

from model.css.duties import CRS_OWES
from model.css.entry import ADMITTED, REINSTATE, RENEW, SUSPEND
from model.css.licence import SPLIT_LICENCE
from model.css.reconciliation import RECONCILE, Reconciliation, reconciliation
from model.css.sources import START_CSS, STOP_CSS, accepts_css
from model.current.authority import copy
from model.current.duties import NETWORKS_OWE
from model.current.store import accepts_rdp
from model.handover.change import (
    DECLARE_DONE,
    FALL_BACK,
    MAY_NOT,
    MAY_SEND,
    TAKE_EFFECT,
    WITHDRAW_RIGHT,
)
from model.handover.paths import (
    LOAD_FILE,
    LOAD_MESSAGE,
    REFUSE_FILE,
    REFUSE_MESSAGE,
    SEND_FILE,
    SEND_MESSAGE,
    SWITCH,
    file_due,
    in_file,
    in_message,
    message_due,
    of_record,
)
from model.handover.sources import START_RDPS, STOP_RDPS
from model.language import (
    Always,
    Claim,
    DoneBy,
    Step,
    after,
    all_of,
    changed,
    every,
    happens,
    itself,
)
from model.parties import AUTHORITY, CLOCK, CSS, DCC, DSP, RDP, SUPPLIERS

NOTHING_DUE = all_of(~file_due, ~message_due, reconciliation.is_(Reconciliation.NOT_DUE))


NAMES_IT = after(copy).is_(itself(SUPPLIERS))
LOADED = all_of(
    (happens(LOAD_FILE) & in_file.is_(itself(SUPPLIERS))).implies(NAMES_IT),
    (happens(LOAD_MESSAGE) & in_message.is_(itself(SUPPLIERS))).implies(NAMES_IT),
)

SENDING: tuple[Claim, ...] = (
    Step(
        "a-switch-is-due-from-who-owes",
        "A switch that goes live is due on the path of the party that owes the sending.",
        all_of(
            (happens(SWITCH) & NETWORKS_OWE).implies(after(file_due)),
            (happens(SWITCH) & CRS_OWES).implies(after(message_due)),
        ),
        cites="2.2-a 2.2-b 1-b",
    ),
    Always(
        "due-only-from-who-owes",
        "A file is due only while the Networks owe the sending, and a message only while the CRS "
        "does: no change and no fallback leaves anything due from a party that owes nothing.",
        all_of(file_due.implies(NETWORKS_OWE), message_due.implies(CRS_OWES)),
        cites="1-a 1-b 2.2-a A-fallback A-first-load A-regions-together",
    ),
    Step(
        "what-is-sent-names-the-record",
        "A file or message that is sent names the supplier of record, with or without the right "
        "to send.",
        all_of(
            (happens(SEND_FILE) & MAY_SEND).implies(after(in_file).is_(of_record)),
            (happens(SEND_FILE) & MAY_NOT).implies(after(in_file).is_(of_record)),
            happens(SEND_MESSAGE).implies(after(in_message).is_(of_record)),
        ),
        cites="2.2-a 2.2-b 2.3-d 5-E1 A2",
    ),
    Step(
        "what-is-loaded-is-in-the-copy",
        "When a file or message is loaded the DSP's copy names the supplier that it names; after "
        "a reconciliation it names the supplier of record.",
        all_of(
            all_of(LOADED, of=SUPPLIERS), happens(RECONCILE).implies(after(copy).is_(of_record))
        ),
        cites="E1.1 A-load A2 C3.fields A-reconciliation C3",
    ),
    Step(
        "only-accepted-sources",
        "The DSP's copy changes only by data from a source that the DSP accepts.",
        changed(copy).implies(
            (happens(LOAD_FILE) & accepts_rdp) | (happens(LOAD_MESSAGE, RECONCILE) & accepts_css)
        ),
        cites="2.2-a 2.2-b E1.1 A-reconciliation A-source-switch",
    ),
    Step(
        "refused-only-if-shut-out",
        "A file is refused only while the DSP accepts no RDP, and a message only from a CSS that "
        "is not accepted, or may not send.",
        all_of(
            happens(REFUSE_FILE).implies(~accepts_rdp),
            happens(REFUSE_MESSAGE).implies(~accepts_css | ~ADMITTED),
        ),
        cites="A-refused-in-flight 2.2-c 5-G A-suspension",
    ),
    Step(
        "a-right-copy-stays-right",
        "While nothing is due, neither a file nor a message nor the reconciliation, what comes in "
        "leaves a copy that names the supplier of record as it is: nothing older turns it back.",
        all_of(NOTHING_DUE, copy.is_(of_record), ~changed(of_record)).implies(~changed(copy)),
        cites="1-a 1-b 2.2-a 2.2-b A2 C3.fields E1.1 E2.8 A-fallback A-regions-together "
        "A-source-switch",
    ),
    DoneBy(
        "steps-of-the-change-by-whom",
        "The Authority alone splits the licence, makes the change and undoes it; the DCC alone "
        "sets the DSP's sources, suspends, reinstates and renews, withdraws the right and declares "
        "the change done.",
        actors={
            AUTHORITY: (SPLIT_LICENCE, TAKE_EFFECT, FALL_BACK),
            DCC: (
                *(START_CSS, STOP_CSS, START_RDPS, STOP_RDPS),
                *(SUSPEND, REINSTATE, RENEW, WITHDRAW_RIGHT, DECLARE_DONE),
            ),
        },
        cites="1-a 1-b 2.1-f 5-H2 5-L A-source-switch A-fallback A-withdrawal-by-DCC",
    ),
    DoneBy(
        "data-is-sent-and-loaded-by-whom",
        "An RDP alone sends a file, the CSS alone a message or a reconciliation; the DSP alone "
        "loads and refuses; and a switch goes live by the date alone.",
        actors={
            RDP: (SEND_FILE,),
            CSS: (SEND_MESSAGE, RECONCILE),
            DSP: (LOAD_FILE, LOAD_MESSAGE, REFUSE_FILE, REFUSE_MESSAGE),
            CLOCK: every(SWITCH),
        },
        cites="2.2-a 2.2-b 5-E1 E1.1 B4 C1 A-reconciliation 5-G A-refused-in-flight",
    ),
)
