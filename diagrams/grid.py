"""The table on a page: heads, rows of cells, and how high they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from diagrams import palette
from diagrams.canvas import Canvas, Point
from diagrams.type import filled

SIZE, PITCH, HEAD, ROW = 7.2, 8.5, 13.0, 2.4
Row = Sequence[str]
Lines = list[list[str]]  # of each cell of a row


@dataclass(frozen=True)
class Grid:
    """A table: the head and width of each column, and its rows of cells."""

    columns: Sequence[tuple[str, float]]
    rows: Sequence[Row]

    @cached_property
    def lines(self) -> list[Lines]:
        """Return the rows, each cell as the lines that fit its column."""
        wide = [wide for _, wide in self.columns]
        return [
            [filled(cell, room - 8, SIZE) for cell, room in zip(row, wide, strict=True)]
            for row in self.rows
        ]

    @property
    def wide(self) -> float:
        """Return the width of all columns."""
        return sum(wide for _, wide in self.columns)

    @property
    def high(self) -> float:
        """Return the height of all rows, without the heads."""
        return sum(map(_high, self.lines))

    def narrowed(self, wide: float) -> "Grid":
        """Return the table with all but its first column narrower, so that it has a width."""
        first, *others = self.columns
        by = (wide - first[1]) / (self.wide - first[1])
        return replace(self, columns=[first, *((head, one * by) for head, one in others)])

    def parts(self, room: float, later: float) -> Iterator[list[Lines]]:
        """Yield the rows of each page, for which the first has one room and the others another."""
        part: list[Lines] = []
        left, is_first = room, True
        for row in self.lines:
            if _high(row) > left and (part or is_first):
                yield part
                part, left, is_first = [], later, False
            part.append(row)
            left -= _high(row)
        yield part

    def draw(self, canvas: Canvas, rows: list[Lines], at: Point) -> float:
        """Draw some of the rows, if there are any; return how far down they reach."""
        left, down = at
        if not rows:
            return down
        places = list(accumulate((wide for _, wide in self.columns), initial=left + 2.0))
        ends = (left, left + self.wide)
        for (head, _), place in zip(self.columns, places, strict=False):
            canvas.text((place, down + 8), head, SIZE, bold=True)
        rule = [(x, down + 11.5) for x in ends]
        canvas.line(rule, stroke=palette.INK, weight=0.9)
        down += HEAD
        for row in rows:
            _draw_row(canvas, row, places, down)
            down += _high(row)
            canvas.line([(x, down - 1.0) for x in ends], stroke=palette.HAIR, weight=0.4)
        return down


def _high(row: Lines) -> float:
    return max(map(len, row)) * PITCH + ROW


def _draw_row(canvas: Canvas, row: Lines, places: Sequence[float], top: float) -> None:
    for number, (cell, left) in enumerate(zip(row, places, strict=False)):
        for place, line in enumerate(cell):
            canvas.text((left, top + 6.5 + place * PITCH), line, SIZE, bold=number == 0)
