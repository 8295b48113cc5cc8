"""The checker's list of questions, guarded by a second derivation that shares no code with it.

SOUNDNESS.md says why the list is enough. Here small worlds are walked plainly: each first state
and each step that an invariant of shapes must not allow has to be among what is asked about.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import pytest

from model.language.claims import Claim
from properties.checker import Flow, Rejected, flow_of, others, places, proofs
from properties.checker.kernel.flow import PROVIDER
from properties.checker.kernel.search import Question
from properties.checker.kernel.world import World as Small
from properties.checker.others import Shapes
from properties.checker.places import Sight, sights, with_a_point
from properties.checker.proofs import parts_of
from properties.engine.packets.export import flow_data
from tests.packet_format import Data, proof
from tests.packing import as_read
from tests.plain import (
    WORLDS,
    State,
    Tree,
    Who,
    World,
    computed,
    embeddings,
    leaves,
    of_steps,
    roles,
)
from tests.small_flows import KINDS, Drawing, random_claim

FLOWS = 200
STATES = 40  # drawn for each flow
CLASSES = [(kind, providers) for kind in KINDS for providers in (True, True, False)]
TELLING = [n for n in range(1800) if CLASSES[n % len(CLASSES)] == ("some", True)]


@dataclass(frozen=True)
class Asked:
    """A proof with what it is of: a part of a claim, seen from the places of the whole claim."""

    flow: Data
    claim: Tree
    roles: frozenset[str]
    stepwise: bool
    proof: Shapes
    worlds: list[World]

    def bad_moments(self, random: Random) -> Iterator[tuple[World, State, str]]:
        """First states and steps that the invariant excludes; the first has no step's event."""
        for _ in range(STATES):
            world = random.choice(self.worlds)
            first = world.drawn(random, first=True)
            if self.is_boxed(world, first) or self.is_broken(world, first):
                yield world, first, ""
            state = self._allowed(world, random)
            for event, home, after in world.steps(state) if state else ():
                step = (event, home)
                fails = self.stepwise and not self._holds(world, state, step, after)
                if fails or self.is_boxed(world, after) or self.is_broken(world, after):
                    yield world, state, event

    def _allowed(self, world: World, random: Random) -> State:
        """A state that the invariant allows, or none."""
        for _ in range(8):
            state = world.drawn(random, first=False)
            if not self.is_boxed(world, state) and not self.is_broken(world, state):
                return state
        return {}

    def is_boxed(self, world: World, state: State) -> bool:
        """Whether those who stand for a shape are in one of its boxes."""
        for shape, boxes in self.proof.boxes.items():
            of = tuple(p for p, size in enumerate(shape) for _ in range(size))
            for who in embeddings(world.shape, len(shape), of) if boxes else ():
                for box in boxes:
                    there = {(f, who[world.scopes[f]][n]): some for (f, n), some in box.items()}
                    if all(state[slot] in some for slot, some in there.items()):
                        return True
        return False

    def is_broken(self, world: World, state: State) -> bool:
        """Whether a claim on states fails somewhere."""
        return not self.stepwise and not self._holds(world, state, None, state)

    def _holds(self, world: World, state: State, step: Any, after: State) -> bool:  # noqa: ANN401
        places = world.places(self.roles)
        return all(world.holds(self.claim, place, state, step, after) for place in places)


def is_asked(question: Question, world: World, state: State) -> bool:
    """Whether a question has an answer in a state of a world."""

    def answers(who: Who) -> bool:
        def leaf(at: Tree) -> Any:  # noqa: ANN401
            _, (name, owner) = at
            return state[name, who[world.scopes[name]][owner]]

        return all(computed(tree, leaf) for tree in (*question.trees, *question.known))

    return any(map(answers, embeddings(world.shape, question.at.providers, question.at.of)))


# --- Proofs at random: of no claim that holds, so that there is much to ask about ----------------


def drawn(seed: int, kind: str, *, providers: bool) -> Iterator[Asked]:
    """What is asked of a random proof: of all worlds, or apart of those with few points."""
    drawing = Drawing(seed, kind, providers=providers)
    flow, claims = drawing.flow(), [_kept_apart(drawing, n) for n in range(2)]
    data, random = as_read(flow_data(flow, None, claims)), drawing.random
    bodies = [_never(data["claims"][claim.id]) for claim in claims]
    body = ["and", *bodies] if random.random() < 0.25 else bodies[0]
    part, read = random.choice(parts_of(body)), flow_of(data)
    stepwise, sets = any(map(of_steps, leaves(body))), sights(read, body)
    made = _made(data, random, sets, read)
    try:
        proof = Shapes(read, part, made, sets, stepwise=stepwise)
    except Rejected:
        return
    worlds = [World(data, shape) for shape in WORLDS if providers or len(shape) == 1]
    named = roles(data, body)
    if proof.few is None:
        yield Asked(data, part, named, stepwise, proof, worlds)
        return
    most = made["few"]["most"]
    few_of, more_of = ([w for w in worlds if (len(w.of) <= most) is few] for few in (True, False))
    yield Asked(data, part, named, stepwise, proof.few, few_of)
    yield Asked(data, part, named, stepwise, proof, more_of)


def _kept_apart(drawing: Drawing, number: int) -> Claim:
    return replace(random_claim(drawing), id=f"c{number}")


def _never(claim: Data) -> Tree:
    return ["not", claim["body"]] if claim["kind"] == "sometimes" else claim["body"]


def _made(flow: Data, random: Random, sets: list[list[Sight]], read: Flow) -> Data:
    """A proof that is seen from enough places, or one that names somebody more and is none."""
    if random.random() < 0.15:
        few = _proof(flow, random, sets[-1], most=sum(sets[-1][0][0]))
        return _proof(flow, random, with_a_point(read, sets[-1]), few=few)
    if random.random() < 0.3:  # and many are none
        last = {"point": 0} if "point" not in sets[-1][0][1] else {"provider": 0}
        named = [(shape, where | last if sum(shape) else where) for shape, where in sets[-1]]
        return _proof(flow, random, named)
    seen = random.choice(sets)
    return _proof(flow, random, seen)


def _proof(
    flow: Data,
    random: Random,
    seen: list[Sight],
    most: int | None = None,
    few: Data | None = None,
) -> Data:
    others = random.sample([(1,), (0,), (), (1, 0), (2,), (1, 1)], 1)
    shapes = dict.fromkeys([*(shape for shape, _ in seen), *others])
    has_providers = any(m["scope"] == "provider" for m in flow["machines"])
    boxes = {
        shape: _boxes(World(flow, shape), random)
        for shape in shapes
        if has_providers or len(shape) < 2
    }
    return proof(seen, boxes, most, few)


def _boxes(world: World, random: Random) -> list[Any]:
    """Up to two boxes of one or two fields; what is first in a sort is rather left out of them."""
    found = []
    for _ in range(random.choice([0, 1, 1, 2])):
        slots = random.sample(world.slots, min(random.choice([1, 2, 2]), len(world.slots)))
        some = [(name, n, world.sorts[name][0]) for name, n in slots]
        found.append([[name, n, [random.choice(values[1:])]] for name, n, values in some])
    return [box for box in found if box]


def missed(seeds: Iterable[int]) -> Iterator[tuple[int, tuple[int, ...], str]]:
    """The moments that no question is about: seed, world, event; some of each proof are tried."""
    for seed in seeds:
        kind, providers = CLASSES[seed % len(CLASSES)]
        for asked in drawn(seed, kind, providers=providers):
            for moment in _missed(asked, Random(seed)):
                yield seed, *moment


def _missed(asked: Asked, random: Random) -> Iterator[tuple[tuple[int, ...], str]]:
    left: dict[tuple[tuple[int, ...], str], tuple[World, State]] = {}
    for world, state, event in asked.bad_moments(random):
        left.setdefault((world.shape, event), (world, state))
    for _, event in left:
        TRIED[event != ""] += 1
    questions = _own_questions(asked.proof)
    while left and (question := next(questions, None)):
        left = {at: moment for at, moment in left.items() if not is_asked(question, *moment)}
    yield from left


TRIED = [0, 0]  # first states, and steps


def _own_questions(proof: Shapes) -> Iterator[Question]:
    few, proof.few = proof.few, None  # the few have questions of their own
    yield from proof.questions()
    proof.few = few


def test_each_moment_that_an_invariant_excludes_is_asked_about() -> None:
    TRIED[:] = [0, 0]
    assert list(missed(range(FLOWS))) == []
    assert TRIED[0] > FLOWS
    assert TRIED[1] > FLOWS


# --- Holes in the list, each of which is found ---------------------------------------------------


def without(name: str, left_out: int) -> Callable[[pytest.MonkeyPatch], None]:
    """A hole: one of several that a method gives is forgotten, where there are so many."""

    def sow(patch: pytest.MonkeyPatch) -> None:
        right = getattr(others, name)

        def wrong(*given: Any) -> list[Any]:  # noqa: ANN401
            found = list(right(*given))
            less = [one for n, one in enumerate(found) if n != left_out % len(found)]
            return less or found

        for owner in (others, places):
            patch.setattr(owner, name, wrong, raising=owner is others)
        patch.setitem(globals(), name, wrong)

    return sow


def no_other_provider_acts(patch: pytest.MonkeyPatch) -> None:
    right = others.actors

    def wrong(at: Small, event: str, most: int | None) -> Iterator[Any]:
        for wide, home in right(at, event, most):
            if at.flow.events[event] != PROVIDER or home < at.providers:
                yield wide, home

    patch.setattr(others, "actors", wrong)


def no_witness(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(others, "witnesses", lambda *_: 0)


def only_what_is_seen_steps(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        others, "actors", lambda at, event, _: [(at, n) for n in at.owners(at.flow.events[event])]
    )


def no_point_less_provider(patch: pytest.MonkeyPatch) -> None:
    right = sights

    def wrong(flow: Flow, claim: Tree) -> Any:  # noqa: ANN401
        return [
            [((1,), where) if shape == (0,) else (shape, where) for shape, where in one]
            for one in right(flow, claim)[:1]
        ]

    patch.setitem(globals(), "sights", wrong)
    patch.setattr(proofs, "sights", wrong)


HOLES = {
    "no point-less provider": no_point_less_provider,
    "no step of another": only_what_is_seen_steps,
    "no step of another provider": no_other_provider_acts,
    "no witness": no_witness,
    "no point more of a provider that is seen": without("with_one_more", 0),
    "no point more of another provider": without("with_one_more", -2),
    "no provider more": without("with_one_more", -1),
    "one place less with a point more": without("with_a_point", 0),
    "the last place less with a point more": without("with_a_point", -1),
}


@pytest.mark.parametrize("sow", HOLES.values(), ids=HOLES.keys())
def test_a_hole_in_the_list_is_found(
    sow: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    sow(monkeypatch)

    assert next(missed(TELLING), None)
