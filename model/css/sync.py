"""The retail data service of a point: the supplier that it holds, and the switch that it expects.

An electricity service can find a secured notice invalid when the switch cannot be undone
(C5.exception), and the switching operator then resolves the exception (C5.operator). In gas a proxy
stood in for a missing notice (D2.proxy), here only after a look at the CSS (A-proxy-checked). A
notice applied after midnight leaves the service with a later date than the CSS (D2.dates).
"""

from enum import Enum

from model.css.licence import CRS
from model.css.notices import (
    APPLY_CANCELLED,
    APPLY_SECURED,
    CANNOT_APPLY,
    GIVE_PROXY,
    SECURED_THERE,
)
from model.css.registration import (
    ACTIVE,
    MAKE_PENDING,
    MIDNIGHT,
    SECURED_ACTIVE,
    gain,
    registration,
    supplier_of_record,
)
from model.current.fuel import ELECTRICITY, GAS
from model.language import (
    POINT,
    STAYS,
    Event,
    Field,
    Machine,
    Named,
    Transition,
    any_of,
    each,
    itself,
)
from model.parties import RETAIL_DATA_SERVICE, SUPPLIERS, Supplier


class Sync(Enum):
    """What the retail data service expects of the point."""

    IDLE = "nothing expected"
    EXPECTING = "a switch is pending"
    SECURED = "the switch is secured"
    EXCEPTION = "the secured switch cannot be applied"


sync = Field(
    "retail data service",
    Sync,
    Sync.IDLE,
    told=(
        "the retail data service expects no switch",
        "a switch is pending at the retail data service",
        "the retail data service holds the switch as secured",
        "the retail data service cannot apply the secured switch",
    ),
)
expected = Field(
    "supplier that it expects",
    Supplier,
    Supplier.NOBODY,
    told=("", "the retail data service expects {value} as supplier"),
)
held = Field(
    "supplier that it holds",
    Supplier,
    Supplier.A,
    told=("the retail data service holds no supplier", "the retail data service holds {value}"),
)
later_date = Field(
    "its start date is later than the CSS's",
    bool,
    initial=False,
    told=(
        "the retail data service has no later start date than the CSS",
        "the retail data service has a later start date than the CSS",
    ),
)
backlog = Field(
    "an earlier switch waits to be applied",
    bool,
    initial=False,
    told=("no earlier switch waits to be applied", "an earlier switch waits to be applied"),
)

RESOLVE_EXCEPTION = Event("resolve the exception", POINT, CRS, told="{by} resolves the exception")
APPLY_BACKLOG = Event(
    "apply the earlier switch", POINT, RETAIL_DATA_SERVICE, told="{by} applies the earlier switch"
)

IS_EXPECTED = expected.is_(itself(SUPPLIERS))
secured = any_of(IS_EXPECTED & gain.is_(SECURED_ACTIVE), of=SUPPLIERS)
active = any_of(IS_EXPECTED & registration.is_(ACTIVE), of=SUPPLIERS)

SECURED_AT_CSS = Named("the expected switch is secured at the CSS", secured, "C1.12.1")
ACTIVE_AT_CSS = Named("the expected switch is active at the CSS", active & ~secured, "C3")
NONE_THERE = Named("no secured notice is outstanding", ~SECURED_THERE, "A-notices-queue")
BACKLOG = Named("an earlier switch waits", backlog, "A-notices-queue")

IDLE, EXPECTING, SECURED, EXCEPTION = Sync
FINE = (IDLE, EXPECTING, SECURED)
UNSECURED = (IDLE, EXPECTING, EXCEPTION)
ASKED = {expected: itself(SUPPLIERS)}
BEHIND = {expected: itself(SUPPLIERS), backlog: True}
CALLED_OFF = {expected: Supplier.NOBODY}
SWITCHED = {held: expected, expected: Supplier.NOBODY, later_date: False, backlog: False}
LATELY = {held: expected, expected: Supplier.NOBODY, later_date: True}
CAUGHT_UP = {held: supplier_of_record, later_date: True, backlog: False}

RULES = (
    *each(
        Transition(MAKE_PENDING, FINE, EXPECTING, NONE_THERE, ASKED, cites="C3.pending-sync"),
        Transition(MAKE_PENDING, FINE, EXPECTING, SECURED_THERE, BEHIND, cites="A-notices-queue"),
        Transition(MAKE_PENDING, EXCEPTION, EXPECTING, then=BEHIND, cites="A-notices-queue"),
        Transition(MIDNIGHT, SECURED, IDLE, then=SWITCHED, cites="B2.css C1"),
        Transition(MIDNIGHT, UNSECURED, STAYS, then={backlog: False}, cites="C5.late"),
        of=SUPPLIERS,
    ),
    Transition(APPLY_SECURED, EXPECTING, SECURED, when=SECURED_AT_CSS, cites="C3.sync"),
    Transition(APPLY_SECURED, EXPECTING, IDLE, ACTIVE_AT_CSS, LATELY, cites="D2.dates"),
    Transition(CANNOT_APPLY, EXPECTING, EXCEPTION, when=ELECTRICITY, cites="C5.exception"),
    Transition(RESOLVE_EXCEPTION, EXCEPTION, SECURED, when=SECURED_AT_CSS, cites="C5.operator"),
    Transition(RESOLVE_EXCEPTION, EXCEPTION, IDLE, ACTIVE_AT_CSS, LATELY, cites="C5.operator"),
    Transition(APPLY_CANCELLED, EXPECTING, IDLE, then=CALLED_OFF, cites="C3.sync"),
    Transition(GIVE_PROXY, EXPECTING, SECURED, GAS & SECURED_AT_CSS, cites="A-proxy-checked"),
    Transition(GIVE_PROXY, EXPECTING, IDLE, GAS & ACTIVE_AT_CSS, LATELY, cites="D2.proxy"),
    Transition(APPLY_BACKLOG, Sync, STAYS, BACKLOG, CAUGHT_UP, cites="C5.late A-notices-queue"),
)

SYNC = Machine(
    "retail data service",
    POINT,
    state=sync,
    fields=(expected, held, later_date, backlog),
    transitions=RULES,
    happy=(IDLE, EXPECTING, SECURED),
)
