"""Carried over: what is under way at MPAS or UK Link is carried over to the CSS, by a table.

No such table was found (D1.unread); this one keeps how far a request has come. A request that is
secured is Secured Active, and the rest of the pair and the notice of it follow; and so is one whose
window has closed, if the hour of gate closure for its date has passed, or its date would be lost.
What the table cannot keep: an objection that could be lifted can there only cancel, and a request
that nobody could stop any more is merely Confirmed before that hour, and can be.
"""

from model.css.notices import NOTICES, SEC_DUE, Notice
from model.css.registration import (
    ACTIVE,
    CONFIRMED,
    GAINS,
    IN_DATE,
    INACTIVE,
    LODGED,
    NONE,
    OUT_OF_DATE,
    PENDING,
    SECURED_ACTIVE,
    SECURED_INACTIVE,
    SUBMITTED,
)
from model.css.registration import REGISTRATIONS as CSS_REGISTRATIONS
from model.css.sync import EXPECTING, Sync, expected
from model.css.sync import SYNC as RETAIL_DATA_SERVICE
from model.current.registration import OPEN, Request
from model.language import (
    STAYS,
    Named,
    Transition,
    all_of,
    any_of,
    each,
    itself,
    no_other,
    some_other,
)
from model.parties import SUPPLIERS
from model.transition.change import CHANGE, TAKE_EFFECT
from model.transition.design import design
from model.transition.hours import AHEAD, HOURS, PASSED, hour
from model.transition.moved import (
    AS_AT_MPAS,
    DUTIES_MOVED,
    NOT_REGISTERED,
    REGISTERED,
)
from model.transition.names import OLD_REQUESTS, old_request

TABLE = {
    Request.REQUESTED: SUBMITTED,
    Request.FAULTY: SUBMITTED,
    Request.PENDING: PENDING,
    Request.OBJECTED: LODGED,
}
CITED = "D1.unread C1"

cleared = old_request.is_(Request.CLEARED)
secured = any_of(old_request.is_(Request.SECURED), cleared & hour.is_(PASSED))
IN_TIME = (cleared & hour.is_(AHEAD)).called(
    "{}'s request is clear, and its hour of gate closure is to come", cites="D1.unread C1.1.4d"
)
SECURED = secured.called("{}'s request is secured, or its hour has passed", "B2.secured C1.1.4d")
OTHER_SECURED = some_other(secured).called("another's request is so", "B2.secured C1.1.4d")
NO_OTHER_SECURED = no_other(secured).called("no other request is so", "B2.secured C1.1.4d")
EXPECTED = old_request.in_(*OPEN).called("{}'s request is open at MPAS or UK Link", cites="B2")
NONE_EXPECTED = Named(
    "no request is open at MPAS or UK Link",
    all_of(~old_request.in_(*OPEN), of=SUPPLIERS),
    cites="B2",
)
GOES_ON = {**AS_AT_MPAS, expected: itself(SUPPLIERS)}


def _comes_from(old: Request) -> Named:
    words = f"{{}}'s request is {old.value} at MPAS or UK Link"
    return Named(words, old_request.is_(old), cites="D1.unread")


REQUESTS_GO = OLD_REQUESTS.also(
    Transition(TAKE_EFFECT, Request, Request.NONE, cites="D1.unread"),
)
GAINS_COME = GAINS.also(
    Transition(TAKE_EFFECT, NONE, CONFIRMED, IN_TIME, IN_DATE, cites=CITED),
    Transition(TAKE_EFFECT, NONE, SECURED_ACTIVE, SECURED, IN_DATE, cites=CITED),
    *(
        Transition(
            TAKE_EFFECT,
            NONE,
            new,
            when=_comes_from(old),
            then=OUT_OF_DATE if old is Request.FAULTY else IN_DATE,
            cites=CITED,
        )
        for old, new in TABLE.items()
    ),
)
REGISTRATIONS = CSS_REGISTRATIONS.also(
    Transition(TAKE_EFFECT, INACTIVE, ACTIVE, REGISTERED & NO_OTHER_SECURED, cites=CITED),
    Transition(TAKE_EFFECT, INACTIVE, SECURED_INACTIVE, REGISTERED & OTHER_SECURED, cites=CITED),
    Transition(TAKE_EFFECT, ACTIVE, INACTIVE, when=NOT_REGISTERED, cites=CITED),
)
SYNC = RETAIL_DATA_SERVICE.also(
    *each(Transition(TAKE_EFFECT, Sync, EXPECTING, EXPECTED, GOES_ON, cites=CITED), of=SUPPLIERS),
    Transition(TAKE_EFFECT, Sync, STAYS, NONE_EXPECTED, AS_AT_MPAS, cites=CITED),
)
NOTICE = NOTICES.also(
    *each(Transition(TAKE_EFFECT, Notice, SEC_DUE, when=SECURED, cites=CITED), of=SUPPLIERS)
)
FLOW = CARRIED_OVER = design(
    "carried-over",
    "Handover: what is under way is carried over",
    CHANGE.lacking(TAKE_EFFECT, "no point has a request"),
    *DUTIES_MOVED,
    *(REQUESTS_GO, GAINS_COME, REGISTRATIONS, SYNC, NOTICE),
    further=(HOURS,),
)
