"""The strip under a state picture: the rules that lead from three states or more, side by side.

Drawn as lines in the picture they would cross it; here each is a small picture of its own.
"""

from collections.abc import Iterator

from diagrams import palette
from diagrams.canvas import Canvas
from diagrams.dot import Texts, texts
from diagrams.plan import Box, BoxKind, Line, Plan
from diagrams.type import width, wrapped

SIZE = 7.5  # points, as in the labels of the picture
PITCH = 9.0
GAP = 14.0
PAD = 5.0
STATE = 9.0
Look = tuple[str, str, str, float]  # fill, border, text, radius
GROUP: Look = (palette.GREY_TINT, palette.FADED, palette.INK, 0)
GOAL_HERE: Look = (palette.WHITE, palette.LINE, palette.INK, 7)
GOAL_ELSEWHERE: Look = (palette.WHITE, palette.FADED, palette.FADED_TEXT, 7)
Column = tuple[Box, list[Line]]


def strip(plan: Plan, widest: float, top: float, wrap: int) -> tuple[Canvas, float, float]:
    """Return the strip from a height on, how wide it is, and how far down it reaches."""
    canvas, left, down, reach = Canvas(), 1.0, top, top
    farthest = 0.0
    for column in _columns(plan):
        wide = _width(plan, column, wrap)
        if left > 1 and left + wide > widest:
            left, down = 1.0, reach + GAP
        reach = max(reach, _draw(canvas, plan, column, (left, down, wide), wrap))
        farthest = max(farthest, left + wide + 1)
        left += wide + GAP
    return canvas, farthest, reach + 2


def _columns(plan: Plan) -> Iterator[Column]:
    for box in plan.boxes:
        if box.kind is BoxKind.GROUP:
            by_target: dict[str | None, list[Line]] = {}
            for line in plan.lines:
                if line.source == box.id:
                    by_target.setdefault(line.target, []).append(line)
            yield from ((box, lines) for lines in by_target.values())


def _width(plan: Plan, column: Column, wrap: int) -> float:
    box, lines = column
    heads = [(part, STATE, False) for part in wrapped(box.label, 24)]
    heads += [(part, STATE, False) for part in _target(plan, lines)[0]]
    parts = [(part, SIZE, style == "bold") for line in lines for part, style in texts(line, wrap)]
    padded = max(width(*head) for head in heads) + 2 * PAD
    return max(padded, *(width(*part) for part in parts))


def _target(plan: Plan, lines: list[Line]) -> tuple[list[str], bool]:
    """Return what a column leads to, and whether that is drawn in the picture above."""
    for box in plan.boxes:
        if box.id == lines[0].target:
            return wrapped(box.label, 18), box.kind is BoxKind.ECHO
    return [], False


def _draw(
    canvas: Canvas, plan: Plan, column: Column, place: tuple[float, float, float], wrap: int
) -> float:
    box, lines = column
    left, top, wide = place
    middle = left + wide / 2
    down = _box(canvas, wrapped(box.label, 24), (middle, top), GROUP)
    canvas.line([(middle, down), (middle, down + 6)])
    down += 6
    for line in lines:
        down = _label(canvas, line, texts(line, wrap), (middle, down))
    target, above = _target(plan, lines)
    if not target:
        return down
    canvas.line([(middle, down + 1), (middle, down + 14)], arrow=True)
    return _box(canvas, target, (middle, down + 14), GOAL_ELSEWHERE if above else GOAL_HERE)


def _label(canvas: Canvas, line: Line, said: Texts, at: tuple[float, float]) -> float:
    with canvas.group("node", line.id):
        for number, (part, style) in enumerate(said, 1):
            canvas.text(
                (at[0], at[1] + number * PITCH - 1.5),
                part,
                SIZE,
                bold=style == "bold",
                italic=style == "italic",
                fill=palette.SOFT if style == "italic" else palette.INK,
                anchor="middle",
            )
    return at[1] + len(said) * PITCH + 3


def _box(canvas: Canvas, said: list[str], at: tuple[float, float], look: Look) -> float:
    wide = max(width(part, STATE) for part in said) + 2 * PAD
    high = len(said) * (STATE + 2) + 8
    fill, stroke, colour, radius = look
    corner = (at[0] - wide / 2, at[1])
    canvas.box(corner, (wide, high), fill=fill, stroke=stroke, radius=radius)
    for number, part in enumerate(said, 1):
        place = (at[0], at[1] + 2 + number * (STATE + 2) - 0.5)
        canvas.text(place, part, STATE, fill=colour, anchor="middle")
    return at[1] + high
