"""False proofs for the forger: invariants that are true of those worlds in which a claim holds."""

from itertools import product
from random import Random
from typing import Any

from model.language.claims import Claim, Sometimes
from model.language.meaning import World
from model.language.sorts import members
from properties.checker.arising import supposed_by
from properties.checker.kernel.claims import roles
from properties.checker.places import Sight, sights, with_a_point
from properties.checker.proofs import parts_of
from properties.engine.packets.export import value
from tests.forger_worlds import MOST_VIEWS, Shape, Target, View
from tests.instances import _flat
from tests.packet_format import (
    Data,
    arising,
    by_run,
    head,
    of_one_view,
    of_shapes,
    proof,
    run,
)
from tests.plain import Tree, embeddings
from tests.plain import World as Plain


class Liar:
    """Makes false proofs of a claim: it believes in the worlds where the claim holds."""

    def __init__(self, target: Target, claim: Claim) -> None:
        self.target, self.claim, self.random = target, claim, target.random
        worlds = target.worlds
        holds = [shape for shape in worlds if claim.id not in worlds[shape].broken]
        some = self.random.sample(sorted(worlds), self.random.randrange(1, len(worlds) + 1))
        self.believed = holds if holds and self.random.random() < 0.8 else some
        self.boxes: dict[Shape, list[Any]] = {}

    def packet(self) -> Data:
        """A packet that says a false claim is proved, or that what happens never does."""
        body = self.target.body(self.claim)
        verdict = "refuted" if isinstance(self.claim, Sometimes) else "proved"
        proofs = [self.proof(part, body) for part in parts_of(body)]
        situations = [self._situation() for _ in supposed_by(self.target.read, self._told())]
        told = head("small", self.claim.id, verdict, "any") | arising(situations, empty=False)
        one_view = self.random.random() < 0.2
        return told | (of_one_view(self.view(body)) if one_view else of_shapes(proofs))

    def view(self, body: Tree) -> list[Any]:
        """Boxes of one view, as if nobody else could do anything."""
        named = next(iter(roles(self.target.read, body)), "")
        return self.boxes_of({"point": (1,), "provider": (0,)}.get(named, ()))

    def _told(self) -> Data:
        told: Data = self.target.data["claims"][self.claim.id]
        return told

    def _situation(self) -> Data:
        named = roles(self.target.read, self._told()["body"])
        return by_run(walk(self.target, self.random, sorted(named)))

    def proof(self, part: Tree, body: Tree) -> Data:
        """A proof of a part of a claim."""
        flow = self.target.read
        sets = sights(flow, part if self.random.random() < 0.1 else body)
        if self.random.random() < 0.2:
            few = self._of(sets[-1], most=sum(sets[-1][0][0]))
            return self._of(with_a_point(flow, sets[-1]), few=few)
        return self._of(self.random.choice(sets))

    def _of(self, seen: list[Sight], most: int | None = None, few: Data | None = None) -> Data:
        shapes = dict.fromkeys(shape for shape, _ in seen)
        if self.random.random() < 0.3:
            shapes[self.random.choice([(), (0,), (1,), (1, 0), (1, 1), (2,)])] = None
        return proof(seen, {shape: self._some_of(shape) for shape in shapes}, most, few)

    def _some_of(self, shape: Shape) -> list[Any]:
        return (
            [] if sum(shape) < len(shape) and self.random.random() < 0.4 else self.boxes_of(shape)
        )

    def boxes_of(self, shape: Shape) -> list[Any]:
        """Boxes of what is not seen of a shape in any world that is believed in."""
        if shape not in self.boxes:
            plain = Plain(self.target.data, shape)
            slots, sorts = plain.slots, [plain.sorts[name][0] for name, _ in plain.slots]
            size = 1
            for sort in sorts:
                size *= len(sort)
            many = size > MOST_VIEWS
            self.boxes[shape] = [] if many else _outside(slots, sorts, self.met(shape))
        return self.boxes[shape]

    def met(self, shape: Shape) -> set[View]:
        """What is seen of a shape in the worlds that are believed in."""
        slots = Plain(self.target.data, shape).slots
        of = tuple(p for p, size in enumerate(shape) for _ in range(size))
        return {
            view
            for there in self.believed
            for view in self._met_there(there, slots, embeddings(there, len(shape), of))
        }

    def _met_there(self, there: Shape, slots: list[Any], whos: list[Any]) -> set[View]:
        world = World(self.target.flow, there)
        names = {f.name: f for f in self.target.flow.fields}
        scopes = {name: self.target.flow.scope_of(f).name.lower() for name, f in names.items()}
        words = {name: [value(v) for v in members(f.sort)] for name, f in names.items()}
        found = set()
        for who in whos:
            at = [(n, world.slots[names[n], who[scopes[n]][owner]]) for n, owner in slots]
            for state in self.target.worlds[there].states:
                flat = _flat(state)
                found.add(tuple(words[name][flat[k]] for name, k in at))
        return found


def _outside(slots: list[Any], sorts: list[list[Any]], met: set[View]) -> list[Any]:
    """Large boxes that hold all views but those that are met."""
    boxes: list[dict[int, Any]] = []
    for view in product(*sorts):
        if view in met or any(all(view[n] == v for n, v in box.items()) for box in boxes):
            continue
        box = dict(enumerate(view))
        for n in range(len(slots)):
            less = {k: v for k, v in box.items() if k != n}
            if less and not any(all(one[k] == v for k, v in less.items()) for one in met):
                box = less
        boxes.append(box)
    return [[[*slots[n], [v]] for n, v in box.items()] for box in boxes]


def walk(target: Target, random: Random, named: list[str]) -> Data:
    """A run of some world, seen from somewhere."""
    shape = random.choice(list(target.worlds))
    plain = Plain(target.data, shape)
    state = plain.drawn(random, first=True)
    first = {name: [state[name, n] for n in plain.owners(s)] for name, s in plain.scopes.items()}
    moves = []
    for _ in range(random.randrange(5)):
        steps = list(plain.steps(state))
        if steps:
            event, home, state = random.choice(steps)
            moves.append([event, home])
    places = list(plain.places(frozenset(named)))
    where = random.choice(places) if places else {}
    return run(shape, first, moves, where)
