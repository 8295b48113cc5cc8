"""`dossier atlas`: which claims hold under which faults, and under how little."""

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

from properties.analyses.atlas.cells import Decided, Within
from properties.analyses.atlas.faults import Regime
from properties.analyses.atlas.smallest import Smallest
from properties.analyses.atlas.table import At, Atlas, cell, places, smallest_sets
from properties.engine.verdict import Verdict
from switchproof.deciding.keeping import keeping
from switchproof.deciding.spread import LOST, cores, spread
from switchproof.dossier.atlas.common import ROWS
from switchproof.dossier.atlas.every import REGIMES
from switchproof.dossier.atlas.report import report
from switchproof.dossier.atlas.text import text
from switchproof.terminal.errors import unknown
from switchproof.terminal.exits import AS_EXPECTED, UNDECIDED
from switchproof.terminal.progress import Progress

Answer = TypeVar("Answer")
Refused = Counter[str]  # why what is kept was not taken


def run(asked: Namespace) -> int:
    """Print the atlas, and say by the exit status whether anything is undecided."""
    if asked.claim not in (None, *ROWS):
        raise unknown("claim of the atlas", asked.claim, ROWS)
    rows = {row: words for row, words in ROWS.items() if asked.claim in (None, row)}
    with keeping(asked) as kept:
        atlas = drawn_up(rows, Within(asked.timeout, kept), asked.jobs or cores())
    if asked.format == "json":
        print(json.dumps(report(atlas), indent=1))
    else:
        print("\n".join(text(atlas)))
    return AS_EXPECTED if all(one.decided for one in atlas.cells.values()) else UNDECIDED


def drawn_up(rows: dict[str, str], within: Within, jobs: int) -> Atlas:
    """Decide every cell and find the smallest sets."""
    asked = [at for regime in REGIMES for row in rows for at in places(regime, row)]
    with Progress("atlas") as progress:
        found = spread(partial(_noting, _cell, within=within), asked, jobs, _lost_cell)
        cells = _told(progress, "cells", asked, _heeded(found, within))
        sets = _longest_first(cells)
        search = partial(_noting, partial(_smallest, cells=cells), within=within)
        smaller = _heeded(spread(search, sets, jobs, _lost_set), within)
        return Atlas(REGIMES, rows, cells, _told(progress, "smallest sets", sets, smaller))


def _noting(work: Callable[[At, Within], Answer], at: At, within: Within) -> tuple[Answer, Refused]:
    """Do some work, perhaps in another process, and note what of that kept was not taken."""
    kept = within.kept and within.kept.counting_anew()
    answer = work(at, replace(within, kept=kept))
    return answer, kept.refused if kept else Refused()


def _heeded(answers: Iterator[tuple[Answer, Refused]], within: Within) -> Iterator[Answer]:
    for answer, refused in answers:
        if within.kept:
            within.kept.refused.update(refused)
        yield answer


def _longest_first(cells: dict[At, Decided]) -> list[At]:
    """Return where the smallest sets stand, first those of which the cells took long."""
    took: dict[At, float] = {}
    for at, one in cells.items():
        place = At(at.row, at.regime)
        took[place] = took.get(place, 0.0) + one.seconds
    return sorted(took, key=lambda place: -took[place])


def _told(
    progress: Progress, what: str, asked: list[At], answers: Iterator[Answer]
) -> dict[At, Answer]:
    told: dict[At, Answer] = {}
    for at, answer in zip(asked, answers, strict=True):
        told[at] = answer
        progress.what = f"atlas: {len(told)} of {len(asked)} {what}"
    return told


def _regime(at: At) -> Regime:
    return {one.name: one for one in REGIMES}[at.regime]


def _cell(at: At, within: Within) -> Decided:
    return cell(_regime(at), at, within)


def _smallest(at: At, within: Within, cells: dict[At, Decided]) -> tuple[Smallest, ...]:
    return smallest_sets(_regime(at), at, cells, within)


def _lost_cell(at: At) -> tuple[Decided, Refused]:
    del at
    return Decided(Verdict.UNDECIDED, reason=LOST), Refused()


def _lost_set(at: At) -> tuple[tuple[Smallest, ...], Refused]:
    lost, refused = _lost_cell(at)
    return (Smallest(lost),), refused
