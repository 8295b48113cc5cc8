"""Today's lapses and what may come of them: by Network Parties through RDPs, by the DCC's DSP."""

from dataclasses import replace

from model.current.authority import COMMAND_ACCEPTED, COMMAND_REFUSED, COPY, copy
from model.current.duties import DAY_ENDS, LATE, SENDING
from model.current.entry import ADMITTED, RDP_ENTRY, Entry, entry
from model.current.files import (
    ACCEPT,
    ACCEPTED,
    FILES,
    FIT,
    FULL,
    IDLE,
    IN_ORDER,
    LOAD,
    OWED,
    REFUSED,
    SENT,
    SOUND,
    SPOIL,
    UPDATE,
    File,
    content,
    gap,
)
from model.current.files import LATE as OUT_OF_ORDER
from model.current.files import (
    owed as full_set_owed,
)
from model.current.flags import ACCEPT_FLAG, Flag, flag
from model.current.flow import FLOW
from model.current.gateway import PASSES, Gateway, gateway
from model.current.provision import (
    BAD_IN_FILE,
    CHANGES,
    IN_FILE,
    LEAVE_OUT,
    NOTHING,
    PROVISION,
    REJECTED,
    SPENT,
    SPOIL_RECORD,
    Change,
    carried,
    change,
    provision,
)
from model.current.registration import is_live, supplier_of_record
from model.current.store import LOSE_DATA, RDPS_ACCEPTED
from model.language import (
    POINT,
    PROVIDER,
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
from model.parties import DSP, RDP, SUPPLIERS, Supplier
from properties.current.answering import FOR_THE_RDP, passed_all
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

NETWORKS_SEND = owed(FLOW, "the Networks' duty to send")
NETWORKS_SEND_ALL = owed(FLOW, "the Networks' duty to send a full set")
NETWORKS_ENTER = owed(FLOW, "the Networks' duty of entry")
DCC_LOADS = owed(FLOW, "the DCC's duty to load")

DROP_REFUSED = Event("drop the file that was refused", PROVIDER, RDP)
DROP_RECORD = Event("drop the record that was rejected", POINT, RDP)
FORGET_FULL_SET = Event("forget the full set that is owed", PROVIDER, RDP)
MISSTATE = Event("put the wrong supplier into the file", POINT, RDP, of=SUPPLIERS)
CHEAT = Event("the RDP is taken as tested without the tests", PROVIDER, RDP)
DROP_ACCEPTED = Event("drop the file that was accepted", PROVIDER, DSP)
LOAD_REFUSED = Event("load the file that was refused", PROVIDER, DSP)

ANY_SENDER = all_of(PASSES, SOUND, RDPS_ACCEPTED, IN_ORDER, ~ADMITTED)
ANY_ORDER = all_of(PASSES, FIT, OUT_OF_ORDER)
EMPTIED, NOT_OWED = {content: UPDATE}, {full_set_owed: False}
IN_ANY_FILE = (IN_FILE, BAD_IN_FILE)

LAPSING_FILES = marked(FILES, NETWORKS_SEND, SPOIL).also(
    breach(NETWORKS_SEND, Transition(DROP_REFUSED, REFUSED, IDLE, then=EMPTIED)),
    breach(NETWORKS_SEND_ALL, Transition(FORGET_FULL_SET, File, STAYS, OWED, NOT_OWED)),
    breach(DCC_KEEPS, Transition(ACCEPT, SENT, ACCEPTED, ANY_SENDER)),
    breach(DCC_KEEPS, Transition(ACCEPT, SENT, ACCEPTED, ANY_ORDER)),
    breach(DCC_LOADS, Transition(DROP_ACCEPTED, ACCEPTED, IDLE, then=EMPTIED)),
    breach(DCC_KEEPS, Transition(LOAD_REFUSED, REFUSED, IDLE, then=EMPTIED)),
)
LAPSING_CHANGES = marked(CHANGES, NETWORKS_SEND, SPOIL_RECORD, LEAVE_OUT)
LAPSING_PROVISION = PROVISION.also(
    *(
        breach(
            NETWORKS_SEND, Transition(MISSTATE[s], IN_FILE, STAYS, carried.is_not(s), {carried: s})
        )
        for s in SUPPLIERS
    ),
    breach(NETWORKS_SEND, Transition(DROP_RECORD, REJECTED, NOTHING)),
    breach(NETWORKS_SEND, Transition(DROP_REFUSED, IN_ANY_FILE, NOTHING, then=SPENT)),
    breach(DCC_LOADS, Transition(DROP_ACCEPTED, IN_ANY_FILE, NOTHING, then=SPENT)),
    breach(DCC_KEEPS, Transition(LOAD_REFUSED, IN_ANY_FILE, NOTHING, then=SPENT)),
)
LAPSING_COPY = COPY.also(
    *(breach(DCC_KEEPS, Transition(LOAD_REFUSED, Supplier, s, carried.is_(s))) for s in SUPPLIERS)
)
LAPSED = replace(FLOW, duties=(*FLOW.duties, DCC_KEEPS)).but(
    RDP_ENTRY.also(breach(NETWORKS_ENTER, Transition(CHEAT, Entry.CODED, Entry.TESTED))),
    LAPSING_FILES,
    LAPSING_CHANGES,
    LAPSING_PROVISION,
    LAPSING_COPY,
    LAPSING_AUTHORITY,
    LAPSING_FLAGS,
)

loads = happens(LOAD, LOAD_REFUSED)
SUSPENDED = entry.is_(Entry.SUSPENDED)
NOTHING_SHOWS = all_of(
    entry.is_(Entry.LIVE),
    change.in_(Change.NONE, Change.LEFT_OUT),
    provision.is_(NOTHING),
    ~full_set_owed,
)
WRONG = copy.is_not(supplier_of_record) & copy.is_not(Supplier.NOBODY)
obeyed = happens(COMMAND_ACCEPTED[A], OBEY[A]) & ~is_live[A]
refused = happens(COMMAND_REFUSED[B], TURN_AWAY[B])

REGIME = Lapsing(
    "today",
    LAPSED,
    outcomes=(
        outcome("owed-by-none-or-two", ~LAPSED.exactly_one_owes(SENDING)),
        outcome("wrong-and-nobody-knows", WRONG & NOTHING_SHOWS),
        outcome("late-while-forbidden", all_of(happens(DAY_ENDS), LATE, SUSPENDED)),
        outcome(
            "from-a-source-nobody-answers-for",
            all_of(
                changed(copy), ~happens(LOSE_DATA), ~all_of(loads, said_of(LAPSED, FOR_THE_RDP))
            ),
        ),
        outcome(
            "from-a-sender-not-admitted",
            happens(ACCEPT, LOAD_REFUSED) & any_of(~passed_all, SUSPENDED),
        ),
        outcome(
            "through-a-compromised-gateway", happens(ACCEPT) & gateway.is_(Gateway.COMPROMISED)
        ),
        outcome("older-replaces-newer", all_of(loads, gap, content.is_not(FULL), changed(copy))),
        outcome(
            "rightful-command-refused",
            all_of(refused, is_live[B], copy.is_not(Supplier.NOBODY)),
        ),
        outcome("wrong-command-obeyed", obeyed),
        outcome("wrong-command-obeyed-in-step", obeyed & copy.is_(supplier_of_record)),
        outcome(
            "flag-never-known",
            all_of(changed(flag), after(flag).is_(Flag.CURRENT), ~happens(ACCEPT_FLAG)),
        ),
    ),
)
