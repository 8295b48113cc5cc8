"""The DSP's copy of who supplies a point, and the suppliers whose commands it accepts for it.

A supplier's role follows from who is registered (A1), and the DSP knows that from its copy alone:
where the copy lags, so does authority. The copy is one and the same in every flow; which events
load it is the flow's own matter.
"""

from enum import Enum

from model.current.files import LOAD
from model.current.provision import IN_FILE, carried, provision
from model.current.store import LOSE_DATA
from model.language import POINT, STAYS, Event, Field, Machine, Transition, all_of, each, itself
from model.parties import SUPPLIER, SUPPLIERS, Supplier


class Authority(Enum):
    """Commands are accepted or refused, and leave nothing behind."""

    OPEN = "open to commands"


copy = Field(
    "copy at the DSP",
    Supplier,
    Supplier.NOBODY,
    told=("the DSP holds no supplier for the point", "the DSP holds {value} for the point"),
)
authority = Field("authority", Authority, Authority.OPEN)

COMMAND_ACCEPTED = Event(
    "a command is accepted",
    POINT,
    SUPPLIER,
    of=SUPPLIERS,
    told="{by} gives a command as {}, and it is accepted",
)
COMMAND_REFUSED = Event(
    "a command is refused",
    POINT,
    SUPPLIER,
    of=SUPPLIERS,
    told="{by} gives a command as {}, and it is refused",
)

LOADED = all_of(provision.is_(IN_FILE), carried.is_(itself(SUPPLIERS))).called(
    "the file names {}", cites="A2"
)
named_in_copy = copy.is_(itself(SUPPLIERS)).called(
    "the DSP's copy names the supplier", cites="A1 E1.1"
)
not_named_in_copy = copy.is_not(itself(SUPPLIERS)).called(
    "the DSP's copy does not name the supplier", cites="A1 E1.1"
)

LOST = Transition(LOSE_DATA, Supplier, Supplier.NOBODY, cites="E2.8 A-loss")

COPY = Machine(
    "copy",
    POINT,
    state=copy,
    transitions=(
        *each(
            Transition(LOAD, Supplier, itself(SUPPLIERS), when=LOADED, cites="E1.1 A-load"),
            of=SUPPLIERS,
        ),
        LOST,
    ),
    happy=(Supplier.NOBODY, Supplier.A, Supplier.B),
)

AUTHORITY = Machine(
    "authority",
    POINT,
    state=authority,
    transitions=each(
        Transition(COMMAND_ACCEPTED, Authority.OPEN, STAYS, when=named_in_copy, cites="A1 1-c"),
        Transition(COMMAND_REFUSED, Authority.OPEN, STAYS, when=not_named_in_copy, cites="A1 1-c"),
        of=SUPPLIERS,
    ),
)
