"""Today's flow under names that tell its registry from the CSS.

MPAS or UK Link and the CSS both have a midnight, an objection and a window: as one event each
would wait for the other, and no switch would ever go live.
"""

from model.current.flow import FLOW
from model.current.registration import (
    LIVE,
    MIDNIGHT,
    NONE,
    REGISTRATIONS,
    REQUESTS,
    registration,
    request,
)
from model.current.registration import supplier_of_record as as_written
from model.language import Renaming, all_of
from model.parties import SUPPLIERS

COMMON = (
    "registration",
    "midnight of the start date",
    "reject the request",
    "object",
    "the objection window closes",
)
THERE = " at MPAS or UK Link"
AT_MPAS = Renaming({name: name + THERE for name in COMMON}, told=THERE)
OLD = FLOW.renamed(AT_MPAS)

old_request, old_registration = AT_MPAS.of(request), AT_MPAS.of(registration)
old_supplier_of_record = AT_MPAS.of(as_written)
OLD_MIDNIGHT = AT_MPAS.of(MIDNIGHT)
OLD_REQUESTS = AT_MPAS.of(REQUESTS)
OLD_REGISTRATIONS = AT_MPAS.of(REGISTRATIONS)

old_is_live = old_registration.is_(LIVE)
nothing_under_way = all_of(old_request.is_(NONE), of=SUPPLIERS)
