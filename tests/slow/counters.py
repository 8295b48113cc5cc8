"""Six counters that never stand at their last all at once, of which only a whole search knows."""

from enum import Enum

from switchproof import (
    INDUSTRY,
    STAYS,
    Always,
    Event,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Transition,
    all_of,
)


class On(Enum):
    """A machine has one state."""

    ON = "on"


WHO, SIZE, MOST = Party("somebody"), 6, 20
state = Field("state", On, On.ON)
counts = [Field(f"count {n}", range(MOST), 0) for n in range(SIZE)]
events = [Event(f"go {n}", INDUSTRY, WHO) for n in range(SIZE)]
RULES = tuple(
    Transition(event, On.ON, STAYS, count.less_than(MOST - 1), {count: count + 1})
    for event, count in zip(events, counts, strict=True)
)
FLOW = Flow("counters", "Counters", (Machine("m", INDUSTRY, state, RULES, tuple(counts)),), (WHO,))
LAST = all_of(*(count.is_(MOST - 1) for count in counts))
CLAIMS = (
    Always("never-all", "Not all are at their last.", ~LAST),
    LeadsTo("at-last", "All come to it.", state.is_(On.ON), to=LAST, strong=tuple(events)),
)
