"""The atlas as one object of plain data."""

from collections.abc import Iterator

from properties.analyses.atlas.cells import Decided
from properties.analyses.atlas.faults import FAULTS
from properties.analyses.atlas.smallest import Smallest
from properties.analyses.atlas.table import At, Atlas, compare
from switchproof.dossier.atlas.format import AtlasReport, CellRow, FoundRow, HereRow, SmallestRow


def report(atlas: Atlas) -> AtlasReport:
    """Return the atlas as plain data."""
    found = compare(atlas)
    one, two = (regime.name for regime in atlas.regimes)
    return {
        "faults": [{"name": f.name, "says": f.says, "absent": f.absent} for f in FAULTS],
        "cannot": {r.name: {f.name: why for f, why in r.cannot.items()} for r in atlas.regimes},
        "rows": [
            {"id": row, "words": words, "regimes": dict(_regimes(atlas, row))}
            for row, words in atlas.rows.items()
        ],
        "comparison": {
            "both": len(found.both),
            f"{one} alone": len(found.first_alone),
            f"{two} alone": len(found.second_alone),
            "neither": len(found.neither),
            "undecided": len(found.undecided),
        },
    }


def _regimes(atlas: Atlas, row: str) -> Iterator[tuple[str, HereRow]]:
    for regime in atlas.regimes:
        if row in regime.claims:
            here = (item for item in atlas.cells.items() if _is_here(item[0], row, regime.name))
            yield (
                regime.name,
                {
                    "sentence": regime.claims[row].sentence,
                    "cells": [_cell(at, found) for at, found in here],
                    "smallest": [_set(one) for one in atlas.sets[At(row, regime.name)]],
                },
            )


def _is_here(at: At, row: str, regime: str) -> bool:
    return (at.row, at.regime) == (row, regime)


def _cell(at: At, found: Decided) -> CellRow:
    return {
        "fairness": at.fairness.value if at.fairness else None,
        "faults": at.column,
        **_found(found),
        "run": list(found.run),
    }


def _found(found: Decided) -> FoundRow:
    return {
        "verdict": found.verdict.value,
        "steps": found.steps,
        "lasso": found.lasso,
        "empty": found.empty,
        "reason": found.reason or None,
    }


def _set(one: Smallest) -> SmallestRow:
    return {
        **_found(one.found),
        "absent": list(one.absent),
        "weak": list(one.weak),
        "strong": list(one.strong),
        "left_out": [
            {"name": left.name, "how": left.how.value, **_found(left.found)}
            for left in one.left_out
        ],
    }
