"""A drawing on its page: a title over it, a legend and the table of its rules under it.

Where the table is too long for one page it goes on under the same head, and each page says which
of how many it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from diagrams import palette
from diagrams.canvas import Canvas, title_height
from diagrams.dress import Drawing
from diagrams.legend import HIGH as LEGEND
from diagrams.legend import Key, legend
from diagrams.type import filled

SIZE, PITCH, HEAD, GAP, ROW = 7.2, 8.5, 13.0, 8.0, 2.4
FOOT = 2.0
Row = Sequence[str]
Lines = list[list[str]]  # of each cell of a row


@dataclass(frozen=True)
class Grid:
    """A table: the head and width of each column, and its rows of cells."""

    columns: Sequence[tuple[str, float]]
    rows: Sequence[Row]

    def lines(self, row: Row) -> Lines:
        """Return each cell of a row as the lines that fit its column."""
        wide = [wide for _, wide in self.columns]
        return [filled(cell, room - 8, SIZE) for cell, room in zip(row, wide, strict=True)]


@dataclass(frozen=True)
class Page:
    """What stands with a drawing: title, description, legend and table."""

    title: str
    about: str
    keys: Sequence[Key]
    grid: Grid
    note: str = ""

    @cached_property
    def rows(self) -> list[Lines]:
        """Return the rows of the table as lines."""
        return [self.grid.lines(row) for row in self.grid.rows]

    def fits(self, wide: float, high: float) -> bool:
        """Tell whether a drawing of this size has room on one page with all the rest."""
        return wide <= palette.WIDTH and sum(map(_high, self.rows)) <= self._room(high)

    def drawn(self, drawing: Drawing) -> tuple[str, ...]:
        """Return the pages as SVG: the drawing with what of the table has room, then the rest."""
        parts = list(_parts(self.rows, self._room(drawing.high), self._room(-GAP - LEGEND)))
        return tuple(self._page(drawing, part, n, len(parts)) for n, part in enumerate(parts, 1))

    def _room(self, high: float) -> float:
        """Return how high the rows of the table may be beside a drawing."""
        above = title_height(f"{self.title}, 10 of 10", palette.WIDTH)
        return palette.HEIGHT - above - high - GAP - LEGEND - HEAD - FOOT

    def _page(self, drawing: Drawing, rows: list[Lines], number: int, of: int) -> str:
        canvas, down, wide = Canvas(), 0.0, palette.WIDTH
        if number == 1:
            canvas.place(drawing.marks, (0, 0))
            wide = max(wide, drawing.wide)
            legend(canvas, drawing.high + GAP, self.keys, self.note)
            down = drawing.high + GAP + LEGEND
        down = _table(canvas, self.grid, rows, down)
        title = f"{self.title}, {number} of {of}" if of > 1 else self.title
        return canvas.svg(title, self.about, (wide, down + FOOT))


def _parts(rows: list[Lines], room: float, later: float) -> Iterator[list[Lines]]:
    """Yield the rows of each page, for which the first has one room and the others another."""
    part: list[Lines] = []
    left, is_first = room, True
    for row in rows:
        if _high(row) > left and (part or is_first):
            yield part
            part, left, is_first = [], later, False
        part.append(row)
        left -= _high(row)
    yield part


def _high(row: Lines) -> float:
    return max(map(len, row)) * PITCH + ROW


def _table(canvas: Canvas, grid: Grid, rows: list[Lines], top: float) -> float:
    """Draw a table, if it has rows; return how far down it reaches."""
    if not rows:
        return top
    lefts = list(accumulate((wide for _, wide in grid.columns), initial=2.0))
    for (head, _), left in zip(grid.columns, lefts, strict=False):
        canvas.text((left, top + 8), head, SIZE, bold=True)
    down = top + HEAD
    canvas.line([(0, top + 11.5), (palette.WIDTH, top + 11.5)], stroke=palette.INK, weight=0.9)
    for row in rows:
        for number, (cell, left) in enumerate(zip(row, lefts, strict=False)):
            for place, line in enumerate(cell):
                at = (left, down + 6.5 + place * PITCH)
                canvas.text(at, line, SIZE, bold=number == 0)
        down += _high(row)
        ends = [(0.0, down - 1.0), (palette.WIDTH, down - 1.0)]
        canvas.line(ends, stroke=palette.HAIR, weight=0.4)
    return down
