"""How a change is shown: by weight, dash, badge and decoration first, by colour last."""

from dataclasses import dataclass
from enum import Enum

from diagrams import palette
from diagrams.canvas import Canvas, Point


@dataclass(frozen=True)
class Look:
    """How lines, boxes and texts of one kind are drawn."""

    stroke: str
    weight: float
    dash: str
    fill: str
    bold: bool
    decoration: str
    text: str


class Sign(Enum):
    """What is said of a thing: the word of the legend."""

    SAME = "unchanged"
    ADDED = "added"
    REMOVED = "removed"
    OUTSIDE = "under another instrument"


LOOKS = {
    Sign.SAME: Look(palette.LINE, 1, "", palette.WHITE, False, "", palette.INK),
    Sign.ADDED: Look(palette.BLUE, 2.2, "", palette.BLUE_TINT, True, "underline", palette.BLUE),
    Sign.REMOVED: Look(
        palette.VERMILION, 1.3, "4 2.5", palette.WHITE, False, "line-through", palette.VERMILION
    ),
    Sign.OUTSIDE: Look(palette.INK, 1, "", palette.WHITE, False, "", palette.INK),
}
RADIUS = 4.6
DOTS = "1 2.2"


def badge(canvas: Canvas, at: Point, sign: Sign) -> None:
    """Draw the disc of a sign; what is unchanged, or owed under another instrument, has none."""
    x, y = at
    look = LOOKS[sign]
    if sign in (Sign.SAME, Sign.OUTSIDE):
        return
    if sign is Sign.REMOVED:
        canvas.disc(at, RADIUS - 0.5, palette.WHITE, look.stroke, 1.1)
    else:
        canvas.disc(at, RADIUS, look.stroke)
    mark = look.stroke if sign is Sign.REMOVED else palette.WHITE
    canvas.line([(x - 2.2, y), (x + 2.2, y)], stroke=mark, weight=1.3)
    if sign is Sign.ADDED:
        canvas.line([(x, y - 2.2), (x, y + 2.2)], stroke=mark, weight=1.3)
