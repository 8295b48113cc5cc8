"""The engines together: which serves when, that it is said, and that none covers up another."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from model.language import POINT, Always, Flow, Step
from model.language.claims import Claim, Sometimes
from properties.engine import settle
from properties.engine.budget import Budget
from properties.engine.evidence import Finder, Run
from properties.engine.packets.accept import accepted, exported
from properties.engine.pdr.cubes import Cube
from properties.engine.pdr.prove import prove
from properties.engine.pdr.shrink import Shrinking
from properties.engine.prove import decide
from properties.engine.verdict import Result, Verdict
from switchproof.cli import main
from switchproof.deciding.load import load
from tests import toys
from tests.engine.test_pdr import drawn

Toy = Callable[[int], tuple[Flow, Claim]]
SEARCH = ", found by property-directed search"
FILE = "from tests.toys import {0}\nFLOW, CLAIM = {0}({1})\nCLAIMS = (CLAIM,)\n"
TOKENS = f"from switchproof import POINT\n{FILE.format('token', '18, POINT')}"


def decided(flow: Flow, claim: Claim) -> Result:
    """Return a verdict that the checker accepts."""
    result = decide(flow, claim, Budget(seconds=600))
    result, _ = accepted(result, exported(flow, None, (claim,)), Budget(seconds=600))
    return result


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the closure have next to nothing, so that the others serve where they can."""
    monkeypatch.setattr(settle, "FIELDS", 1)
    monkeypatch.setattr(settle, "VIEWS", 2)
    monkeypatch.setattr(settle, "BOXES", 0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A flow on which the closure needs more boxes than its share."""
    path = tmp_path / "tokens.py"
    path.write_text(TOKENS)
    return path


def of_a_point(size: int) -> tuple[Flow, Claim]:
    """A token that each point hands on by itself."""
    return toys.token(size, POINT)


@pytest.mark.parametrize(("toy", "size"), [(toys.chain, 100), (of_a_point, 60), (toys.votes, 200)])
def test_wide_flows_are_proved_and_who_served_is_said(toy: Toy, size: int) -> None:
    result = decided(*toy(size))

    assert result.verdict is Verdict.PROVED
    assert result.method.endswith(SEARCH)


def test_a_small_flow_is_served_by_the_closure() -> None:
    result = decided(*toys.chain(8))

    assert result.verdict is Verdict.PROVED
    assert result.method == "invariant over 8 fields, 0 boxes, 9 states listed, 10 obligations"


def test_what_happens_late_is_found_by_a_dive() -> None:
    flow, _ = toys.votes(60)
    decision = next(field for field in flow.fields if field.name == "decision")
    body = decision.is_(toys.At.NOT_YET)
    never = decided(flow, Always("never", "It is never decided.", body))
    at_last = decided(flow, Sometimes("at-last", "It can be decided.", ~body))

    assert (never.verdict, at_last.verdict) == (Verdict.REFUTED, Verdict.PROVED)
    assert never.method == "run that replays, found by depth-first search"
    assert at_last.method == "runs that replay, found by depth-first search"
    for result in (never, at_last):
        assert result.run is not None
        assert (len(result.run), result.run.shortest) == (61, False)


@pytest.mark.usefixtures("narrow")
def test_no_engine_contradicts_another_on_random_flows(monkeypatch: pytest.MonkeyPatch) -> None:
    found = list[tuple[Result, Result]]()
    for flow, claim in drawn(range(60)):
        served = decided(flow, claim)
        with monkeypatch.context() as wide:
            wide.setattr(settle, "FIELDS", 100)
            wide.setattr(settle, "VIEWS", 1_000_000)
            wide.setattr(settle, "BOXES", 1000)
            found.append((served, decided(flow, claim)))

    assert all(one.verdict is other.verdict for one, other in found)
    finders = {proof.finder for one, _ in found if one.invariant for proof in one.invariant.proofs}
    finders |= {run.finder for one, _ in found for run in one.runs}
    assert finders == {*Finder} - {Finder.SEARCH}  # which is of so many points


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("name", ["leadtime", "linked"])
def test_no_engine_contradicts_another_on_claims_of_the_paper(name: str) -> None:
    one = load(name)
    for claim in one.claims[::2]:
        if isinstance(claim, Always | Step | Sometimes) and not claim.pending:
            assert decided(one.flow, claim).verdict is Verdict.PROVED
    for variant in one.variants[::4]:
        for broken in map(one.claim, variant.breaks):
            if isinstance(broken, Always | Step):
                assert decided(variant.flow, broken).verdict is Verdict.REFUTED


def test_what_the_judge_rejects_is_a_fault_and_no_verdict(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    needed = Shrinking.needed

    def one_too_few(shrinking: Shrinking) -> list[Cube]:
        return needed(shrinking)[1:]

    monkeypatch.setattr(Shrinking, "needed", one_too_few)
    for command in (["verify"], ["verify", "--jobs", "2"], ["explain", "one-token", "--flow"]):
        assert main([*command, str(file)]) == 1
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert "a fault of the engine, and no verdict: Z3 rejects an invariant: a step" in said


def test_where_there_is_no_solver_the_closure_alone_serves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pysat", None)
    alone = decided(*toys.token(16))
    undecided = decide(*toys.votes(30), Budget(seconds=600, views=10_000))

    assert alone.verdict is Verdict.PROVED
    assert "found by" not in alone.method
    assert undecided.verdict is Verdict.UNDECIDED
    assert undecided.reason == (
        "limit of 10000 views; property-directed search: python-sat is not installed"
    )


def test_the_same_bytes_in_every_process_alone_or_with_others(file: Path, tmp_path: Path) -> None:
    packets = set()
    for seed in range(3):
        folder = tmp_path / str(seed)
        asked = ["verify", str(file), "--packets", str(folder), "--no-cache"]
        asked += ["--claim", "one-token"] if seed else []
        environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
        command = [sys.executable, "-m", "switchproof", *asked]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        (packet,) = (p for p in folder.iterdir() if "one-token" in p.name)
        packets.add(packet.read_bytes())

    assert len(packets) == 1


def test_the_run_of_the_search_is_one_that_replays() -> None:
    flow, claim = toys.token(6)
    run = prove(flow, replace(claim, body=flow.fields[3].is_(toys.Held.EMPTY)), Budget())

    assert isinstance(run, Run)
    assert run.finder is Finder.PURSUIT
    assert (len(run), run.shortest) == (3, False)
