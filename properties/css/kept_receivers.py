"""What is kept of whom the CSS and the DSP tell: notices, retail data services, pairs, files."""

from model.css.hub import CAN_RECEIVE as CSS_CAN_RECEIVE
from model.css.hub import (
    CLEAR_EXCEPTION,
    FAIL_REL,
    FORM_REL,
    LEARN_PAIR,
    LOSE_PAIR,
    RECEIVE_PAIR,
    SEND_PAIR,
    Pair,
    pair,
)
from model.css.notices import (
    APPLY_CANCELLED,
    APPLY_SECURED,
    CANNOT_APPLY,
    GIVE_PROXY,
    MISS_NOTICE,
    RESEND_NOTICE,
    SECURED_THERE,
    SEND_NOTICE,
    Notice,
    notice,
)
from model.css.old_channel import OFFER_FILE, REFUSE_FILE, OldChannel, old_channel
from model.css.registration import (
    ANNUL,
    CANCEL,
    CLOSE_GATE,
    MAKE_PENDING,
    MIDNIGHT,
    SECURED_ACTIVE,
    WITHDRAW,
    gain,
    supplier_of_record,
)
from model.css.source import CHANGE_DATA, PROVIDE_DATA, PointData, point_data
from model.css.sync import (
    ACTIVE_AT_CSS,
    APPLY_BACKLOG,
    RESOLVE_EXCEPTION,
    SECURED_AT_CSS,
    Sync,
    backlog,
    expected,
    held,
    later_date,
    sync,
)
from model.current.entry import ADMITTED
from model.current.fuel import ELECTRICITY, GAS
from model.current.gateway import PASSES
from model.current.store import accepts_rdp
from model.language import Claim, Expression, Step, after, all_of, any_of, changed, happens
from model.parties import Supplier
from properties.acting import each, goes
from properties.current.switching import of_each

P, X, Y = Pair, Notice, Sync

called_off = after(notice).is_(X.CANCELLED_DUE)
sent = after(notice).is_(X.CANCELLED_SENT)
secured_now = goes(sync, Y.EXPECTING, Y.EXCEPTION, to=Y.SECURED) & SECURED_AT_CSS
lately = all_of(
    goes(sync, Y.EXPECTING, Y.EXCEPTION, to=Y.IDLE),
    ACTIVE_AT_CSS,
    after(held).is_(expected),
    after(expected).is_(Supplier.NOBODY),
    after(later_date),
)


def _notice_of(s: Supplier) -> Expression:
    in_vain = gain[s].is_(SECURED_ACTIVE) & ~changed(notice)
    ended = ~gain[s].is_(SECURED_ACTIVE) & called_off
    return each(
        (MAKE_PENDING[s], after(notice).is_(X.NONE)),
        (CLOSE_GATE[s], after(notice).is_(X.SECURED_DUE)),
        (CANCEL[s], called_off),
        (WITHDRAW[s], ended | in_vain),
        (ANNUL[s], ended | in_vain),
    )


def _expects(s: Supplier) -> Expression:
    behind = any_of(backlog, SECURED_THERE, sync.is_(Y.EXCEPTION))
    asked = after(sync).is_(Y.EXPECTING) & after(expected).is_(s)
    moves = all_of(
        goes(sync, Y.SECURED, to=Y.IDLE),
        after(held).is_(expected),
        after(expected).is_(Supplier.NOBODY),
        ~after(later_date),
    )
    stays = sync.is_not(Y.SECURED) & ~any_of(
        *(changed(one) for one in (sync, held, expected, later_date))
    )
    return each(
        (MAKE_PENDING[s], asked & after(backlog).is_(behind)),
        (MIDNIGHT[s], (moves | stays) & ~after(backlog)),
    )


RECEIVERS_KEPT: tuple[Claim, ...] = (
    Step(
        "each-act-makes-its-notice-due",
        "A registration that is secured makes a secured notice due, one that is cancelled, "
        "withdrawn or annulled a cancelled one; an act that is too late makes none due.",
        of_each(_notice_of),
        cites="C3.sync C3.pending-sync C1.6.7 C1.9 C1.10 C1.1.4d R0067",
    ),
    Step(
        "a-notice-goes-in-order",
        "A notice that is due is sent, or is missing until it is resent, and stays secured or "
        "cancelled; a secured one is applied, found inapplicable or replaced by a proxy, and a "
        "cancelled one applied.",
        all_of(
            each(
                (
                    SEND_NOTICE,
                    goes(notice, X.SECURED_DUE, to=X.SECURED_SENT)
                    | goes(notice, X.CANCELLED_DUE, to=X.CANCELLED_SENT),
                ),
                (
                    MISS_NOTICE,
                    goes(notice, X.SECURED_DUE, X.SECURED_SENT, to=X.SECURED_MISSING)
                    | goes(notice, X.CANCELLED_DUE, X.CANCELLED_SENT, to=X.CANCELLED_MISSING),
                ),
                (APPLY_SECURED, goes(notice, X.SECURED_SENT, to=X.NONE)),
                (CANNOT_APPLY, goes(notice, X.SECURED_SENT, to=X.NONE)),
                (GIVE_PROXY, goes(notice, X.SECURED_MISSING, to=X.NONE)),
            ),
            (happens(SEND_NOTICE) & notice.is_(X.CANCELLED_DUE)).implies(sent),
            (happens(RESEND_NOTICE) & notice.is_(X.CANCELLED_MISSING)).implies(sent),
            (happens(RESEND_NOTICE) & notice.is_not(X.CANCELLED_MISSING)).implies(
                after(notice).is_(X.SECURED_SENT)
            ),
            happens(APPLY_CANCELLED).implies(goes(notice, X.CANCELLED_SENT, to=X.NONE)),
        ),
        cites="C3.sync C5 C5.exception R0067 D2 D2.proxy D2.missed-cancellation A-regeneration "
        "A-proxy-checked",
    ),
    Step(
        "a-retail-data-service-expects-and-moves",
        "A retail data service expects the supplier of a pending registration; what it has not "
        "applied waits; at midnight it moves to the one that is secured, from the same date, and "
        "else stays as it is.",
        of_each(_expects),
        cites="C3.pending-sync B2.css C1 C5.late A-notices-queue",
    ),
    Step(
        "a-notice-is-applied-as-the-css-stands",
        "A secured notice, a proxy or a resolved exception secures the switch where the CSS has it "
        "secured, and moves it at once, with a later date, where it is Active there; a proxy is "
        "given in gas alone, and a notice found inapplicable in electricity alone.",
        all_of(
            each(
                (APPLY_SECURED, secured_now | lately),
                (GIVE_PROXY, (secured_now | lately) & GAS),
                (RESOLVE_EXCEPTION, secured_now | lately),
                (CANNOT_APPLY, goes(sync, Y.EXPECTING, to=Y.EXCEPTION) & ELECTRICITY),
                (APPLY_CANCELLED, goes(sync, Y.EXPECTING, to=Y.IDLE) & ~changed(held)),
            ),
            (happens(GIVE_PROXY) & ACTIVE_AT_CSS).implies(after(sync).is_(Y.IDLE)),
            (happens(RESOLVE_EXCEPTION) & SECURED_AT_CSS).implies(after(sync).is_(Y.SECURED)),
            happens(APPLY_CANCELLED).implies(after(expected).is_(Supplier.NOBODY)),
            happens(APPLY_BACKLOG).implies(
                all_of(
                    ~changed(sync),
                    after(held).is_(supplier_of_record),
                    after(later_date),
                    backlog,
                    ~after(backlog),
                )
            ),
        ),
        cites="C3.sync C5.exception C5.operator C5.late D2.dates D2.proxy A-proxy-checked "
        "A1.rdp C1.12.1 C3 A-notices-queue",
    ),
    Step(
        "a-pair-goes-in-order",
        "A pair that becomes known is due, sent to and received by a CSS that can receive it, and "
        "the REL is established or an exception, until that is cleared.",
        all_of(
            each(
                (LEARN_PAIR, goes(pair, P.NONE, P.STALE, to=P.DUE)),
                (SEND_PAIR, goes(pair, P.DUE, to=P.SENT) & CSS_CAN_RECEIVE),
                (RECEIVE_PAIR, goes(pair, P.SENT, to=P.HELD) & CSS_CAN_RECEIVE),
                (FORM_REL, goes(pair, P.HELD, to=P.ESTABLISHED)),
                (FAIL_REL, goes(pair, P.HELD, to=P.EXCEPTION)),
            ),
            happens(LOSE_PAIR).implies(goes(pair, P.SENT, to=P.DUE)),
            happens(CLEAR_EXCEPTION).implies(goes(pair, P.EXCEPTION, to=P.HELD)),
        ),
        cites="2.2-d 5-E4 S0.5 A-pair-again A-REL-exception 2.2-c 5-G 5-H3 A-suspension",
    ),
    Step(
        "point-data-is-owed-until-given",
        "Metering point data that changes is owed to the CSS until it is given.",
        all_of(
            happens(CHANGE_DATA).implies(after(point_data).is_(PointData.OWED)),
            happens(PROVIDE_DATA).implies(goes(point_data, PointData.OWED, to=PointData.HELD)),
        ),
        cites="2.3-b",
    ),
    Step(
        "an-offered-file-is-refused",
        "A file that an RDP offers is refused as the DSP does not accept it, and is gone then.",
        all_of(
            happens(OFFER_FILE).implies(
                goes(old_channel, OldChannel.EMPTY, to=OldChannel.OFFERED) & PASSES
            ),
            happens(REFUSE_FILE).implies(
                goes(old_channel, OldChannel.OFFERED, to=OldChannel.EMPTY)
                & ~all_of(PASSES, ADMITTED, accepts_rdp)
            ),
        ),
        cites="1-a 2.3-d 5-X2 A-receive-only 5-H3 A-gateway-rdp",
    ),
)
