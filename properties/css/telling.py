"""What the CSS and the DSP tell others: notices, what services make of them, pairs and flags."""

from model.css.hub import (
    AWAITED,
    EXCHANGE_HUB,
    RECEIVE_PAIR,
    SEND_PAIR,
    WITH_CSS,
    pair,
    pair_held,
)
from model.css.hub import CAN_RECEIVE as CSS_CAN_RECEIVE
from model.css.notices import (
    APPLY_SECURED,
    CAN_DUE,
    CAN_MISSING,
    CAN_SENT,
    CANNOT_APPLY,
    GIVE_PROXY,
    SEC_DUE,
    SEC_MISSING,
    SEC_SENT,
    SECURED_THERE,
    notice,
)
from model.css.old_channel import OFFER_FILE
from model.css.registration import (
    ANNUL,
    CONFIRMED,
    LODGED,
    MAKE_PENDING,
    MIDNIGHT,
    NONE,
    OPEN,
    PENDING,
    SECURED_ACTIVE,
    WITHDRAW,
    gain,
    supplier_of_record,
)
from model.css.sync import (
    ACTIVE_AT_CSS,
    APPLY_BACKLOG,
    EXPECTING,
    IDLE,
    RESOLVE_EXCEPTION,
    SECURED,
    SECURED_AT_CSS,
    expected,
    held,
    later_date,
    sync,
)
from model.css.sync import EXCEPTION as SWITCH_EXCEPTION
from model.current.flags import ACCEPT_FLAG, REJECT_FLAG, SEND_FLAG
from model.current.fuel import ELECTRICITY, GAS
from model.current.gateway import PASSES
from model.language import (
    Always,
    Claim,
    Step,
    after,
    all_of,
    any_of,
    changed,
    every,
    happens,
    itself,
)
from model.parties import SUPPLIERS, Supplier

CANCELLED_KINDS = (CAN_DUE, CAN_SENT, CAN_MISSING)
SECURED_KINDS = (SEC_DUE, SEC_SENT, SEC_MISSING)

secured_now = after(sync).is_(SECURED) & SECURED_AT_CSS
lately = all_of(after(sync).is_(IDLE), ACTIVE_AT_CSS, after(held).is_(expected), after(later_date))


GIVEN_UP = gain.in_(PENDING, LODGED, CONFIRMED) & after(gain).is_(NONE)
TOO_LATE = happens(WITHDRAW, ANNUL) & gain.is_(SECURED_ACTIVE)
BECOMES_SECURED = ~notice.in_(*SECURED_KINDS) & after(notice).in_(*SECURED_KINDS)
BECOMES_CANCELLED = ~notice.in_(*CANCELLED_KINDS) & after(notice).in_(*CANCELLED_KINDS)

TELLING: tuple[Claim, ...] = (
    Step(
        "retail-data-services-are-told",
        "A secured notice is due of each registration that is secured, and a cancelled one of each "
        "that is cancelled, withdrawn or annulled; an act that is too late makes none due.",
        all_of(
            gain.becomes(SECURED_ACTIVE).implies(after(notice).is_(SEC_DUE)),
            GIVEN_UP.implies(after(notice).is_(CAN_DUE)),
            TOO_LATE.implies(~changed(notice)),
        ),
        cites="C3.sync C1.6.7 C1.9 C1.10 C1.1.4d R0067",
    ),
    Step(
        "a-notice-says-what-happened",
        "A notice is a secured one only of a registration that is secured, and a cancelled one "
        "only of one that is given up: none turns into the other on its way.",
        all_of(
            BECOMES_SECURED.implies(any_of(gain.becomes(SECURED_ACTIVE), of=SUPPLIERS)),
            BECOMES_CANCELLED.implies(any_of(GIVEN_UP, of=SUPPLIERS)),
        ),
        cites="C3.sync C5 R0067 D2 D2.missed-cancellation A-objection-first C1.1.4d C1.10 C1.12.1 "
        "C1.6.7 C1.9 C2.annulment",
    ),
    Step(
        "no-secured-notice-is-dropped",
        "A secured notice is outstanding until it is applied, found inapplicable, replaced by a "
        "proxy, or met by the next request.",
        (SECURED_THERE & ~after(notice).in_(*SECURED_KINDS)).implies(
            happens(*every(APPLY_SECURED, CANNOT_APPLY, GIVE_PROXY, MAKE_PENDING))
        ),
        cites="C3.sync D2 A-regeneration A-notices-queue A-objection-first C1.1.4d C1.12.1 C1.6.7 "
        "C3.pending-sync",
    ),
    Always(
        "who-gains-is-expected",
        "While a supplier has a registration under way, it is the one that the retail data service "
        "expects.",
        when=gain.in_(*OPEN),
        then=expected.is_(itself(SUPPLIERS)) & sync.in_(EXPECTING, SECURED, SWITCH_EXCEPTION),
        cites="C3.pending-sync A-notices-queue C1 C1.1.4d C1.10 C1.6.7 C1.7.1.8 C1.7.1.9 C1.9 C2 "
        "C2.annulment C3.sync",
    ),
    Always(
        "nobody-is-expected-without-a-switch",
        "A retail data service that has moved, or was told of a cancellation, expects nobody, and "
        "while it expects somebody a switch is under way there.",
        expected.is_(Supplier.NOBODY).is_(sync.is_(IDLE)),
        cites="C3.sync C3.pending-sync B2.css C5.operator D2.dates D2.proxy C1",
    ),
    Step(
        "in-time-means-from-the-same-date",
        "A switch that is secured at the retail data service by midnight is made there for the "
        "supplier that gains, and from the date that the CSS has.",
        when=happens(MIDNIGHT) & sync.is_(SECURED),
        then=after(held).is_(itself(SUPPLIERS)) & ~after(later_date),
        cites="B2.css C1 C2",
    ),
    Step(
        "a-notice-is-applied-as-the-css-stands",
        "A secured notice, a proxy or a resolved exception secures the switch where the CSS has it "
        "secured, and moves it at once, with a later date, where it is Active there; a proxy is "
        "given in gas alone, and a notice found inapplicable in electricity alone.",
        all_of(
            happens(APPLY_SECURED).implies(secured_now | lately),
            (happens(APPLY_SECURED) & SECURED_AT_CSS).implies(secured_now),
            (happens(APPLY_SECURED) & ACTIVE_AT_CSS).implies(lately),
            happens(GIVE_PROXY).implies(secured_now | lately),
            (happens(GIVE_PROXY) & SECURED_AT_CSS).implies(secured_now),
            (happens(GIVE_PROXY) & ACTIVE_AT_CSS).implies(lately),
            happens(RESOLVE_EXCEPTION).implies(secured_now | lately),
            (happens(RESOLVE_EXCEPTION) & SECURED_AT_CSS).implies(secured_now),
            (happens(RESOLVE_EXCEPTION) & ACTIVE_AT_CSS).implies(lately),
            happens(GIVE_PROXY).implies(GAS),
            happens(CANNOT_APPLY).implies(ELECTRICITY),
        ),
        cites="A1.rdp C1.12.1 C3 C3.sync C5.exception C5.operator D2.dates D2.proxy "
        "A-proxy-checked",
    ),
    Step(
        "what-waits-is-applied-as-the-css-stands",
        "An earlier switch that is applied late brings the retail data service to the supplier "
        "that the CSS has.",
        happens(APPLY_BACKLOG).implies(after(held).is_(supplier_of_record)),
        cites="C5.late A-notices-queue",
    ),
    Step(
        "pairs-only-to-a-css-that-can-receive",
        "A pair is sent to and received by the CSS only while it is admitted and its gateway "
        "passes traffic.",
        happens(SEND_PAIR, RECEIVE_PAIR).implies(CSS_CAN_RECEIVE),
        cites="2.2-d 2.2-c 5-G 5-H3 A-suspension",
    ),
    Step(
        "an-exchanged-hub-makes-a-pair-due",
        "When a hub is exchanged, wherever its pair is, a new pair is due to the CSS.",
        happens(EXCHANGE_HUB).implies(after(pair).in_(*AWAITED)),
        cites="A-every-pair",
    ),
    Step(
        "what-the-css-was-told-it-keeps",
        "The CSS holds each pair that has reached it, and goes on holding a pair of the point "
        "whatever becomes of the hub.",
        all_of(
            after(pair).in_(*WITH_CSS).implies(after(pair_held)),
            happens(RECEIVE_PAIR).implies(after(pair_held)),
            pair_held.implies(after(pair_held)),
        ),
        cites="2.2-d A-every-pair A-no-duty-on-removal",
    ),
    Step(
        "rdps-need-an-open-gateway",
        "A flag is sent to an RDP, and taken or rejected by it, and a file offered by it, only "
        "through a gateway that passes traffic.",
        all_of(
            happens(SEND_FLAG).implies(PASSES),
            happens(ACCEPT_FLAG).implies(PASSES),
            happens(REJECT_FLAG).implies(PASSES),
            happens(OFFER_FILE).implies(PASSES),
        ),
        cites="5-H3 A-gateway-rdp",
    ),
)
