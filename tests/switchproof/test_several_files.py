"""A flow of several files: a folder, or a file that takes from those beside it."""

import sys
from pathlib import Path

import pytest

from switchproof.cli import main
from switchproof.deciding.load import load
from switchproof.terminal.errors import BadInput
from switchproof.verify.touched import files_of

PARTS = """
from enum import Enum
from switchproof import *
class Tap(Enum):
    OPEN = "open"
    SHUT = "shut"
HAND = Party("hand")
tap = Field("tap", Tap, Tap.SHUT)
TURN = Event("turn", POINT, HAND)
"""
FLOW = """
from switchproof import *
from . import parts
from .parts import HAND, TURN, Tap, tap
RULES = (Transition(TURN, Tap.SHUT, Tap.OPEN),)
FLOW = Flow("taps", "Taps", (Machine("tap", POINT, tap, RULES),), (parts.HAND,))
CLAIMS = (Sometimes("opened", "It is opened.", tap.is_(Tap.OPEN)),)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = Path("taps")
    made.mkdir()
    (made / "parts.py").write_text(PARTS, encoding="utf-8")
    (made / "flow.py").write_text(FLOW, encoding="utf-8")
    return made


@pytest.mark.parametrize("source", ["taps", "taps/", "taps/flow.py"])
def test_a_folder_and_a_file_in_it_are_the_same_flow(source: str, folder: Path) -> None:
    assert main(["verify", source, "--jobs", "2", "--no-cache"]) == 0
    assert main(["explain", "opened", "--flow", source]) == 0
    assert main(["walk", source, "--take", "turn"]) == 0
    assert {Path(file).name for file in files_of(load(source))} == {"flow.py", "parts.py"}
    assert sorted(one.name for one in folder.iterdir()) == ["flow.py", "parts.py"]
    assert str(folder.resolve()) not in sys.path


def test_a_package_is_a_flow_by_its_init(folder: Path) -> None:
    (folder / "flow.py").rename(folder / "rules.py")
    (folder / "__init__.py").write_text("from .rules import CLAIMS, FLOW", encoding="utf-8")
    assert main(["verify", "taps", "--jobs", "1", "--no-cache"]) == 0
    assert len(load("taps").files) == 3


def test_an_edit_beside_it_is_seen_however_soon_it_comes(folder: Path) -> None:
    parts, opened = folder / "parts.py", "Field('tap', Tap, Tap.SHUT)".replace("'", '"')
    assert load("taps").flow.fields[0].initials[0].name == "SHUT"  # type: ignore[union-attr]
    text = parts.read_text(encoding="utf-8")
    assert opened in text
    parts.write_text(text.replace(opened, opened.replace("SHUT", "OPEN")), encoding="utf-8")
    assert load("taps/flow.py").flow.fields[0].initials[0].name == "OPEN"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("from .part import tap", "there is no file 'part.py' beside this one"),
        ("from .parts import top", "'parts.py' does not have 'top', or not yet"),
        ("from ..parts import tap", "it imports from above its folder"),
        ("import parts", "it stands beside this file: write from .parts import ..."),
        ("import nosuch.thing", "no module 'nosuch'; install it, or write it into a file beside"),
        ("import os, switchproof; os.nosuch", "a module has no 'nosuch'"),
        ("from switchproof import Evnt", "'switchproof' does not have 'Evnt'"),
    ],
)
def test_what_cannot_be_imported_is_said_in_one_line_with_the_cure(
    folder: Path, line: str, complaint: str
) -> None:
    (folder / "flow.py").write_text(f"from switchproof import *\n{line}\n", encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        load("taps")
    assert str(refused.value).startswith("taps/flow.py:2: ")
    assert complaint in str(refused.value)
    assert "flow_files_" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('Event("e", POINT, by=3)', "taps/parts.py:2: event 'e': 'by' is a Party, not 3"),
        ("Evnt", "taps/parts.py:2: no thing is called 'Evnt'; did you mean 'Event'"),
        ("(3", "taps/parts.py:2: '(' was never closed"),
        ("1 / 0", "taps/parts.py:2: ZeroDivisionError"),
    ],
)
def test_what_is_wrong_beside_it_is_said_with_that_file(
    folder: Path, text: str, complaint: str
) -> None:
    (folder / "parts.py").write_text(f"from switchproof import *\n{text}\n", encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        load("taps")
    assert str(refused.value).startswith(complaint)


def test_a_folder_without_a_flow_says_where_it_would_be(tmp_path: Path) -> None:
    with pytest.raises(
        BadInput, match=r"this folder holds no flow; write its flow into .*flow\.py"
    ):
        load(str(tmp_path))
