"""A drawing on its page: a title over it, a legend and the table of its rules under it.

Where the table has no room under the drawing it stands beside it, if there is room; else it goes
on under the same head, and each page says which of how many it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diagrams import palette
from diagrams.canvas import Canvas, title_height
from diagrams.dress import Drawing
from diagrams.grid import HEAD, Grid, Lines
from diagrams.legend import HIGH as LEGEND
from diagrams.legend import Key, legend

GAP, ASIDE = 8.0, 18.0  # from a drawing to what stands under it, and beside it
NARROWEST = 260.0  # a table beside a drawing
FOOT = 2.0


@dataclass(frozen=True)
class Sheet:
    """A drawing with its legend and its table."""

    drawing: Drawing
    keys: Sequence[Key]
    grid: Grid
    note: str = ""


@dataclass(frozen=True)
class Page:
    """What is said of a drawing, and the table of its rules."""

    title: str
    about: str
    grid: Grid

    def has_room(self, wide: float, high: float) -> bool:
        """Tell whether a drawing of this size has room on a page, whatever of its table has."""
        return wide <= palette.WIDTH and self._room(high) >= -HEAD

    def fits(self, wide: float, high: float) -> bool:
        """Tell whether a drawing of this size has room on one page with all the rest."""
        under = wide <= palette.WIDTH and self.grid.high <= self._room(high)
        return under or self._beside(self.grid, wide, high) is not None

    def drawn(self, *sheets: Sheet) -> tuple[str, ...]:
        """Return the pages as SVG: each drawing with what of its table has room, then the rest."""
        pages = [page for sheet in sheets for page in self._pages(sheet)]
        of = len(pages)
        return tuple(self._svg(*page, n, of) for n, page in enumerate(pages, 1))

    def _svg(self, canvas: Canvas, wide: float, high: float, number: int, of: int) -> str:
        title = f"{self.title}, {number} of {of}" if of > 1 else self.title
        return canvas.svg(title, self.about, (wide, high + FOOT))

    def _pages(self, sheet: Sheet) -> Iterator[tuple[Canvas, float, float]]:
        """Yield the marks of each page of a sheet, and how wide and high they are."""
        canvas, drawing, grid = Canvas(), sheet.drawing, sheet.grid
        canvas.place(drawing.marks, (0, 0))
        legend(canvas, drawing.high + GAP, sheet.keys, sheet.note)
        wide, down = max(palette.WIDTH, drawing.wide), drawing.high + GAP + LEGEND
        is_under = grid.high <= self._room(drawing.high)
        if not is_under and (narrow := self._beside(grid, drawing.wide, drawing.high)):
            foot = narrow.draw(canvas, narrow.lines, (drawing.wide + ASIDE, 0.0))
            yield canvas, wide, max(down, foot)
            return
        first, *others = grid.parts(self._room(drawing.high), self._room(-GAP - LEGEND))
        yield canvas, wide, grid.draw(canvas, first, (0.0, down))
        for rows in others:
            yield self._rest(grid, rows)

    def _rest(self, grid: Grid, rows: list[Lines]) -> tuple[Canvas, float, float]:
        canvas = Canvas()
        return canvas, palette.WIDTH, grid.draw(canvas, rows, (0.0, 0.0))

    def _room(self, high: float) -> float:
        """Return how high the rows of the table may be under a drawing."""
        above = title_height(f"{self.title}, 10 of 10", palette.WIDTH)
        return palette.HEIGHT - above - high - GAP - LEGEND - HEAD - FOOT

    def _beside(self, grid: Grid, wide: float, high: float) -> Grid | None:
        """Return the table as narrow as it has to be beside a drawing, if it has room there."""
        room = palette.WIDTH - wide - ASIDE
        if room < NARROWEST or not grid.rows or not self.has_room(wide, high):
            return None
        narrow = grid.narrowed(room)
        return narrow if narrow.high <= self._room(-GAP - LEGEND) else None
