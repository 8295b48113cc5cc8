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
from properties.checker import check
from properties.engine.packets.export import flow_data
from tests.packing import Data, as_read
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

FLOWS = 300
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
    proof: check.Proof
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
                    if all(state[f, who[world.scopes[f]][n]] in some for f, n, some in box):
                        return True
        return False

    def is_broken(self, world: World, state: State) -> bool:
        """Whether a claim on states fails somewhere."""
        return not self.stepwise and not self._holds(world, state, None, state)

    def _holds(self, world: World, state: State, step: Any, after: State) -> bool:  # noqa: ANN401
        places = world.places(self.roles)
        return all(world.holds(self.claim, place, state, step, after) for place in places)


def is_asked(question: check.Question, world: World, state: State) -> bool:
    """Whether a question has an answer in a state of a world."""
    slot_of = {number: slot for slot, (_, number) in question.at.slots.items()}

    def answers(who: Who) -> bool:
        def leaf(at: Tree) -> Any:  # noqa: ANN401
            name, owner = slot_of[at[1]]
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
    part, read = random.choice(check.parts_of(body)), check.Flow(data)
    stepwise, sets = any(map(of_steps, leaves(body))), check.places(read, body)
    made = _kept(part, _made(data, random, sets, read))
    try:
        proof = check.Proof(read, part, made, sets, stepwise)
    except check.Rejected:
        return
    worlds = [World(data, shape) for shape in WORLDS if providers or len(shape) == 1]
    named = roles(data, body)
    if proof.rest is None:
        yield Asked(data, part, named, stepwise, proof, worlds)
        return
    most = made["few"]["most"]
    few_of, more_of = ([w for w in worlds if (len(w.of) <= most) is few] for few in (True, False))
    yield Asked(data, part, named, stepwise, proof.rest, few_of)
    yield Asked(data, part, named, stepwise, proof, more_of)


def _kept_apart(drawing: Drawing, number: int) -> Claim:
    return replace(random_claim(drawing), id=f"c{number}")


def _never(claim: Data) -> Tree:
    return ["not", claim["body"]] if claim["kind"] == "sometimes" else claim["body"]


def _made(flow: Data, random: Random, sets: list[list[check.Place]], read: check.Flow) -> Data:
    """A proof that is seen from enough places, or one that names somebody more and is none."""
    if random.random() < 0.15:
        few = _proof(flow, random, sets[-1], most=sum(sets[-1][0][0]))
        return _proof(flow, random, check.with_a_point(read, sets[-1]), few=few)
    if random.random() < 0.3:  # and many are none
        last = {"point": 0} if "point" not in sets[-1][0][1] else {"provider": 0}
        named = [(shape, where | last if sum(shape) else where) for shape, where in sets[-1]]
        return _proof(flow, random, named)
    seen = random.choice(sets)
    return _proof(flow, random, seen)


def _proof(
    flow: Data,
    random: Random,
    seen: list[check.Place],
    most: int | None = None,
    few: Data | None = None,
) -> Data:
    others = random.sample([(1,), (0,), (), (1, 0), (2,), (1, 1)], 1)
    shapes = dict.fromkeys([*(shape for shape, _ in seen), *others])
    has_providers = any(m["scope"] == "provider" for m in flow["machines"])
    return {
        "seen": [{"shape": list(shape), "where": where} for shape, where in seen],
        "shapes": [
            {"shape": list(shape), "boxes": _boxes(World(flow, shape), random)}
            for shape in shapes
            if has_providers or len(shape) < 2
        ],
        "most": most,
        "few": few,
    }


def _boxes(world: World, random: Random) -> list[Any]:
    """Up to two boxes of one or two fields; what is first in a sort is rather left out of them."""
    found = []
    for _ in range(random.choice([0, 1, 1, 2])):
        slots = random.sample(world.slots, min(random.choice([1, 2, 2]), len(world.slots)))
        some = [(name, n, world.sorts[name][0]) for name, n in slots]
        found.append([[name, n, [random.choice(values[1:])]] for name, n, values in some])
    return [box for box in found if box]


def _kept(body: Tree, made: Data) -> Data:
    """The proof with the fields of which it speaks."""
    names = {leaf[1] for leaf in leaves(body) if leaf[0] == "read"}
    boxed = {name for entry in made["shapes"] for box in entry["boxes"] for name, *_ in box}
    few = made["few"] and _kept(body, made["few"])
    return {**made, "kept": sorted(names | boxed), "few": few}


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


def _own_questions(proof: check.Proof) -> Iterator[check.Question]:
    rest, proof.rest = proof.rest, None  # the few have questions of their own
    yield from proof.questions()
    proof.rest = rest


def test_each_moment_that_an_invariant_excludes_is_asked_about() -> None:
    TRIED[:] = [0, 0]
    assert list(missed(range(FLOWS))) == []
    assert TRIED[0] > FLOWS
    assert TRIED[1] > FLOWS


# --- Holes in the list, each of which is found ---------------------------------------------------


def without(name: str, left_out: int) -> Callable[[pytest.MonkeyPatch], None]:
    """A hole: one of several that a method gives is forgotten, where there are so many."""

    def sow(patch: pytest.MonkeyPatch) -> None:
        owner: Any = check.Population if name == "with_one_more" else check
        right = getattr(owner, name)

        def wrong(*given: Any) -> list[Any]:  # noqa: ANN401
            found = list(right(*given))
            less = [one for n, one in enumerate(found) if n != left_out % len(found)]
            return less or found

        patch.setattr(owner, name, wrong)

    return sow


def no_other_provider_acts(patch: pytest.MonkeyPatch) -> None:
    right = check.actors

    def wrong(at: check.Population, event: str, most: int | None) -> Iterator[Any]:
        for wide, home in right(at, event, most):
            if at.flow.events[event] != check.PROVIDER or home < at.providers:
                yield wide, home

    patch.setattr(check, "actors", wrong)


def no_witness(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(check.Flow, "witnesses", lambda *_: 0)


def roles_more(patch: pytest.MonkeyPatch) -> None:
    right = check.need_place

    def wrong(at: check.Population, place: dict[str, int], roles: Any) -> None:  # noqa: ANN401
        if place.keys() <= set(roles):
            right(at, place, roles)

    patch.setattr(check, "need_place", wrong)


def only_what_is_seen_steps(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        check, "actors", lambda at, event, _: [(at, n) for n in at.owners(at.flow.events[event])]
    )


def no_point_less_provider(patch: pytest.MonkeyPatch) -> None:
    right = check.places

    def wrong(flow: check.Flow, claim: Tree) -> Any:  # noqa: ANN401
        return [
            [((1,), where) if shape == (0,) else (shape, where) for shape, where in one]
            for one in right(flow, claim)[:1]
        ]

    patch.setattr(check, "places", wrong)


HOLES = {
    "no point-less provider": no_point_less_provider,
    "roles more than the claim's": roles_more,
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
