"""Designs of one change side by side: a row for each claim by which they differ, a column for each.

What all of them have alike is said in lines under the table. A number is that of the steps of the
shortest run that was found.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diagrams import palette
from diagrams.canvas import Canvas
from diagrams.type import fitted

NAMES, HEAD, SIZE, SMALL, LEADING = 190.0, 27.0, 8.0, 7.5, 9.6
BAD, FAINT = ("fails", "not known"), ("not asked", "never")


@dataclass(frozen=True)
class DesignCell:
    """What is so of a claim in a design, and after how many steps, where a run shows it."""

    says: str
    steps: int | None = None

    def __str__(self) -> str:
        if self.steps is None:
            return self.says
        return f"{self.says}, {self.steps}"


@dataclass(frozen=True)
class ComparedClaim:
    """A claim in words, and what is so of it in each design."""

    words: str
    cells: Sequence[DesignCell]


@dataclass(frozen=True)
class Designs:
    """The names of the designs, rows under headings, and what is so of all designs."""

    title: str
    names: Sequence[str]
    groups: Sequence[tuple[str, Sequence[ComparedClaim]]]
    alike: Sequence[str]


def picture(shown: Designs) -> str:
    """Return the table as SVG."""
    canvas = Canvas()
    wide = (palette.WIDTH - NAMES) / len(shown.names)
    centres = [NAMES + (place + 0.5) * wide for place in range(len(shown.names))]
    for name, centre in zip(shown.names, centres, strict=True):
        lines = fitted(name.replace("-", " "), wide - 2, SIZE, bold=True)
        for place, line in enumerate(reversed(lines)):
            at = (centre, HEAD - 7 - place * LEADING)
            canvas.text(at, line, SIZE, bold=True, anchor="middle")
    canvas.line([(0, HEAD), (palette.WIDTH, HEAD)], stroke=palette.INK, weight=0.9)
    down = HEAD
    for heading, rows in shown.groups:
        canvas.text((2, down + 11), heading, SMALL, italic=True, fill=palette.SOFT)
        down += 15
        for row in rows:
            down = _draw(canvas, row, centres, (down, wide))
    for line in (part for one in shown.alike for part in fitted(one, palette.WIDTH - 8, SMALL)):
        down += LEADING
        canvas.text((2, down + 2), line, SMALL, fill=palette.SOFT)
    return canvas.svg(shown.title, about(shown), (palette.WIDTH, down + 8))


def _draw(
    canvas: Canvas, row: ComparedClaim, centres: Iterable[float], at: tuple[float, float]
) -> float:
    top, wide = at
    lines = fitted(row.words, NAMES - 8, SIZE)
    foot = top + len(lines) * LEADING + 4
    for centre, cell in zip(centres, row.cells, strict=True):
        _cell(canvas, cell, (centre - wide / 2, top), (wide, foot - top))
    for number, line in enumerate(lines):
        canvas.text((2, top + 9 + number * LEADING), line, SIZE)
    canvas.line([(0, foot), (palette.WIDTH, foot)], stroke=palette.HAIR, weight=0.4)
    return foot


def _cell(
    canvas: Canvas, cell: DesignCell, at: tuple[float, float], size: tuple[float, float]
) -> None:
    bad, faint = cell.says in BAD, cell.says in FAINT
    if bad:
        canvas.box(at, size, fill=palette.VERMILION_TINT, stroke="none")
    colour = palette.VERMILION if bad else palette.FADED_TEXT if faint else palette.INK
    middle = (at[0] + size[0] / 2, at[1] + size[1] / 2 + 2.7)
    canvas.text(middle, str(cell), SMALL, bold=bad, italic=faint, fill=colour, anchor="middle")


def about(shown: Designs) -> str:
    """Return the picture in words."""
    rows = [row for _, rows in shown.groups for row in rows]
    told = (
        f"{row.words}: "
        + ", ".join(f"{name} {cell}" for name, cell in zip(shown.names, row.cells, strict=True))
        for row in rows
    )
    return f"{shown.title}. {'; '.join(told)}. {' '.join(shown.alike)}"
