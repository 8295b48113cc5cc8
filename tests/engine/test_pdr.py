"""Property-directed reachability: what it proves or refutes, and that nobody need believe it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import Enum

import pytest

from model.flows import WRITTEN
from model.language import POINT, Always, Event, Field, Flow, Machine, Party, Step, Transition
from model.language.claims import Claim
from model.language.meaning import World
from properties import checker
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Invariant, Run, Undecided
from properties.engine.fault import EngineFault
from properties.engine.packets.export import flow_data
from properties.engine.packets.packet import packet
from properties.engine.pdr.flow_clauses import clauses_of
from properties.engine.pdr.judged import judged
from properties.engine.pdr.problem import Problem, Seen
from properties.engine.pdr.prove import prove
from properties.engine.pdr.sat import Unserved
from properties.engine.pdr.shortest import shortest_run
from properties.engine.prove import decide
from properties.engine.slices.seen import parts_of
from properties.engine.verdict import Verdict
from switchproof.deciding.load import load
from tests import toys
from tests.flows_for_tests import CLAIMS, SWITCH
from tests.packing import as_read
from tests.small_flows import Drawing, random_claim
from tests.strategies import random_condition, random_flow
from tests.trials import ends_badly

EVERY = [
    (name, claim.id)
    for name in WRITTEN
    for claim in load(name).claims
    if isinstance(claim, Always | Step) and not claim.pending
]


def boxes_of(found: Run | Invariant) -> int:
    assert isinstance(found, Invariant)
    return sum(map(len, found.boxes.values()))


def accepted(flow: Flow, claim: Claim, invariant: Invariant) -> bool:
    """Tell whether the checker accepts the boxes in place of those that the closure left."""
    result = decide(flow, claim)
    assert result.verdict is Verdict.PROVED
    made = packet(replace(result, invariant=invariant), None)
    checker.check(checker.flow_of(as_read(flow_data(flow, None, [claim]))), as_read(made))
    return True


@pytest.mark.parametrize("flow", WRITTEN)
def test_every_claim_on_states_and_steps_is_proved(flow: str) -> None:
    """Z3 has judged each; the numbers of boxes are pinned."""
    loaded = load(flow)
    mine = [loaded.claim(claim) for name, claim in EVERY if name == flow]
    counts = [boxes_of(prove(loaded.flow, claim, Budget())) for claim in mine]

    assert (len(mine), sum(counts)) == PINNED[flow]


PINNED = {
    "current": (56, 41),
    "css": (77, 83),
    "handover": (26, 66),
    "drafting": (11, 19),
    "leadtime": (14, 51),
    "linked": (7, 6),
}


@pytest.mark.parametrize(("flow", "claim"), EVERY[::9])
def test_the_checker_accepts_what_is_proved(flow: str, claim: str) -> None:
    loaded = load(flow)
    found = prove(loaded.flow, loaded.claim(claim), Budget())

    assert isinstance(found, Invariant)
    assert accepted(loaded.flow, loaded.claim(claim), found)


@pytest.mark.parametrize("flow", WRITTEN)
def test_what_a_variant_breaks_is_refuted_by_a_run(flow: str) -> None:
    """A few of each flow; the run is not said to be the shortest."""
    loaded = load(flow)
    every = [(v, loaded.claim(claim)) for v in loaded.variants for claim in v.breaks]
    for variant, claim in [one for one in every if isinstance(one[1], Always | Step)][::8]:
        found = prove(variant.flow, claim, Budget())
        assert isinstance(found, Run)
        assert not found.shortest
        assert len(found) >= variant.breaks[claim.id]
        assert ends_badly(variant.flow, claim, found)


@pytest.mark.parametrize("flow", WRITTEN)
def test_its_shortest_run_is_as_long_as_that_of_the_closure(flow: str) -> None:
    """Every third variant, and where the longest runs are; the lengths are pinned beside it."""
    loaded = load(flow)
    every = [(v, claim) for v in loaded.variants for claim in v.breaks]
    for variant, claim in every[::3] + sorted(every, key=lambda one: one[0].breaks[one[1]])[-1:]:
        asked = loaded.claim(claim)
        if isinstance(asked, Always | Step):
            found = prove(variant.flow, asked, Budget(), shortest=True)
            assert isinstance(found, Run)
            assert found.shortest
            assert len(found) == variant.breaks[claim]
            assert ends_badly(variant.flow, asked, found)


def test_where_a_shortest_run_costs_too_much_the_run_stands_and_says_so() -> None:
    loaded = load("leadtime")
    flow = loaded.variant("the latest date is not checked").flow
    claim = loaded.claim("not-too-far-ahead")
    (part,) = parts_of(flow, claim.of(flow))
    problem = Problem(clauses_of(flow, (1,)), Seen(part.body, part.sights[0][0][1], False, False))
    run = prove(flow, claim, Budget())
    assert isinstance(run, Run)

    assert not shortest_run(problem, run, 0, 3).shortest
    assert shortest_run(problem, run, len(run) - 1, 0).shortest


class At(Enum):
    """Where somebody stands."""

    HERE = "here"
    NEAR = "near"
    FAR = "far"


class Door(Enum):
    """Whether the near way is open."""

    OPEN = "open"
    SHUT = "shut"


def competing() -> tuple[Flow, Claim]:
    """Two rules that compete at first: the near one is taken, unless it is shut before."""
    who, at, door = Party("somebody"), Field("at", At, At.HERE), Field("door", Door, Door.OPEN)
    go, close = Event("go", POINT, who), Event("close", POINT, who)
    rules = [
        Transition(go, At.HERE, At.NEAR, when=door.is_(Door.OPEN)),
        Transition(go, At.HERE, At.FAR),
    ]
    shut = [Transition(close, Door.OPEN, Door.SHUT)]
    machines = [Machine("way", POINT, at, rules), Machine("door", POINT, door, shut)]
    flow = Flow("ways", "Two ways", machines, [who])
    return flow, Always("never-far", "It is never far.", ~at.is_(At.FAR))


def test_a_shortest_run_takes_the_first_of_the_rules_that_compete() -> None:
    flow, claim = competing()
    (part,) = parts_of(flow, claim.of(flow))
    shape, where = part.sights[0][0]
    problem = Problem(clauses_of(flow, shape), Seen(part.body, where, False, False))
    world = World(flow, shape)
    close, go = (next(m for m in world.moves if m.event.name == name) for name in ("close", "go"))
    run = Run(shape, next(world.initial_states()), (close, go), where, shortest=False)

    assert ends_badly(flow, claim, run)
    assert shortest_run(problem, run, 0, 1000) == replace(run, shortest=True)


def drawn(seeds: range) -> Iterator[tuple[Flow, Claim]]:
    """Small deletion-closed flows of two kinds, and a claim on each."""
    for seed in seeds:
        for providers in (False, True):
            drawing = Drawing(seed, "closed", providers=providers)
            yield drawing.flow(), random_claim(drawing)
        flow = random_flow(seed, closed=True)
        yield flow, Always("claim", "A claim.", random_condition(seed + 1, flow))


def test_it_agrees_with_the_closure_on_random_flows() -> None:
    agreed, apart = 0, list[str]()
    for flow, claim in drawn(range(150)):
        if not isinstance(claim, Always | Step):
            continue
        verdict = decide(flow, claim, Budget(seconds=600)).verdict
        try:
            found = prove(flow, claim, Budget(seconds=600))
        except Undecided as why:
            apart.append(str(why))
            continue
        assert verdict is (Verdict.PROVED if isinstance(found, Invariant) else Verdict.REFUTED)
        assert isinstance(found, Invariant) or ends_badly(flow, claim, found)
        agreed += 1

    assert agreed > 400
    assert len(apart) < 20


HARD: list[tuple[Callable[[int], tuple[Flow, Claim]], int, int]] = [
    (toys.votes, 22, 0),
    (toys.votes, 200, 0),
    (toys.chain, 60, 58),
    (toys.token, 20, 189),
]


@pytest.mark.parametrize(
    ("toy", "size", "boxes"), HARD, ids=lambda one: getattr(one, "__name__", one)
)
def test_what_is_too_wide_for_the_closure_is_proved(
    toy: Callable[[int], tuple[Flow, Claim]], size: int, boxes: int
) -> None:
    assert boxes_of(prove(*toy(size), Budget())) == boxes


def test_small_toys_have_the_closures_verdict() -> None:
    for toy in (toys.votes, toys.chain, toys.token):
        flow, claim = toy(6)
        found = prove(flow, claim, Budget())
        assert isinstance(found, Invariant)
        assert accepted(flow, claim, found)


def test_none_of_the_boxes_can_be_left_out() -> None:
    flow, claim = toys.chain(8)
    found = prove(flow, claim, Budget())
    assert isinstance(found, Invariant)
    (proof,) = found.proofs
    ((shape, where),) = proof.seen
    asked = Seen(proof.body, where, of_steps=False, alone=False)
    (part,) = parts_of(flow, proof.body)
    boxes = [dict(box) for box in proof.boxes[shape]]
    assert judged(part, asked, proof.seen, {shape: boxes}, Budget()).boxes == found.boxes
    for n in range(len(boxes)):
        with pytest.raises(EngineFault, match="Z3 rejects"):
            judged(part, asked, proof.seen, {shape: boxes[:n] + boxes[n + 1 :]}, Budget())


def line(found: Run | Invariant) -> str:
    assert isinstance(found, Invariant)
    return str([[{f.name: v for (f, _), v in b.items()} for b in s] for s in found.boxes.values()])


def show(*claims: str) -> None:
    """Print the boxes of some claims of a flow."""
    loaded = load("handover")
    for claim in claims:
        sys.stdout.write(line(prove(loaded.flow, loaded.claim(claim), Budget())) + "\n")


def test_the_answer_is_the_same_in_every_process_alone_or_with_others() -> None:
    asked = ["difference-explained", "a-right-copy-stays-right"]
    told = []
    for seed, order in enumerate((asked, asked[::-1], asked[:1], asked[1:])):
        command = f"from tests.engine.test_pdr import show; show(*{order!r})"
        env = {**os.environ, "PYTHONHASHSEED": str(seed)}
        asking = [sys.executable, "-c", command]
        done = subprocess.run(asking, env=env, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        told.append(dict(zip(order, done.stdout.splitlines(), strict=True)))

    assert {k: v for one in told[2:] for k, v in one.items()} == told[0] == told[1]


def test_what_it_does_not_serve_it_says() -> None:
    shared = Drawing(0, "shared", providers=True)
    with pytest.raises(Unserved, match="not deletion-closed: 'POINT 0' of one point moves"):
        prove(shared.flow(), Always("claim", "A claim.", shared.literal(POINT)), Budget())
    with pytest.raises(Unserved, match="of the kind 'sometimes' is not served"):
        prove(SWITCH, CLAIMS[-1], Budget())


def test_without_the_solver_it_is_not_available(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysat", None)
    with pytest.raises(Unserved, match="python-sat is not installed"):
        prove(*toys.votes(3), Budget())


def test_the_work_is_limited_by_questions() -> None:
    with pytest.raises(Spent, match="limit of 20 questions"):
        prove(*toys.token(8), Budget(), questions=20)
    assert boxes_of(prove(*toys.token(8), Budget(), questions=20_000)) > 0
