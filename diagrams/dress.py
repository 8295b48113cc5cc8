"""What a drawing by Graphviz gets afterwards: weights, title, description, marks to find things.

Only texts and attributes change, never a place, so that what was laid out stays so.
"""

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from diagrams import palette

SVG = "http://www.w3.org/2000/svg"
STYLES = {
    "bold": {"font-weight": "bold"},
    "plain": {},
    "italic": {"font-style": "italic", "fill": palette.SOFT},
}
Texts = list[tuple[str, str]]


def dressed(svg: str, title: str, about: str, labels: Mapping[str, Texts]) -> str:
    """Return the drawing with its labels styled, named and described for every reader."""
    ET.register_namespace("", SVG)
    root = ET.fromstring(svg)  # noqa: S314  # our own drawing
    for group in root.iter(f"{{{SVG}}}g"):
        _mark(group, labels)
    for shape in root.iter():
        _say_colours_our_way(shape)
    for text in root.iter(f"{{{SVG}}}text"):
        text.set("font-family", palette.FONTS)
        text.attrib.setdefault("fill", palette.INK)
    _name(root, title, about)
    return ET.tostring(root, encoding="unicode") + "\n"


def _mark(group: ET.Element, labels: Mapping[str, Texts]) -> None:
    name = group.findtext(f"{{{SVG}}}title", "")
    kinds = group.get("class", "").split()
    if "node" in kinds and (found := re.fullmatch(r"s_(\w+)", name)):
        group.set("data-s", found[1])
    if numbers := re.match(r"t(\d+)", name):
        group.set("data-t", numbers[1])
    if "num" in kinds:
        for text in group.iter(f"{{{SVG}}}text"):
            text.set("font-weight", "bold")
            group.set("data-t", "".join(text.itertext()).replace(",", ""))
    texts = group.iter(f"{{{SVG}}}text")
    for text, (_, style) in zip(texts, labels.get(name, ()), strict=False):
        for key, value in STYLES[style].items():
            text.set(key, value)


def _say_colours_our_way(shape: ET.Element) -> None:
    for key in ("fill", "stroke"):
        colour = shape.get(key, "none")
        if colour != "none":
            shape.set(key, palette.WHITE if colour == "white" else colour.upper())


def _name(root: ET.Element, title: str, about: str) -> None:
    root.set("role", "img")
    root.set("aria-labelledby", "title desc")
    for place, (tag, words) in enumerate((("title", title), ("desc", about))):
        element = ET.Element(f"{{{SVG}}}{tag}", id=tag)
        element.text = words
        root.insert(place, element)
    graph = root.find(f"{{{SVG}}}g")
    if graph is not None and (own := graph.find(f"{{{SVG}}}title")) is not None:
        graph.remove(own)
