"""`switchproof explore` writes one page, whole, the same each time; what runs it is tried apart."""

import json
import re
from importlib import resources
from pathlib import Path

import pytest

from model.language.claims import Compared
from model.language.operators import OPERATORS
from switchproof.cli import main
from switchproof.deciding.decide import loaded
from switchproof.explore.page import page_of
from switchproof.explore.resting import resting
from switchproof.why.grounds import kept
from tests.explored import written

WEB = resources.files("switchproof.explore") / "web"
OWN = """
from enum import Enum
from switchproof import Always, Event, Field, Flow, Machine, Party, Scope, Transition


class Door(Enum):
    SHUT = "shut"
    OPEN = "open </script><b>"


door = Field("door", Door, Door.SHUT)
VISITOR = Party("visitor")
OPEN = Event("open the door", Scope.POINT, VISITOR)
DOOR = Machine("door", Scope.POINT, door, (Transition(OPEN, Door.SHUT, Door.OPEN),))
FLOW = Flow("doors", "Doors", (DOOR,), (VISITOR,))
CLAIMS = (Always("stays-shut", "The door stays shut.", door.is_(Door.SHUT)),)
VARIANTS = ()
"""


def data_of(page: str) -> dict[str, object]:
    (text,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page)
    found: dict[str, object] = json.loads(text)
    return found


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["explore", *arguments]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    return said


def test_it_writes_the_page_and_says_where(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["explore", "linked"]) == 0
    assert capsys.readouterr().out == "linked.html\n"
    page = (tmp_path / "linked.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "{{" not in page.partition("<script")[0]
    one = loaded("linked")
    runs = data_of(page)["runs"]
    assert isinstance(runs, list)
    broken = [one.claim(claim) for variant in one.variants for claim in variant.breaks]
    with_runs = [claim for claim in broken if not isinstance(claim, Compared)]
    assert sum(run["breaks"] for run in runs) == len(with_runs)


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    first = written("leadtime", tmp_path).read_bytes()
    assert written("leadtime", tmp_path).read_bytes() == first


def test_a_broken_claim_of_a_flow_of_ones_own_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("doors.py").write_text(OWN)
    assert main(["explore", "doors.py"]) == 0
    page = Path("doors.html").read_text(encoding="utf-8")
    data = data_of(page)
    assert data["verdicts"] == ["refuted, 1 point"]
    assert "</script><b>" not in page
    runs = data["runs"]
    assert isinstance(runs, list)
    assert [(run["claim"], run["version"], len(run["moves"])) for run in runs] == [
        ("stays-shut", 0, 1)
    ]


def test_where_it_cannot_be_written_is_said_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert "its folder is not there" in complaint(capsys, "linked", "--out", "nowhere/x.html")
    assert "ends in .html" in complaint(capsys, "linked", "--out", "x.txt")
    assert "no flow is called 'linkd'" in complaint(capsys, "linkd")


def test_the_operators_of_the_page_are_those_of_the_language() -> None:
    text = (WEB / "meaning.js").read_text(encoding="utf-8")
    (table,) = re.findall(r"^const OPERATORS = \{\n(.*?)^\};$", text, re.DOTALL | re.MULTILINE)
    assert re.findall(r'^  "([^"]+)": ', table, re.MULTILINE) == list(OPERATORS)


def test_nothing_in_it_is_from_elsewhere() -> None:
    page = page_of(loaded("linked"), [])
    assert not re.findall(r'(?:src|href)="(?!data:,)', page)
    assert set(re.findall(r"https?://[\w./]+", page)) == {"http://www.w3.org/2000/svg"}


def test_what_a_proof_rests_on_is_what_why_has_kept() -> None:
    one = loaded("linked")
    rows = kept()["linked"]
    for claim, rules in zip(one.claims, resting(one), strict=True):
        assert (rules is None) == (claim.id not in rows)
        said = json.dumps(rows.get(claim.id))
        assert all(json.dumps(f"{rule}: ")[1:-1] in said for rule in rules or [])
