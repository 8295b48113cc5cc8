"""What must hold at every instant of the handover, and what its end means."""

from model.css.duties import CRS_OWES, crs_standing
from model.css.entry import ADMITTED, HAS_GONE_LIVE, CssEntry, css_entry
from model.css.gateway import PASSES
from model.css.reconciliation import RECONCILE, Reconciliation, reconciliation
from model.css.sources import accepts_css
from model.current.authority import copy
from model.current.duties import NETWORKS_OWE, SENDING, Standing, networks_standing
from model.current.store import accepts_rdp
from model.handover.change import DONE, MAY_SEND, change
from model.handover.paths import (
    LOAD_FILE,
    LOAD_MESSAGE,
    REFUSE_FILE,
    REFUSE_MESSAGE,
    SENT,
    file,
    file_due,
    message,
    message_due,
    of_record,
)
from model.language import (
    Always,
    Claim,
    Named,
    Step,
    all_of,
    any_of,
    at_most_one,
    changed,
    happens,
)
from model.language.owing import exactly_one_owes, some_obligor_is_unbound
from properties.css.answering import FOR_THE_CSS, UNANSWERED, css_passed_all
from properties.current.answering import FOR_THE_RDP

outstanding = any_of(
    file_due,
    message_due,
    file.is_(SENT),
    message.is_(SENT),
    reconciliation.is_(Reconciliation.DUE),
)

REFUSED = Named(
    "what was sent is refused",
    happens(REFUSE_FILE, REFUSE_MESSAGE),
    cites="A-refused-in-flight",
)

HOLDING: tuple[Claim, ...] = (
    Always(
        "one-bound-obligor",
        "For each point, at every instant of the handover, exactly one party bound by the SEC owes "
        "the duty to have registration data sent (P15).",
        exactly_one_owes(SENDING),
        cites="1-a 1-b 2.2-b 5-E1 5-E2 A-one-instant A-fallback 2.1-a 2.1-b 2.1-e 2.1-f 2.2-a "
        "S0.1 S0.3 A-regions-together A-accession",
    ),
    Always(
        "only-the-bound-owe",
        "Nobody owes a duty under an instrument that does not bind it (P16).",
        ~some_obligor_is_unbound(cites="2.1-c"),
        cites="2.1-b 2.1-c 2.1-e 2.1-f S0.1 S0.3 A-accession",
    ),
    Step(
        "transfer-in-one-event",
        "The one duty to send moves in the event in which the other does.",
        changed(networks_standing).is_(changed(crs_standing)),
        cites="1-a 1-b A-one-instant A-fallback 5-E1 5-E2 A-regions-together",
    ),
    Always(
        "one-source-accepted",
        "The DSP never accepts registration data from two sources at once.",
        at_most_one(accepts_rdp, accepts_css),
        cites="1-a 1-b A-source-switch",
    ),
    Always(
        "accepted-is-answered-for",
        "Each source that the DSP accepts is the agent for which the party that owes the sending "
        "answers.",
        ~UNANSWERED,
        cites="1-b 2.1-d A-source-switch 1-a 2.1-a 2.1-b 2.1-e 2.1-f 2.2-a 2.2-b 5-E1 S0.1 S0.3 "
        "A-one-instant A-fallback A-regions-together A-accession A-may-send",
    ),
    Step(
        "copy-only-from-answered",
        "The DSP's copy changes only by data from the agent for which the party that owes the "
        "sending answers, whenever that data was sent.",
        when=changed(copy),
        then=any_of(
            happens(LOAD_FILE) & FOR_THE_RDP,
            happens(LOAD_MESSAGE, RECONCILE) & FOR_THE_CSS,
        ),
        cites="1-b 2.1-d 2.2-a 2.2-b 1-a 2.1-a 2.1-b 2.1-e 2.1-f 5-E1 S0.1 S0.3 E1.1 "
        "A-reconciliation A-one-instant A-source-switch A-fallback A-regions-together "
        "A-accession A-may-send",
    ),
    Step(
        "only-admitted-senders",
        "Nothing is loaded from the CSS if it has not passed its entry, or its credentials have "
        "lapsed, or it is suspended (P18).",
        happens(LOAD_MESSAGE, RECONCILE).implies(
            all_of(css_passed_all, css_entry.is_not(CssEntry.SUSPENDED))
        ),
        cites="2.2-c 5-G 2.2-b E1.1 A-reconciliation 5-L A-suspension 2.1-h 5-B S0.4 A6.dccki",
    ),
    Step(
        "rejected-changes-nothing",
        "A file or message that is refused leaves the DSP's copy as it was (P19).",
        REFUSED.implies(~changed(copy)),
        cites="A-refused-in-flight",
    ),
    Always(
        "the-right-goes-with-the-duty",
        "While the Networks owe the sending, their RDPs have the right to send.",
        NETWORKS_OWE.implies(MAY_SEND),
        cites="2.2-a A-withdrawal-by-DCC 1-a 1-b 5-E2 A-one-instant A-fallback A-regions-together",
    ),
    Always(
        "the-crs-can-have-it-done",
        "While the CRS owes the sending, the CSS has entered.",
        CRS_OWES.implies(HAS_GONE_LIVE),
        cites="1-b 2.2-c 1-a A-one-instant A-may-send",
    ),
    Step(
        "the-duty-begins-with-a-css-that-may-send",
        "The CRS's duty to send begins only while the CSS may send: it has entered, is not "
        "suspended, its credentials have not lapsed, and its gateway is not under control.",
        crs_standing.becomes(Standing.IN_FORCE).implies(ADMITTED & PASSES),
        cites="1-b 2.2-c 5-G 5-H3 A-may-send A-one-instant 1-a A-suspension",
    ),
    Always(
        "only-a-css-that-has-entered-is-accepted",
        "The DSP accepts the CSS only once it has entered.",
        accepts_css.implies(HAS_GONE_LIVE),
        cites="2.2-c",
    ),
    Always(
        "difference-explained",
        "Where the DSP's copy differs from the supplier of record something is outstanding: a "
        "file, a message, or the reconciliation (P13, P26).",
        copy.is_not(of_record).implies(outstanding),
        cites="2.2-a 2.2-b A-refused-in-flight A-first-load 1-a 1-b 5-E1 5-G A2 E1.1 E2.8 C3 "
        "C3.fields A-load A-reconciliation A-one-instant A-source-switch A-fallback "
        "A-regions-together",
    ),
    Always(
        "done-is-done",
        "When the change is declared done the DSP accepts the CSS and no RDP, the RDPs have no "
        "right to send, and the DSP was reconciled.",
        change.is_(DONE).implies(
            all_of(
                accepts_css,
                ~accepts_rdp,
                ~MAY_SEND,
                reconciliation.is_(Reconciliation.NOT_DUE),
            )
        ),
        cites="1-a 2.3-d A-withdrawal-by-DCC 2.2-b A-first-load A-source-switch A-fallback",
    ),
)
