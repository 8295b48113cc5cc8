"""Two rules that compete only if nine pigeons had eight holes, which solvers are slow to see."""

from enum import Enum

from switchproof import (
    INDUSTRY,
    STAYS,
    Always,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
    all_of,
    any_of,
    at_most_one,
)


class On(Enum):
    """A machine has one state."""

    ON = "on"


WHO, HOLES = Party("somebody"), range(11)
state = Field("state", On, On.ON)
sits = [[Field(f"{n} in {hole}", bool, (False, True)) for hole in HOLES] for n in range(12)]
GO = Event("go", INDUSTRY, WHO)
EACH = all_of(*(any_of(*row) for row in sits))
APART = all_of(*(at_most_one(*(row[hole] for row in sits)) for hole in HOLES))
RULES = (Transition(GO, On.ON, STAYS, EACH), Transition(GO, On.ON, STAYS, APART))
FIELDS = tuple(field for row in sits for field in row)
FLOW = Flow("pigeons", "Pigeons", (Machine("m", INDUSTRY, state, RULES, FIELDS),), (WHO,))
CLAIMS = (Always("crowded", "Not all sit apart.", ~(EACH & APART)),)
