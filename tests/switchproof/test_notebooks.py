"""Each notebook shows what it is kept with, from the front door alone, and says what it should."""

import base64
from pathlib import Path

import nbformat
import pytest

from switchproof import flow
from switchproof.desk.opened import Opened
from switchproof.terminal.errors import BadInput
from tests.notebooks_kept import FOLDER, executed

NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
FRONT_DOOR = ("from switchproof import ", "from dataclasses import replace")
SAID = {
    "blame": ("was breached, as the day", "No duty was breached on the way"),
    "css": ("'Confirmed',", "not 'Secured Active'", "Refuted. It fails in 11 steps"),
    "current": ("is refused", "Refuted. It fails in 4 steps", "Proved."),
    "incident": ("nothing of it happened", "204,140  the CRS's duty to send (CRS; or CSS)"),
    "night": (
        "is refused",
        "duty ends: Network Party to DCC",
        "duty begins: CRS to DCC",
        "Proved.",
    ),
    "what_if": ("refuted, in 8 steps", "of 4 claims, 2 as before"),
}


def named(path: Path) -> str:
    return path.stem


def code_of(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown(notebook: nbformat.NotebookNode) -> list[str]:
    """Return what the cells say; of a picture its title."""
    outputs = [output for cell in code_of(notebook) for output in cell.outputs]
    return [one.text if one.output_type == "stream" else one.data["text/plain"] for one in outputs]


def pictures(notebook: nbformat.NotebookNode) -> list[bytes]:
    data = [one.get("data", {}) for cell in code_of(notebook) for one in cell.outputs]
    return [base64.b64decode(one["image/png"]) for one in data if "image/png" in one]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=named)
def test_a_notebook_is_valid_and_holds_no_noise(path: Path) -> None:
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)

    assert notebook.metadata == {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    assert path.read_text() == nbformat.writes(notebook) + "\n"
    assert all(cell.metadata == {} for cell in notebook.cells)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=named)
def test_a_notebook_reads_as_an_essay(path: Path) -> None:
    cells = code_of(nbformat.read(path, as_version=4))
    lines = [line for cell in cells for line in cell.source.splitlines()]

    assert not [line for line in lines if line.startswith(("def ", "class ", "assert "))]
    imported = [line for line in lines if "import" in line]
    assert imported
    assert all(line.startswith(FRONT_DOOR) for line in imported)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=named)
def test_a_notebook_shows_what_it_is_kept_with(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    kept, found = nbformat.read(path, as_version=4), executed(path, tmp_path)

    assert shown(found) == shown(kept)
    assert len(pictures(found)) == len(pictures(kept)) > 0
    assert all(one.startswith(b"\x89PNG") and len(one) > 20_000 for one in pictures(kept))
    text = "\n".join(shown(found))
    assert [words for words in SAID[path.stem] if words not in text] == []


def test_what_a_notebook_asks_wrongly_is_said_in_one_line() -> None:
    current, wrong = flow("current"), list[str]()
    for asked in (
        lambda: flow("curent"),
        lambda: current.draw("requst"),
        lambda: current.ask("no-late-objections"),
        lambda: current.with_variant("late"),
        lambda: current.walk(fuel="coal"),
        lambda: current.walk().take("midnight of the start date (supplier B)"),
        lambda: current.ask("no-late-objection").story,
    ):
        with pytest.raises(BadInput) as why:
            asked()
        wrong.append(str(why.value))
        assert why.value._render_traceback_() == [wrong[-1]]

    assert all("\n" not in one for one in wrong)
    assert "did you mean 'current'?" in wrong[0]
    assert "did you mean 'no-late-objection'" in wrong[2]
    assert "choose from electricity, gas" in wrong[4]
    assert "is proved, and no run shows it" in wrong[6]


def test_a_change_of_which_nothing_is_expected_keeps_its_verdicts_apart() -> None:
    changed: Opened = flow("linked").without(str(flow("linked").flow.events[0]))

    pairs = changed.breaks().pairs
    assert {len(pairs)} == {len(changed.one.claims)}
    assert all(before.result.flow is changed.one.flow for before, _ in pairs)
    assert all(after.result.flow is changed.flow for _, after in pairs)
