"""The legend under a state picture: what the signs mean that are in it."""

from collections.abc import Sequence
from enum import Enum

from diagrams import palette
from diagrams.canvas import Canvas
from diagrams.label import plate
from diagrams.plan import BoxKind, Plan
from diagrams.type import width

SIZE, HIGH, BETWEEN = 7.5, 16.0, 13.0


class Key(Enum):
    """A sign, and what it means."""

    START = "start"
    END = "no rule leads on"
    GOAL = "end of the usual path"
    GROUP = "several states at once"
    ECHO = "a state drawn again"
    NUMBER = "rule of the table"


BOXES = {
    Key.END: (palette.GREY_TINT, palette.LINE),
    Key.GOAL: (palette.BLUE_TINT, palette.BLUE),
    Key.GROUP: (palette.GREY_TINT, palette.FADED),
    Key.ECHO: (palette.WHITE, palette.FADED),
}
KINDS = {
    BoxKind.END: Key.END,
    BoxKind.GOAL: Key.GOAL,
    BoxKind.GROUP: Key.GROUP,
    BoxKind.ECHO: Key.ECHO,
}


def keys(plan: Plan) -> tuple[Key, ...]:
    """Return the signs that a picture of this plan has, in their order."""
    found = {KINDS[box.kind] for box in plan.without_strays().boxes if box.kind in KINDS} | {
        Key.NUMBER
    }
    if plan.starts:
        found.add(Key.START)
    return tuple(key for key in Key if key in found)


def legend(canvas: Canvas, top: float, shown: Sequence[Key], note: str) -> None:
    """Draw the legend and a note in one line."""
    left, middle = 2.0, top + HIGH / 2 - 3
    for key in shown:
        left = _sign(canvas, key, left, middle)
        canvas.text((left, middle + 2.6), key.value, SIZE, fill=palette.SOFT)
        left += width(key.value, SIZE) + BETWEEN
    canvas.text((left, middle + 2.6), note, SIZE, fill=palette.SOFT)


def _sign(canvas: Canvas, key: Key, left: float, middle: float) -> float:
    if key is Key.START:
        canvas.disc((left + 4, middle), 4, palette.INK)
        return left + 11
    if key is Key.NUMBER:
        plate(canvas, "1", (left + 5, middle))
        return left + 13
    fill, stroke = BOXES[key]
    radius = 0 if key is Key.GROUP else 3
    at, size = (left, middle - 4.5), (16.0, 9.0)
    canvas.box(at, size, fill=fill, stroke=stroke, radius=radius)
    if key in (Key.END, Key.GOAL):
        inner = (left + 2, middle - 2.5)
        canvas.box(inner, (12, 5), fill=fill, stroke=stroke, radius=2, weight=0.8)
    return left + 20
