"""The licence that binds the CRS to the code: one for DCC and CRS, or two after a split.

The licence for smart meter communication binds its holder both as DCC and as CRS (2.1-e). The CRS
is a capacity of its own so that the licence can be split, after which a new one binds it (2.1-f).
That nobody is bound by being the CSS or its service provider follows from their ties (2.1-c).
"""

from enum import Enum

from model.language import (
    FALSE,
    INDUSTRY,
    TRUE,
    Duty,
    Event,
    Expression,
    Field,
    Machine,
    Party,
    Tie,
    Transition,
    Via,
    all_of,
)
from model.language.duties import is_never
from model.parties import AUTHORITY, DCC, SEC


class Licence(Enum):
    """Whether one licence covers both capacities."""

    JOINT = "one licence for DCC and CRS"
    SPLIT = "two licences"


licence = Field("licence", Licence, Licence.JOINT)
new_licence_binds = Field("a new licence binds the CRS", bool, initial=False)

SPLIT_LICENCE = Event("split the licence", INDUSTRY, AUTHORITY)

JOINT = licence.is_(Licence.JOINT)
BINDS = {new_licence_binds: True}
SPLIT_AND_BOUND = all_of(licence.is_(Licence.SPLIT), new_licence_binds)

CRS = Party(
    "CRS",
    (
        Tie(SEC, Via.LICENCE, "2.1-b 2.1-e S0.3", while_=JOINT),
        Tie(SEC, Via.LICENCE, "2.1-f S0.3", while_=SPLIT_AND_BOUND),
    ),
)


def one_person(one: Party, other: Party) -> Expression:
    """Say that two capacities are one legal person: DCC and CRS are while the licence is joint."""
    if one is other:
        return TRUE
    return JOINT if {one, other} == {DCC, CRS} else FALSE


def self_owed(duty: Duty) -> Expression:
    """Say that a duty is in force, and owed by a legal person to itself."""
    person = one_person(duty.obligor, duty.beneficiary)
    return FALSE if is_never(person) else all_of(duty.in_force, person)


LICENCE = Machine(
    "licence",
    INDUSTRY,
    state=licence,
    fields=(new_licence_binds,),
    transitions=(
        Transition(SPLIT_LICENCE, Licence.JOINT, Licence.SPLIT, then=BINDS, cites="2.1-f"),
    ),
    happy=(Licence.JOINT, Licence.SPLIT),
)
