"""A verdict kept is believed only where this program made it and its packet is accepted."""

import json
from pathlib import Path

import pytest

from switchproof.cli import main
from switchproof.deciding.decide import Task
from tests.verdicts import Kept

HELD = Task("linked", "no-leg-secured-alone")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("kept")
    asked = ["verify", "linked", "--jobs", "1", "--packets", str(made / "packets")]
    assert main([*asked, "--result", str(made / "verify.json")]) == 0
    return made


def rewritten(folder: Path, tmp_path: Path, old: str, new: str) -> Kept:
    """Return what is kept where the result says something else; the packets are the same."""
    text = (folder / "verify.json").read_text()
    assert old in text
    (tmp_path / "verify.json").write_text(text.replace(old, new))
    (tmp_path / "packets").symlink_to(folder / "packets")
    return Kept(tmp_path)


def test_what_this_program_made_is_taken(folder: Path) -> None:
    row = Kept(folder).row(HELD)
    assert row is not None
    assert row["verdict"] == "proved"


def test_what_another_program_made_is_not(folder: Path, tmp_path: Path) -> None:
    made_with = json.loads((folder / "verify.json").read_text())["made_with"]
    assert rewritten(folder, tmp_path, made_with, "another").row(HELD) is None


def test_another_verdict_than_its_packet_shows_is_not(folder: Path, tmp_path: Path) -> None:
    assert rewritten(folder, tmp_path, '"proved"', '"refuted"').row(HELD) is None


def test_a_packet_that_is_not_accepted_shows_nothing(folder: Path) -> None:
    kept = Kept(folder)
    (name,) = (name for name in kept.packets if f".{HELD.claim}." in name and name.count(".") == 2)
    kept.packets[name]["checks"] = None
    assert kept.row(HELD) is None


def test_nothing_kept_is_nothing_taken(tmp_path: Path) -> None:
    assert Kept(tmp_path).row(HELD) is None
