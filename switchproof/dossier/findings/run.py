"""`dossier findings`: what the document gets wrong, written anew from the verdicts."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

from properties.engine.verdict import Result
from switchproof.deciding.keeping import keeping
from switchproof.dossier.document import DISMISSED, FINDINGS, ON_TEXT
from switchproof.dossier.findings.deciding import Deciding
from switchproof.dossier.findings.kinds import title
from switchproof.dossier.findings.text import document
from switchproof.dossier.findings.together import Together
from switchproof.dossier.findings.told import DismissedTold, FindingTold
from switchproof.draw.run import draw
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import place_for, write_whole


def run(asked: Namespace) -> int:
    """Decide every finding and every cure, and print or write the whole."""
    if asked.write:
        place_for(asked.write)
    with Progress("deciding the findings") as progress, keeping(asked) as kept:
        deciding = Deciding(asked.timeout, progress, kept)
        told = [deciding.finding(one) for one in FINDINGS]
        bases = dict.fromkeys(one.base for one in FINDINGS if one.cures)
        together = [deciding.together(base) for base in bases]
        dismissed = [deciding.dismissed(one) for one in DISMISSED]
    pictures = drawn(told) if asked.draw else []
    text = document(told, [one for one in ON_TEXT if one.stands], dismissed, together)
    if asked.write:
        _write(Path(asked.write), text)
    else:
        print(text, end="")
    for path in draw(pictures, Path(asked.draw)) if pictures else ():
        print(path, file=sys.stderr)
    return status(told, dismissed, together)


def status(
    told: Sequence[FindingTold], dismissed: Sequence[DismissedTold], together: Sequence[Together]
) -> int:
    """Return the exit status: whether all of it is known, and as it is meant."""
    if any(one.undecided for one in told) or any(one.undecided for one in together):
        return UNDECIDED
    as_meant = [one.stands for one in told] + [one.holds for one in dismissed]
    as_meant += [one.stands for one in ON_TEXT] + [one.holds for one in together]
    return AS_EXPECTED if all(as_meant) else SURPRISE


def drawn(told: Iterable[FindingTold]) -> list[tuple[str, str]]:
    """Return the runs of the findings that stand as figures, with their names."""
    return [figure for one in told if one.stands for figure in figures_of(one)]


def figures_of(one: FindingTold) -> list[tuple[str, str]]:
    """Return the runs of a finding as figures, with their names."""
    return [figure for run in one.runs for figure in _drawn(one, run)]


def _drawn(one: FindingTold, run: Result) -> list[tuple[str, str]]:
    from switchproof.telling.figures import figures

    reading, name = one.finding.reading, one.finding.id
    read = f", if the text is read so that {reading}" if reading else ""
    return figures(
        run, f"{title(name)}{read}", name, fails=bool(reading) and not one.finding.impossible
    )


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text)
    except BadInput:
        print(text, end="")  # what took minutes to find is not lost
        raise
