"""Points that interact, and claims on several: an invariant of shapes, and every actor beside them.

Leaving out is no argument here. A proof gives boxes for some shapes, wherever a shape is seen in a
world; a step may be one of theirs, or another's, with those whom its guards ask for.
"""

from collections.abc import Iterator
from itertools import permutations, product
from typing import TypeAlias

from .kernel.claims import Step, claimed, events_of, need_place
from .kernel.flow import INDUSTRY, POINT, PROVIDER, Data, Flow, Shape, Tree, rules_of, somes
from .kernel.invariant import Box, box_of, entered, first, read
from .kernel.need import need, tick
from .kernel.search import Question
from .kernel.world import World, shaped, world
from .places import Sight, alike, has_providers, with_a_point

Who: TypeAlias = tuple[Shape, Shape]  # the providers and points that stand for a shape


def with_one_more(at: World, most: int | None) -> list[World]:
    """Return each world with one point more, or a provider without points."""
    flow, count, of = at.flow, at.providers, at.of
    found = [world(flow, count, (*of, provider)) for provider in range(count)]
    if has_providers(flow) or not count:
        found.append(world(flow, count + 1, (*of, count)))
    if has_providers(flow):
        found.append(world(flow, count + 1, of))
    return [more for more in found if most is None or len(more.of) <= most]


def embeddings(at: World, shape: Shape) -> Iterator[Who]:
    """Yield each way to see a shape in a world: which providers, and which of their points."""
    for providers in permutations(range(at.providers), len(shape)):
        mine = [[m for m in at.owners(POINT) if at.of[m] == p] for p in providers]
        picks = (permutations(m, n) for m, n in zip(mine, shape, strict=True))
        for picked in product(*picks):
            tick()
            yield providers, tuple(m for points in picked for m in points)


def witnesses(flow: Flow, event: str) -> int:
    """Return how many others the guards of an event may ask for, by *some*."""
    rules = (rules_of(machine, event) for machine in flow.having[event])
    return sum(max(len(somes(rule)) for rule in mine) for mine in rules)


def actors(at: World, event: str, most: int | None = None) -> Iterator[tuple[World, int]]:
    """Yield who may take an event: one who is seen, or another, with those whom guards ask for."""
    scope, flow = at.flow.events[event], at.flow
    found = [(at, home) for home in at.owners(scope)]
    if scope == POINT:
        wider = [more for more in with_one_more(at, most) if len(more.of) > len(at.of)]
        found += [(more, len(at.of)) for more in wider]
    if scope == PROVIDER:
        found.append((world(flow, at.providers + 1, at.of), at.providers))
    for wide, home in found:
        asked = {wide: None}
        for _ in range(witnesses(flow, event)):
            asked |= {one: None for each in list(asked) for one in with_one_more(each, most)}
        yield from ((each, home) for each in asked)


class Shapes:
    """For each shape, boxes of values that never occur together, and from where a claim is seen.

    It holds for any number of points; or for `most`; or for more than that, where `few` is such
    a proof for the rest.
    """

    def __init__(
        self, flow: Flow, claim: Tree, data: Data, sets: list[list[Sight]], *, stepwise: bool
    ) -> None:
        self.flow, self.claim, self.stepwise = flow, claim, stepwise
        self.boxes: dict[Shape, list[Box]] = {}
        for entry in data["shapes"]:
            shape = tuple(entry["shape"])
            need(shape not in self.boxes, "a shape stands there twice")
            self.boxes[shape] = [box_of(shaped(flow, shape), box) for box in entry["boxes"]]
        self.sights: list[Sight] = [(tuple(s["shape"]), s["where"]) for s in data["seen"]]
        need({shape for shape, _ in self.sights} <= self.boxes.keys(), "a shape is not kept")
        self.most, self.few = data["most"], None
        need(self.most != 0, "at most how many points")
        for shape, where in self.sights:
            need_place(shaped(flow, shape), where, set(sets[0][0][1]))
        if data["few"]:
            self.few = Shapes(flow, claim, data["few"], sets, stepwise=stepwise)
            points = sum(sets[-1][0][0])
            need(self.few.most == points and self.most is None, "the few are not all that is left")
            sets = [with_a_point(flow, sets[-1])]
        seen = [alike(sight) for sight in self.sights]
        everywhere = any(all(alike(sight) in seen for sight in wanted) for wanted in sets)
        need(everywhere, "the claim is not seen from everywhere")
        self.cache: dict[World, list[Tree]] = {}

    def known(self, at: World) -> list[Tree]:
        """Return what is known before a step: each shape, wherever it is seen, is in no box."""
        if at not in self.cache:
            self.cache[at] = [
                tree
                for shape in self.boxes
                for who in embeddings(at, shape)
                for tree in self._of(at, shape, who)
            ]
        return self.cache[at]

    def _of(self, at: World, shape: Shape, who: Who) -> Iterator[Tree]:
        for seen, place in () if self.stepwise else self.sights:
            if seen == shape:
                there = {role: who["provider" not in role][n] for role, n in place.items()}
                yield claimed(at, self.claim, there)
        for box in self.boxes[shape]:
            there_is = {(f, _there(self.flow, f, n, who)): some for (f, n), some in box.items()}
            yield ("not", entered(at, there_is, {}))

    def actors(self, at: World, event: str) -> Iterator[tuple[World, int]]:
        """Yield who may take an event, in a world of no more points than the proof is for."""
        return actors(at, event, self.most)

    def questions(self) -> Iterator[Question]:
        """Yield all of each shape, and those of the few."""
        yield from self.few.questions() if self.few else ()
        for shape in self.boxes:
            yield from self._of_shape(shaped(self.flow, shape), shape)

    def _of_shape(self, at: World, shape: Shape) -> Iterator[Question]:
        """Yield those of first states and of steps.

        What the claim says where nothing changes is asked once, for all steps of which it neither
        names the event nor reads what they write; where that has an answer, each is asked about.
        """
        places = [place for seen, place in self.sights if seen == shape]
        boxes, holds = self.boxes[shape], [claimed(at, self.claim, place) for place in places]
        wrong = [entered(at, box, {}) for box in boxes]
        wrong += [] if self.stepwise else [("not", one) for one in holds]
        yield Question("a first state is in a box, or breaks it", at, [("or", *wrong)], first(at))
        each = False
        if self.stepwise and holds:
            words, fails = "a step that changes nothing breaks it", ("not", ("and", *holds))
            still = Question(words, at, [fails], self.known(at))
            each = still.answer() is not None
            yield from () if each else (still,)
        wanted = set[tuple[str, int]]().union(
            *boxes, *(read(at, self.claim, place) for place in places)
        )
        named = events_of(self.claim) if places else set()
        for event in self.flow.events:
            for wide, home in self.actors(at, event):
                who = "one who is seen" if wide is at else "another"
                for conditions, after in wide.steps(event, home, wanted):
                    if after or each or event in named:
                        for words, bad in self._broken(wide, shape, (after, event, home)):
                            told = f"'{event}' by {who} {words}"
                            yield Question(told, wide, [*conditions, bad], self.known(wide))

    def _broken(self, at: World, shape: Shape, step: Step) -> Iterator[tuple[str, Tree]]:
        """Yield that the claim fails of a step, and that this leads into a box."""
        after, *_ = step
        for place in (place for seen, place in self.sights if seen == shape):
            holds = claimed(at, self.claim, place, step, later=not self.stepwise)
            yield "breaks it", ("not", holds)
        for box in self.boxes[shape]:
            if box.keys() & after.keys():
                yield "leads into a box", entered(at, box, after)


def _there(flow: Flow, name: str, owner: int, who: Who) -> int:
    scope = flow.scope[name]
    return owner if scope == INDUSTRY else who[1 - scope][owner]
