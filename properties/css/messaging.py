"""What comes to the DSP's copy, in which order, what it leaves behind, and when it is a breach."""

from model.css.duties import LATE as DATA_OUTSTANDING
from model.css.duties import MISS_TIME
from model.css.entry import ADMITTED
from model.css.late import ACCEPT_LATE, AFOOT, ON_ITS_WAY, OVERTAKEN, late, late_carried
from model.css.messages import (
    ACCEPTED,
    GIVEN_UP,
    LOAD,
    LOST,
    NEVER_MADE,
    NOTHING,
    REFUSE,
    REFUSED,
    SENT,
    carried,
    faulty,
    message,
)
from model.css.reconciliation import FIT, ORDER, RECONCILE, Reconciliation, reconciliation
from model.css.registration import MIDNIGHT, supplier_of_record
from model.css.sources import accepts_css
from model.current.authority import copy
from model.current.duties import Mark, mark
from model.current.store import LOSE_DATA
from model.language import (
    Always,
    Claim,
    LeadsTo,
    Sometimes,
    Step,
    after,
    all_of,
    any_of,
    changed,
    happens,
    itself,
)
from model.parties import SUPPLIERS, Supplier

fit = all_of(ADMITTED, ~faulty, accepts_css)
kept = after(late_carried).is_(carried)
marked = all_of(after(mark).is_(Mark.BREACHED), happens(MISS_TIME), DATA_OUTSTANDING)
remedied = after(mark).is_(Mark.REMEDIED) & happens(LOAD, RECONCILE)


NAMES_IT = after(copy).is_(itself(SUPPLIERS))
LOADED = all_of(
    (happens(LOAD) & carried.is_(itself(SUPPLIERS))).implies(NAMES_IT),
    (happens(ACCEPT_LATE) & late_carried.is_(itself(SUPPLIERS))).implies(NAMES_IT),
)

MESSAGING: tuple[Claim, ...] = (
    Step(
        "a-message-is-refused-only-if-unfit",
        "The DSP refuses a message only if its sender is not admitted or not accepted, or it has "
        "a fault.",
        happens(REFUSE).implies(~fit),
        cites="5-G 5-L A-message-check 2.2-c A-suspension",
    ),
    Always(
        "no-fault-outlives-its-message",
        "A message that is due, never made, accepted or gone has no fault: a correction, the next "
        "switch and a reconciliation leave none.",
        faulty.implies(message.in_(SENT, LOST, GIVEN_UP, REFUSED)),
        cites="5-X3 A-message-check A-trigger A-reconciliation",
    ),
    Step(
        "what-is-loaded-is-in-the-copy",
        "What is loaded, also late, is in the DSP's copy, whichever supplier it names; after a "
        "reconciliation the copy names the supplier of record.",
        all_of(
            all_of(LOADED, of=SUPPLIERS),
            happens(RECONCILE).implies(after(copy).is_(supplier_of_record)),
        ),
        cites="2.2-b E1.1 C3.fields A-load A-order A-reconciliation C1 C3",
    ),
    Step(
        "a-right-copy-stays-right",
        "While no message is under way, a copy that names the supplier of record changes only as "
        "the DSP loses its data: nothing older turns it back.",
        all_of(message.is_(NOTHING), copy.is_(supplier_of_record), changed(copy)).implies(
            happens(LOSE_DATA)
        ),
        cites="A-order A-reconciliation 5-X3",
    ),
    Always(
        "in-order-only-while-a-later-one-is-under-way",
        "An earlier message is in order only while the later one is under way: once that is "
        "loaded, or the DSP reconciled, it is too late.",
        late.is_(ON_ITS_WAY).implies(message.is_not(NOTHING)),
        cites="A-order A-reconciliation",
    ),
    Step(
        "an-earlier-message-stays-behind",
        "A sound message that is on its way at midnight becomes the earlier one, whichever "
        "supplier gains, and still names whom it named; nothing else does.",
        all_of(
            (happens(MIDNIGHT) & AFOOT).implies(after(late).is_(ON_ITS_WAY) & kept),
            (happens(MIDNIGHT) & ~AFOOT).implies(~changed(late)),
        ),
        cites="C5.unread C5",
    ),
    Step(
        "a-reconciliation-overtakes-what-is-on-its-way",
        "A sound message that is on its way at a reconciliation becomes an earlier one that comes "
        "too late, and still names whom it named.",
        (happens(RECONCILE) & AFOOT).implies(after(late).is_(OVERTAKEN) & kept),
        cites="A-order A-reconciliation C5",
    ),
    Step(
        "a-mark-has-its-reason",
        "A breach is marked only as the time for sending passes with data outstanding, and "
        "remedied only where the data is loaded or reconciled.",
        all_of(
            changed(mark).implies(any_of(marked, remedied)),
            (happens(MISS_TIME) & ~DATA_OUTSTANDING).implies(~changed(mark)),
        ),
        cites="A-deadline 2.2-b",
    ),
    LeadsTo(
        "what-is-never-made-can-be-made-good",
        "A message that was never generated is made good by a reconciliation that is ordered, "
        "though it is never generated, unless the CSS is shut out.",
        message.is_(NEVER_MADE) & FIT,
        to=message.is_(NOTHING) | ~FIT,
        weak=(ORDER, RECONCILE),
        cites="D2.reconciliation D2.never-sent A-reconciliation",
    ),
    LeadsTo(
        "a-breach-can-be-made-good",
        "A breach of the duty to send is remedied by a reconciliation that is ordered, unless the "
        "CSS is shut out.",
        mark.is_(Mark.BREACHED) & FIT,
        to=mark.is_(Mark.REMEDIED) | ~FIT,
        weak=(ORDER, RECONCILE),
        cites="A-reconciliation A-remedied-by-load",
    ),
    Sometimes(
        "accepted-then-shut-out",
        "A message that was accepted waits to be loaded when the DSP stops accepting the CSS.",
        message.is_(ACCEPTED) & ~accepts_css,
        cites="A-source-switch A-load",
    ),
    Sometimes(
        "loaded-in-time",
        "A message is loaded before the time for sending has passed, and no breach is marked.",
        happens(LOAD) & mark.is_(Mark.CLEAN) & after(mark).is_(Mark.CLEAN),
        cites="2.2-b A-deadline",
    ),
    Sometimes(
        "after-a-loss-nobody-is-known",
        "The DSP has loaded data of the point, late, and loses it: the copy names nobody, and a "
        "reconciliation is due.",
        all_of(
            mark.is_(Mark.REMEDIED),
            copy.is_(Supplier.NOBODY),
            reconciliation.is_(Reconciliation.DUE),
        ),
        cites="E2.8 A-loss A-remedied-by-load",
    ),
)
