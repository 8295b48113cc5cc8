"""`dossier findings`: what the document gets wrong, written anew from the verdicts."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from properties.engine.verdict import Result
from switchproof.deciding.keeping import keeping
from switchproof.dossier.findings.every import decided
from switchproof.dossier.findings.kinds import title
from switchproof.dossier.findings.text import document
from switchproof.dossier.findings.told import FindingTold
from switchproof.draw.run import draw
from switchproof.terminal.errors import BadInput
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import place_for, write_whole


def run(asked: Namespace) -> int:
    """Decide every finding and every cure, and print or write the whole."""
    if asked.write:
        place_for(asked.write)
    with Progress("deciding the findings") as progress, keeping(asked) as kept:
        found = decided(asked.timeout, progress, kept)
    pictures = drawn(found.told) if asked.draw else []
    text = document(found.told, found.on_text, found.dismissed, found.together)
    if asked.write:
        _write(Path(asked.write), text)
    else:
        print(text, end="")
    for path in draw(pictures, Path(asked.draw)) if pictures else ():
        print(path, file=sys.stderr)
    return found.status


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
