"""What is written for other model checkers means what the flow means, and is the same each time."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from model.language import Step
from model.language.claims import Claim
from model.language.errors import IllFormed
from model.language.expressions import Const, Expression, Field, Read, fold
from model.language.flow import Flow
from model.language.meaning import State, World, dealt_out
from model.language.operators import OPERATORS
from model.language.sorts import Value, members
from properties.exports import bits, promela, smt2, smv, tla
from properties.exports.aiger import Aiger, aiger, circuit
from properties.exports.claimed import StateClaim, state_claim
from properties.exports.instance import Instance
from properties.exports.names import Names, plain
from switchproof.cli import main
from switchproof.deciding.load import load
from tests.instances import _wheres
from tests.peer_tools import PEERS, Peer, Size
from tests.small_flows import Drawing as Small
from tests.strategies import instances, random_flow, random_walk, seeds
from tests.whole_claims import joined, stepped

SHOWN = Path(__file__).with_name("shown")
TOY = str(Path(__file__).with_name("toy.py"))
WRITTEN: dict[str, Callable[[Instance, Sequence[StateClaim]], str]] = {
    "smv": smv.smv,
    "promela": promela.promela,
    "tla": tla.tla,
    "smt2": smt2.smt2,
    "aiger": aiger,
}


def valued(node: Expression, read: Callable[[Field], Value]) -> Value:
    """The value of an expression of an instance."""

    def leaf(at: Expression) -> Value:
        if isinstance(at, Const):
            return at.value
        assert isinstance(at, Read)
        return read(at.field)

    value: Value = fold(node, leaf, lambda operator, parts: OPERATORS[operator].python(*parts))
    return value


def reader(instance: Instance, state: State) -> Callable[[Field], Value]:
    return dict(zip(instance.fields.values(), state, strict=True)).__getitem__


def test_every_operator_is_in_every_language() -> None:
    tables = (smv, promela, tla, smt2, bits)

    assert all(one.OPERATORS.keys() == OPERATORS.keys() for one in tables)


@given(seed=seeds)
@settings(max_examples=60)
def test_what_is_written_out_is_the_plain_meaning(seed: int) -> None:
    flow, random = random_flow(seed), Random(seed)
    instance = Instance(flow, random.choice(instances(flow)))
    state = random_walk(instance.world, random)
    read = reader(instance, state)
    for act in instance.acts:
        after = instance.world.outcome(state, act.move).after
        assert valued(act.possible, read) is (after is not None)
        if after is not None:
            changed = {field: valued(node, read) for field, node in act.after.items()}
            found = [changed.get(f, read(f)) for f in instance.fields.values()]
            assert tuple(found) == after


@given(seed=seeds)
@settings(max_examples=60)
def test_a_claim_is_written_out_for_every_place_and_step(seed: int) -> None:
    random = Random(seed)
    drawing = Small(seed, random.choice(["closed", "all", "some"]), providers=random.random() < 0.5)
    flow = drawing.flow()
    claims = [joined(drawing, flow), *(stepped(drawing, flow) for _ in range(3))]
    instance = Instance(flow, random.choice([(1,), (2,), (1, 1)] if flow.has_providers else [(2,)]))
    asked = [state_claim(instance, claim) for claim in claims]
    for length in range(6):
        state = random_walk(instance.world, random, length + 1)
        for claim, one in zip(claims, asked, strict=True):
            held = valued(one.body, reader(instance, state))
            assert held is _holds(instance.world, claim, state)


def _holds(world: World, claim: Claim, state: State) -> bool:
    said = claim.of(world.flow)
    steps = [*world.steps(state)] if isinstance(claim, Step) else [(None, state)]
    every = [*_wheres(world, said)]
    return all(
        world.holds(said, here, state, move, after) for move, after in steps for here in every
    )


@given(seed=seeds)
@settings(max_examples=40)
def test_a_circuit_takes_the_steps_of_the_plain_meaning(seed: int) -> None:
    flow, random = random_flow(seed), Random(seed)
    instance = Instance(flow, random.choice(instances(flow)))
    made, world = circuit(instance, []), instance.world
    state = random.choice(sorted(world.initial_states(), key=str))
    latches = stepped_circuit(made, [False] * len(made.latches), _chosen(instance, state))
    for _ in range(5):
        assert latches == [True, *_coded(instance, state)]
        number = random.randrange(len(world.moves)) if world.moves else 0
        width = max(len(world.moves) - 1, 0).bit_length()
        inputs = [bool(number >> n & 1) for n in range(width)]
        inputs += [False] * (len(made.inputs) - width)
        latches = stepped_circuit(made, latches, inputs)
        if world.moves:
            state = world.outcome(state, world.moves[number]).after or state


def _coded(instance: Instance, state: State) -> list[bool]:
    found: list[bool] = []
    for field, value in zip(instance.fields.values(), state, strict=True):
        every = members(field.sort)
        found += [bool(every.index(value) >> n & 1) for n in range((len(every) - 1).bit_length())]
    return found


def _chosen(instance: Instance, state: State) -> list[bool]:
    found = [False] * max(len(instance.acts) - 1, 0).bit_length()
    for field, value in zip(instance.fields.values(), state, strict=True):
        width = (len(field.initials) - 1).bit_length()
        found += [bool(field.initials.index(value) >> n & 1) for n in range(width)]
    return found


def stepped_circuit(made: Aiger, latches: list[bool], inputs: list[bool]) -> list[bool]:
    """The latches after a step of a circuit."""
    known = [False, *inputs, *latches]
    for gate, one, two in made.gates:
        assert gate == 2 * len(known)
        known.append((known[one // 2] ^ bool(one & 1)) and (known[two // 2] ^ bool(two & 1)))
    return [known[after // 2] ^ bool(after & 1) for _, after in made.latches]


@pytest.mark.parametrize("language", WRITTEN)
def test_the_text_of_a_small_flow_is_as_shown(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["export", TOY, "--to", language, "--points", "2"])

    assert status == 0
    assert capsys.readouterr().out == (SHOWN / f"toy.{language}").read_text()


@pytest.mark.parametrize("language", WRITTEN)
def test_the_same_bytes_come_each_time(language: str) -> None:
    words = ["export", "css", "--to", language, "--points", "2", "--providers", "2"]
    command = [sys.executable, "-m", "switchproof", *words]
    one, two = (
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    )

    assert len(one) > 10_000
    assert one == two


def test_names_read_as_the_originals_and_each_thing_has_its_own() -> None:
    names = Names({"next"})
    given = ["next", "a b", "a-b", "A B", "3 days", "…"]

    assert [names.new(one) for one in given] == [
        "next_2",
        "a_b",
        "a_b_2",
        "A_B_3",
        "n_3_days",
        "unnamed",
    ]
    assert plain("registration (supplier A)") == "registration_supplier_A"


def test_claims_are_those_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", TOY, "--to", "smv", "--claim", "shut"]) == 0
    assert capsys.readouterr().out.count("INVARSPEC") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--claim", "shot"], "no claim is called 'shot'; did you mean 'shut'?"),
        (["--points", "0"], "'0' is not a whole number from 1 up"),
        (["--to", "uppaal"], "invalid choice: 'uppaal'"),
    ],
)
def test_what_cannot_be_exported_is_refused_in_a_line(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["export", TOY, "--to", "smv", *words])
    error = capsys.readouterr().err

    assert status == 2
    assert said in error
    assert error.count("\n") == 1


def test_a_claim_that_leads_to_something_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    loaded = load("linked")
    leads = next(claim for claim in loaded.claims if claim.kind == "leads to")

    assert main(["export", "linked", "--to", "smv", "--claim", leads.id]) == 2
    assert "is not on states or steps" in capsys.readouterr().err
    with pytest.raises(IllFormed, match="not exported"):
        state_claim(Instance(loaded.flow, (1,)), leads)


TOOLS = [
    pytest.param(
        peer, marks=pytest.mark.skipif(bool(peer.missing), reason=peer.missing), id=peer.name
    )
    for peer in PEERS
]


def exported(
    flow: Flow, shape: tuple[int, ...], claims: Sequence[Claim]
) -> tuple[Instance, list[StateClaim]]:
    instance = Instance(flow, shape)
    return instance, [state_claim(instance, claim) for claim in claims]


@pytest.mark.parametrize("peer", TOOLS)
def test_a_peer_says_what_is_so(peer: Peer) -> None:
    loaded = load("tests/oracles/two_phase_commit.py")
    fault = loaded.variants[0].flow

    assert peer.ask(*exported(loaded.flow, (2,), loaded.claims), 60) == [True]
    assert peer.ask(*exported(fault, (2,), loaded.claims), 60) == [False]
    toy = load(TOY)
    assert peer.ask(*exported(toy.flow, dealt_out(2, 1), toy.claims), 60) == [False, True, False]
    if peer.size:
        size = peer.measure(Instance(loaded.flow, (3,)))
        assert size in (Size(288, 1146), Size(288, depth=11))
