"""False proofs for the forger: invariants that are true of those worlds in which a claim holds."""

from itertools import product
from random import Random
from typing import Any

from model.language.claims import Claim, Sometimes
from model.language.meaning import World
from model.language.sorts import members
from properties.checker import check
from properties.engine.packets.export import value
from tests.forger_worlds import MOST_VIEWS, Shape, Target, View
from tests.instances import _flat
from tests.packing import Data
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
        sometimes = isinstance(self.claim, Sometimes)
        return {
            "kind": "invariant",
            "flow": "small",
            "variant": None,
            "claim": self.claim.id,
            "verdict": "refuted" if sometimes else "proved",
            "points": "any",
            "proofs": [self.proof(part, body) for part in check.parts_of(body)],
            "empty": False,
            "situations": [self._situation() for _ in check.supposed_by(self._told())],
        }

    def _told(self) -> Data:
        told: Data = self.target.data["claims"][self.claim.id]
        return told

    def _situation(self) -> Data:
        roles = check.roles_of(self.target.read, self._told()["body"])
        return {"run": walk(self.target, self.random, sorted(roles))}

    def proof(self, part: Tree, body: Tree) -> Data:
        """A proof of a part of a claim."""
        flow = self.target.read
        sets = check.places(flow, part if self.random.random() < 0.1 else body)
        if self.random.random() < 0.2:
            few = self._of(sets[-1], part, most=sum(sets[-1][0][0]))
            return self._of(check.with_a_point(flow, sets[-1]), part, few=few)
        return self._of(self.random.choice(sets), part)

    def _of(
        self, seen: list[check.Place], part: Tree, most: int | None = None, few: Data | None = None
    ) -> Data:
        shapes = dict.fromkeys(shape for shape, _ in seen)
        if self.random.random() < 0.3:
            shapes[self.random.choice([(), (0,), (1,), (1, 0), (1, 1), (2,)])] = None
        made = {
            "seen": [{"shape": list(shape), "where": dict(where)} for shape, where in seen],
            "shapes": [{"shape": list(s), "boxes": self._some_of(s)} for s in shapes],
            "most": most,
            "few": few,
        }
        return told_of(made, part)

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


def told_of(proof: Data, part: Tree) -> Data:
    """A proof with the names of the fields of which it and its claim speak."""
    names = {leaf[1] for leaf in check.leaves(part) if leaf[0] == "read"}
    names |= {
        slot[0] for entry in proof["shapes"] for box in entry["boxes"] for slot in box if slot
    }
    return {**proof, "kept": sorted(names)}


def walk(target: Target, random: Random, roles: list[str]) -> Data:
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
    places = list(plain.places(frozenset(roles)))
    where = random.choice(places) if places else {}
    return {"shape": list(shape), "first": first, "moves": moves, "where": where}
