"""The strip beside a state picture, or under it: the rules that lead from several states at once.

Drawn as lines in the picture they would cross it; here each is a small picture of its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diagrams import palette
from diagrams.canvas import Canvas
from diagrams.label import BESIDE, SIZE, Label, draw, joined, plate_of, words_of
from diagrams.plan import Box, BoxKind, Line, Plan
from diagrams.type import width, wrapped

GAP = 14.0
PAD = 5.0
STATE = 9.0
STAYS = "stays as it is"
Look = tuple[str, str, str, float]  # fill, border, text, radius
GROUP: Look = (palette.GREY_TINT, palette.FADED, palette.INK, 0)
GOAL_HERE: Look = (palette.WHITE, palette.LINE, palette.INK, 7)
GOAL_ELSEWHERE: Look = (palette.WHITE, palette.FADED, palette.FADED_TEXT, 7)


@dataclass(frozen=True)
class Column:
    """A group, the rules from it that lead to one state, and that state; none if they stay."""

    head: list[str]
    label: Label
    goal: list[str]
    is_above: bool

    @property
    def before(self) -> float:
        """Return how far the line is from the left."""
        boxes = max(width(part, STATE) for part in (*self.head, *self.goal)) / 2 + PAD
        return max(boxes, plate_of(self.label) / 2)

    @property
    def wide(self) -> float:
        """Return how wide it is."""
        words = plate_of(self.label) / 2 + BESIDE + words_of(self.label)
        return self.before + max(self.before, words)


@dataclass(frozen=True)
class Strip:
    """The columns side by side as SVG marks, and how large that is."""

    marks: str
    wide: float
    high: float


def strip(plan: Plan, labels: Mapping[str, Label], widest: float) -> Strip:
    """Return the strip, in as many rows as its width takes."""
    canvas, left, down, reach, farthest = Canvas(), 1.0, 0.0, 0.0, 0.0
    for column in _columns(plan, labels):
        if left > 1 and left + column.wide > widest:
            left, down = 1.0, reach + GAP
        reach = max(reach, _draw(canvas, column, left + column.before, down))
        farthest = max(farthest, left + column.wide + 1)
        left += column.wide + GAP
    return Strip("".join(canvas.marks), farthest, reach + 2)


def _columns(plan: Plan, labels: Mapping[str, Label]) -> Iterator[Column]:
    by_id = {box.id: box for box in plan.boxes}
    for box in plan.boxes:
        by_target: dict[str | None, list[Line]] = {}
        for line in plan.lines:
            if line.source == box.id:
                by_target.setdefault(line.target, []).append(line)
        for target, lines in by_target.items():
            names = dict.fromkeys(line.id if line.target else f"l_{box.id}" for line in lines)
            label = joined(labels[name] for name in names)
            yield _column(box, label, by_id.get(target or ""))


def _column(box: Box, label: Label, goal: Box | None) -> Column:
    to = wrapped(goal.label, 18) if goal else []
    is_above = goal is not None and goal.kind is BoxKind.ECHO
    return Column(wrapped(box.label, 24), label, to, is_above)


def _draw(canvas: Canvas, column: Column, x: float, top: float) -> float:
    down = _box(canvas, column.head, (x, top), GROUP)
    label = Canvas()
    end = draw(label, column.label, (x, down + 7))
    foot = end + 13
    canvas.line([(x, down), (x, foot)], arrow=True)
    numbers = " ".join(one.number for one in column.label).replace(",", "")
    canvas.marks += [f'<g data-t="{numbers}">', *label.marks, "</g>"]
    if not column.goal:
        canvas.text((x, foot + 8), STAYS, SIZE, italic=True, fill=palette.SOFT, anchor="middle")
        return foot + 10
    return _box(canvas, column.goal, (x, foot), GOAL_ELSEWHERE if column.is_above else GOAL_HERE)


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
