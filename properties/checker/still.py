"""Whether one can always still get somewhere: rungs that lead there, or a trap.

Rungs are of the one who is seen: from each of its views one event can be taken, whatever others
do, and leads to the goal or to a lower rank. Where the event asks others, these are led to allow
it first, by rungs of theirs. A trap is of one world: from the end of a run no step leads into its
boxes, nor to the goal.
"""

from collections.abc import Iterator

from .fairness import enabled
from .kernel.claims import Step, claimed, leaves, need_place, roles
from .kernel.flow import POINT, PROVIDER, Data, Flow, Shape, Tree
from .kernel.invariant import box_of, entered, read
from .kernel.need import need
from .kernel.runs import replayed
from .kernel.search import Question
from .kernel.world import After, World, compute, shaped
from .led import agrees, all_led, asks_nobody, is_led, need_own_step, supposed
from .ranks import SEEN, what_never_occurs
from .sorts import need_claim


class Rungs:
    """Rungs to a goal, as one is seen: each with its rank and event; and what never occurs.

    `led` tells where those are led whom an event asks; elsewhere it must ask nothing of others.
    """

    def __init__(self, flow: Flow, told: Data, goal: Tree) -> None:
        shape = tuple(told["shape"])
        need(shape in SEEN, "it is not seen from one point, or a provider without points")
        _, self.place = SEEN[shape]
        self.flow, self.at, self.goal, self.rungs = flow, shaped(flow, shape), goal, told["rungs"]
        self.never = what_never_occurs(flow, shape, told["never"])
        self.boxes = [[box_of(self.at, box) for box in rung["boxes"]] for rung in self.rungs]
        self.events = {rung["event"] for rung in self.rungs}
        need(self.events <= flow.events.keys(), "a rung of no event")
        self.waits: Tree = True
        self.led: dict[str, Tree] = {}

    def questions(self) -> Iterator[Question]:
        """Yield all: of what never occurs, of who is on no rung, and of each rung."""
        yield from self.never.questions()
        at, known = self.at, self.never.known(self.at)
        off = [("not", self._on(at, n, {})) for n in range(len(self.rungs))]
        away = ("not", claimed(at, self.goal, self.place))
        yield Question("it waits on no rung", at, [self.waits, away, *off], known)
        wanted = read(at, self.goal, self.place)
        wanted = wanted.union(*(box for boxes in self.boxes for box in boxes))
        for n, rung in enumerate(self.rungs):
            event, here = rung["event"], self._on(at, n, {})
            may = claimed(at, enabled(self.flow, [event]), self.place)
            yield Question(f"'{event}' cannot be taken", at, [here, ("not", may)], known)
            alone = claimed(at, asks_nobody(self.flow, event), self.place)
            refuses = ("not", ("or", alone, self.led.get(event, False)))
            told = f"'{event}' asks something of others, who are not led"
            yield Question(told, at, [here, refuses], known)
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


def seen_by(flow: Flow, claim: Data) -> Shape:
    """Return from where it is seen: a provider without its points, or else a point."""
    scopes = {flow.scope[leaf[1]] for part in ("body", "to") for leaf in leaves(claim[part])}
    return (0,) if PROVIDER in scopes and POINT not in scopes else (1,)


def rungs_of(flow: Flow, packet: Data) -> Iterator[Rungs]:
    """Yield the rungs of a claim, and those by which others are led to allow its events."""
    claim, lemmas = flow.claims[packet["claim"]], packet["lemmas"]
    rungs = Rungs(flow, packet["ladder"], claim["to"])
    shape, at = tuple(packet["ladder"]["shape"]), rungs.at
    need(shape == seen_by(flow, claim), "it is not seen from everywhere")
    rungs.waits = claimed(at, claim["body"], rungs.place)
    for event in rungs.events:
        need(flow.events[event] != POINT or shape == (1,), f"'{event}' is not seen")
        mine = [lemma for lemma in lemmas if lemma["event"] == event]
        if all_led(flow, event, mine):
            agreed = claimed(at, agrees(flow, event, shape), rungs.place)
            rungs.led[event] = ("and", agreed, *(supposed(at, lemma) for lemma in mine))
    yield rungs
    for lemma in lemmas:
        yield _of_lemma(flow, lemma)


def _of_lemma(flow: Flow, lemma: Data) -> Rungs:
    need(lemma["event"] in flow.events, "a lemma on no event")
    rungs = Rungs(flow, lemma["ladder"], is_led(flow, lemma))
    rungs.waits = supposed(rungs.at, lemma)
    for event in rungs.events:
        need_own_step(flow, event, tuple(lemma["ladder"]["shape"]))
    return rungs


def on_the_way(flow: Flow, packet: Data) -> Iterator[Question]:
    """Yield what must have no answer, so that claims lead on, one after the other, to another.

    In any state whatever: where it begins, the first does, or it is there; and where one ends,
    the next begins, or it is there.
    """
    claim, legs = flow.claims[packet["claim"]], [leg["claim"] for leg in packet["legs"]]
    shape, place = SEEN[seen_by(flow, claim)]
    at = shaped(flow, shape)
    there = claim["body"]
    for leg in legs:
        need_claim(flow, leg)
        need(flow.claims[leg]["kind"] == claim["kind"], f"'{leg}' is of another kind")
        away = ["and", there, ["not", claim["to"]], ["not", flow.claims[leg]["body"]]]
        yield Question(f"'{leg}' need not begin there", at, [claimed(at, away, place)], [])
        there = flow.claims[leg]["to"]
    away = ["and", there, ["not", claim["to"]]]
    yield Question("the last need not end there", at, [claimed(at, away, place)], [])


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
