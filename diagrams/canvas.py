"""A small SVG writer, for pictures where position carries meaning: we place things ourselves.

Text behind which a line passes gets a white patch, sized from Arial's widths: never a stroke
halo, which hides text that is struck through.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import hypot
from xml.sax.saxutils import escape, quoteattr

from diagrams import palette
from diagrams.type import fitted, held, width

Point = tuple[float, float]
NAMESPACE = "http://www.w3.org/2000/svg"
TITLE, TITLE_PITCH = 9.5, 12.0


class Canvas:
    """Marks in the order in which they are painted, in points."""

    def __init__(self) -> None:
        self.marks: list[str] = []

    def _mark(self, tag: str, inside: str = "", **attributes: object) -> None:
        shown = {k.replace("_", "-"): v for k, v in attributes.items() if v not in ("", None)}
        said = "".join(f" {k}={quoteattr(_short(v))}" for k, v in shown.items())
        self.marks.append(f"<{tag}{said}>{inside}</{tag}>" if inside else f"<{tag}{said}/>")

    @contextmanager
    def group(self, kind: str, name: str) -> Iterator[None]:
        """Hold together what belongs to one node, or to one edge named "from->to"."""
        self.marks.append(f'<g class="{kind}"><title>{escape(name)}</title>')
        yield
        self.marks.append("</g>")

    def text(
        self,
        at: Point,
        words: str,
        size: float = 8,
        *,
        bold: bool = False,
        italic: bool = False,
        fill: str = palette.INK,
        anchor: str = "start",
        decoration: str = "",
        patch: bool = False,
        upright: bool = False,
    ) -> None:
        """Write a line of text with its baseline at a point; upright it goes up from there."""
        if patch:
            self._patch(at, width(words, size, bold), size, anchor)
        self._mark(
            "text",
            escape(words),
            x=at[0],
            y=at[1],
            font_family=palette.FONTS,
            font_size=size,
            fill=fill,
            text_anchor="" if anchor == "start" else anchor,
            font_weight="bold" if bold else "",
            font_style="italic" if italic else "",
            text_decoration=decoration,
            transform=f"rotate(-90 {_short(at[0])} {_short(at[1])})" if upright else "",
            **held(words, size, bold),
        )

    def _patch(self, at: Point, wide: float, size: float, anchor: str) -> None:
        left = at[0] - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        self.box((left - 1.5, at[1] - 0.8 * size), (wide + 3, size * 1.08), stroke="none")

    def box(
        self,
        at: Point,
        size: tuple[float, float],
        *,
        fill: str = palette.WHITE,
        stroke: str = palette.LINE,
        weight: float = 1,
        radius: float = 0,
        dash: str = "",
    ) -> None:
        """Draw a rectangle from its top left corner."""
        self._mark(
            "rect",
            x=at[0],
            y=at[1],
            width=size[0],
            height=size[1],
            rx=radius or "",
            fill=fill,
            stroke=stroke,
            stroke_width=weight if stroke != "none" else "",
            stroke_dasharray=dash,
        )

    def disc(
        self, at: Point, radius: float, fill: str, stroke: str = "none", weight: float = 1
    ) -> None:
        """Draw a disc."""
        wide = weight if stroke != "none" else ""
        self._mark(
            "circle", cx=at[0], cy=at[1], r=radius, fill=fill, stroke=stroke, stroke_width=wide
        )

    def line(
        self,
        points: Sequence[Point],
        *,
        stroke: str = palette.LINE,
        weight: float = 1,
        dash: str = "",
        arrow: bool = False,
    ) -> None:
        """Draw a line through points, with an arrowhead at the last where asked."""
        shaft = list(points)
        if arrow:
            shaft[-1], head = _head(points[-2], points[-1], 4.6 + 0.9 * weight)
        self._mark(
            "polyline",
            points=" ".join(f"{_short(x)},{_short(y)}" for x, y in shaft),
            fill="none",
            stroke=stroke,
            stroke_width=weight,
            stroke_dasharray=dash,
        )
        if arrow:
            corners = " ".join(f"{_short(x)},{_short(y)}" for x, y in head)
            self._mark("polygon", points=corners, fill=stroke, stroke="none")

    def place(self, marks: str, at: Point) -> None:
        """Put what was drawn elsewhere with its top left corner at a point."""
        x, y = (_short(float(n)) for n in at)
        self.marks.append(f'<g transform="translate({x} {y})">{marks}</g>')

    def svg(self, title: str, about: str, size: tuple[float, float]) -> str:
        """Return the picture under its title as the text of an SVG file."""
        head = Canvas()
        for number, line in enumerate(_said(title, size[0]), 1):
            head.text((2, number * TITLE_PITCH - 2.0), line, TITLE, bold=True)
        down = title_height(title, size[0])
        head.place("\n".join(self.marks), (0, down))
        return head._bare(title, about, (size[0], size[1] + down))

    def _bare(self, title: str, about: str, size: tuple[float, float]) -> str:
        wide, high = (_short(float(n)) for n in size)
        head = f'<svg xmlns="{NAMESPACE}" width="{wide}pt" height="{high}pt"'
        head += f' viewBox="0 0 {wide} {high}" role="img" aria-labelledby="title desc">'
        names = [
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="desc">{escape(about)}</desc>',
        ]
        return "\n".join([head, *names, *self.marks, "</svg>"]) + "\n"


def title_height(title: str, wide: float) -> float:
    """Return how much the title takes over a picture of this width."""
    return len(_said(title, wide)) * TITLE_PITCH + 4


def _said(title: str, wide: float) -> list[str]:
    return fitted(title, wide - 4, TITLE, bold=True)


def _short(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _head(start: Point, tip: Point, length: float) -> tuple[Point, list[Point]]:
    """Return where the shaft ends and the corners of the arrowhead."""
    far = hypot(tip[0] - start[0], tip[1] - start[1]) or 1.0
    along = ((tip[0] - start[0]) / far, (tip[1] - start[1]) / far)
    base = (tip[0] - along[0] * length, tip[1] - along[1] * length)
    aside = (-along[1] * length * 0.36, along[0] * length * 0.36)
    left, right = ((base[0] + s * aside[0], base[1] + s * aside[1]) for s in (1, -1))
    return base, [tip, left, right]
