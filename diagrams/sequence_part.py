"""One figure of a sequence, placed and painted from top to bottom.

Texts stand over the lines that they are of, on white patches, so that lanes run on behind them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from diagrams import palette
from diagrams.canvas import Canvas, Point
from diagrams.sequence import (
    UNIT,
    Acted,
    Lane,
    Noted,
    Numbered,
    Passed,
    Row,
    Sequenced,
    filled,
    ordered,
    parts,
    places,
)
from diagrams.sequence_signs import DASH, DOTS, EDGE, RADIUS, SMALL, disc, legend
from diagrams.sequence_text import PITCH, box, capital, lines_of, wide_of, write
from diagrams.type import fitted, width

HEAD = 10.4
WIDE = 215.0  # how wide a text may be, where its arrow is shorter
BESIDE = RADIUS + 4


def pictures(shown: Sequenced) -> Iterator[str]:
    """Yield each figure of a sequence as SVG, with the same lanes in each."""
    shown = ordered(shown)
    every = list(parts(shown.rows))
    for number, rows in enumerate(every, 1):
        of = f" ({number} of {len(every)})" if len(every) > 1 else ""
        yield Figure(shown, rows, last=number == len(every)).svg(f"{shown.title}{of}")


class Figure:
    """A figure in the making: marks on the lanes, and how far down it has come."""

    def __init__(self, shown: Sequenced, rows: Sequence[Row], *, last: bool) -> None:
        self.shown, self.rows, self.last = shown, rows, last
        self.at = places(shown.lanes)
        self.marks, self.down = Canvas(), 0.0

    def svg(self, title: str) -> str:
        """Return the figure."""
        top = self._heads()
        for row in self.rows:
            self._row(row)
        foot = self.down + 9
        self.down = foot
        if self.last:
            self.down = box(self.marks, self.shown, self.down)
        self.down = legend(self.marks, self.rows, self.down) + 3
        marks, self.marks = self.marks.marks, Canvas()
        for name, x in self.at.items():
            with self.marks.group("edge", f"lane of {name}->its foot"):
                self.marks.line([(x, top), (x, foot)], stroke=palette.FADED, weight=0.8, dash="3 2")
        self.marks.marks += marks
        return self.marks.svg(title, self.shown.about, (palette.WIDTH, self.down))

    def _heads(self) -> float:
        self.down += 8
        unit = min((b - a for a, b in pairwise(self.at.values())), default=UNIT)
        wide = min(unit - 6, 96)
        named = {lane: fitted(capital(lane.name), wide - 5, 8.2, True) for lane in self.shown.lanes}
        high = max((len(lines) for lines in named.values()), default=0) * HEAD + 9
        for lane, lines in named.items():
            self._head(lane, lines, (wide, high))
        self.down += high
        return self.down

    def _head(self, lane: Lane, lines: list[str], size: tuple[float, float]) -> None:
        x, (wide, high) = self.at[lane.name], size
        self.marks.box(
            (x - wide / 2, self.down),
            size,
            fill=palette.WHITE if lane.bound else palette.GREY_TINT,
            weight=1.4 if lane.bound else 1,
            radius=0 if lane.bound else 8,
        )
        first = self.down + high / 2 + 3 - (len(lines) - 1) * HEAD / 2
        for number, line in enumerate(lines):
            self.marks.text((x, first + number * HEAD), line, 8.2, bold=True, anchor="middle")

    def _row(self, row: Row) -> None:
        match row:
            case Acted() if row.to:
                self._towards(row)
            case Acted():
                self._alone(row)
            case Passed():
                self._passed(row)
            case Noted():
                self._noted(row)

    def _towards(self, row: Acted) -> None:
        x, end = self.at[row.by], self.at[row.to]
        side = 1 if end > x else -1
        lines = lines_of(row, max(WIDE, abs(end - x) - BESIDE - 8))
        wide = max(map(wide_of, lines))
        right = x + BESIDE + wide if side > 0 else x - BESIDE
        right = min(max(right, EDGE + wide), palette.WIDTH - EDGE)
        lift = 11 if right - wide < x + RADIUS and right > x - RADIUS else 5
        self.down += 6 + PITCH * len(lines) + lift - 5
        y = self.down + 5
        write(self.marks, lines, (right - wide, right), y - lift, ending=side < 0)
        with self.marks.group("edge", f"{row.by}->{row.to}"):
            self.marks.line(
                [(x, y), (end - 0.8 * side, y)],
                stroke=self._colour(row),
                weight=1.3,
                dash="" if row.named else DASH,
                arrow=True,
            )
        self._end(row, (x, y), y)

    def _alone(self, row: Acted) -> None:
        """Draw a step that names nobody and leaves nothing to another: back to its own lane."""
        x = self.at[row.by]
        side = 1 if palette.WIDTH - x > min(x, WIDE + 30) else -1
        beside = palette.WIDTH - x if side > 0 else x
        lines = lines_of(row, min(WIDE, beside - 22 - EDGE))
        wide = max(map(wide_of, lines))
        y = self.down + 10
        near, out = x + side * 22, x + side * 17
        first = y + 8 - (len(lines) > 1) * 5
        ends = (near, near + wide) if side > 0 else (near - wide, near)
        write(self.marks, lines, ends, first + PITCH * (len(lines) - 1), ending=side < 0)
        with self.marks.group("edge", f"{row.by}->{row.by}"):
            bent = [(x, y), (out, y), (out, y + 10), (x + side, y + 10)]
            self.marks.line(bent, stroke=self._colour(row), weight=1.3, arrow=True)
        self._end(row, (x, y), max(y + 10, first + PITCH * (len(lines) - 1)))

    def _passed(self, row: Passed) -> None:
        lines = lines_of(row, palette.WIDTH - 60)
        self.down += 8 + PITCH * len(lines)
        x, y = EDGE + RADIUS + 2.2, self.down + 4
        write(self.marks, lines, (x + BESIDE, palette.WIDTH), y - 5)
        stroke, weight, dash = (
            (palette.LINE, 1.2, "") if row.midnight else (palette.FADED, 0.9, DOTS)
        )
        with self.marks.group("edge", f"step {row.number}->all"):
            line = [(EDGE, y), (palette.WIDTH - EDGE, y)]
            self.marks.line(line, stroke=stroke, weight=weight, dash=dash)
        self._end(row, (x, y), y)

    def _noted(self, row: Noted) -> None:
        lines = filled(row.says, palette.WIDTH - 24, SMALL)
        size = (palette.WIDTH - 2 * EDGE, PITCH * len(lines) + 6)
        self.down += 9
        self.marks.box((EDGE, self.down), size, fill=palette.GREY_TINT, stroke="none")
        for number, line in enumerate(lines, 1):
            place = (EDGE + 8, self.down + number * PITCH + 0.6)
            self.marks.text(place, line, SMALL, fill=palette.SOFT)
        self.down += size[1]

    def _end(self, row: Numbered, at: Point, reach: float) -> None:
        """Draw the number of a step, and under it the breach; go on below."""
        bad = self._is_bad(row)
        disc(self.marks, at, str(row.number), bad=bad, ring=bad or row.number == self.shown.decides)
        self.down = reach
        if not row.breach:
            return
        lines = filled(f"breach: {row.breach}", 200, SMALL, bold=True)
        wide = max(width(line, SMALL, bold=True) for line in lines)
        room = palette.WIDTH - EDGE - at[0] - BESIDE
        left = at[0] + BESIDE if wide <= room else at[0] - BESIDE - wide
        for number, line in enumerate(lines, 1):
            place = (left, reach + 1 + number * PITCH)
            self.marks.text(place, line, SMALL, bold=True, fill=palette.VERMILION, patch=True)
        self.down += len(lines) * PITCH + 2

    def _colour(self, row: Numbered) -> str:
        return palette.VERMILION if self._is_bad(row) else palette.LINE

    def _is_bad(self, row: Numbered) -> bool:
        return bool(row.breach) or (row.number == self.shown.decides and self.shown.broken)
