"""What the notebooks show, kept in them: `python -m tests.notebooks_kept` runs them.

They are run where nothing is kept of an earlier run, so that nothing that they show rests on one.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"
SECONDS = 600  # for one cell


def executed(path: Path, folder: Path) -> nbformat.NotebookNode:
    """Return a notebook with what its cells show when they are run in a folder."""
    notebook = nbformat.read(path, as_version=4)
    where = {"metadata": {"path": str(folder)}}
    NotebookClient(
        notebook,
        timeout=SECONDS,
        kernel_name="python3",
        resources=where,
        coalesce_streams=True,  # else what is printed is cut where it happens to be
    ).execute()
    for cell in notebook.cells:
        cell.metadata = {}
    notebook.metadata.language_info = {"name": "python"}
    return notebook  # type: ignore[no-any-return]


def main() -> None:
    """Run them all, or those that are named, and write what they show into them."""
    named = [FOLDER / f"{name}.ipynb" for name in sys.argv[1:]]
    with TemporaryDirectory() as folder:
        os.environ["IPYTHONDIR"] = folder
        for path in named or sorted(FOLDER.glob("*.ipynb")):
            print(path.stem, flush=True)
            path.write_text(nbformat.writes(executed(path, Path(folder))) + "\n")


if __name__ == "__main__":
    main()
