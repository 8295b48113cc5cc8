"""The signs of a sequence, and the line that says what they stand for."""

from collections.abc import Callable, Iterator, Sequence

from diagrams import palette
from diagrams.canvas import Canvas, Point
from diagrams.sequence import Acted, Passed, Row
from diagrams.type import width

EDGE = 2.0  # points that stay free at the borders
RADIUS, SMALL = 6.0, 7.2
DASH, DOTS = "4 2.5", "1.2 2.2"
LONG = 20.0  # a line in the legend
Sign = Callable[[Canvas, Point], None]


def disc(canvas: Canvas, at: Point, number: str, *, bad: bool = False, ring: bool = False) -> None:
    """Draw the number of a step, in a ring where it decides or breaches."""
    colour = palette.VERMILION if bad else palette.INK
    if ring:
        canvas.disc(at, RADIUS + 2.2, palette.WHITE, colour, 1.2)
    canvas.disc(at, RADIUS, colour)
    place = (at[0], at[1] + 2.5)
    canvas.text(place, number, 7, bold=True, fill=palette.WHITE, anchor="middle")


def legend(canvas: Canvas, rows: Sequence[Row], top: float) -> float:
    """Say what the signs of these rows stand for, under a height; return how far it reaches."""
    x, y = EDGE, top + 13
    for draw, long, words in _signs(rows):
        wide = long + width(words, SMALL)
        if x > EDGE and x + wide > palette.WIDTH - EDGE:
            x, y = EDGE, y + 11
        draw(canvas, (x, y - 2.6))
        canvas.text((x + long, y), words, SMALL, fill=palette.SOFT)
        x += wide + 9
    return y


def _signs(rows: Sequence[Row]) -> Iterator[tuple[Sign, float, str]]:
    acts = [row for row in rows if isinstance(row, Acted)]
    days = {row.midnight for row in rows if isinstance(row, Passed)}
    if acts:
        yield _n, 2 * RADIUS + 4, "acts"
    if any(row.to and row.named for row in acts):
        yield _arrow, LONG + 4, "whom it names"
    if any(row.to and not row.named for row in acts):
        yield _dashed, LONG + 4, "who next acts on what it changed"
    if any(not row.to for row in acts):
        yield _bent, 16, "nobody else"
    if True in days:
        yield _rule, LONG + 4, "at midnight"
    if False in days:
        yield _dotted, LONG + 4, "time passes"
    if any(row.matters for row in rows if isinstance(row, Acted | Passed)):
        yield _bold, 0, "bold: bears on the claim"


def _n(canvas: Canvas, at: Point) -> None:
    disc(canvas, (at[0] + RADIUS, at[1]), "n")


def _arrow(canvas: Canvas, at: Point, dash: str = "") -> None:
    canvas.line([at, (at[0] + LONG, at[1])], weight=1.3, dash=dash, arrow=True)


def _dashed(canvas: Canvas, at: Point) -> None:
    _arrow(canvas, at, DASH)


def _bent(canvas: Canvas, at: Point) -> None:
    x, y = at
    bent = [(x, y - 3), (x + 11, y - 3), (x + 11, y + 3), (x, y + 3)]
    canvas.line(bent, weight=1.3, arrow=True)


def _rule(canvas: Canvas, at: Point) -> None:
    canvas.line([at, (at[0] + LONG, at[1])], weight=1.2)


def _dotted(canvas: Canvas, at: Point) -> None:
    canvas.line([at, (at[0] + LONG, at[1])], stroke=palette.FADED, weight=0.9, dash=DOTS)


def _bold(canvas: Canvas, at: Point) -> None:
    """Draw nothing: the words say it."""
