"""What each event of the new flow must do and leave alone: messages, the copy, what follows."""

from model.css.duties import LATE as DATA_OUTSTANDING
from model.css.duties import MISS_TIME
from model.css.entry import ADMITTED, GO_LIVE
from model.css.late import (
    ACCEPT_LATE,
    AFOOT,
    DISCARD,
    LOSE_LATE,
    ON_ITS_WAY,
    OVERTAKEN,
    Late,
    late,
    late_carried,
)
from model.css.licence import SPLIT_LICENCE, Licence, licence
from model.css.messages import (
    ACCEPT,
    CORRECT,
    FAIL_TO_MAKE,
    GIVE_UP,
    LOAD,
    LOSE,
    REFUSE,
    REGENERATE,
    RESEND,
    RETRY,
    SEND,
    SEND_FAULTY,
    Message,
    carried,
    faulty,
    message,
)
from model.css.reconciliation import ORDER, RECONCILE, Reconciliation, reconciliation
from model.css.registration import MIDNIGHT, supplier_of_record
from model.css.sources import START_CSS, STOP_CSS, accepts_css
from model.current.authority import copy
from model.current.duties import Mark, mark
from model.current.store import LOSE_DATA, accepts_rdp
from model.language import Claim, Expression, Step, after, all_of, any_of, changed, choose, happens
from model.parties import SUPPLIERS, Supplier
from properties.acting import each, goes
from properties.css.kept_actors import ACTORS
from properties.css.kept_receivers import RECEIVERS_KEPT
from properties.css.kept_registrations import REGISTRATIONS_KEPT
from properties.current.serving import SERVING

M = Message

fit = all_of(ADMITTED, ~faulty, accepts_css)
spent = after(carried).is_(Supplier.NOBODY)
due_again = after(reconciliation).is_(Reconciliation.DUE)
gone = after(late).is_(Late.NONE) & after(late_carried).is_(Supplier.NOBODY)
kept = after(late_carried).is_(carried)
marked = all_of(after(mark).is_(Mark.BREACHED), happens(MISS_TIME), DATA_OUTSTANDING)
breached = mark.is_(Mark.BREACHED)
remedied = after(mark).is_(Mark.REMEDIED) & happens(LOAD, RECONCILE)


def _stays_behind() -> Expression:
    unchanged = ~changed(late) & ~changed(late_carried)
    return all_of(AFOOT.implies(after(late).is_(ON_ITS_WAY) & kept), (~AFOOT).implies(unchanged))


KEPT: tuple[Claim, ...] = (
    *REGISTRATIONS_KEPT,
    Step(
        "a-message-goes-in-order",
        "A message that is due is sent or never made; a lost one is retried or given up, one given "
        "up resent; a sent one accepted, refused or lost; a refused one is due again once it is "
        "corrected, one never made once it is generated; loaded or reconciled, nothing is due.",
        all_of(
            each(
                (FAIL_TO_MAKE, goes(message, M.DUE, to=M.NEVER_MADE)),
                (SEND, goes(message, M.DUE, to=M.SENT) & ~after(faulty)),
                (SEND_FAULTY, goes(message, M.DUE, to=M.SENT) & after(faulty)),
                (LOSE, goes(message, M.SENT, to=M.LOST)),
                (GIVE_UP, goes(message, M.LOST, to=M.GIVEN_UP)),
                (ACCEPT, goes(message, M.SENT, to=M.ACCEPTED)),
                (REFUSE, goes(message, M.SENT, to=M.REFUSED)),
                (LOAD, goes(message, M.ACCEPTED, to=M.NOTHING)),
                (CORRECT, goes(message, M.REFUSED, to=M.DUE)),
                (RECONCILE, after(message).is_(M.NOTHING) & ~after(faulty)),
            ),
            happens(RETRY).implies(goes(message, M.LOST, to=M.SENT)),
            happens(RESEND).implies(goes(message, M.GIVEN_UP, to=M.SENT)),
            (happens(CORRECT) & faulty).implies(
                goes(message, M.REFUSED, to=M.DUE) & ~after(faulty)
            ),
            happens(REGENERATE).implies(goes(message, M.NEVER_MADE, to=M.DUE)),
        ),
        cites="2.2-b 3-b C5 C5.retry R0067 R0096 A-retry A-message-check A-regeneration 5-E1 "
        "5-G 5-L 5-X3 E1.1 D2.never-sent A-load A-trigger A-ack A-reconciliation",
    ),
    Step(
        "a-message-is-taken-exactly-if-fit",
        "The DSP accepts a message only if its sender is admitted and accepted and it is sound, "
        "and refuses it only if it is not so.",
        each((ACCEPT, fit), (REFUSE, ~fit)),
        cites="5-G 5-L 5-X3 A-message-check 2.2-b 2.2-c A-suspension A-source-switch",
    ),
    Step(
        "what-is-loaded-is-in-the-copy",
        "What is loaded or reconciled, also late, is in the DSP's copy, and nothing is left in the "
        "message; when the DSP loses its data the copy names nobody.",
        all_of(
            each(
                (LOAD, after(copy).is_(carried) & spent),
                (ACCEPT_LATE, after(copy).is_(late_carried)),
            ),
            each(
                (RECONCILE, after(copy).is_(supplier_of_record) & spent),
                (LOSE_DATA, after(copy).is_(Supplier.NOBODY)),
            ),
        ),
        cites="2.2-b E1.1 E2.8 C3.fields A-load A-loss A-order A-reconciliation C1 C3",
    ),
    Step(
        "an-earlier-message-stays-behind",
        "A sound message that is on its way at midnight becomes the earlier one.",
        all_of(
            each(*((MIDNIGHT[s], _stays_behind()) for s in SUPPLIERS)),
            (happens(MIDNIGHT[Supplier.A]) & AFOOT).implies(after(late).is_(ON_ITS_WAY)),
        ),
        cites="C5.unread C5",
    ),
    Step(
        "an-earlier-message-is-overtaken",
        "An earlier message is overtaken by a loading or a reconciliation, which makes an earlier "
        "one of what is on its way; it is accepted only in order, discarded only out of order, and "
        "is then gone, as it is once it is lost.",
        all_of(
            each(
                (LOAD, after(late).is_(choose(late.is_(ON_ITS_WAY), OVERTAKEN, late))),
                (LOSE_LATE, late.is_not(Late.NONE) & gone),
                (RECONCILE, after(late).is_not(ON_ITS_WAY)),
                (ACCEPT_LATE, late.is_(ON_ITS_WAY) & gone),
                (DISCARD, late.is_(OVERTAKEN) & gone),
            ),
            (happens(RECONCILE) & AFOOT).implies(after(late).is_(OVERTAKEN) & kept),
            (happens(LOAD) & late.is_(ON_ITS_WAY)).implies(after(late).is_(OVERTAKEN)),
        ),
        cites="C5 5-X3 A-order A-reconciliation",
    ),
    Step(
        "a-reconciliation-is-due-until-made",
        "A reconciliation is due once the CSS goes live, after the DSP lost its data, and where "
        "one is ordered; it ends by being made, and in no other way.",
        all_of(
            each((GO_LIVE, due_again), (LOSE_DATA, due_again), (RECONCILE, ~due_again)),
            happens(ORDER).implies(reconciliation.is_(Reconciliation.NOT_DUE) & due_again),
            (reconciliation.is_(Reconciliation.DUE) & ~due_again).implies(happens(RECONCILE)),
        ),
        cites="D2.reconciliation A-first-load A-loss A-reconciliation",
    ),
    Step(
        "a-mark-has-its-reason",
        "A breach is marked only as the time for sending passes with data outstanding, and "
        "remedied exactly where the data is loaded or reconciled.",
        all_of(
            changed(mark).implies(any_of(marked, remedied)),
            each(
                (LOAD, breached.is_(after(mark).is_not(mark))),
                (RECONCILE, breached.implies(after(mark).is_(Mark.REMEDIED))),
            ),
            (happens(LOAD) & breached).implies(after(mark).is_(Mark.REMEDIED)),
            (happens(MISS_TIME) & ~DATA_OUTSTANDING).implies(~changed(mark)),
        ),
        cites="A-deadline A-remedied-by-load A-total 2.2-b 2.2-c",
    ),
    Step(
        "sources-are-switched",
        "The DSP starts to accept the CSS only while it accepts no RDP, and can stop accepting it.",
        all_of(
            happens(START_CSS).implies(~accepts_rdp & after(accepts_css)),
            happens(STOP_CSS).implies(~after(accepts_css)),
        ),
        cites="2.2-b A-source-switch",
    ),
    Step(
        "the-licence-can-be-split",
        "The licence can be split, and there are two from then on.",
        happens(SPLIT_LICENCE).implies(after(licence).is_(Licence.SPLIT)),
        cites="2.1-f",
    ),
    *RECEIVERS_KEPT,
    *SERVING,
    *ACTORS,
)
