"""A second paper is a folder: the commands of the dossier on a made-up one, with its own flow."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import second_paper

ON_IT = """
import sys
from model import flows, register
from tests import flows_for_tests as small, second_paper
flows.FLOWS.clear()
flows.FLOWS["switch"] = small.__name__
sys.modules["properties.switch"] = small
register.REGISTER = small.SWITCH.sources | {one.id: one for one in second_paper.CLAUSES}
sys.modules["switchproof.dossier.document"] = second_paper
from switchproof.cli import main
sys.exit(main(["dossier", *sys.argv[1:]]))
"""


def on_it(cwd: Path, *asked: str) -> str:
    command = [sys.executable, "-c", ON_IT, *asked]
    house = Path(__file__).parents[2]
    done = subprocess.run(
        command,
        cwd=cwd,
        env={"PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout


def test_a_change_of_four_words_is_told_by_what_to_read_again(tmp_path: Path) -> None:
    edition = tmp_path / "edition.txt"
    edition.write_text(second_paper.TEXT.replace("shall send data", "may send the data"))
    said = on_it(tmp_path, "trace", "--source", str(edition), "--no-cache")

    assert "read again, the most important first (1):\n    1. 1-b, a rule: " in said
    assert "no longer said: must" in said
    assert "findings: sent-again, who-sends" in said


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("trace", "2 clauses"),
        ("trace --against outcome", "foreseen and done (1):\n    Section Z (1-b; by CHANGE)"),
        ("terms", "told by who-sends"),
        ("questions", "question when: When is it sent?"),
        ("doubts", "which-gate: Which gate?"),
        ("findings", '2 findings on the nobody paper "A made-up paper" of 2020 (first).'),
    ],
    ids=lambda one: one.split()[-1],
)
def test_a_command_speaks_of_that_paper_alone(asked: str, says: str, tmp_path: Path) -> None:
    said = on_it(tmp_path, *asked.split(), *(["--no-cache"] if asked == "findings" else []))

    assert says in said
    assert "CRS" not in said
