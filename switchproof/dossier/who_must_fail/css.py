"""The new regime's lapses: by the CRS through its CSS, by the DCC's DSP, by Networks' RDPs."""

from dataclasses import replace

from model.css.copy import COPY
from model.css.duties import LATE as OUTSTANDING
from model.css.duties import MISS_TIME
from model.css.entry import (
    ADMITTED,
    CssEntry,
    css_entry,
)
from model.css.flow import FLOW
from model.css.gateway import PASSES, CssGateway, css_gateway
from model.css.hub import DUE as PAIR_DUE
from model.css.hub import HUB, REMOVE_HUB, Pair, pair
from model.css.hub import SENT as PAIR_SENT
from model.css.late import (
    ACCEPT_LATE,
    AWAITED,
    GONE,
    LATE,
    NONE,
    OUT_OF_ORDER,
    OVERTAKEN,
    late,
)
from model.css.late import FIT as FIT_LATE
from model.css.messages import (
    ACCEPT,
    ACCEPTED,
    DUE,
    FAIL_TO_MAKE,
    GIVEN_UP,
    LOAD,
    LOST,
    MESSAGES,
    NEVER_MADE,
    NOTHING,
    REFUSED,
    SEND_FAULTY,
    SENT,
    SOUND,
    SPENT,
    carried,
    message,
)
from model.css.old_channel import EMPTY, OFFERED, OLD_CHANNEL, TAKE_FILE
from model.css.reconciliation import RECONCILE, RECONCILIATION, Reconciliation
from model.css.registration import on_record, supplier_of_record
from model.css.sources import CSS_ACCEPTED
from model.current.authority import COMMAND_ACCEPTED, COMMAND_REFUSED, copy
from model.current.duties import SENDING
from model.current.entry import ADMITTED as RDP_ADMITTED
from model.current.flags import ACCEPT_FLAG, Flag, flag
from model.current.gateway import PASSES as RDP_PASSES
from model.current.store import LOSE_DATA, RDPS_ACCEPTED
from model.language import (
    INDUSTRY,
    POINT,
    STAYS,
    Event,
    Transition,
    after,
    all_of,
    any_of,
    changed,
    happens,
)
from model.language.owing import said_of
from model.parties import CSS, DSP, SUPPLIERS, Supplier
from properties.css.answering import FOR_THE_CSS, css_passed_all
from properties.css.providing import reconciliation_due
from properties.current.answering import FOR_THE_RDP
from switchproof.dossier.who_must_fail.regime import (
    DCC_KEEPS,
    LAPSING_AUTHORITY,
    LAPSING_FLAGS,
    OBEY,
    TURN_AWAY,
    Lapsing,
    breach,
    marked,
    outcome,
    owed,
)

A, B = Supplier.A, Supplier.B

CRS_SENDS = owed(FLOW, "the CRS's duty to send")
CRS_RECONCILES = owed(FLOW, "the CRS's duty to have the DSP reconciled")
DCC_LOADS = owed(FLOW, "the DCC's duty to load")
DCC_PAIRS = owed(FLOW, "the DCC's duty to send Comms Hub pairs")

WRITE_OFF = Event("write the message off", POINT, CSS)
MISSTATE = Event("put the wrong supplier into the message", POINT, CSS, of=SUPPLIERS)
COUNT_AS_DONE = Event("count the reconciliation as done", INDUSTRY, CSS)
DROP_ACCEPTED = Event("drop the message that was accepted", POINT, DSP)
LOAD_REFUSED = Event("load the message that was refused", POINT, DSP)
FORGET_PAIR = Event("forget to send the pair", POINT, DSP)

ANY_SENDER = all_of(PASSES, SOUND, ~all_of(ADMITTED, CSS_ACCEPTED))
ANY_ORDER = all_of(PASSES, FIT_LATE, OUT_OF_ORDER)
ANY_SOURCE = all_of(RDP_PASSES, RDP_ADMITTED, ~RDPS_ACCEPTED)
UNDELIVERED = (NEVER_MADE, LOST, GIVEN_UP, REFUSED)
NOT_DUE = Reconciliation.NOT_DUE

LAPSING_MESSAGES = marked(MESSAGES, CRS_SENDS, FAIL_TO_MAKE, SEND_FAULTY).also(
    breach(CRS_SENDS, Transition(WRITE_OFF, UNDELIVERED, NOTHING, then=SPENT)),
    *(
        breach(CRS_SENDS, Transition(MISSTATE[s], DUE, STAYS, carried.is_not(s), {carried: s}))
        for s in SUPPLIERS
    ),
    breach(DCC_KEEPS, Transition(ACCEPT, SENT, ACCEPTED, ANY_SENDER)),
    breach(DCC_LOADS, Transition(DROP_ACCEPTED, ACCEPTED, NOTHING, then=SPENT)),
    breach(DCC_KEEPS, Transition(LOAD_REFUSED, REFUSED, NOTHING, then=SPENT)),
)
LAPSED = replace(FLOW, duties=(*FLOW.duties, DCC_KEEPS)).but(
    RECONCILIATION.also(
        breach(CRS_RECONCILES, Transition(COUNT_AS_DONE, Reconciliation.DUE, NOT_DUE))
    ),
    LAPSING_MESSAGES,
    LATE.also(breach(DCC_KEEPS, Transition(ACCEPT_LATE, AWAITED, NONE, ANY_ORDER, GONE))),
    COPY.also(
        *(
            breach(DCC_KEEPS, Transition(LOAD_REFUSED, Supplier, s, carried.is_(s)))
            for s in SUPPLIERS
        )
    ),
    OLD_CHANNEL.also(breach(DCC_KEEPS, Transition(TAKE_FILE, OFFERED, EMPTY, ANY_SOURCE))),
    HUB.also(breach(DCC_PAIRS, Transition(FORGET_PAIR, PAIR_DUE, Pair.NONE))),
    LAPSING_AUTHORITY,
    LAPSING_FLAGS,
)

accepted = happens(ACCEPT, ACCEPT_LATE, RECONCILE, LOAD_REFUSED)
loads = happens(LOAD, LOAD_REFUSED, ACCEPT_LATE, RECONCILE)
SUSPENDED = css_entry.is_(CssEntry.SUSPENDED)
NOTHING_SHOWS = all_of(
    css_entry.is_(CssEntry.LIVE), message.in_(NOTHING, NEVER_MADE), ~reconciliation_due
)
WRONG = copy.is_not(supplier_of_record) & copy.is_not(Supplier.NOBODY)
obeyed = happens(COMMAND_ACCEPTED[A], OBEY[A]) & ~on_record[A]
refused = happens(COMMAND_REFUSED[B], TURN_AWAY[B])

REGIME = Lapsing(
    "new",
    LAPSED,
    outcomes=(
        outcome("owed-by-none-or-two", ~LAPSED.exactly_one_owes(SENDING)),
        outcome("wrong-and-nobody-knows", WRONG & NOTHING_SHOWS),
        outcome("late-while-forbidden", all_of(happens(MISS_TIME), OUTSTANDING, SUSPENDED)),
        outcome(
            "from-a-source-nobody-answers-for",
            all_of(
                changed(copy),
                ~happens(LOSE_DATA),
                ~all_of(loads, said_of(LAPSED, FOR_THE_CSS)),
                ~all_of(happens(TAKE_FILE), said_of(LAPSED, FOR_THE_RDP)),
            ),
        ),
        outcome("from-a-sender-not-admitted", accepted & any_of(~css_passed_all, SUSPENDED)),
        outcome(
            "through-a-compromised-gateway",
            happens(ACCEPT) & css_gateway.is_(CssGateway.COMPROMISED),
        ),
        outcome(
            "older-replaces-newer",
            all_of(happens(ACCEPT_LATE), late.is_(OVERTAKEN), changed(copy)),
        ),
        outcome(
            "rightful-command-refused",
            all_of(refused, on_record[B], copy.is_not(Supplier.NOBODY)),
        ),
        outcome("wrong-command-obeyed", obeyed),
        outcome("wrong-command-obeyed-in-step", obeyed & copy.is_(supplier_of_record)),
        outcome(
            "flag-never-known",
            all_of(changed(flag), after(flag).is_(Flag.CURRENT), ~happens(ACCEPT_FLAG)),
        ),
        outcome(
            "pair-never-known",
            all_of(pair.in_(PAIR_DUE, PAIR_SENT), after(pair).is_(Pair.NONE), ~happens(REMOVE_HUB)),
        ),
    ),
)
