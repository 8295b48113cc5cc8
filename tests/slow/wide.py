"""An Enum of 10,000 states, each with a rule of its own."""

from enum import Enum
from itertools import pairwise

from switchproof import POINT, Always, Event, Field, Flow, Machine, Party, Transition

SIZE = 10_000
Wide = Enum("Wide", {f"S{n}": f"s{n}" for n in range(SIZE)})  # type: ignore[misc]  # the same
WHO, ALL = Party("somebody"), list(Wide)
state = Field("state", Wide, ALL[0])
NEXT = Event("next", POINT, WHO)
RULES = tuple(Transition(NEXT, one, two) for one, two in pairwise(ALL[:-1]))
FLOW = Flow("wide", "Wide", (Machine("wide", POINT, state, RULES),), (WHO,))
CLAIMS = (Always("short", "The last is never reached.", state.is_not(ALL[-1])),)
