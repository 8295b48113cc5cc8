"""The checker that knows no solver: what it must reject, and that it rejects it."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from itertools import product
from random import Random
from typing import Any

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Always,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Party,
    Step,
    Transition,
    after,
    all_my_points,
    all_other_points,
    all_points,
    at_other_point,
    changed,
    happens,
    some_point,
)
from model.language.meaning import Move, Where, World
from properties.checker import flow_of
from properties.checker.kernel.search import Question
from properties.checker.kernel.world import World as Seen
from properties.checker.kernel.world import compute, shaped
from properties.engine.budget import Budget
from properties.engine.packets.export import flow_data, value
from properties.engine.packets.smt import text_of
from properties.engine.packets.solvers import solvers
from properties.engine.prove import decide
from properties.engine.slices.closure import Closure
from properties.engine.slices.layout import layout
from properties.engine.slices.seen import outlook, sights
from properties.engine.verdict import Verdict
from switchproof.deciding.decide import loaded
from tests.packet_format import Data, boxes_in, fields_in, of_shapes, rejected
from tests.packing import as_of_one_view, as_read, forged, packed
from tests.strategies import Stage

HANDOVER = "handover"
BOXED = ("done-is-done", "transfer-in-one-event", "accepted-is-answered-for")


@cache
def _proof(claim: str) -> tuple[Data, Data]:
    return packed(loaded(HANDOVER).flow, loaded(HANDOVER).claim(claim))


@cache
def _run(variant: str, claim: str) -> tuple[Data, Data]:
    mine = loaded(HANDOVER)
    return packed(mine.variant(variant).flow, mine.claim(claim), variant)


def proof(claim: str = "done-is-done") -> tuple[Data, Data]:
    return deepcopy(_proof(claim))


def run(variant: str = "gap", claim: str = "copy-only-from-answered") -> tuple[Data, Data]:
    return deepcopy(_run(variant, claim))


@pytest.mark.parametrize("claim", BOXED)
def test_what_is_proved_is_accepted(claim: str) -> None:
    assert rejected(*proof(claim)) == ""


def test_a_run_is_accepted() -> None:
    assert rejected(*run()) == ""


@pytest.mark.parametrize("claim", BOXED)
def test_no_box_can_be_left_out_unless_both_solvers_say_so(claim: str) -> None:
    left_out = 0
    for n, some in enumerate(boxes_in(proof(claim)[1])):
        for m in range(len(some)):
            flow, made = proof(claim)
            list(boxes_in(made))[n].pop(m)
            text = text_of(flow_of(flow), made)
            answers = {ask(text) for ask in solvers().values()}
            assert bool(rejected(flow, made)) == (answers != {"unsat"})
            left_out += bool(rejected(flow, made))
    assert left_out


@pytest.mark.parametrize("claim", BOXED)
def test_no_box_can_be_wider(claim: str) -> None:
    # each was made as large as what can be reached allows
    for n, some in enumerate(boxes_in(proof(claim)[1])):
        for m, box in enumerate(some):
            for k in range(len(box)):
                flow, made = proof(claim)
                wide = list(boxes_in(made))[n][m]
                name = wide[k][0]
                sort = next(
                    f["sort"] for x in flow["machines"] for f in x["fields"] if f["name"] == name
                )
                every = [False, True] if sort == "truth" else sort
                wide[k][2] = every if isinstance(every[0], (str, bool)) else list(range(*every))
                assert rejected(flow, made), (n, m, k)


def test_a_changed_rule_is_noticed() -> None:
    flow, made = proof()
    for machine in flow["machines"]:
        for rule in machine["rules"]:
            if rule["event"] == "declare the change done":
                rule["when"] = True

    assert "declare the change done" in rejected(flow, made)


def test_a_proof_is_of_its_own_flow() -> None:
    mine = loaded(HANDOVER)
    for name in ("done before the DSP is reconciled", "the right is not withdrawn"):
        flow, _ = packed(mine.variant(name).flow, mine.claim("done-is-done"), name)
        made = proof()[1]
        assert rejected(flow, made) == "another flow's"
        assert "done" in rejected(flow, {**made, "variant": name})


def test_a_first_value_that_was_changed_is_noticed() -> None:
    flow, made = proof("transfer-in-one-event")
    kept, noticed = fields_in(made), 0
    for field in (f for machine in flow["machines"] for f in machine["fields"]):
        if field["name"] in kept:
            every = [False, True] if field["sort"] == "truth" else field["sort"]
            first, field["starts"] = field["starts"], [v for v in every if v not in field["starts"]]
            noticed += bool(rejected(flow, made))
            field["starts"] = first
    assert noticed
    flow, made = run()
    first = made["runs"][0]["first"]
    for name, values in first.items():
        if (
            len(
                next(f for m in flow["machines"] for f in m["fields"] if f["name"] == name)[
                    "starts"
                ]
            )
            == 1
        ):
            changed_to = {**first, name: ["something else"] * len(values)}
            assert rejected(flow, {**made, "runs": [{**made["runs"][0], "first": changed_to}]})


@pytest.mark.parametrize(
    ("variant", "claim"),
    [
        ("gap", "copy-only-from-answered"),
        ("no reconciliation at the change", "difference-explained"),
        ("the right is not withdrawn", "done-is-done"),
    ],
)
def test_no_step_of_a_run_can_be_left_out(variant: str, claim: str) -> None:
    moves = run(variant, claim)[1]["runs"][0]["moves"]
    for n in range(len(moves)):
        flow, made = run(variant, claim)
        made["runs"][0]["moves"].pop(n)
        assert rejected(flow, made)


def test_a_claim_whose_body_was_changed_is_noticed() -> None:
    flow, made = proof()
    flow["claims"]["done-is-done"]["body"] = False

    assert rejected(flow, made)


def _of_no_kind(flow: Data, made: Data) -> None:
    del flow
    made["kind"] = "an oath"


def _of_another_claim(flow: Data, made: Data) -> None:
    del flow
    made["claim"] = "one-bound-obligor"


def _refuted(flow: Data, made: Data) -> None:
    del flow
    made["verdict"] = "refuted"


def _without_boxes(flow: Data, made: Data) -> None:
    del flow
    made["boxes"] = []


def _as_of_shapes(flow: Data, made: Data) -> None:
    del flow
    made.update(of_shapes([]))
    del made["boxes"]


def _for_one_point(flow: Data, made: Data) -> None:
    del flow
    made["points"] = "1"


def _with_a_field_twice(flow: Data, made: Data) -> None:
    del made
    flow["machines"].append(flow["machines"][0])


def test_a_packet_of_an_earlier_form_is_refused_in_one_line() -> None:
    flow, made = proof()
    for earlier in ({**made, "format": 1}, {k: v for k, v in made.items() if k != "format"}):
        assert rejected(flow, earlier) == "it is in another format than is read here"


@pytest.mark.parametrize(
    "corrupt",
    [
        _of_no_kind,
        _of_another_claim,
        _refuted,
        _without_boxes,
        _as_of_shapes,
        _for_one_point,
        _with_a_field_twice,
    ],
)
def test_a_packet_that_says_too_little_or_too_much(corrupt: Callable[[Data, Data], None]) -> None:
    flow, made = proof()
    corrupt(flow, made)

    assert rejected(flow, made)


def leaves_of(data: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(data, dict | list):
        for key in data if isinstance(data, dict) else range(len(data)):
            yield from leaves_of(data[key], (*path, key))
    else:
        yield path


def mutated(data: Data, random: Random) -> Data:
    """The data with one leaf changed."""
    new = deepcopy(data)
    *path, last = random.choice(list(leaves_of(new)))
    inner: Any = new
    for key in path:
        inner = inner[key]
    old = inner[last]
    others = [leaf for leaf in _values(data) if leaf != old]
    inner[last] = random.choice([*others, None, 0, 1, 2, True, False, "", -1])
    return new


def _values(data: Data) -> list[Any]:
    found = []
    for path in leaves_of(data):
        inner: Any = data
        for key in path:
            inner = inner[key]
        found.append(inner)
    return found


@pytest.mark.parametrize("claim", BOXED)
def test_a_box_that_is_changed_at_random_holds_nothing_that_can_be_reached(claim: str) -> None:
    mine = loaded(HANDOVER)
    random, accepted = Random(7), 0
    flow, made = proof(claim)
    kept = frozenset(f for f in mine.flow.fields if f.name in fields_in(made))
    closure = Closure(mine.flow, kept, [(1,)], Budget())
    closure.close()
    at = layout(mine.flow, kept, (1,))
    views = [at.values(view) for view in closure.reaches[1,].order]
    reached = [{(f.name, n): value(v) for (f, n), v in view.items()} for view in views]
    for _ in range(150):
        other = mutated(made, random)
        if rejected(flow, other) or not fields_in(other) <= {f.name for f in kept}:
            continue
        accepted += 1
        for box in (box for boxes in boxes_in(other) for box in boxes):
            for there in reached:
                assert not all(there[name, n] in values for name, n, values in box)
    assert accepted < 75


def test_a_run_that_is_changed_at_random_is_still_one() -> None:
    mine = loaded(HANDOVER)
    claim, changed_flow = mine.claim("copy-only-from-answered"), mine.variant("gap").flow
    random, accepted = Random(7), 0
    flow, made = run()
    for _ in range(200):
        other = mutated(made, random)
        if rejected(flow, other):
            continue
        accepted += 1
        (told,) = other["runs"]
        world = World(changed_flow, tuple(told["shape"]))
        state = tuple(
            next(v for v in changed_flow.initials(f) if value(v) == told["first"][f.name][n])
            for f, n in world.slots
        )
        before, move = state, None
        for event, home in told["moves"]:
            move = Move(changed_flow.event(event), home)
            after_it = world.outcome(state, move).after
            assert after_it is not None
            before, state = state, after_it
        assert not world.holds(claim.of(changed_flow), Where(point=0), before, move, state)
    assert accepted < 40


# --- Small flows in which a part of the checker decides; the packets are forged -----------------

BY = Party("somebody")
ONE, TWO, THREE = Stage
point, rdp, whole = (Field(name, Stage, ONE) for name in ("point", "provider", "industry"))
X, Y, Z = (Event(name, POINT, BY) for name in "xyz")
P, Q = Event("p", PROVIDER, BY), Event("q", PROVIDER, BY)
GO, STOP = Event("go", INDUSTRY, BY), Event("stop", INDUSTRY, BY)


def points(*rules: Transition) -> Machine:
    return Machine("points", POINT, point, rules)


def providers(*rules: Transition) -> Machine:
    return Machine("providers", PROVIDER, rdp, rules)


def industry(*rules: Transition) -> Machine:
    return Machine("industry", INDUSTRY, whole, rules)


FALSE_CLAIMS = [
    pytest.param(
        [points(Transition(X, ONE, TWO)), industry(Transition(X, ONE, TWO))],
        whole.is_(TWO).implies(point.is_(TWO)),
        id="another point moves the industry",
    ),
    pytest.param(
        [
            points(Transition(X, ONE, TWO)),
            providers(Transition(X, ONE, TWO)),
        ],
        rdp.is_(TWO).implies(point.is_(TWO)),
        id="another point moves the provider of this one",
    ),
    pytest.param(
        [
            points(Transition(X, ONE, TWO)),
            industry(Transition(GO, ONE, TWO, some_point(point.is_(TWO)))),
        ],
        whole.is_(TWO).implies(point.is_(TWO)),
        id="another point is the one that a guard asks for",
    ),
    pytest.param(
        [
            points(Transition(X, ONE, TWO), Transition(Y, ONE, THREE, whole.is_(ONE))),
            industry(
                Transition(GO, ONE, TWO, some_point(point.is_(ONE)) & some_point(point.is_(TWO)))
            ),
        ],
        whole.is_(TWO).implies(point.is_not(THREE)),
        id="two others are the two that a guard asks for",
    ),
    pytest.param(
        [
            points(Transition(P, ONE, TWO)),
            providers(
                Transition(P, ONE, TWO, whole.is_(ONE)), Transition(Q, TWO, THREE, whole.is_(TWO))
            ),
            industry(
                Transition(GO, ONE, TWO, all_points(point.is_(ONE))), Transition(Q, TWO, THREE)
            ),
        ],
        whole.is_not(THREE),
        id="a provider without points moves the industry",
    ),
    pytest.param(
        [points(Transition(X, ONE, TWO, all_other_points(point.is_(TWO))))],
        point.is_(ONE),
        id="all others leaves out oneself",
    ),
    pytest.param(
        [
            points(Transition(P, ONE, TWO)),
            providers(
                Transition(P, ONE, TWO),
                Transition(Q, ONE, THREE, all_my_points(point.is_(TWO))),
            ),
        ],
        rdp.is_not(THREE),
        id="a provider without points has nobody who stands in its way",
    ),
    pytest.param(
        [
            points(Transition(X, ONE, TWO)),
            providers(Transition(Q, ONE, TWO, all_my_points(point.is_(TWO)))),
            industry(Transition(Q, ONE, TWO)),
        ],
        whole.is_(TWO).implies(point.is_(TWO)),
        id="all points of another provider are not all points",
    ),
    pytest.param(
        [points(Transition(GO, ONE, TWO)), industry(Transition(GO, ONE, STAYS))],
        point.is_(ONE),
        id="a point follows the industry",
    ),
    pytest.param(
        [
            points(Transition(X, ONE, TWO), Transition(GO, TWO, THREE)),
            industry(Transition(GO, ONE, TWO)),
        ],
        whole.is_(TWO).implies(point.is_(THREE)),
        id="a point that cannot follow stays",
    ),
    pytest.param(
        [points(Transition(X, ONE, TWO), Transition(X, ONE, THREE))],
        point.is_not(THREE),
        id="the second of two that compete",
    ),
    pytest.param([points(Transition(X, ONE, TWO))], ~changed(point), id="nothing changes"),
    pytest.param(
        [points(Transition(X, ONE, TWO)), industry(Transition(X, Stage, STAYS))],
        happens(X),
        id="a step that is not seen",
    ),
    pytest.param(
        [points(Transition(X, ONE, TWO)), industry()],
        happens(X).implies(after(point).is_(THREE)),
        id="the event leads elsewhere",
    ),
    pytest.param([points(Transition(X, ONE, TWO))], point.is_not(ONE), id="the first state"),
]


@pytest.mark.parametrize(("machines", "claim"), FALSE_CLAIMS)
def test_a_false_claim_is_not_accepted(machines: list[Machine], claim: Expression) -> None:
    flow = Flow("small", "Small.", machines, [BY])
    for sight in sights(flow, outlook(flow, claim)):
        data, made = forged(flow, claim, sight)
        assert rejected(data, made)
        assert rejected(data, as_of_one_view(made))


def test_first_states_are_asked_about_where_there_is_no_box() -> None:
    flow = Flow("small", "Small.", [points(Transition(X, ONE, TWO))], [BY])
    (sight,) = sights(flow, outlook(flow, point.is_not(ONE)))
    data, made = forged(flow, point.is_not(ONE), sight)
    for entry in made["proofs"][0]["shapes"]:
        entry["boxes"] = []

    assert rejected(data, made) == "a first state is in a box, or breaks it"


def test_a_step_of_which_nothing_is_seen_is_asked_about() -> None:
    rules = [Transition(X, one, two) for one, two in ((ONE, TWO), (TWO, ONE), (THREE, ONE))]
    flow = Flow("small", "Small.", [points(*rules)], [BY])
    (sight,) = sights(flow, outlook(flow, changed(point)))
    data, made = forged(flow, changed(point), sight)
    for entry in made["proofs"][0]["shapes"]:
        entry["boxes"] = []

    assert rejected(data, made) == "'x' by another breaks it"


def test_a_true_claim_that_is_forged_in_the_same_way_is_accepted() -> None:
    flow = Flow("small", "Small.", [points(Transition(X, ONE, TWO))], [BY])
    (sight,) = sights(flow, outlook(flow, point.is_not(THREE)))

    assert rejected(*forged(flow, point.is_not(THREE), sight)) == ""


SLOT = Flow(
    "slot",
    "One slot.",
    [
        points(Transition(X, ONE, TWO), Transition(Y, TWO, ONE)),
        industry(Transition(X, ONE, TWO), Transition(Y, TWO, ONE)),
    ],
    [BY],
)
FULL = Always("full", "Who holds the slot finds it taken.", point.is_(TWO).implies(whole.is_(TWO)))


def test_one_point_more_is_seen_and_the_few_are_proved_apart() -> None:
    result = decide(SLOT, FULL)
    flow, made = packed(SLOT, FULL)

    assert result.verdict is Verdict.PROVED
    assert rejected(flow, made) == ""
    (few,) = [one["few"] for one in made["proofs"]]
    assert few["most"] == 1
    assert rejected(flow, {**made, "proofs": [few]}) == "it is for few points only"
    for nothing in (None, {**few, "most": 2}, {**few, "most": None}):
        assert rejected(flow, {**made, "proofs": [{**made["proofs"][0], "few": nothing}]})


def test_two_points_are_two() -> None:
    apart = Always("apart", "No two hold it.", ~(point.is_(TWO) & at_other_point(point).is_(TWO)))
    flow, made = packed(SLOT, apart)

    assert rejected(flow, made) == ""
    for seen in made["proofs"][0]["seen"]:
        seen["where"]["other point"] = seen["where"]["point"]
    assert rejected(flow, made) == "a place"


def test_the_few_are_all_that_the_many_leave_out() -> None:
    apart = ~(point.is_(TWO) & at_other_point(point).is_(TWO))
    flow, made = forged(SLOT, apart, [((3,), Where(point=0, other_point=1))])
    (few,) = packed(SLOT, Always("false", "It is false.", apart))[1]["proofs"]

    made["proofs"][0]["few"] = {**few, "most": 2}
    assert rejected(flow, made) == ""
    made["proofs"][0]["few"] = {**few, "most": 1}
    assert rejected(flow, made) == "the few are not all that is left"


def random_tree(random: Random, at: Seen, depth: int) -> Any:  # noqa: ANN401
    """A condition on a few variables."""
    if depth == 0 or random.random() < 0.2:
        (slot, one), (_, other) = random.choices(list(at.slots.items()), k=2)
        chosen = random.sample(at.flow.values[slot[0]], random.randrange(1, 3))
        return random.choice([("is", one, other), ("in", one, *chosen)])
    head = random.choice(["not", "and", "or", "implies", "exactly one", "at most one", "if"])
    count = {"not": 1, "implies": 2, "if": 3}.get(head) or random.randrange(1, 4)
    return (head, *(random_tree(random, at, depth - 1) for _ in range(count)))


def test_the_search_finds_an_answer_exactly_where_there_is_one() -> None:
    flow = Flow("small", "Small.", [points(), providers(), industry()], [BY])
    at = shaped(flow_of(as_read(flow_data(flow, None, ()))), (1,))
    assert len(at.slots) == 3
    random, found = Random(1), 0
    for _ in range(1500):
        trees = [random_tree(random, at, 3) for _ in range(3)]
        every = product(*(at.flow.values[name] for name, _ in at.slots))
        some = any(
            all(compute(tree, dict(zip(at.slots, one, strict=True))) for tree in trees)
            for one in every
        )
        answer = Question("", at, trees[:2], trees[2:]).answer()
        assert (answer is not None) == some
        found += some
    assert 200 < found < 1300


def test_a_run_that_leaves_a_sort_is_none() -> None:
    count = Field("count", range(2), 0)
    rules = [Transition(X, ONE, STAYS, then={count: count + 1})]
    flow = Flow("count", "Count.", [Machine("m", POINT, point, rules, (count,))], [BY])
    grows = Step("grows", "It grows.", ~changed(count))
    data, made = packed(flow, grows)

    assert rejected(data, made) == ""
    made["runs"][0]["moves"] *= 2
    assert "leaves a sort" in rejected(data, made)
