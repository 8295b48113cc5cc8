"""`switchproof new` writes a flow that verifies, and what it says to type next works."""

import io
import shlex
import sys
from pathlib import Path

import pytest

from switchproof.cli import main
from switchproof.deciding.load import load


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_what_it_writes_verifies_and_holds_what_it_promises() -> None:
    assert main(["new", "shop"]) == 0
    assert main(["verify", "shop.py", "--jobs", "1"]) == 0
    one = load("shop.py")
    assert one.flow.name == "shop"
    assert [claim.kind for claim in one.claims] == ["always", "step", "leads to", "always"]
    assert (len(one.flow.machines), len(one.flow.duties), len(one.variants)) == (2, 2, 3)
    shared = [event for event in one.flow.events if len(one.flow.taking_part(event)) > 1]
    assert [str(event) for event in shared] == ["hand over", "deliver"]


def test_what_it_says_to_type_next_works(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["new", "shop.py"])
    hints = [line.strip() for line in capsys.readouterr().out.splitlines()[1:]]
    monkeypatch.setattr(sys, "stdin", io.StringIO("quit\n"))
    assert len(hints) == 4
    for hint in hints:
        _, *arguments = shlex.split(hint)
        assert main(arguments) == 0, hint


def test_what_is_there_is_not_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    Path("shop.py").write_text("mine", encoding="utf-8")
    assert main(["new", "shop"]) == 2
    assert "shop.py is there already" in capsys.readouterr().err
    assert Path("shop.py").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["css", "1", "a b", "../", "a.b", "a.b.py"])
def test_a_name_that_cannot_be_one_is_refused(name: str) -> None:
    assert main(["new", name]) == 2
    assert not list(Path.cwd().iterdir())


def test_the_duty_that_it_hands_over_leaves_a_gap_where_a_part_of_it_goes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["new", "shop"])
    named = ("somebody-owes", "--flow", "shop.py")
    assert main(["explain", *named, "--variant", "what is lost is nobody's"]) == 0
    told = capsys.readouterr().out
    assert "duty begins: carrier to customer, 'the carrier's duty to deliver' (T4)" in told
    assert "is not bound by" not in told


def test_who_owes_and_is_not_bound_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "shop"])
    text = Path("shop.py").read_text(encoding="utf-8")
    agent = text.replace(
        'Tie("terms of carriage", Via.ACCESSION', 'Tie("terms of carriage", Via.CONTRACT'
    )
    Path("shop.py").write_text(agent, encoding="utf-8")
    assert main(["explain", "somebody-owes", "--flow", "shop.py"]) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "deliver' (T4), though carrier is not bound by the terms of carriage" in told
