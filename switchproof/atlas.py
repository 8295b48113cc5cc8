"""`switchproof atlas`: which claims hold under which faults, and under how little."""

import json
import os
from argparse import Namespace
from functools import partial

from properties.atlas import REGIMES
from properties.atlas.cells import Found
from properties.atlas.common import ROWS
from properties.atlas.smallest import Smallest
from properties.atlas.table import At, Atlas, answer, places
from properties.verdict import Verdict
from switchproof.atlas_report import report
from switchproof.atlas_text import text
from switchproof.bad_input import unknown
from switchproof.deciding import LOST, spread
from switchproof.progress import Progress

AS_EXPECTED, UNDECIDED = 0, 3


def run(asked: Namespace) -> int:
    """Print the atlas, and say by the exit status whether anything is undecided."""
    if asked.claim not in (None, *ROWS):
        raise unknown("claim of the atlas", asked.claim, ROWS)
    rows = {row: words for row, words in ROWS.items() if asked.claim in (None, row)}
    atlas = drawn_up(rows, asked.timeout, asked.jobs or os.cpu_count() or 1)
    if asked.format == "json":
        print(json.dumps(report(atlas), indent=1))
    else:
        print("\n".join(text(atlas)))
    return AS_EXPECTED if all(one.decided for one in atlas.cells.values()) else UNDECIDED


def drawn_up(rows: dict[str, str], seconds: float, jobs: int) -> Atlas:
    """Decide every cell and find the smallest sets; a verdict may take so many seconds."""
    asked = [at for regime in REGIMES for row in rows for at in places(regime, row)]
    asked.sort(key=lambda at: bool(at.column))  # the sets take longest
    cells: dict[At, Found] = {}
    sets: dict[At, tuple[Smallest, ...]] = {}
    with Progress(f"atlas: 0 of {len(asked)}") as progress:
        answers = spread(partial(_answer, seconds=seconds), asked, jobs, _lost)
        for number, (at, one) in enumerate(zip(asked, answers, strict=True), 1):
            progress.what = f"atlas: {number} of {len(asked)}"
            if isinstance(one, Found):
                cells[at] = one
            else:
                sets[at] = one
    return Atlas(REGIMES, rows, cells, sets)


def _answer(at: At, seconds: float) -> Found | tuple[Smallest, ...]:
    regime = {one.name: one for one in REGIMES}[at.regime]
    return answer(regime, at, seconds)


def _lost(at: At) -> Found | tuple[Smallest, ...]:
    lost = Found(Verdict.UNDECIDED, reason=LOST)
    return lost if at.column else (Smallest(lost),)
