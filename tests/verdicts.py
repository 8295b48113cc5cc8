"""Verdicts on the flows of the project, each decided once: what a run of the commands kept counts.

It is believed only if the checker accepts its packet on the flow as it is now.
"""

from functools import cache
from pathlib import Path

from properties.engine.packets.kept import Kept
from properties.engine.packets.store import Store
from switchproof.deciding.decide import Task, decide_task
from switchproof.deciding.format import ClaimRow

FOLDER = Path(__file__).parent.parent / ".switchproof"


@cache
def row_of(task: Task) -> ClaimRow:
    """Return the verdict on a claim: kept and accepted once more, or decided."""
    return decide_task(task, 60, kept())


@cache
def kept() -> Kept:
    """Return where verdicts are kept."""
    FOLDER.mkdir(exist_ok=True)
    return Kept(Store(FOLDER))
