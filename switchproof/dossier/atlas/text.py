"""The atlas in words: the table of both regimes, the smallest sets, and which stands more."""

import textwrap
from collections.abc import Iterator

from properties.analyses.atlas.cells import Decided, Fairness
from properties.analyses.atlas.faults import FAULTS, Regime
from properties.analyses.atlas.smallest import LeftOut, Less, Smallest
from properties.analyses.atlas.table import ALL, COLUMNS, NO_FAULT, At, Atlas, compare
from switchproof.dossier.lines import WIDTH

LABEL, NAME = 24, 5
LEGEND = """\
P: proved, for any number of metering points. e: proved, but its situation never arises there.
A number: it fails in so many steps. L and a number: it fails for ever after, in a run that goes
round and has so many steps in all. ?: not decided in its time. -: that cannot arise. Each run was
replayed. Fairness, of the events that the claim names: none; weak, an event that can happen from
some moment on at last does; strong, one that can happen again and again does."""


def text(atlas: Atlas) -> Iterator[str]:
    """Yield the lines of the atlas."""
    yield "Which claims hold under which faults"
    yield ""
    yield f"{'':{LABEL}} {'':{NAME}} {' '.join(f'{name:>{_width(name)}}' for name in COLUMNS)}"
    for row, words in atlas.rows.items():
        yield from _lines(atlas, row, words)
    yield ""
    yield from LEGEND.splitlines()
    yield f"  {NO_FAULT}: no fault at all; {ALL}: every fault may occur"
    for fault in FAULTS:
        yield from _wrapped(f"{fault.name}: {fault.says}", "  ", "    ")
    for regime in atlas.regimes:
        for fault, why in regime.cannot.items():
            yield from _wrapped(f"{regime.name}, {fault.name}: cannot arise, since {why}", "  ")
        bounds = "; ".join(regime.worst.bounds)
        if bounds:
            yield from _wrapped(f"{regime.name}, within these bounds: {bounds}", "  ")
    yield from _undecided(atlas)
    yield from _all_sets(atlas)
    yield from _which_stands_more(atlas)


def _width(name: str) -> int:
    return max(4, len(name))


def _lines(atlas: Atlas, row: str, words: str) -> Iterator[str]:
    there = [regime for regime in atlas.regimes if row in regime.claims]
    degrees = dict.fromkeys(at.fairness for at in atlas.cells if at.row == row)
    if degrees and None not in degrees:
        yield words
    for fairness in degrees:
        label = f"  {fairness.value}" if fairness else words
        for regime in there:
            yield f"{label:{LABEL}} {regime.name:{NAME}} {_signs(atlas, regime, row, fairness)}"
            label = ""


def _signs(atlas: Atlas, regime: Regime, row: str, fairness: Fairness | None) -> str:
    cells = (atlas.cells.get(At(row, regime.name, fairness, name)) for name in COLUMNS)
    return " ".join(f"{_sign(one):>{_width(n)}}" for n, one in zip(COLUMNS, cells, strict=True))


def _sign(one: Decided | None) -> str:
    if one is None:
        return "-"
    if not one.decided:
        return "?"
    if one.holds:
        return "e" if one.empty else "P"
    return f"L{one.steps}" if one.lasso else str(one.steps)


def _undecided(atlas: Atlas) -> Iterator[str]:
    for at, one in atlas.cells.items():
        if not one.decided:
            yield from _wrapped(f"not decided, {at.regime}: {_told(at)}: {one.reason}", "  ")


def _all_sets(atlas: Atlas) -> Iterator[str]:
    yield ""
    yield from _wrapped(
        "Under how little each claim holds: a smallest set of assumptions by leaving out one at a "
        "time, decided again with exactly that. Another set may do as well. What becomes of the "
        "claim without each one of them, all others kept, stands below it.",
        rest="",
    )
    for row in atlas.rows:
        sentences: dict[str, None] = {}
        for regime in atlas.regimes:
            if row in regime.claims:
                sentences.setdefault(regime.claims[row].sentence)
        yield ""
        for sentence in sentences:
            yield from _wrapped(sentence)
        for regime in atlas.regimes:
            if row in regime.claims:
                yield from _sets(regime, atlas.sets[At(row, regime.name)])


def _sets(regime: Regime, sets: tuple[Smallest, ...]) -> Iterator[str]:
    start = f"{regime.name + ':':6} "
    for one in sets:
        yield from _wrapped(f"{start}{_assumed(one)}.", "  ")
        for how in Less:
            yield from _wrapped(_left_out(one.left_out, how), "         ", "           ")
        start = "       or "


def _assumed(one: Smallest) -> str:
    if not one.found.holds:
        how = f"fails ({_sign(one.found)})" if one.found.decided else "is not decided"
        return f"{how} even with all that may be assumed"
    ifs = list(one.absent)
    if one.strong:
        ifs.append(f"what can happen again and again does: {_quoted(one.strong)}")
    if one.weak:
        ifs.append(f"what can happen from some moment on at last does: {_quoted(one.weak)}")
    return f"holds if {'; and if '.join(ifs)}" if ifs else "holds, whichever faults occur"


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _left_out(left_out: tuple[LeftOut, ...], how: Less) -> str:
    """Say what becomes of the claim where less is assumed in that way, one at a time."""
    some = [left for left in left_out if left.how is how]
    each = ", ".join(f"{left.name} {_sign(left.found)}" for left in some)
    return f"If this {how.value}: {each}." if some else ""


def _which_stands_more(atlas: Atlas) -> Iterator[str]:
    found = compare(atlas)
    if not found.cells:
        return
    one, two = (regime.name for regime in atlas.regimes)
    first, second = len(found.first_alone), len(found.second_alone)
    yield ""
    yield "Which regime stands more"
    yield from _wrapped(
        f"Of {found.cells} cells that both regimes have, the claim holds in both in "
        f"{len(found.both)}, in neither in {len(found.neither)}, {one} alone in {first}, {two} "
        f"alone in {second}; {len(found.undecided)} are not decided in one of them. "
        "What comes at last counts once for each fairness.",
        rest="",
    )
    for name, places in ((one, found.first_alone), (two, found.second_alone)):
        for at in places:
            yield from _wrapped(f"{name} alone: {_told(at)}", "  ")
    more = one if first > second else two
    yield (
        "Neither stands more."
        if first == second
        else f"The claims stand in more cells under: {more}."
    )


def _told(at: At) -> str:
    fair = f", fairness {at.fairness.value}" if at.fairness else ""
    return f"{at.row} under {at.column}{fair}"


def _wrapped(words: str, first: str = "", rest: str = "    ") -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=rest)
