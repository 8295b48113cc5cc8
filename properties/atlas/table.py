"""The atlas as a table: where its cells and its smallest sets stand, and what was found there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from properties.atlas.cells import (
    Fairness,
    Found,
    decide_with,
    degrees,
    found,
    possible,
    with_fairness,
)
from properties.atlas.faults import FAULTS, Fault, Regime
from properties.atlas.smallest import Search, Smallest

NO_FAULT, ALL = "none", "all"
COLUMNS = (NO_FAULT, *(fault.name for fault in FAULTS), ALL)


@dataclass(frozen=True)
class At:
    """A place of the atlas: a cell, or (with no column) where the smallest sets stand."""

    row: str
    regime: str
    fairness: Fairness | None = None
    column: str = ""


@dataclass(frozen=True)
class Atlas:
    """All cells and smallest sets that were asked for."""

    regimes: tuple[Regime, ...]
    rows: Mapping[str, str]
    cells: Mapping[At, Found]
    sets: Mapping[At, tuple[Smallest, ...]]


def columns(regime: Regime) -> dict[str, tuple[Fault, ...]]:
    """Return the columns that a regime has, and the faults that may occur in each."""
    there = possible(regime, FAULTS)
    return {NO_FAULT: (), **{fault.name: (fault,) for fault in there}, ALL: there}


def places(regime: Regime, row: str) -> Iterator[At]:
    """Yield the places of a row; none where a regime has no such claim."""
    if row not in regime.claims:
        return
    yield At(row, regime.name)
    for fairness in degrees(regime.claims[row]):
        for column in columns(regime):
            yield At(row, regime.name, fairness, column)


def answer(regime: Regime, at: At, seconds: float) -> Found | tuple[Smallest, ...]:
    """Decide a cell, or find the smallest sets of a claim; a verdict may take so many seconds."""
    claim = regime.claims[at.row]
    if not at.column:
        return Search(regime, claim, seconds).sets()
    faults = columns(regime)[at.column]
    return found(decide_with(regime, with_fairness(claim, at.fairness), faults, seconds))


@dataclass(frozen=True)
class Comparison:
    """The cells that two regimes both have: where both hold, where one alone does, where neither.

    Each is a list of places, at the first of the regimes; what is undecided in one is apart.
    """

    both: tuple[At, ...]
    first_alone: tuple[At, ...]
    second_alone: tuple[At, ...]
    neither: tuple[At, ...]
    undecided: tuple[At, ...]

    @property
    def cells(self) -> int:
        """Return how many cells both have."""
        alone = len(self.first_alone) + len(self.second_alone)
        return len(self.both) + alone + len(self.neither) + len(self.undecided)


def compare(atlas: Atlas) -> Comparison:
    """Count in which cells each of the two regimes stands."""
    one, two = atlas.regimes
    kinds: dict[tuple[bool | None, bool | None], list[At]] = {}
    for at, first in atlas.cells.items():
        there = At(at.row, two.name, at.fairness, at.column)
        if at.regime == one.name and there in atlas.cells:
            kinds.setdefault((_holds(first), _holds(atlas.cells[there])), []).append(at)
    return Comparison(
        both=tuple(kinds.get((True, True), ())),
        first_alone=tuple(kinds.get((True, False), ())),
        second_alone=tuple(kinds.get((False, True), ())),
        neither=tuple(kinds.get((False, False), ())),
        undecided=tuple(at for pair, places in kinds.items() if None in pair for at in places),
    )


def _holds(one: Found) -> bool | None:
    return one.holds if one.decided else None
