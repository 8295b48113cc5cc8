"""Whether one can always still get somewhere: rungs that lead there, or a trap.

Rungs are of the one who is seen: from each of its views one event can be taken, whatever others
do, and leads to the goal or to a lower rank. A trap is of one world: from the end of a run no
step leads into its boxes, nor to the goal.
"""

from collections.abc import Iterator

from .fairness import asks_nobody, enabled
from .kernel.claims import Step, claimed, leaves, need_place, roles
from .kernel.flow import POINT, PROVIDER, Data, Flow, Shape, Tree
from .kernel.invariant import box_of, entered, read
from .kernel.need import need
from .kernel.runs import replayed
from .kernel.search import Question
from .kernel.world import After, World, compute, shaped
from .ranks import SEEN, what_never_occurs


class Ladder:
    """Rungs, each with its rank and event, and an invariant for what never occurs."""

    def __init__(self, flow: Flow, claim: Data, data: Data) -> None:
        scopes = {flow.scope[leaf[1]] for part in ("body", "to") for leaf in leaves(claim[part])}
        needed: Shape = (0,) if PROVIDER in scopes and POINT not in scopes else (1,)
        need(tuple(data["shape"]) == needed, "it is not seen from everywhere")
        _, self.place = SEEN[needed]
        self.flow, self.at = flow, shaped(flow, needed)
        self.goal, self.rungs = claim["to"], data["rungs"]
        self.waits = ["and", claim["body"], ["not", self.goal]]
        self.never = what_never_occurs(flow, needed, data["never"])
        self.boxes = [[box_of(self.at, box) for box in rung["boxes"]] for rung in self.rungs]
        for rung in self.rungs:
            event = rung["event"]
            need(event in flow.events, "a rung of no event")
            need(flow.events[event] != POINT or needed == (1,), f"'{event}' is not seen")
            need(asks_nobody(flow, event), f"'{event}' asks something of others")

    def questions(self) -> Iterator[Question]:
        """Yield all: of what never occurs, of who is on no rung, and of each rung."""
        yield from self.never.questions()
        at, known = self.at, self.never.known(self.at)
        off = [("not", self._on(at, n, {})) for n in range(len(self.rungs))]
        waits = claimed(at, self.waits, self.place)
        yield Question("it waits on no rung", at, [waits, *off], known)
        wanted = read(at, self.goal, self.place)
        wanted = wanted.union(*(box for boxes in self.boxes for box in boxes))
        for n, rung in enumerate(self.rungs):
            event, here = rung["event"], self._on(at, n, {})
            cannot = ("not", claimed(at, enabled(self.flow, [event]), self.place))
            yield Question(f"'{event}' cannot be taken", at, [here, cannot], known)
            for conditions, after in at.steps(event, 0, wanted):
                astray = ("not", self._nearer(at, rung["rank"], after))
                yield Question(f"'{event}' leads astray", at, [here, astray, *conditions], known)

    def _on(self, at: World, rung: int, after: After) -> Tree:
        return ("or", *(entered(at, box, after) for box in self.boxes[rung]))

    def _nearer(self, at: World, rank: int, after: After) -> Tree:
        step: Step = (after, None, 0)
        lower = [n for n, rung in enumerate(self.rungs) if rung["rank"] < rank]
        there = claimed(at, self.goal, self.place, step, later=True)
        return ("or", there, *(self._on(at, n, after) for n in lower))


def trapped(flow: Flow, packet: Data) -> Iterator[Question]:
    """Yield what must have no answer, so that nothing leads out of a trap.

    Rejects it unless its run ends within, where what is claimed holds.
    """
    claim, run = flow.claims[packet["claim"]], packet["run"]
    at, place = shaped(flow, tuple(run["shape"])), run["where"]
    need(at.of and packet["points"] == str(len(at.of)), "for how many points")
    need_place(at, place, roles(flow, ["and", claim["body"], claim["to"]]))
    *_, end = replayed(flow, run)
    boxes = [box_of(at, box) for box in packet["boxes"]]

    def out(after: After) -> Tree:
        there = claimed(at, claim["to"], place, (after, None, 0), later=True)
        return ("or", there, *(entered(at, box, after) for box in boxes))

    need(compute(claimed(at, claim["body"], place), end), "what it supposes does not hold there")
    need(not compute(out({}), end), "the run does not end in the trap")
    wanted = read(at, claim["to"], place).union(*boxes)
    for event, scope in flow.events.items():
        for home in at.owners(scope):
            for conditions, after in at.steps(event, home, wanted):
                if after:
                    told = f"'{event}' leads out of the trap"
                    yield Question(told, at, [*conditions, out(after)], [("not", out({}))])
