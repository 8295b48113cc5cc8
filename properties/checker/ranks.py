"""Ranks: no fair run goes on for ever where it should not, since on each step something falls.

A ranking has blocks of views with their levels (rank, helper), and an invariant for what never
occurs. It is seen by a point with its provider, or by a provider without points.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .fairness import Fairness, enabled
from .kernel.claims import Place, Step, claimed
from .kernel.flow import POINT, Data, Flow, Shape, Tree
from .kernel.invariant import VIEWS, Invariant, box_of, entered, read
from .kernel.need import need
from .kernel.search import Question
from .kernel.world import After, World, shaped
from .others import Shapes

HARMLESS = -1  # helps in a block where nothing is that must not go on for ever
SEEN: dict[Shape, tuple[Shape, Place]] = {(1,): VIEWS["point"], (0,): VIEWS["provider"]}


@dataclass(frozen=True)
class Aim:
    """What a ranking is for: `supposed` must have a rank, and `outside` is where it ends.

    `bad` must not go on for ever where a block has no helper; `barred` events do not happen.
    """

    supposed: Tree
    outside: Tree
    bad: Tree = True
    barred: frozenset[str] = frozenset()


def may_follow(one: list[list[int]], two: list[list[int]]) -> list[int] | None:
    """Return the helpers that must not be taken from one list of levels to another, or None."""
    same: list[int] = []
    for level, below in zip(one, two, strict=False):
        if level != below:
            return same if below[0] < level[0] else None
        same.append(level[1])
    return same


def what_never_occurs(flow: Flow, shape: Shape, data: Data) -> Invariant | Shapes:
    """Return the invariant that says what never occurs, as one is seen; it is of no claim."""
    if "boxes" in data:
        view = "point" if shape == (1,) else "provider"
        return Invariant(flow, True, data["boxes"], view, stepwise=False)
    _, place = SEEN[shape]
    told = {**data, "seen": [{"shape": list(shape), "where": place}], "most": None, "few": None}
    return Shapes(flow, True, told, [[SEEN[shape]]], stepwise=False)


class Ranking:
    """Blocks of views with their levels: along a run that goes on for ever there, no fairness."""

    def __init__(self, flow: Flow, data: Data, fair: Fairness, aim: Aim) -> None:
        self.flow, self.aim, self.shape = flow, aim, tuple(data["shape"])
        need(self.shape in SEEN, "it is not seen from one point, or a provider without points")
        _, self.place = SEEN[self.shape]
        self.at = shaped(flow, self.shape)
        self.never = what_never_occurs(flow, self.shape, data["never"])
        self.blocks, self.helpers = data["blocks"], data["helpers"]
        self.boxes = [[box_of(self.at, box) for box in block["boxes"]] for block in self.blocks]
        self.taken = [set(fair.events[helper["fair"]]) for helper in self.helpers]
        self.known: dict[World, list[Tree]] = {}
        self._check_levels(fair)

    def _check_levels(self, fair: Fairness) -> None:
        """Reject levels that are none, and helpers whose fairness does not count."""
        for helper in self.helpers:
            known, counted = set(helper["known"]), fair.counted[helper["fair"]]
            need(known <= set(counted), "a fairness does not count")
        for levels in (block["levels"] for block in self.blocks):
            need(levels, "a block has no level")
            for n, (_, helper) in enumerate(levels):
                need(helper < len(self.helpers), "a helper")
                last = helper == HARMLESS or not fair.strong[self.helpers[helper]["fair"]]
                need(not last or n == len(levels) - 1, "a weak or harmless level is not the last")

    def questions(self) -> Iterator[Question]:
        """Yield all: that what never occurs never does, of each block, and of each step."""
        yield from self.never.questions()
        yield from self._of_states()
        named = self.aim.barred.union(*self.taken)
        wanted = read(self.at, self.aim.outside, self.place)
        wanted = wanted.union(*(box for boxes in self.boxes for box in boxes))
        for event in self.flow.events:
            for wide, home in self.never.actors(self.at, event):
                seen = event if self._is_seen(event, home) else None
                for conditions, after in wide.steps(event, home, wanted):
                    if (after or event in named) and seen not in self.aim.barred:
                        yield from self._of_step(wide, seen, after, conditions)

    def _of_states(self) -> Iterator[Question]:
        at, known = self.at, self._known(self.at)
        blocks = [self._in(at, n, {}) for n in range(len(self.blocks))]
        unranked = [self._now(self.aim.supposed), *(("not", block) for block in blocks)]
        yield Question("it arises where there is no rank", at, unranked, known)
        for block, here in zip(self.blocks, blocks, strict=True):
            _, last = block["levels"][-1]
            if last == HARMLESS:
                words, wrong = "a harmless block has what must not recur", self.aim.bad
            else:
                words = "no help"
                wrong = ["not", enabled(self.flow, self.helpers[last]["known"])]
            yield Question(words, at, [here, self._now(wrong)], known)

    def _of_step(
        self, at: World, event: str | None, after: After, conditions: list[Tree]
    ) -> Iterator[Question]:
        """Yield of each block that a step from it leads outside, or into one that may follow."""
        step: Step = (after, None, 0)
        outside = claimed(at, self.aim.outside, self.place, step, later=True)
        then = [self._in(at, n, after) for n in range(len(self.blocks))]
        who = f"'{event}'" if event else "a step of another"
        for n, block in enumerate(self.blocks):
            leads = [
                there
                for other, there in zip(self.blocks, then, strict=True)
                if (until := may_follow(block["levels"], other["levels"])) is not None
                and not any(event in self.taken[n] for n in until if n != HARMLESS)
            ]
            bad = [self._in(at, n, {}), ("not", ("or", outside, *leads))]
            yield Question(f"{who} leads on for ever", at, [*bad, *conditions], self._known(at))

    def _known(self, at: World) -> list[Tree]:
        if at not in self.known:
            self.known[at] = self.never.known(at)
        return self.known[at]

    def _is_seen(self, event: str, home: int) -> bool:
        scope = self.flow.events[event]
        return (scope != POINT or self.shape == (1,)) and home == 0

    def _in(self, at: World, block: int, after: After) -> Tree:
        return ("or", *(entered(at, box, after) for box in self.boxes[block]))

    def _now(self, tree: Tree) -> Tree:
        return claimed(self.at, tree, self.place)
