"""An invariant of one view: boxes of values that never occur together, whoever found them.

The flow is closed: of a run of any world, what one point sees with its provider (or a provider
without its points, or the industry) is a run of that view alone. So the view is all there is.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from .claims import Place, Step, claimed, events_of, leaves, owner_of, roles, whose
from .flow import Flow, Shape, Tree
from .need import need
from .search import Question
from .world import After, Slot, World, shaped

Box: TypeAlias = dict[Slot, list[Any]]  # values that count, of each field that matters

VIEWS: dict[str, tuple[Shape, Place]] = {
    "point": ((1,), {"point": 0}),
    "provider": ((0,), {"provider": 0}),
    "industry": ((), {}),
}


def view_of(flow: Flow, seen_by: Tree) -> str:
    """Return who sees what a claim speaks of, where one is enough."""
    named = roles(flow, seen_by)
    view = next(iter(named), "industry")
    need(named <= {view}, "a claim that names two is not of one view")
    return view


class Invariant:
    """In no box, and (of a claim on states) where the claim holds: so it is first, and stays."""

    def __init__(
        self, flow: Flow, claim: Tree, boxes: list[Any], view: str, *, stepwise: bool
    ) -> None:
        need(flow.closed, "points interact: one view is not enough")
        shape, self.place = VIEWS[view]
        self.at, self.claim, self.stepwise = shaped(flow, shape), claim, stepwise
        self.boxes = [box_of(self.at, box) for box in boxes]

    def known(self, at: World) -> list[Tree]:
        """Return what is known of each state."""
        boxes = [("not", entered(at, box, {})) for box in self.boxes]
        return boxes if self.stepwise else [claimed(at, self.claim, self.place), *boxes]

    def actors(self, at: World, event: str) -> Iterator[tuple[World, int]]:
        """Yield who may take an event that is seen; whoever else takes it changes nothing here."""
        yield from ((at, home) for home in at.owners(at.flow.events[event]))

    def questions(self) -> Iterator[Question]:
        """Yield all: of first states, of steps, and of those of which nothing is seen."""
        at, known, named = self.at, self.known(self.at), events_of(self.claim)
        wrong = ("not", ("and", *known))
        yield Question("a first state is in a box, or breaks it", at, [wrong], first(at))
        if self.stepwise:
            still = ("not", claimed(at, self.claim, self.place))
            yield Question("a step that changes nothing breaks it", at, [still], known)
        spoken = read(at, self.claim, self.place).union(*self.boxes)
        for event in at.flow.events:
            for _, home in self.actors(at, event):
                for conditions, after in at.steps(event, home, spoken):
                    if after or event in named:  # a step that writes nothing here is as none
                        for words, bad in self.broken((after, event, home)):
                            told = f"'{event}' by one who is seen {words}"
                            yield Question(told, at, [*conditions, bad], known)

    def broken(self, step: Step) -> Iterator[tuple[str, Tree]]:
        """Yield that the claim fails of a step, and that this leads into a box."""
        after, *_ = step
        later = not self.stepwise
        yield "breaks it", ("not", claimed(self.at, self.claim, self.place, step, later=later))
        for box in self.boxes:
            if box.keys() & after.keys():
                yield "leads into a box", entered(self.at, box, after)


def box_of(at: World, told: list[Any]) -> Box:
    """Return a box, by slots; reject one of what is not there, or that no field holds."""
    box = {(name, owner): values for name, owner, values in told}
    need(len(box) == len(told), "a box says of one field twice what it is")
    need(at.slots.keys() >= box.keys(), "a box of what is not there")
    known = all(at.flow.has_all(name, values) for (name, _), values in box.items())
    need(known, "a box of what no field holds")
    return box


def entered(at: World, box: Box, after: After) -> Tree:
    """Return that all of a box holds after something is written."""
    now = ((after.get(slot, at.slots[slot]), values) for slot, values in box.items())
    return ("and", *(("in", tree, *values) for tree, values in now))


def first(at: World) -> list[Tree]:
    """Return that a state is a first one."""
    return [("in", tree, *at.flow.starts[name]) for (name, _), tree in at.slots.items()]


def read(at: World, claim: Tree, place: Place) -> set[Slot]:
    """Return what a claim reads from a place."""
    reads = [leaf for leaf in leaves(claim) if leaf[0] == "read"]
    scope = at.flow.scope
    return {(r[1], owner_of(at, place, whose(r)[0], scope[r[1]])) for r in reads}
