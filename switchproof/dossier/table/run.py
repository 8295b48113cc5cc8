"""`dossier table`: what the change catches under way, by proof, and what can be made of it."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from switchproof.deciding.keeping import keeping
from switchproof.deciding.spread import cores
from switchproof.dossier.table.designs import DESIGNS
from switchproof.dossier.table.format import DesignRow, TableReport
from switchproof.dossier.table.making import Making
from switchproof.dossier.table.printed import PRINTED, WRITTEN
from switchproof.terminal.errors import BadInput, unknown
from switchproof.terminal.exits import AS_EXPECTED, UNDECIDED
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import place_for, write_whole


def run(asked: Namespace) -> int:
    """Print the table, write it where it is asked for, and return the exit status."""
    if asked.design not in (None, *DESIGNS):
        raise unknown("design", asked.design, DESIGNS)
    designs = [one for one in DESIGNS.values() if asked.design in (None, one.name)]
    paths = [_path(name, len(designs)) for name in asked.write]
    with Progress("what the step can find") as progress, keeping(asked) as kept:
        made = Making(asked.timeout, asked.jobs or cores(), kept, progress)
        rows = [made.design(design, options=asked.options) for design in designs]
    report: TableReport = {"designs": rows, "exit": AS_EXPECTED}
    report["exit"] = status(rows)
    print(PRINTED[asked.format](report))
    for path in paths:
        write_whole(path, WRITTEN[path.suffix](report))
    return report["exit"]


def _path(name: str, designs: int) -> Path:
    path = place_for(name, WRITTEN)
    if path.suffix == ".svg" and designs > 1:
        known = " or ".join(DESIGNS)
        raise BadInput(f"{name}: a picture is of one design; name it: {known}")
    return path


def status(designs: Sequence[DesignRow]) -> int:
    """Return the exit status: whether all that was asked is known."""
    return UNDECIDED if any(_open(designs)) else AS_EXPECTED


def _open(designs: Sequence[DesignRow]) -> Iterator[bool]:
    for machine in (m for design in designs for m in design["machines"]):
        yield from (state["found"] == "undecided" for state in machine["states"])
        yield from (bool(option["undecided"]) for option in machine["options"])
