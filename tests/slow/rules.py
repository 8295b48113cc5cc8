"""Many rules of one event that no field visibly parts: each two of them are a doubt."""

from enum import Enum

from switchproof import POINT, STAYS, Always, Event, Field, Flow, Machine, Party, Transition


class On(Enum):
    """A machine has one state."""

    ON = "on"


WHO, MOST = Party("somebody"), 400
state, one, two = (
    Field("state", On, On.ON),
    Field("one", range(MOST), 0),
    Field("two", range(MOST), 1),
)
GO = Event("go", POINT, WHO)
RULES = tuple(
    Transition(GO, On.ON, STAYS, (one + two).is_(n), {one: two, two: one}) for n in range(MOST)
)
FLOW = Flow("rules", "Many rules", (Machine("m", POINT, state, RULES, (one, two)),), (WHO,))
CLAIMS = (Always("holds", "One is small.", one.at_most(1)),)
