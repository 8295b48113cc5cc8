"""A timeline of duties: a row for each, and who owes it; a column for each step, and a bar between.

A thin bar is a duty in force, a thick one a duty of which something is outstanding. What is so and
is no duty, as which source is accepted, has rows of its own below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from diagrams import palette
from diagrams.canvas import Canvas
from diagrams.type import fitted, width

NAMES, HEAD, ROW, SIZE, SMALL, LEADING = 168.0, 22.0, 15.0, 8.0, 7.5, 9.6
MOST = 2  # lines of a name
RIGHT = 4.0


class Bar(Enum):
    """What holds of a row between two steps."""

    NONE = "not in force"
    HOLDS = "so"
    FORCE = "in force"
    OWED = "in force, and something is outstanding"
    SHUT = "outstanding, and not accepted"


LOOKS = {
    Bar.HOLDS: (5.0, palette.GREY_TINT, palette.LINE),
    Bar.FORCE: (3.0, palette.BLUE_TINT, palette.BLUE),
    Bar.OWED: (9.0, palette.BLUE, palette.BLUE),
    Bar.SHUT: (9.0, palette.VERMILION_TINT, palette.VERMILION),
}


@dataclass(frozen=True)
class NightRow:
    """A duty or a fact, who owes it if anybody, and what holds before, between and after steps."""

    name: str
    who: str
    bars: Sequence[Bar]


@dataclass(frozen=True)
class Night:
    """The steps in their order, each as what happens, and rows of what holds between them."""

    title: str
    steps: Sequence[str]
    rows: Sequence[NightRow]


def picture(shown: Night) -> str:
    """Return the timeline as SVG, with its steps listed under it."""
    canvas = Canvas()
    wide = (palette.WIDTH - NAMES - RIGHT) / (len(shown.steps) + 1)
    high = sum(_high(row) for row in shown.rows)
    for number in range(1, len(shown.steps) + 1):
        x = NAMES + number * wide
        canvas.line([(x, HEAD - 6), (x, HEAD + high)], stroke=palette.HAIR, weight=0.7)
        canvas.disc((x, HEAD - 11), 6.2, palette.INK)
        words = str(number)
        canvas.text((x, HEAD - 8.4), words, SMALL, bold=True, fill=palette.WHITE, anchor="middle")
    down = HEAD
    for row in shown.rows:
        _draw(canvas, row, down, wide)
        down += _high(row)
    down = _legend(canvas, down + 13, {bar for row in shown.rows for bar in row.bars})
    down = _steps(canvas, shown.steps, down)
    return canvas.svg(shown.title, about(shown), (palette.WIDTH, down + 4))


def _lines(row: NightRow) -> list[str]:
    return fitted(row.name, NAMES - 10, SIZE, bold=True)[:MOST]


def _high(row: NightRow) -> float:
    return max(ROW, (len(_lines(row)) + len(_owing(row))) * LEADING + 5)


def _owing(row: NightRow) -> list[str]:
    return fitted(row.who, NAMES - 10, SMALL) if row.who else []


def _draw(canvas: Canvas, row: NightRow, top: float, wide: float) -> None:
    down = top + SIZE + 1.5
    for line in _lines(row):
        canvas.text((2, down), line, SIZE, bold=True)
        down += LEADING
    for line in _owing(row):
        canvas.text((2, down), line, SMALL, italic=True, fill=palette.SOFT)
        down += LEADING
    middle = top + _high(row) / 2
    for bar, first, past in _stretches(row):
        if bar is not Bar.NONE:
            _bar(canvas, bar, (NAMES + first * wide, middle), (past - first) * wide)
    foot = top + _high(row)
    canvas.line([(0, foot), (palette.WIDTH, foot)], stroke=palette.HAIR, weight=0.4)


def _bar(canvas: Canvas, bar: Bar, at: tuple[float, float], wide: float) -> None:
    high, fill, stroke = LOOKS[bar]
    dash = "3 2" if bar is Bar.SHUT else ""
    corner = (at[0] + 0.8, at[1] - high / 2)
    canvas.box(corner, (wide - 1.6, high), fill=fill, stroke=stroke, weight=0.9, dash=dash)


def _legend(canvas: Canvas, y: float, used: set[Bar]) -> float:
    left = 2.0
    for bar in LOOKS:
        if bar in used:
            _bar(canvas, bar, (left, y), 24)
            canvas.text((left + 28, y + 2.6), bar.value, SMALL)
            left += 28 + width(bar.value, SMALL) + 12
    return y + 22


def _steps(canvas: Canvas, steps: Sequence[str], top: float) -> float:
    for number, step in enumerate(steps, 1):
        canvas.disc((7, top - 2.7), 6.2, palette.INK)
        middle = (7.0, top)
        canvas.text(middle, str(number), SMALL, bold=True, fill=palette.WHITE, anchor="middle")
        canvas.text((17, top), step, SIZE)
        top += 15.5
    return top - 11


def about(shown: Night) -> str:
    """Return the picture in words."""
    steps = "; ".join(f"{number}: {step}" for number, step in enumerate(shown.steps, 1))
    return f"{shown.title}. Steps: {steps}. {' '.join(_said(row) for row in shown.rows)}"


def _said(row: NightRow) -> str:
    who = f", {row.who}" if row.who else ""
    last = len(row.bars)
    stretches = [one for one in _stretches(row) if one[0] is not Bar.NONE]
    told = [f"{bar.value} {_when(first, past, last)}" for bar, first, past in stretches]
    return f"{row.name}{who}: {'; '.join(told)}."


def _stretches(row: NightRow) -> Iterator[tuple[Bar, int, int]]:
    """Yield what holds, from which moment on, and the first moment at which it does not."""
    first = 0
    for bar, group in groupby(row.bars):
        past = first + len(list(group))
        yield bar, first, past
        first = past


def _when(first: int, past: int, last: int) -> str:
    since = f"from step {first}" if first else "at first"
    until = "" if past == last else f"to step {past}" if first else f"until step {past}"
    return f"{since} {until}".rstrip()
