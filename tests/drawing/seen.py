"""What an SVG shows: its texts, filled areas and lines, with the order in which it paints them.

Reads the SVG alone. A shape belongs to the nearest group of class `node` or `edge`, by the
group's title; an edge's title is "from->to". An arrowhead is part of its line, and bold text
is measured bold.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from math import hypot
from xml.etree import ElementTree as ET

from diagrams.type import width

Point = tuple[float, float]
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Box:
    """A rectangle, and which of the picture's paintings it was."""

    left: float
    top: float
    right: float
    bottom: float
    order: int = 0

    def grown(self, by: float) -> "Box":
        """Return it larger on each side, or smaller."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by, self.order)

    def meets(self, other: "Box") -> bool:
        """Tell whether two share some area."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, point: Point) -> bool:
        """Tell whether a point is inside."""
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom


@dataclass(frozen=True)
class Text:
    """A line of text: its box, size, colour, and whose it is."""

    words: str
    box: Box
    size: float
    fill: str
    owner: str


@dataclass(frozen=True)
class Shape:
    """A filled area."""

    box: Box
    fill: str
    owner: str


@dataclass
class Edge:
    """A drawn line with its arrowhead, as points close to one another."""

    ends: tuple[str, ...]
    points: list[Point] = field(default_factory=list)
    order: int = 0

    @cached_property
    def box(self) -> Box:
        """Return the rectangle around it, a little larger, so that a flat line has one too."""
        return around(self.points).grown(0.1) if self.points else Box(0, 0, 0, 0)


@dataclass
class Picture:
    """What a drawing consists of."""

    width: float
    height: float
    texts: list[Text] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    colours: set[str] = field(default_factory=set)


def read(svg: str) -> Picture:
    """Return what an SVG text shows; understands what our two writers write, and no more."""
    root = ET.fromstring(svg)  # noqa: S314  # our own drawing
    _, _, wide, high = (float(n) for n in root.attrib["viewBox"].split())
    picture = Picture(wide, high)
    _Reader(picture).group(root, "", None, (0.0, 0.0))
    return picture


class _Reader:
    """Walks an SVG tree and counts the paintings."""

    def __init__(self, picture: Picture) -> None:
        self.picture, self.order = picture, 0

    def group(self, node: ET.Element, owner: str, edge: Edge | None, at: Point) -> None:
        kinds = node.get("class", "").split()
        if moved := re.search(r"translate\(([^)]*)\)", node.get("transform", "")):
            x, y = (float(n) for n in NUMBER.findall(moved[1]))
            at = (at[0] + x, at[1] + y)
        if "node" in kinds or "edge" in kinds:
            owner = _title(node)
        if "edge" in kinds:
            edge = Edge(tuple(owner.split("->")))
            self.picture.edges.append(edge)
        for child in node:
            self.order += 1
            self.paint(child, owner, edge, at)

    def paint(self, node: ET.Element, owner: str, edge: Edge | None, at: Point) -> None:
        tag = node.tag.rpartition("}")[2]
        self.picture.colours |= {c for k in ("fill", "stroke") if (c := node.get(k, "none"))}
        if tag in ("g", "a", "svg"):
            self.group(node, owner, edge, at)
        elif tag == "text":
            self.picture.texts.append(_text(node, owner, at, self.order))
        elif points := [(x + at[0], y + at[1]) for x, y in _outline(tag, node)]:
            if edge is not None:
                edge.points.extend(_bent(points) if tag == "path" else _tip(edge, points))
                edge.order = self.order
            elif node.get("fill", "none") != "none":
                self.picture.shapes.append(
                    Shape(around(points, self.order), node.attrib["fill"], owner)
                )


def _title(node: ET.Element) -> str:
    return next((c.text or "" for c in node if c.tag.endswith("title")), "")


def _text(node: ET.Element, owner: str, at: Point, order: int) -> Text:
    size, words = float(node.attrib["font-size"]), "".join(node.itertext())
    wide = width(words, size, node.get("font-weight") == "bold")
    x, y = float(node.attrib["x"]) + at[0], float(node.attrib["y"]) + at[1]
    left = x - wide * {"middle": 0.5, "end": 1.0}.get(node.get("text-anchor", ""), 0.0)
    box = Box(left, y - 0.72 * size, left + wide, y + 0.2 * size, order)
    if "rotate(-90" in node.get("transform", ""):
        box = Box(x - 0.72 * size, y - wide, x + 0.2 * size, y, order)
    return Text(words, box, size, node.get("fill", "black"), owner)


def _outline(tag: str, node: ET.Element) -> list[Point]:
    def of(*names: str) -> list[float]:
        return [float(node.get(name, 0)) for name in names]

    if tag in ("polygon", "polyline", "path"):
        numbers = [float(n) for n in NUMBER.findall(node.get("points") or node.get("d") or "")]
        return list(zip(numbers[::2], numbers[1::2], strict=True))
    if tag == "rect":
        x, y, wide, high = of("x", "y", "width", "height")
        return [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]
    if tag == "line":
        x1, y1, x2, y2 = of("x1", "y1", "x2", "y2")
        return [(x1, y1), (x2, y2)]
    if tag in ("circle", "ellipse"):
        x, y, r, rx, ry = of("cx", "cy", "r", "rx", "ry")
        return [(x - (r or rx), y - (r or ry)), (x + (r or rx), y + (r or ry))]
    return []


def around(points: list[Point], order: int = 0) -> Box:
    """Return the rectangle around points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys), order)


def _bent(points: list[Point]) -> list[Point]:
    """Return points along the cubic curves that these are the knots and handles of."""
    found = points[:1]
    for start in range(0, len(points) - 3, 3):
        a, b, c, d = points[start : start + 4]
        for step in range(1, 13):
            t = step / 12
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            x, y = (
                sum(w * p[i] for w, p in zip(weights, (a, b, c, d), strict=True)) for i in (0, 1)
            )
            found.append((x, y))
    return found


def _tip(edge: Edge, points: list[Point]) -> list[Point]:
    """Return the tip of an arrowhead, the corner farthest from where its line ended."""
    if not edge.points:
        return points
    x, y = edge.points[-1]
    return [max(points, key=lambda p: hypot(p[0] - x, p[1] - y))]
