"""What stands on the lines of a state picture: for each rule its number, its event, its actor.

The number sits on the line, which goes on behind it unbroken, and the words stand beside it.
When, what else then and why stand in the table under the picture, in the row of that number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from diagrams import palette
from diagrams.canvas import Canvas, Point
from diagrams.plan import BoxKind, Plan, merged
from diagrams.rules import ToldRule
from diagrams.type import width, wrapped

SIZE, PITCH = 7.5, 9.0  # points: the letters, and from one line of text to the next
PLATE, BESIDE = 5.0, 3.0  # what a number's plate is wider than it; from the plate to the words
Texts = list[tuple[str, str]]  # lines of text: the words and "bold" or "italic"


@dataclass(frozen=True)
class Told:
    """A rule on a line: its number, and the lines beside it; none where it was told before."""

    number: str
    lines: Texts

    @property
    def high(self) -> int:
        """Return how many lines of text it takes."""
        return max(1, len(self.lines))


Label = tuple[Told, ...]


def labels(plan: Plan, wrap: int) -> dict[str, Label]:
    """Return the label of each line, and of what stays in a box, by the name of its node.

    A rule is told once: where it leads from another box as well it has its number alone.
    """
    told: set[tuple[int, ...]] = set()
    groups = {box.id for box in plan.boxes if box.kind is BoxKind.GROUP}
    found: dict[str, Label] = {}
    for line in sorted(plan.lines, key=lambda line: line.source in groups):
        whole = tuple(_told(row, told, wrap) for row in line.rows)
        name = line.id if line.target else f"l_{line.source}"
        found[name] = (*found.get(name, ()), *whole)
    return {name: joined([label]) for name, label in found.items()}


def gathered(whole: Plan, said: Mapping[str, Label]) -> tuple[Plan, dict[str, Label]]:
    """Return the plan in which lines of numbers alone are one where they lead the same way."""
    bare = {line.id for line in whole.lines if line.target and is_bare(said[line.id])}
    fewer = merged(whole, 2, bare)
    numbers = {
        line.id: (Told(", ".join(map(str, line.numbers)), []),)
        for line in fewer.lines
        if line.id in bare
    }
    return fewer, {**said, **numbers}


def joined(parts: Iterable[Label]) -> Label:
    """Return labels as one; those that are numbers alone stand last, on one plate."""
    label = [one for part in parts for one in part]
    bare = ", ".join(one.number for one in label if not one.lines)
    return (*(one for one in label if one.lines), *([Told(bare, [])] if bare else []))


def _told(row: ToldRule, told: set[tuple[int, ...]], wrap: int) -> Told:
    number = ", ".join(map(str, row.numbers))
    if row.numbers in told:
        return Told(number, [])
    told.add(row.numbers)
    event: Texts = [(part, "bold") for part in wrapped(row.event, wrap)]
    actor: Texts = [(part, "italic") for part in wrapped(row.actor, wrap + 4)]
    return Told(number, event + actor if row.actor else event)


def is_bare(label: Label) -> bool:
    """Tell whether a label has numbers alone."""
    return not any(one.lines for one in label)


def plate_of(label: Label) -> float:
    """Return how wide the widest plate of a label is."""
    return max(width(one.number, SIZE, bold=True) for one in label) + PLATE


def words_of(label: Label) -> float:
    """Return how wide the words of a label are."""
    said = [text for one in label for text in one.lines]
    return max((width(text, SIZE, style == "bold") for text, style in said), default=0.0)


def draw(canvas: Canvas, label: Label, at: Point, through: Iterable[Point] = ()) -> float:
    """Draw a label whose line is at this place, from its top on; return how far down it reaches.

    The line goes from the first of some points through all plates to the others.
    """
    x, down = at
    plates = [down + PITCH * sum(one.high for one in label[:n]) for n in range(len(label))]
    if points := list(through):
        middles = [(x, top + PITCH / 2) for top in plates]
        canvas.line([points[0], *middles, *points[1:]])
    beside = x + plate_of(label) / 2 + BESIDE
    for one, top in zip(label, plates, strict=True):
        plate(canvas, one.number, (x, top + PITCH / 2))
        for number, (text, style) in enumerate(one.lines, 1):
            canvas.text(
                (beside, top + number * PITCH - 2.2),
                text,
                SIZE,
                bold=style == "bold",
                italic=style == "italic",
                fill=palette.SOFT if style == "italic" else palette.INK,
            )
    return down + PITCH * sum(one.high for one in label)


def plate(canvas: Canvas, number: str, middle: Point) -> None:
    """Draw the number of a rule on its line."""
    wide, (x, y) = width(number, SIZE, bold=True) + PLATE, middle
    canvas.box((x - wide / 2, y - 4.9), (wide, 9.8), weight=0.8, radius=4)
    canvas.text((x, y + 2.7), number, SIZE, bold=True, anchor="middle")
