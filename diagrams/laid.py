"""A picture that is laid out, how large it is, and what stands beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from diagrams import palette
from diagrams.dress import Drawing, dressed
from diagrams.label import Label
from diagrams.strip import Strip

MARGIN = 12.0  # between the picture and the strip


@dataclass(frozen=True)
class Drawn:
    """The pages of a machine as SVG, and the DOT text that its picture was laid out from."""

    dot: str
    pages: tuple[str, ...]
    is_full: bool


@dataclass(frozen=True)
class Laid:
    """A picture that is laid out, and what stands beside it; not yet drawn."""

    dot: str
    svg: str
    labels: Mapping[str, Label]
    strip: Strip | None = None

    @property
    def is_beside(self) -> bool:
        """Tell whether the strip has room to the right of the picture."""
        strip = self.strip
        return strip is not None and size(self.svg)[0] + MARGIN + strip.wide <= palette.WIDTH

    @property
    def size(self) -> tuple[float, float]:
        """Return its width and height."""
        wide, high = size(self.svg)
        if self.strip is None:
            return wide, high
        if self.is_beside:
            return wide + MARGIN + self.strip.wide, max(high, self.strip.high)
        return max(wide, self.strip.wide), high + MARGIN + self.strip.high

    def drawing(self) -> Drawing:
        """Return what is to be placed on a page."""
        drawing = dressed(self.svg, self.labels)
        if self.strip is None:
            return drawing
        across, down = (drawing.wide + MARGIN, 0) if self.is_beside else (0, drawing.high + MARGIN)
        at = f"translate({across:.2f} {down:.2f})"
        marks = f'{drawing.marks}<g class="strip" transform="{at}">{self.strip.marks}</g>'
        return Drawing(marks, *self.size)


def fits(picture: str) -> bool:
    """Tell whether a picture fits on the page as it is."""
    return larger(*size(picture)) <= 1


def larger(wide: float, high: float) -> float:
    """Return how much larger a page it needs."""
    return max(wide / palette.WIDTH, high / palette.HEIGHT)


def size(picture: str) -> tuple[float, float]:
    """Return the width and height of a picture in points."""
    *_, wide, high = ET.fromstring(picture).attrib["viewBox"].split()  # noqa: S314  # our own
    return float(wide), float(high)
