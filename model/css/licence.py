"""The licence that binds the CRS to the code: one for DCC and CRS, or two after a split.

The licence for smart meter communication binds its holder both as DCC and as CRS (2.1-e). The CRS
is a capacity of its own so that the licence can be split, after which a new one binds it (2.1-f).
That nobody is bound by being the CSS or its service provider follows from their ties (2.1-c).
"""

from enum import Enum

from model.language import (
    INDUSTRY,
    Event,
    Field,
    Machine,
    OnePerson,
    Party,
    Tie,
    Transition,
    Via,
    all_of,
)
from model.parties import AFTER_A_SPLIT, AUTHORITY, DCC, OF_THE_CRS, SEC


class Licence(Enum):
    """Whether one licence covers both capacities."""

    JOINT = "one licence for DCC and CRS"
    SPLIT = "two licences"


licence = Field(
    "licence",
    Licence,
    Licence.JOINT,
    told=("one licence covers DCC and CRS", "DCC and CRS have a licence each"),
)
new_licence_binds = Field(
    "a new licence binds the CRS",
    bool,
    initial=False,
    told=("no new licence binds the CRS", "a new licence binds the CRS"),
)

SPLIT_LICENCE = Event("split the licence", INDUSTRY, AUTHORITY, told="{by} splits the licence")

JOINT = licence.is_(Licence.JOINT)
BINDS = {new_licence_binds: True}
SPLIT_AND_BOUND = all_of(licence.is_(Licence.SPLIT), new_licence_binds)

CRS = Party(
    "CRS",
    (
        Tie(SEC, Via.LICENCE, "2.1-b 2.1-e S0.3", while_=JOINT, remedies=OF_THE_CRS),
        Tie(SEC, Via.LICENCE, "2.1-f S0.3", while_=SPLIT_AND_BOUND, remedies=AFTER_A_SPLIT),
    ),
)
ONE_PERSON = OnePerson((DCC, CRS), while_=JOINT)

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
