"""The atlas as a table: where its cells and its smallest sets stand, and what was found there."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from model.language.claims import LeadsTo
from model.language.flow import Flow
from model.language.sorts import Value
from properties.analyses.atlas.cells import (
    Decided,
    Fairness,
    Within,
    decide_with,
    degrees,
    found,
    possible,
    with_fairness,
)
from properties.analyses.atlas.faults import FAULTS, Fault, Regime
from properties.analyses.atlas.smallest import FaultSets, Smallest
from properties.engine.evidence import Lasso
from properties.engine.live.lasso import stands
from properties.engine.slices.layout import world_of
from properties.engine.verdict import Result

NO_FAULT, ALL = "none", "all"
COLUMNS = (NO_FAULT, *(fault.name for fault in FAULTS), ALL)
PART = 12  # of the time of a cell, for each fault by itself


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
    cells: Mapping[At, Decided]
    sets: Mapping[At, tuple[Smallest, ...]]


def columns(regime: Regime) -> dict[str, tuple[Fault, ...]]:
    """Return the columns that a regime has, and the faults that may occur in each."""
    there = possible(regime, FAULTS)
    return {NO_FAULT: (), **{fault.name: (fault,) for fault in there}, ALL: there}


def places(regime: Regime, row: str) -> Iterator[At]:
    """Yield the places of a row; none where a regime has no such claim."""
    if row not in regime.claims:
        return
    for fairness in degrees(regime.claims[row]):
        for column in columns(regime):
            yield At(row, regime.name, fairness, column)


def cell(regime: Regime, at: At, within: Within) -> Decided:
    """Decide a cell."""
    claim = with_fairness(regime.claims[at.row], at.fairness)
    faults = columns(regime)[at.column]
    known = None
    if isinstance(claim, LeadsTo) and len(faults) > 1:
        known = _lasso_of_few(regime, claim, faults, within)
    return found(known or decide_with(regime, claim, faults, within))


def _lasso_of_few(
    regime: Regime, claim: LeadsTo, faults: tuple[Fault, ...], within: Within
) -> Result | None:
    """Return a lasso that one fault makes, where it is a fair one with all others as well.

    Besides that fault there are those without which runs begin elsewhere. Each try has a small
    part of the time: the rest is better spent on all of them.
    """
    flow, none = regime.flow(faults), regime.flow(())
    part = replace(within, seconds=within.seconds / PART)
    opening = [f for f in faults if _begins(regime.flow((f,))) != _begins(none)]
    for fault in faults:
        few = tuple(f for f in faults if f is fault or f in opening)
        result = decide_with(regime, claim, few, part)
        if isinstance(result.run, Lasso):
            with suppress(ValueError):
                stands(world_of(flow, result.run.shape), claim, result.run)
                return replace(result, flow=flow)
    return None


def _begins(flow: Flow) -> list[tuple[str, tuple[Value, ...]]]:
    return [(field.name, flow.initials(field)) for field in flow.fields]


def smallest_sets(
    regime: Regime, at: At, cells: Mapping[At, Decided], within: Within
) -> tuple[Smallest, ...]:
    """Find the smallest sets of a claim, starting from its cells; each verdict has its time."""
    claim = regime.claims[at.row]
    row = {f: replace(at, fairness=degrees(claim)[-1], column=f.name) for f in FAULTS}
    breaking = [f for f, there in row.items() if there in cells and not cells[there].holds]
    return FaultSets(regime, claim, breaking, within).sets()


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


def _holds(one: Decided) -> bool | None:
    return one.holds if one.decided else None
