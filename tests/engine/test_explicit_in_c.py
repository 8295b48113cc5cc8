"""The program in C, against the function in Python; and what becomes of it without a compiler."""

import os
import shutil
import time
from itertools import islice
from pathlib import Path

import pytest

from model.language import (
    Always,
    Step,
)
from properties.engine.budget import Budget
from properties.engine.explicit.asked import asked_of
from properties.engine.explicit.by_c import ByC, NoProgram, compiled
from properties.engine.explicit.by_python import ByPython
from properties.engine.explicit.packing import packing_of
from properties.engine.explicit.search import Searched, search
from properties.engine.slices.seen import outlook_of
from switchproof.deciding.load import load
from tests.searching import ORACLES, Shape, counting, drawn, plainly, whole
from tests.strategies import instances, random_flow

needs_a_compiler = pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")


def is_running(process: int) -> bool:
    """Whether a process runs; one that nobody waited for has ended as well."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("properties.engine.explicit.search.PATIENCE", -1.0)


def compiler(folder: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Put a compiler of our own in front of what the system has."""
    path = folder / "cc"
    path.write_text("\n".join(["#!/bin/sh", *lines]) + "\n")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


@needs_a_compiler
def test_a_program_in_c_has_the_figures_and_runs_of_the_function_in_python() -> None:
    broken = 0
    for flow, claim, shapes in islice(drawn(), 0, None, 12):
        shape = shapes[-1]
        packing = packing_of(flow, shape)
        asked = [asked_of(packing.world, claim.of(flow), outlook_of(flow, claim))]
        found = [whole(engine(packing, asked, Budget())) for engine in (ByPython, ByC)]
        assert found[0] == found[1], (flow.machines, claim.body, shape)
        broken += found[0][-1] != [None]
    assert 2 < broken < 12


@needs_a_compiler
@pytest.mark.parametrize(("name", "shape"), [("handover", (1,)), ("linked", (2,))])
def test_a_flow_has_in_c_the_figures_that_it_has_in_python(name: str, shape: Shape) -> None:
    loaded, packing = load(name), packing_of(load(name).flow, shape)
    claims = [one for one in loaded.claims if isinstance(one, Always | Step)]
    asked = [
        asked_of(packing.world, one.of(loaded.flow), outlook_of(loaded.flow, one)) for one in claims
    ]
    found = [whole(engine(packing, asked, Budget())) for engine in (ByPython, ByC)]

    assert found[0] == found[1]
    assert found[0][0] > 100


@needs_a_compiler
def test_a_state_of_several_words_is_the_same_in_c() -> None:
    packing = packing_of(load("css").flow, (1, 1))
    found = [whole(engine(packing, [], Budget(views=2000))) for engine in (ByPython, ByC)]

    assert packing.bits > 128
    assert found[0] == found[1]


@needs_a_compiler
@pytest.mark.usefixtures("no_patience")
def test_a_long_search_goes_on_in_c() -> None:
    found = search(load("handover").flow, (1,), Budget())

    assert (found, found.how) == (Searched(12276, 107131, 26), "in C")


@pytest.mark.usefixtures("no_patience")
def test_without_a_compiler_it_goes_on_in_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    found = search(load("handover").flow, (1,), Budget())

    assert found == Searched(12276, 107131, 26)
    assert found.how == "in Python, since no C compiler is found"


@pytest.mark.usefixtures("no_patience")
@pytest.mark.parametrize(
    ("does", "why"),
    [
        ("exit 1", "the C compiler failed"),
        ("exit 0", "no program in C can be made"),
        ("echo nothing >$6", "no program in C can be made"),
    ],
)
def test_with_a_compiler_that_makes_nothing_it_goes_on_in_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, why: str
) -> None:
    compiler(tmp_path, monkeypatch, does)
    found = search(load("handover").flow, (1,), Budget())

    assert found == Searched(12276, 107131, 26)
    assert found.how.startswith(f"in Python, since {why}")


@needs_a_compiler
def test_no_number_lies_across_two_words_and_none_leaves_its_sort() -> None:
    packing = packing_of(counting(), (6,))
    found = whole(ByC(packing, [], Budget()))

    assert packing.bits > 72
    assert found[:4] == (3**6, 1 + 6 * 2 * 3**5, 13, "")
    assert plainly(counting(), (6,), 1000) == Searched(3**6, 1 + 6 * 2 * 3**5, 13)


@needs_a_compiler
def test_a_program_in_c_finds_the_states_again_that_it_met_before_it_grew() -> None:
    packing = packing_of(load(str(ORACLES / "two_phase_commit.py")).flow, (6,))

    assert whole(ByC(packing, [], Budget()))[:4] == (50816, 402306, 20, "")


@needs_a_compiler
@pytest.mark.parametrize("seed", range(6))
def test_a_random_flow_has_in_c_the_states_of_its_plain_meaning(seed: int) -> None:
    flow = random_flow(seed)
    shape = instances(flow)[-1]
    plain, found = plainly(flow, shape, 600), whole(ByC(packing_of(flow, shape), [], Budget()))

    assert plain.stopped or found[:3] == (plain.states, plain.successors, plain.depth)
    assert found[0] >= plain.states


def test_a_compiler_that_does_not_end_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiler(tmp_path, monkeypatch, f"sleep 60 & echo $! >{tmp_path}/started; wait")
    with pytest.raises(NoProgram, match="the C compiler took too long"):
        compiled("", 1.0)

    started = int((tmp_path / "started").read_text())
    for _ in range(200):  # it was told to end, and is not waited for by us
        if is_running(started):
            time.sleep(0.05)
    assert not is_running(started)
