"""`dossier paper`: what is found, as a paper for a committee."""

import sys
from argparse import Namespace
from importlib.util import find_spec
from pathlib import Path

from properties.engine.budget import Spent
from switchproof.deciding.keeping import keeping
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import UNDECIDED
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import write_together

NEEDED = {"typst": "pictures", "resvg_py": "pictures", "docx": "paper"}


def run(asked: Namespace) -> int:
    """Write the paper and return the exit status."""
    out = Path(asked.out)
    if out.exists() and not out.is_dir():
        raise BadInput(f"{out}: is no folder; give another --out")
    _need_extras()
    from switchproof.dossier.paper.front import Issued
    from switchproof.dossier.paper.gathered import gathered
    from switchproof.dossier.paper.typeset import pdf
    from switchproof.dossier.paper.whole import brief, whole
    from switchproof.dossier.paper.word import docx

    said = (asked.number, asked.date, asked.committee, asked.classification)
    issued = Issued(*(words or "" for words in said))
    try:
        with Progress("deciding what the paper tells") as progress, keeping(asked) as kept:
            found = gathered(asked.timeout, progress, kept)
            progress.what = "setting the paper"
            paper = (brief if asked.brief else whole)(found, issued)
            files = {out / "paper.pdf": pdf(paper), out / "paper.docx": docx(paper)}
    except Spent as why:
        print(f"switchproof: undecided: {why}; give it more with --timeout", file=sys.stderr)
        return UNDECIDED
    write_together(files)
    print("".join(f"{path}\n" for path in files), end="")
    return found.status


def _need_extras() -> None:
    for module, extra in NEEDED.items():
        if find_spec(module) is None:
            need = f"a paper needs the extra '{extra}' ({module} is not installed)"
            raise BadInput(f"{need}; pip install 'switchproof[pictures,paper]'")
