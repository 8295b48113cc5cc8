"""`dossier findings`: what the document gets wrong, written anew from the verdicts."""

from argparse import Namespace
from pathlib import Path

from switchproof.deciding.keeping import keeping
from switchproof.dossier.findings.deciding import Deciding
from switchproof.dossier.findings.text import document
from switchproof.dossier.paper import DISMISSED, FINDINGS, ON_TEXT
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import write_whole


def run(asked: Namespace) -> int:
    """Decide every finding and every cure, and print or write the whole."""
    if asked.write and not Path(asked.write).parent.is_dir():
        raise BadInput(f"{asked.write}: its folder is not there; make it, or name another file")
    with Progress("deciding the findings") as progress, keeping(asked) as kept:
        deciding = Deciding(asked.timeout, progress, kept)
        told = [deciding.finding(one) for one in FINDINGS]
        bases = dict.fromkeys(one.base for one in FINDINGS if one.cures)
        together = [deciding.together(base) for base in bases]
        dismissed = [deciding.dismissed(one) for one in DISMISSED]
    text = document(told, [one for one in ON_TEXT if one.stands], dismissed, together)
    if asked.write:
        _write(Path(asked.write), text)
    else:
        print(text, end="")
    if any(one.undecided for one in told) or any(one.undecided for one in together):
        return UNDECIDED
    as_meant = [one.stands for one in told] + [one.holds for one in dismissed]
    as_meant += [one.stands for one in ON_TEXT] + [one.holds for one in together]
    return AS_EXPECTED if all(as_meant) else SURPRISE


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text)
    except BadInput:
        print(text, end="")  # what took minutes to find is not lost
        raise
