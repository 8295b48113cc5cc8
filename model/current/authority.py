"""The DSP's copy of who supplies a point, and the suppliers whose commands it accepts for it.

A supplier's role follows from who is registered (A1), and the DSP knows that from its copy alone:
where the copy lags, so does authority. The copy is one and the same in every flow; which events
load it is the flow's own matter.
"""

from enum import Enum

from model.current.files import LOAD
from model.current.provision import IN_FILE, carried, provision
from model.current.registration import of_each_supplier
from model.current.store import LOSE_DATA
from model.language import POINT, STAYS, Field, Machine, Named, Transition
from model.parties import SUPPLIER, SUPPLIERS, Supplier


class Authority(Enum):
    """Commands are accepted or refused, and leave nothing behind."""

    OPEN = "open to commands"


copy = Field("copy at the DSP", Supplier, Supplier.NOBODY)
authority = Field("authority", Authority, Authority.OPEN)

COMMAND_ACCEPTED = of_each_supplier("a command is accepted", SUPPLIER)
COMMAND_REFUSED = of_each_supplier("a command is refused", SUPPLIER)


def _loaded(supplier: Supplier) -> Named:
    in_file = provision.is_(IN_FILE) & carried.is_(supplier)
    return Named(f"the file names {supplier.value}", in_file, cites="A2")


def named_in_copy(supplier: Supplier) -> Named:
    """Say that the DSP's copy names the supplier."""
    return Named("the DSP's copy names the supplier", copy.is_(supplier), cites="A1 E1.1")


def not_named_in_copy(supplier: Supplier) -> Named:
    """Say that the DSP's copy does not name the supplier."""
    return Named(
        "the DSP's copy does not name the supplier", copy.is_not(supplier), cites="A1 E1.1"
    )


LOST = Transition(LOSE_DATA, Supplier, Supplier.NOBODY, cites="E2.8 A-loss")

COPY = Machine(
    "copy",
    POINT,
    state=copy,
    transitions=(
        *(Transition(LOAD, Supplier, s, when=_loaded(s), cites="E1.1 A-load") for s in SUPPLIERS),
        LOST,
    ),
    happy=(Supplier.NOBODY, Supplier.A, Supplier.B),
)


def _commands_of(s: Supplier) -> tuple[Transition, ...]:
    here = Authority.OPEN
    return (
        Transition(COMMAND_ACCEPTED[s], here, STAYS, when=named_in_copy(s), cites="A1 1-c"),
        Transition(COMMAND_REFUSED[s], here, STAYS, when=not_named_in_copy(s), cites="A1 1-c"),
    )


AUTHORITY = Machine(
    "authority",
    POINT,
    state=authority,
    transitions=tuple(rule for s in SUPPLIERS for rule in _commands_of(s)),
)
