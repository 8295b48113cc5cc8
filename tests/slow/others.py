"""Points that count what they share: each step of another joins every two views."""

from enum import Enum

from switchproof import (
    INDUSTRY,
    POINT,
    STAYS,
    Always,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
)


class On(Enum):
    """A machine has one state."""

    ON = "on"


WHO, MOST = Party("somebody"), 60
whole, point = Field("whole", On, On.ON), Field("point", On, On.ON)
total, mine, seen = (Field(name, range(MOST), 0) for name in ("total", "mine", "seen"))
ADD, LOOK = Event("add", POINT, WHO), Event("look", POINT, WHO)
FLOW = Flow(
    "others",
    "Others",
    (
        Machine(
            "whole",
            INDUSTRY,
            whole,
            (Transition(ADD, On.ON, STAYS, total.less_than(MOST - 1), {total: total + 1}),),
            (total,),
        ),
        Machine(
            "points",
            POINT,
            point,
            (
                Transition(ADD, On.ON, STAYS, mine.less_than(MOST - 1), {mine: mine + 1}),
                Transition(LOOK, On.ON, STAYS, then={seen: total}),
            ),
            (mine, seen),
        ),
    ),
    (WHO,),
)
CLAIMS = (
    Always("mine", "Nobody adds more than all do.", mine.at_most(total) & seen.at_most(total)),
)
