"""`dossier designs`: each claim on the handover asked of all its designs, and two pictures."""

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from diagrams.night import picture as timeline
from switchproof.deciding.keeping import keeping
from switchproof.dossier.designs.compared import compared
from switchproof.dossier.designs.format import ComparedRow, DesignsReport
from switchproof.dossier.designs.night import night
from switchproof.dossier.designs.picture import picture
from switchproof.dossier.designs.text import text
from switchproof.draw.run import draw
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.terminal.progress import Progress

FILES = ("designs.svg", "night-duties.svg")


def run(asked: Namespace) -> int:
    """Print what differs between the designs, and return the exit status."""
    with Progress("asking each claim of every design"), keeping(asked) as kept:
        rows = compared(asked.timeout, kept)
    if asked.out is not None:
        draw(zip(FILES, (picture(rows), timeline(night())), strict=True), Path(asked.out))
    report: DesignsReport = {"claims": rows, "exit": status(rows)}
    print(json.dumps(report, indent=2) if asked.format == "json" else text(rows))
    return report["exit"]


def status(rows: Sequence[ComparedRow]) -> int:
    """Return the exit status: whether each design is as it claims, and all is known."""
    cells = [cell for row in rows for cell in row["designs"].values()]
    if any(cell["claimed"] and cell["says"] in ("fails", "never") for cell in cells):
        return SURPRISE
    return UNDECIDED if any(cell["says"] == "not known" for cell in cells) else AS_EXPECTED
