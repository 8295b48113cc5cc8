"""What is wrong with a drawing, as numbers: overlaps, lines through text, crossings, turning.

Where an edge meets the two nodes that it joins is no fault. Text on a line is no fault where
it is painted after the line and on a patch of its own.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from itertools import combinations, pairwise
from math import atan2, degrees, hypot

from diagrams import palette
from tests.drawing.seen import Box, Edge, Picture, Point, Shape, Text, read

SHORT = 0.1  # points: too short a step to have a direction
SHARED = 4.0  # points: two lines that share an end may meet this close to it
ALLOWED = {v for k, v in vars(palette).items() if k.isupper() and str(v).startswith("#")} | {"none"}


@dataclass(frozen=True, order=True)
class Faults:
    """How bad a drawing is, the worst first; smaller is better."""

    overlaps: int
    hits: int
    crossings: int
    turning: float

    def __str__(self) -> str:
        words = "{} overlaps, {} hits, {} crossings, {:.0f} degrees a line"
        return words.format(*astuple(self))


def faults(svg: str) -> Faults:
    """Return what is wrong with the drawing of an SVG text."""
    picture = read(svg)
    turns = [_turning(edge.points) for edge in picture.edges]
    mean = round(sum(turns) / len(turns), 1) if turns else 0.0
    return Faults(
        len(list(overlaps(picture))), len(list(hits(picture))), len(list(crossings(picture))), mean
    )


def overlaps(picture: Picture) -> Iterator[tuple[str, str]]:
    """Yield each two texts that lie on one another, and each text out of the picture."""
    for one, two in combinations(picture.texts, 2):
        apart = one.owner != two.owner or not one.owner
        if one.box.grown(-0.4 if apart else -1.2).meets(two.box):
            yield one.words, two.words
    page = Box(-1, -1, picture.width + 1, picture.height + 1)
    for text in picture.texts:
        corners = ((text.box.left, text.box.top), (text.box.right, text.box.bottom))
        if not all(page.holds(corner) for corner in corners):
            yield text.words, "the border of the picture"


def hits(picture: Picture) -> Iterator[tuple[str, str]]:
    """Yield each line that runs through a text that is not its own, or through another's box."""
    for edge in picture.edges:
        name = "->".join(edge.ends)
        for text in picture.texts:
            own = text.owner in edge.ends or any(_is_patch(s, text, edge) for s in picture.shapes)
            if not own and _through(edge, text.box.grown(-0.5)):
                yield name, text.words
        for shape in picture.shapes:
            own = shape.owner in ("", name, *edge.ends)
            if not own and _through(edge, shape.box.grown(-1)):
                yield name, shape.owner


def _is_patch(shape: Shape, text: Text, edge: Edge) -> bool:
    return edge.order < shape.box.order < text.box.order and all(
        shape.box.grown(0.6).holds(corner)
        for corner in ((text.box.left, text.box.top), (text.box.right, text.box.bottom))
    )


def crossings(picture: Picture) -> Iterator[tuple[str, str]]:
    """Yield each two lines that cross away from an end that they share."""
    boxes: dict[str, list[Box]] = {}
    for shape in picture.shapes:
        boxes.setdefault(shape.owner, []).append(shape.box)
    for text in picture.texts:
        boxes.setdefault(text.owner, []).append(text.box)
    for one, two in combinations(picture.edges, 2):
        if not one.box.meets(two.box):
            continue
        shared = [
            b.grown(SHARED) for end in one.ends if end in two.ends for b in boxes.get(end, [])
        ]
        for point in _meetings(one.points, two.points):
            if not any(box.holds(point) for box in shared):
                yield "->".join(one.ends), "->".join(two.ends)
                break


def _meetings(one: list[Point], two: list[Point]) -> Iterator[Point]:
    for a, b in pairwise(one):
        for c, d in pairwise(two):
            if (point := _meeting(a, b, c, d)) is not None:
                yield point


def _meeting(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = a, b, c, d
    if max(ax, bx) < min(cx, dx) or max(cx, dx) < min(ax, bx):
        return None
    if max(ay, by) < min(cy, dy) or max(cy, dy) < min(ay, by):
        return None
    turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if abs(turn) < 1e-9:  # parallel
        return None
    t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn
    u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn
    inside = 0 <= t <= 1 and 0 <= u <= 1
    return (ax + t * (bx - ax), ay + t * (by - ay)) if inside else None


def _through(edge: Edge, box: Box) -> bool:
    if not edge.box.meets(box):
        return False
    corners = [
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    ]
    sides = list(pairwise([*corners, corners[0]]))
    return any(
        box.holds(a) or any(_meeting(a, b, c, d) for c, d in sides)
        for a, b in pairwise(edge.points)
    )


def _turning(points: list[Point]) -> float:
    """Return by how many degrees a line turns in all."""
    steps = [
        (b[0] - a[0], b[1] - a[1])
        for a, b in pairwise(points)
        if hypot(b[0] - a[0], b[1] - a[1]) > SHORT
    ]
    total = 0.0
    for (ax, ay), (bx, by) in pairwise(steps):
        turn = degrees(atan2(by, bx) - atan2(ay, ax))
        total += abs((turn + 180) % 360 - 180)
    return total


def strange_colours(picture: Picture) -> set[str]:
    """Return the colours that are not of the palette."""
    return picture.colours - ALLOWED


def faint_texts(picture: Picture, least: float = 4.5) -> list[str]:
    """Return the texts whose contrast with what lies behind them is too small."""
    return [t.words for t in picture.texts if contrast(t.fill, _behind(t, picture.shapes)) < least]


def _behind(text: Text, shapes: list[Shape]) -> str:
    middle = ((text.box.left + text.box.right) / 2, (text.box.top + text.box.bottom) / 2)
    under = [s for s in shapes if s.box.holds(middle) and s.box.order < text.box.order]
    return max(under, key=lambda s: s.box.order).fill if under else palette.WHITE


def contrast(one: str, two: str) -> float:
    """Return the ratio of two colours' luminances, as the WCAG defines it."""
    low, high = sorted((_luminance(one), _luminance(two)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
