"""Both registries of a point, slim: who is on record, who has asked for it, and which one counts.

What can go wrong at each stands in `model/current` and `model/css`. MPAS or UK Link is in operation
until the registry moves. How the CSS comes to hold its registrations is three steps of their own:
it is loaded, it is fed with each switch from then on, and a table says what becomes of a request
that is under way as the registry moves. None of the three was found in a text
(A-registry-steps); that records were moved ahead of the CSS is known (D1.migration).
"""

from enum import Enum

from model.handover.change import FALL_BACK
from model.handover.paths import REGISTRATION, SWITCH, of_record
from model.language import (
    INDUSTRY,
    POINT,
    STAYS,
    Event,
    Field,
    Machine,
    Named,
    Transition,
    all_of,
    all_points,
    choose,
    each,
    itself,
)
from model.parties import AUTHORITY, CLOCK, CSS, REGISTRATION_SERVICE, SUPPLIERS, Supplier


class Prepared(Enum):
    """The preparations only stand as they are."""

    KEPT = "kept"


class Registry(Enum):
    """Which registry is in operation."""

    MPAS = "MPAS or UK Link"
    CSS = "the CSS"


registry = Field(
    "registry in operation",
    Registry,
    Registry.MPAS,
    told=("MPAS or UK Link is in operation", "the CSS is in operation"),
)
prepared = Field("preparations", Prepared, Prepared.KEPT)
drained = Field(
    "drained",
    bool,
    initial=False,
    told=("MPAS or UK Link takes requests", "MPAS or UK Link is drained"),
)
loaded = Field(
    "loaded",
    bool,
    initial=False,
    told=("the CSS holds no registrations", "the CSS was loaded with registrations"),
)
fed = Field(
    "fed",
    bool,
    initial=False,
    told=("the CSS is told of no switch", "the CSS is told of each switch"),
)
table = Field(
    "table for requests in flight",
    bool,
    initial=False,
    told=("no table says what becomes of requests", "a table says what becomes of requests"),
)
rec = Field(
    "duties under the REC",
    bool,
    initial=False,
    told=("the REC's duties on registration have not begun", "the REC's duties have begun"),
)
asked_at_mpas = Field(
    "request at MPAS or UK Link",
    Supplier,
    Supplier.NOBODY,
    told=("no request is open at MPAS or UK Link", "{value} has asked MPAS or UK Link"),
)
asked_at_css = Field(
    "request at the CSS",
    Supplier,
    Supplier.NOBODY,
    told=("no request is open at the CSS", "{value} has asked the CSS"),
)
at_css = Field(
    "on record at the CSS",
    Supplier,
    Supplier.NOBODY,
    told=("the CSS has nobody on record", "{value} is on record at the CSS"),
)

DRAIN = Event("MPAS or UK Link is drained", INDUSTRY, REGISTRATION_SERVICE)
LOAD = Event("the CSS is loaded with registrations", INDUSTRY, CSS)
FEED = Event("the CSS is fed with each switch", INDUSTRY, REGISTRATION_SERVICE)
ADOPT_TABLE = Event("the table for requests in flight is adopted", INDUSTRY, AUTHORITY)
MOVE = Event("the registry moves to the CSS", INDUSTRY, AUTHORITY)
REC_BEGINS = Event("the REC's duties on registration begin", INDUSTRY, AUTHORITY)
REQUEST = Event("request a switch at MPAS or UK Link", POINT, REGISTRATION_SERVICE, of=SUPPLIERS)
REQUEST_AT_CSS = Event("request a switch at the CSS", POINT, CSS, of=SUPPLIERS)
SWITCH_AT_CSS = Event("a switch goes live at the CSS", POINT, CLOCK, of=SUPPLIERS)

KEPT = Prepared.KEPT
NOBODY = Supplier.NOBODY

MOVED = Named("the CSS is in operation", registry.is_(Registry.CSS), cites="D1.unread")
NOT_MOVED = Named("MPAS or UK Link is in operation", registry.is_(Registry.MPAS), cites="D1.unread")
TAKEN = Named("MPAS or UK Link takes requests", ~drained, cites="D1.unread")
NO_REQUEST = Named("no point has a request", all_points(asked_at_mpas.is_(NOBODY)), "D1.unread")
HEARS = Named("the CSS holds registrations and is fed", all_of(loaded, fed), cites="D1.unread")
HEARS_NOT = Named("the CSS is not fed", ~all_of(loaded, fed), cites="D1.unread")
BY_TABLE = Named("a table says what becomes of requests", table, cites="D1.unread")
NO_TABLE = Named("no table says what becomes of requests", ~table, cites="D1.unread")
ASKED = asked_at_mpas.is_(itself(SUPPLIERS)).called("{} has asked there", cites="B2")
THERE = of_record.is_(itself(SUPPLIERS)).called("{} is on record there", cites="B4")
NOT_THERE = of_record.is_not(itself(SUPPLIERS)).called(
    "{} is not on record there", cites="A-no-request-to-oneself"
)
ASKED_AT_CSS = asked_at_css.is_(itself(SUPPLIERS)).called("{} has asked the CSS", cites="C3")
NOT_AT_CSS = at_css.is_not(itself(SUPPLIERS)).called(
    "{} is not on record at the CSS", cites="A-no-request-to-oneself"
)

in_operation = choose(MOVED, at_css, of_record)

REGISTRY = Machine(
    "registry in operation",
    INDUSTRY,
    state=registry,
    transitions=(
        Transition(MOVE, Registry.MPAS, Registry.CSS, cites="D1.unread A-registry-steps"),
        Transition(FALL_BACK, Registry, Registry.MPAS, cites="A-fallback"),
    ),
    happy=(Registry.MPAS, Registry.CSS),
)
PREPARATIONS = Machine(
    "preparations",
    INDUSTRY,
    state=prepared,
    fields=(drained, loaded, fed, table, rec),
    transitions=(
        Transition(DRAIN, KEPT, STAYS, NO_REQUEST, {drained: True}, cites="A-registry-steps"),
        Transition(LOAD, KEPT, STAYS, then={loaded: True}, cites="D1.migration A-registry-steps"),
        Transition(FEED, KEPT, STAYS, then={fed: True}, cites="A-registry-steps"),
        Transition(ADOPT_TABLE, KEPT, STAYS, then={table: True}, cites="A-registry-steps"),
        Transition(REC_BEGINS, KEPT, STAYS, then={rec: True}, cites="C1.schedule"),
        Transition(FALL_BACK, KEPT, STAYS, then={drained: False}, cites="A-fallback"),
    ),
)
REQUESTS = Machine(
    "request at MPAS or UK Link",
    POINT,
    state=asked_at_mpas,
    transitions=(
        *each(
            Transition(
                REQUEST, NOBODY, itself(SUPPLIERS), all_of(TAKEN, NOT_MOVED, NOT_THERE), cites="B2"
            ),
            Transition(SWITCH, Supplier, NOBODY, when=ASKED & NOT_MOVED, cites="B4"),
            of=SUPPLIERS,
        ),
        Transition(MOVE, Supplier, NOBODY, when=BY_TABLE, cites="D1.unread"),
        Transition(MOVE, Supplier, STAYS, when=NO_TABLE, cites="D1.unread"),
    ),
)
REQUESTS_AT_CSS = Machine(
    "request at the CSS",
    POINT,
    state=asked_at_css,
    transitions=(
        *each(
            Transition(
                REQUEST_AT_CSS, NOBODY, itself(SUPPLIERS), when=MOVED & NOT_AT_CSS, cites="C2 C3"
            ),
            Transition(SWITCH_AT_CSS, Supplier, NOBODY, when=ASKED_AT_CSS & MOVED, cites="C1"),
            Transition(MOVE, Supplier, itself(SUPPLIERS), when=BY_TABLE & ASKED, cites="D1.unread"),
            of=SUPPLIERS,
        ),
        Transition(FALL_BACK, Supplier, NOBODY, cites="A-fallback"),
    ),
)
RECORD_AT_CSS = Machine(
    "on record at the CSS",
    POINT,
    state=at_css,
    transitions=each(
        Transition(SWITCH_AT_CSS, Supplier, itself(SUPPLIERS), cites="C1"),
        Transition(LOAD, Supplier, itself(SUPPLIERS), when=THERE, cites="D1.migration"),
        Transition(SWITCH, Supplier, itself(SUPPLIERS), when=HEARS, cites="D1.unread"),
        Transition(SWITCH, Supplier, STAYS, when=HEARS_NOT, cites="A-total"),
        of=SUPPLIERS,
    ),
)
REGISTRIES = (REGISTRY, PREPARATIONS, REGISTRATION, REQUESTS, REQUESTS_AT_CSS, RECORD_AT_CSS)
