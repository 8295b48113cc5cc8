"""Each notebook runs from its top, asserts what it shows, and is kept without outputs."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def named(path: Path) -> str:
    return path.stem


def code_of(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=named)
def test_a_notebook_is_valid_and_holds_no_noise(path: Path) -> None:
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)

    assert notebook.metadata == {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    assert path.read_text() == nbformat.writes(notebook) + "\n"
    for cell in code_of(notebook):
        assert (cell.outputs, cell.execution_count, cell.metadata) == ([], None, {})


@pytest.mark.parametrize("path", NOTEBOOKS, ids=named)
def test_a_notebook_defines_nothing(path: Path) -> None:
    source = "\n".join(cell.source for cell in code_of(nbformat.read(path, as_version=4)))

    assert "def " not in source
    assert "class " not in source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=named)
def test_a_notebook_runs_and_shows_picture_walk_proof_and_failure(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    notebook = nbformat.read(path, as_version=4)
    there = {"metadata": {"path": str(tmp_path)}}  # where nothing is kept
    NotebookClient(notebook, timeout=60, kernel_name="python3", resources=there).execute()
    outputs = [output for cell in code_of(notebook) for output in cell.outputs]
    printed = "".join(output.text for output in outputs if output.output_type == "stream")

    assert all("assert " in cell.source for cell in code_of(notebook))
    assert all(output.get("name") != "stderr" for output in outputs)
    assert any("image/svg+xml" in output.get("data", {}) for output in outputs)
    assert "is refused: " in printed
    assert "proved, for any number of metering points" in printed
    assert "breach" in printed
