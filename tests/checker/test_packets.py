"""Packets: that a flow as data says what its definition says, and that files are whole."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from model.flows import FLOWS
from model.language import (
    POINT,
    PROVIDER,
    Event,
    Field,
    Machine,
    Party,
    Transition,
    all_my_points,
    all_points,
)
from model.language.claims import Always, Claim, LeadsTo, Mirrors, Sometimes
from model.language.expressions import reads
from model.language.flow import Flow
from model.language.meaning import Move, State, World
from properties import checker
from properties.checker import flow_of as read_flow
from properties.checker.kernel.claims import claimed
from properties.checker.kernel.runs import taken as checked_step
from properties.checker.kernel.world import compute, shaped
from properties.engine.budget import Budget
from properties.engine.free import free_claims
from properties.engine.packets.export import flow_data, tree, value
from properties.engine.packets.manifest import end
from properties.engine.packets.store import Store, canonical, digest, file_name
from properties.engine.prove import decide
from properties.engine.slices.layout import layout
from properties.engine.slices.reach import Reach
from properties.engine.slices.seen import joined, outlook, sights
from properties.engine.slices.steps import compile_steps
from properties.engine.verdict import Verdict
from switchproof.check import run as checking
from switchproof.cli import main
from switchproof.deciding.decide import loaded
from tests.flows_for_tests import COUNTER
from tests.packet_format import Data, boxes_in, head, of_doubts, proof, rejected
from tests.packing import as_read, packed
from tests.strategies import Stage

SAID = "handover"
BY, STATE = Party("somebody"), Field("state", Stage, Stage.ONE)
UP = Event("up", POINT, BY)
STEPS = [Transition(UP, Stage.ONE, Stage.TWO), Transition(UP, Stage.TWO, Stage.THREE)]
TWO_STEPS = Flow("two", "Two.", [Machine("m", POINT, STATE, STEPS)], [BY])
EVERY = [(name, None) for name in FLOWS] + [
    (name, v.name) for name in FLOWS for v in loaded(name).variants
]


def random_state(world: World, random: Random) -> State:
    """A state that some walk leads to."""
    state = tuple(random.choice(world.flow.initials(field)) for field, _ in world.slots)
    for _ in range(random.randrange(12)):
        steps = list(world.steps(state))
        state = random.choice(steps)[1] if steps else state
    return state


def flow_of(name: str, variant: str | None) -> Flow:
    return loaded(name).variant(variant).flow if variant else loaded(name).flow


def rules() -> Iterator[tuple[Flow, Machine, list[int]]]:
    """Each rule of each flow, and those that a variant has otherwise: its machine, its number."""
    seen: set[int] = set()
    for name, variant in EVERY:
        flow = flow_of(name, variant)
        for machine in flow.machines:
            new = [n for n, rule in enumerate(machine.transitions) if id(rule) not in seen]
            seen |= {id(rule) for rule in machine.transitions}
            if new:
                yield flow, machine, new


def read_by(machine: Machine, numbers: list[int]) -> frozenset[Field]:
    """What some rules of a machine read."""
    mine = [machine.transitions[n] for n in numbers]
    nodes = [node for rule in mine for node in (rule.when, *rule.then.values())]
    return frozenset({machine.state, *(read.field for node in nodes for read in reads(node))})


def test_a_flow_as_data_says_what_its_rules_say_on_each_reachable_view() -> None:
    # of what the rules of a machine read, at one point; quantifiers have the next test
    views = 0
    for flow, machine, numbers in rules():
        data = read_flow(as_read(flow_data(flow, None, ())))
        kept = read_by(machine, numbers)
        world, at = World(flow, (1,)), layout(flow, kept, (1,))
        there = shaped(data, (1,))
        (mine,) = (m for m in data.machines if m["name"] == str(machine))
        reach = Reach(compile_steps(layout(flow, kept, (1,))), Budget())
        reach.close()
        state = list(next(world.initial_states()))
        for view in reach.order:
            views += 1
            for slot, one in at.values(view).items():
                state[world.slots[slot]] = one
            held = {(f.name, n): value(state[k]) for (f, n), k in world.slots.items()}
            for n in numbers:
                rule, same = machine.transitions[n], mine["rules"][n]
                fits = rule in world.fitting(machine, 0, rule.event, tuple(state))
                assert bool(compute(there.fits(mine, same, 0), held)) == fits, rule
                if fits:
                    after = there.effect(mine, same, 0)
                    for field, node in rule.then.items():
                        said = world.compute(node, tuple(state), machine.scope, 0)
                        assert compute(after[field.name, 0], held) == value(said)
                    assert same["to"] == (None if rule.target is None else value(rule.target))
    assert views > 1000


@pytest.mark.parametrize("name", FLOWS)
def test_a_flow_as_data_goes_where_the_flow_goes(name: str) -> None:
    flow, random = loaded(name).flow, Random(3)
    data = read_flow(as_read(flow_data(flow, None, ())))
    world, there = World(flow, (2, 0, 1)), shaped(data, (2, 0, 1))
    taken = 0
    for _ in range(20):
        state = random_state(world, random)
        held = {(f.name, n): value(state[k]) for (f, n), k in world.slots.items()}
        for move in world.moves:
            after = world.outcome(state, move).after
            if after is None:
                with pytest.raises(checker.Rejected):
                    checked_step(there, held, str(move.event), move.home)
                continue
            taken += 1
            written = checked_step(there, held, str(move.event), move.home)
            for (field, owner), k in world.slots.items():
                assert written.get((field.name, owner), value(state[k])) == value(after[k])
    assert taken


@pytest.mark.parametrize("name", FLOWS)
def test_a_claim_as_data_says_what_the_claim_says(name: str) -> None:
    flow, random = loaded(name).flow, Random(5)
    data = read_flow(as_read(flow_data(flow, None, ())))
    told = set()
    walked: dict[tuple[int, ...], list[tuple[State, Move, State]]] = {}
    for claim in loaded(name).claims:
        if isinstance(claim, LeadsTo | Mirrors):
            continue
        for body in joined(claim.of(flow)):
            ((shape, where), *_) = next(iter(sights(flow, outlook(flow, body))))
            world, there = World(flow, shape), shaped(data, shape)
            place = {w.replace("_", " "): n for w, n in vars(where).items() if n >= 0}
            said = as_read({"body": tree(body)})["body"]
            if shape not in walked:
                states = [random_state(world, random) for _ in range(6)]
                walked[shape] = [(s, move, after) for s in states for move, after in world.steps(s)]
            for state, move, after in random.sample(walked[shape], min(25, len(walked[shape]))):
                held = {(f.name, n): value(state[k]) for (f, n), k in world.slots.items()}
                written = checked_step(there, held, str(move.event), move.home)
                step = (written, str(move.event), move.home)
                holds = compute(claimed(there, said, place, step), held)
                assert bool(holds) == world.holds(body, where, state, move, after), claim.id
                told.add(bool(holds))
    assert told == {True, False}


def test_the_two_free_claims_have_packets() -> None:
    for claim in free_claims():
        assert rejected(*packed(loaded(SAID).flow, claim)) == ""
    leaves, apart = free_claims()
    flow, made = packed(COUNTER, leaves)
    assert made["verdict"] == "refuted"
    assert rejected(flow, made) == ""
    made["run"]["moves"] = []
    assert rejected(flow, made)
    assert rejected(*packed(COUNTER, apart)) == ""


def test_a_doubt_of_a_free_claim_needs_its_proof() -> None:
    by, state, count = Party("somebody"), Field("state", Stage, Stage.ONE), Field("n", range(2), 0)
    up = Transition(Event("up", POINT, by), Stage.ONE, Stage.TWO, then={count: count + 1})
    flow = Flow("up", "Up.", [Machine("m", POINT, state, [up], (count,))], [by])
    leaves, _ = free_claims()
    data, made = packed(flow, leaves)

    assert rejected(data, made) == ""
    assert "nothing is said of" in rejected(data, {**made, "proofs": []})
    assert rejected(data, {**made, "proofs": made["proofs"] * 2})
    data["machines"][0]["rules"][0]["to"] = "ONE"
    assert rejected(data, made)


def test_all_points_says_nothing_of_a_provider_without_points() -> None:
    by, state = Party("somebody"), Field("state", Stage, Stage.ONE)
    mark = Field("mark", Stage, Stage.ONE)
    event = Event("go", PROVIDER, by)
    rules = [Transition(event, Stage.ONE, s, all_my_points(state.is_(s))) for s in list(Stage)[:2]]
    machines = [Machine("m", POINT, state, []), Machine("p", PROVIDER, mark, rules)]
    _, apart = free_claims()
    result = decide(Flow("both", "Both.", machines, [by]), apart, Budget())

    assert result.verdict is not Verdict.PROVED
    made = head("both", apart.id, "proved", "any") | of_doubts([])
    flow = as_read(flow_data(Flow("both", "Both.", machines, [by]), None, [apart]))
    assert "nothing is said of" in rejected(flow, made)


def test_all_points_are_no_points_of_a_provider_without_any() -> None:
    by, one, two = Party("somebody"), *list(Stage)[:2]
    state, mark = Field("state", Stage, one), Field("mark", Stage, one)
    move, both = Event("move", PROVIDER, by), Event("both", PROVIDER, by)
    all_moved = all_points(state.is_(two))
    points = Machine("m", POINT, state, [Transition(move, one, two)])
    rules = [Transition(move, one, two), *(Transition(both, one, s, all_moved) for s in (one, two))]
    flow = Flow("both", "Both.", [points, Machine("p", PROVIDER, mark, rules)], [by])
    _, apart = free_claims()
    seen_by_a_point = proof([((1,), {"point": 0})], {(1,): []})
    made = head("both", apart.id, "proved", "any") | of_doubts([seen_by_a_point])

    assert decide(flow, apart, Budget()).verdict is not Verdict.PROVED
    assert rejected(as_read(flow_data(flow, None, [apart])), made)


def test_mirrors_are_compared_row_by_row() -> None:
    mine = loaded("css")
    claim = next(c for c in mine.claims if isinstance(c, Mirrors))
    flow, made = packed(mine.flow, claim)
    assert rejected(flow, made) == ""
    (mirror,) = (m for m in flow["machines"] if m["name"] == flow["claims"][claim.id]["machine"])
    dropped = mirror["rules"].pop()
    assert rejected(flow, made)
    mirror["rules"].append(dropped)
    mirror["fields"][0]["starts"] = [mirror["rules"][0]["to"]]
    assert rejected(flow, made)
    broken = next(v for v in mine.variants if claim.id in v.breaks)
    flow, made = packed(broken.flow, claim, broken.name)
    assert made["verdict"] == "refuted"
    assert rejected(flow, made) == ""
    assert rejected(flow, {**made, "verdict": "proved"})


def test_what_sometimes_happens_has_a_run_for_each_number_of_points() -> None:
    mine = loaded(SAID)
    flow, made = packed(mine.flow, mine.claim("the-change-goes-through"))
    assert [sum(run["shape"]) for run in made["runs"]] == [1, 2, 3]
    assert rejected(flow, made) == ""
    assert rejected(flow, {**made, "runs": made["runs"][:2]}) == "for how many points"
    for run in made["runs"]:
        run["moves"].pop()
    assert rejected(flow, made)


NEVER = TWO_STEPS.but(Machine("m", POINT, STATE, [Transition(UP, Stage.ONE, Stage.TWO)]))
GUARDED = Always("c", "C.", STATE.is_(Stage.THREE).implies(STATE.is_not(Stage.ONE)))
WAITS = LeadsTo("c", "C.", STATE.is_(Stage.THREE), to=STATE.is_(Stage.ONE))


@pytest.mark.parametrize("claim", [GUARDED, WAITS])
def test_a_packet_shows_that_a_situation_arises_or_never_does(claim: Claim) -> None:
    flow, made = packed(NEVER, claim)
    assert made["empty"]
    assert rejected(flow, made) == ""
    assert rejected(flow, {**made, "empty": False})
    assert rejected(flow, {**made, "situations": []})
    assert rejected(flow, {**made, "situations": [{"proofs": []}]})
    forged = {**made, "empty": False, "situations": [{"run": run_of(TWO_STEPS)}]}
    assert rejected(flow, forged)


def run_of(flow: Flow) -> Data:
    _, made = packed(flow, Sometimes("s", "S.", STATE.is_(Stage.THREE)))
    run: Data = made["runs"][0]
    return run


def test_a_run_that_shows_a_situation_ends_there() -> None:
    flow, made = packed(TWO_STEPS, GUARDED)
    assert not made["empty"]
    assert rejected(flow, made) == ""
    made["situations"][0]["run"]["moves"].pop()
    assert rejected(flow, made) == "its situation does not arise so"


def test_names_of_files_are_apart() -> None:
    names = [
        ("a", None, "b.c"),
        ("a.b", None, "c"),
        ("a", "b", "c"),
        ("a", "B/..", "c"),
        ("a_", "b", "c"),
    ]
    files = [file_name(*name) for name in names]
    assert len(set(files)) == len(files)
    assert not any("/" in file for file in files)
    assert file_name("a b", "c d", "e") == "a_b.c_d.e.json"


# --- Folders ------------------------------------------------------------------------------------

CLAIMS = ["--claim", "done-is-done", "--claim", "the-change-goes-through"]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packets") / "new"
    assert main(["verify", SAID, *CLAIMS, "--packets", str(folder), "--jobs", "1"]) == 0
    return folder


@pytest.fixture
def folder(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "copy"))


def test_the_same_input_gives_the_same_bytes(kept: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "switchproof",
        "verify",
        SAID,
        *CLAIMS,
        "--packets",
        str(tmp_path),
        "--no-cache",
    ]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONHASHSEED": "7"}, check=False, capture_output=True
    )
    assert done.returncode == 0
    one, two = ({p.name: p.read_bytes() for p in f.iterdir()} for f in (kept, tmp_path))
    assert one == two


def test_each_verdict_has_a_packet_and_each_flow_its_hash(kept: Path) -> None:
    mine = loaded(SAID)
    broken = [v for v in mine.variants if "done-is-done" in v.breaks]
    assert len(list(kept.glob("*.json"))) == 2 + len(broken) + 1  # and the manifest
    assert len(list(kept.glob("*.flow"))) == 1 + len(broken)
    assert {p.stem for p in kept.glob("*.flow")} == {
        digest(p.read_bytes()) for p in kept.glob("*.flow")
    }
    assert not [p for p in kept.iterdir() if p.suffix not in (".json", ".flow")]


@pytest.mark.parametrize("name", ["checker", "another name", "checker-2"])
@pytest.mark.parametrize("options", [[], ["-I"]], ids=["plain", "isolated"])
def test_the_checker_can_be_copied_out(
    name: str, options: list[str], kept: Path, tmp_path: Path
) -> None:
    copied = tmp_path / "a place" / name
    shutil.copytree(Path(checker.__file__).parent, copied)
    command = [sys.executable, *options, str(copied), str(kept)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 rejected" in done.stdout
    for wrong in (command[:-1], [*command, "no such file"]):
        done = subprocess.run(wrong, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert done.stderr.startswith("usage: ")


def test_a_flow_file_that_is_given_names_what_no_packet_shows(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / file_name(SAID, None, "done-is-done")
    flow = folder / f"{json.loads(path.read_bytes())['sha256']}.flow"
    assert checker.main([str(folder), str(flow)]) == 1
    told = capsys.readouterr().out
    assert f"wrong: no packet shows 'one-bound-obligor' of {flow}\n" in told
    assert "'done-is-done' of" not in told
    (folder / "other").write_text("{}")
    assert checker.main([str(folder), str(folder / "other")]) == 1
    assert f"wrong: {folder / 'other'}: it cannot be read" in capsys.readouterr().out


def test_check_says_who_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checking.run(Namespace(folder=str(folder), flows=[], jobs=1, timeout=60.0)) == 0
    told = capsys.readouterr().out
    assert "5 of 5 packets accepted" in told
    assert "1 by Z3, 1 by cvc5" in told


def test_the_same_file_is_checked_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checker.main([str(folder)]) == 0
    flow = next(folder.glob("*.flow"))
    flow.write_bytes(flow.read_bytes().replace(b"declare", b"Declare"))
    assert checker.main([str(folder)]) == 1
    assert "the hash of its flow is another" in capsys.readouterr().out
    flow.unlink()
    assert checker.main([str(folder)]) == 1
    assert "cannot be read" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"kind": "invariant"}', "[" * 100_000, "\xff", '{"sha256": 1}']
)
def test_what_is_no_packet_is_rejected(folder: Path, text: str) -> None:
    (folder / "more.json").write_text(text, encoding="latin-1")
    assert checker.main([str(folder)]) == 1
    assert main(["check", str(folder)]) == 1


def test_another_flows_hash_is_rejected(folder: Path) -> None:
    path = folder / file_name(SAID, None, "done-is-done")
    made = json.loads(path.read_bytes())
    for other in folder.glob("*.flow"):
        if other.stem != made["sha256"]:
            path.write_bytes(canonical({**made, "sha256": other.stem}))
            assert checker.main([str(folder)]) == 1


def test_an_empty_folder_is_not_accepted(tmp_path: Path) -> None:
    assert checker.main([str(tmp_path)]) == 1
    for wrong in (tmp_path, tmp_path / "none"):
        assert main(["check", str(wrong)]) == 2


def test_several_processes_say_the_same_in_the_same_order(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for claim, name in (("done-is-done", "wrong"), (CLAIMS[-1], "none")):
        path = folder / file_name(SAID, None, claim)
        path.write_bytes(canonical({**json.loads(path.read_bytes()), "sha256": name}))
    told = []
    for jobs in (1, 2):
        assert checking.run(Namespace(folder=str(folder), flows=[], jobs=jobs, timeout=60.0)) == 1
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert told[0].count("rejected: ") == 2


def test_the_solvers_are_asked_too(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / file_name(SAID, None, "done-is-done")
    made = json.loads(path.read_bytes())
    for boxes in boxes_in(made):
        boxes[:] = [[[n, o, v + v] for n, o, v in box[1:]] for box in boxes]
    path.write_bytes(canonical(made))
    monkeypatch.setattr("properties.checker.folder.check", lambda *_: None)
    assert checking.run(Namespace(folder=str(folder), flows=[], jobs=1, timeout=60.0)) == 1
    told = capsys.readouterr().out
    assert "cvc5 finds that the proof fails" in told


def test_a_folder_that_cannot_be_written_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below", Path("/proc/none")):
        assert main(["verify", SAID, *CLAIMS, "--packets", str(folder)]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert "packets cannot be kept" in line


def test_a_full_disk_leaves_no_half_packet(tmp_path: Path) -> None:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    command = [
        sys.executable,
        "-m",
        "switchproof",
        "verify",
        SAID,
        *CLAIMS,
        "--packets",
        str(tmp_path),
        "--no-cache",
    ]
    done = subprocess.run(command, preexec_fn=limited, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "packets cannot be kept" in done.stderr
    (left,) = tmp_path.iterdir()
    assert (left.name, json.loads(left.read_bytes())["ended"]) == (checker.MANIFEST, False)


def test_an_interrupt_leaves_whole_packets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path  # of a flow that has a hundred claims, so that there is time
    asked = ["verify", "handover", "--packets", str(folder), "--no-cache"]
    command = [sys.executable, "-m", "switchproof", *asked]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while not list(folder.glob("*.*.json")) and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, _ = running.communicate(timeout=600)
    assert running.returncode == 130
    assert list(tmp_path.glob("*.*.json"))
    assert {path.suffix for path in tmp_path.iterdir()} == {".json", ".flow"}
    assert checker.main([str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert told.startswith("wrong: manifest.json: the run that wrote the packets did not end\n")
    assert told.endswith(" packets accepted, 0 rejected\n")


def test_a_packet_of_an_earlier_verdict_goes(folder: Path) -> None:
    path = folder / file_name(SAID, None, "done-is-done")
    short = ["verify", SAID, "--claim", "done-is-done", "--timeout", "0.000001"]
    assert main([*short, "--packets", str(folder)]) == 3
    assert not path.exists()


def test_no_verdict_stands_that_the_checker_rejects(monkeypatch: pytest.MonkeyPatch) -> None:
    from switchproof.deciding.decide import Task, decide_task

    def sceptic(*_: object) -> None:
        raise checker.Rejected("no reason is enough")

    monkeypatch.setattr(checker, "check", sceptic)
    for claim in ("done-is-done", "the-change-goes-through"):
        row = decide_task(Task(SAID, claim), 60)
        assert row["verdict"] == Verdict.UNDECIDED.value
        assert row["reason"] == "the checker does not accept the proof: no reason is enough"
        assert row["points"] is None
        assert row["run"] is None


def test_the_checker_keeps_to_the_time_limit() -> None:
    from properties.engine.packets.accept import accepted, exported

    mine = loaded(SAID)
    claim = mine.claim("done-is-done")
    result = decide(mine.flow, claim, Budget())
    late, packet = accepted(result, exported(mine.flow, None, (claim,)), Budget(seconds=0))
    assert late.verdict is Verdict.UNDECIDED
    assert "not checked: time limit" in late.reason
    assert packet is None


def changed(folder: Path, change: Callable[[Data, Data], object]) -> None:
    """Change the flow of a packet, and let the packet name it by its new hash."""
    path = folder / file_name(SAID, None, "done-is-done")
    made = json.loads(path.read_bytes())
    flow = json.loads((folder / f"{made['sha256']}.flow").read_bytes())
    change(flow, made)
    text = canonical(flow)
    (folder / f"{digest(text)}.flow").write_bytes(text)
    path.write_bytes(canonical({**made, "sha256": digest(text)}))
    relist(folder)


def relist(folder: Path) -> None:
    """Let packets have the names that are theirs, and the manifest name them."""
    rows = []
    for name, made, _ in list(checker.read(folder)):
        assert made
        key = made["flow"], made["variant"], made["claim"]
        (folder / name).rename(folder / file_name(*key))
        rows.append((*key, made["verdict"]))
    end(Store(folder), rows)


def of_a_variant(flow: Data, made: Data) -> None:
    flow["variant"] = made["variant"] = "no such variant"


def of_another_flow(flow: Data, made: Data) -> None:
    flow["name"] = made["flow"] = "somebody's own"


OTHERS: list[tuple[Callable[[Data, Data], object], str]] = [
    (lambda flow, _: flow["claims"]["done-is-done"].update(sentence="?"), "not as it is defined"),
    (of_a_variant, "has no variant 'no such variant' here"),
]


@pytest.mark.parametrize(("change", "reason"), OTHERS)
def test_a_packet_on_another_flow_of_that_name_is_rejected(
    change: Callable[[Data, Data], object],
    reason: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    changed(folder, change)
    assert checker.main([str(folder)]) == 0
    assert main(["check", str(folder)]) == 1
    assert reason in capsys.readouterr().out


def test_a_packet_on_a_flow_that_is_not_the_projects_is_checked_by_itself(folder: Path) -> None:
    changed(folder, of_another_flow)
    assert main(["check", str(folder)]) == 0
