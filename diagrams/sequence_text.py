"""What a sequence says beside its lines: a step with what it cites, and the box at the end."""

from collections.abc import Sequence
from typing import TypeAlias

from diagrams import palette
from diagrams.canvas import Canvas, Point
from diagrams.sequence import Numbered, Sequenced, filled
from diagrams.sequence_signs import EDGE
from diagrams.type import width

SIZE, PITCH = 7.8, 9.4
GAP = 3.5  # between what a step says and what it cites
HEADING, LEADING = 8.6, 10.6  # in the box
Words: TypeAlias = list[tuple[str, bool, bool]]  # words, whether bold, whether italic


def capital(name: str) -> str:
    """Return a name as the head of a lane has it."""
    return name[:1].upper() + name[1:]


def wide_of(line: Words) -> float:
    """Return how wide a line is."""
    return sum(width(words, SIZE, bold) + GAP for words, bold, _ in line) - GAP


def lines_of(row: Numbered, room: float) -> list[Words]:
    """Return what a step says, and after it, or under it, what it cites."""
    bold = row.matters
    lines: list[Words] = [[(part, bold, False)] for part in filled(row.says, room, SIZE, bold=bold)]
    if not row.cites:
        return lines
    if wide_of(longer := [*lines[-1], (row.cites, False, True)]) <= room:
        return [*lines[:-1], longer]
    return [*lines, *([(part, False, True)] for part in filled(row.cites, room, SIZE))]


def write(
    canvas: Canvas, lines: Sequence[Words], ends: Point, foot: float, *, ending: bool = False
) -> None:
    """Write lines between two places, each on a patch, the last with its baseline at a height."""
    for number, line in enumerate(reversed(lines)):
        wide, y = wide_of(line), foot - number * PITCH
        x = ends[1] - wide if ending else ends[0]
        canvas.box((x - 1.5, y - 6.4), (wide + 3, 8.6), stroke="none")
        for words, bold, italic in line:
            fill = palette.SOFT if italic else palette.INK
            canvas.text((x, y), words, SIZE, bold=bold, italic=italic, fill=fill)
            x += width(words, SIZE, bold) + GAP


def box(canvas: Canvas, shown: Sequenced, top: float) -> float:
    """Say in a box what is decided, and why; return how far down it reaches."""
    colour = palette.VERMILION if shown.broken else palette.INK
    room = palette.WIDTH - 2 * EDGE - 24
    lines = [(line, True) for line in filled(shown.verdict, room, HEADING, bold=True)]
    lines += [(line, False) for one in shown.because for line in filled(one, room, SIZE)]
    high = len(lines) * LEADING + 9
    canvas.box((EDGE, top), (palette.WIDTH - 2 * EDGE, high), stroke=colour)
    canvas.box((EDGE, top), (4, high), fill=colour, stroke="none")
    for number, (line, head) in enumerate(lines, 1):
        place = (EDGE + 14, top + 2 + number * LEADING)
        fill, size = (colour, HEADING) if head else (palette.INK, SIZE)
        canvas.text(place, line, size, bold=head, fill=fill)
    return top + high
