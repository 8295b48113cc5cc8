"""Comparisons of sums of wide numbers: the checker takes a comparison by cases."""

from enum import Enum

from switchproof import INDUSTRY, STAYS, Always, Event, Field, Flow, Machine, Party, Transition


class On(Enum):
    """A machine has one state."""

    ON = "on"


WHO, MOST = Party("somebody"), 1000
state = Field("state", On, On.ON)
one, two, three = (Field(name, range(MOST), 0) for name in ("one", "two", "three"))
GO = Event("go", INDUSTRY, WHO)
RULES = (
    Transition(
        GO, On.ON, STAYS, (one + two).less_than(three + 1) & one.less_than(2), {one: one + 1}
    ),
)
FLOW = Flow(
    "comparison", "Sums", (Machine("m", INDUSTRY, state, RULES, (one, two, three)),), (WHO,)
)
CLAIMS = (Always("sums", "Two and three stay.", (one + two).at_most(three + 1)),)
