"""What a drawing by Graphviz gets afterwards: labels on its lines, weights, marks to find things.

No box and no line changes its place, so that what was laid out stays so.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from diagrams import palette
from diagrams.canvas import NAMESPACE, Canvas, Point
from diagrams.label import Label, Texts, draw
from diagrams.type import held

SVG = f"{{{NAMESPACE}}}"
STYLES = {
    "bold": {"font-weight": "bold"},
    "plain": {},
    "italic": {"font-style": "italic", "fill": palette.SOFT},
}
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Drawing:
    """A drawing to be placed on a page: the text of an SVG group, and its size in points."""

    marks: str
    wide: float
    high: float


def dressed(
    svg: str, labels: Mapping[str, Label], styled: Mapping[str, Texts] | None = None
) -> Drawing:
    """Return a drawing with its labels drawn, or the lines of text in its boxes styled."""
    ET.register_namespace("", NAMESPACE)
    root = ET.fromstring(svg)  # noqa: S314  # our own drawing
    *_, wide, high = (float(n) for n in root.attrib["viewBox"].split())
    graph = root.find(f"{SVG}g")
    assert graph is not None
    graph.remove(graph[0])  # its title would be shown as a hint everywhere
    ends = _ends(graph)
    for group in graph.iter(f"{SVG}g"):
        name = group.findtext(f"{SVG}title", "")
        _mark(group, name, labels)
        _style(group, (styled or {}).get(name, ()))
        if name in labels and "lab" in group.get("class", ""):
            _draw_label(group, labels[name], ends[name])
    _put_last(graph, [g for g in graph if "lab" in g.get("class", "")])
    for shape in graph.iter():
        _say_colours_our_way(shape)
    return Drawing(ET.tostring(graph, encoding="unicode").strip(), wide, high)


def _put_last(graph: ET.Element, groups: list[ET.Element]) -> None:
    """Paint some groups after all others, so that no line runs over a number."""
    for group in groups:
        graph.remove(group)
        graph.append(group)


def _ends(graph: ET.Element) -> dict[str, list[Point]]:
    """Return for each node where the lines that lead to it end, and then where others begin."""
    into: dict[str, list[Point]] = {}
    out: dict[str, list[Point]] = {}
    for group in graph.iter(f"{SVG}g"):
        path = group.find(f"{SVG}path")
        title = group.find(f"{SVG}title")
        if "edge" in group.get("class", "") and path is not None and title is not None:
            source, target = (end.partition(":")[0] for end in str(title.text).split("->"))
            title.text = f"{source}->{target}"  # without the fields of labels
            points = _points(path.attrib["d"])
            out.setdefault(source, []).append(points[0])
            into.setdefault(target, []).append(points[-1])
    return {name: into.get(name, []) + out.get(name, []) for name in {**into, **out}}


def _points(text: str) -> list[Point]:
    numbers = [float(n) for n in NUMBER.findall(text)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _mark(group: ET.Element, name: str, labels: Mapping[str, Label]) -> None:
    kinds = group.get("class", "").split()
    if "node" in kinds and (found := re.fullmatch(r"s_(\w+)", name)):
        group.set("data-s", found[1])
    if name in labels:
        numbers = " ".join(one.number for one in labels[name])
        group.set("data-t", numbers.replace(",", ""))
    if "num" in kinds:
        texts = list(group.iter(f"{SVG}text"))
        group.set("data-t", "".join(t for text in texts for t in text.itertext()).replace(",", ""))
        _style(group, [("", "bold")] * len(texts))


def _style(group: ET.Element, lines: Texts | tuple[()]) -> None:
    for text, (_, style) in zip(group.findall(f"{SVG}text"), lines, strict=False):
        for key, value in STYLES[style].items():
            text.set(key, value)


def _draw_label(group: ET.Element, label: Label, ends: list[Point]) -> None:
    """Put our own words in the place that Graphviz kept for them."""
    frame, bar = group.find(f"{SVG}polygon"), group.find(f"{SVG}polyline")
    assert frame is not None
    corners = _points(frame.attrib["points"])
    left, top = (min(numbers) for numbers in zip(*corners, strict=True))
    x = left if bar is None else (left + _points(bar.attrib["points"])[0][0]) / 2
    canvas = Canvas()
    draw(canvas, label, (x, top), ends)
    for child in list(group)[1:]:  # all but its title
        group.remove(child)
    group.extend(ET.fromstring(f'<g xmlns="{NAMESPACE}">{"".join(canvas.marks)}</g>'))  # noqa: S314


def _say_colours_our_way(shape: ET.Element) -> None:
    for key in ("fill", "stroke"):
        colour = shape.get(key, "none")
        if colour != "none":
            shape.set(key, palette.WHITE if colour == "white" else colour.upper())
    if shape.tag == f"{SVG}text":
        shape.set("font-family", palette.FONTS)
        shape.attrib.setdefault("fill", palette.INK)
        said, size = "".join(shape.itertext()), float(shape.get("font-size", 0))
        shape.attrib.update(held(said, size, shape.get("font-weight") == "bold"))
