"""What is shown of an answer: words, and pictures that any page can show."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from diagrams.canvas import NAMESPACE
from switchproof.terminal.style import wrapped

WIDE = 98  # letters in a line of a notebook, whatever terminal it was started in
SHARP = 945 / 453.5  # dots in a point: 160 mm at 150 dots an inch


@dataclass(frozen=True)
class Lines:
    """Lines of words, shown as they are printed."""

    lines: tuple[str, ...]

    def __repr__(self) -> str:
        """Return the lines, none too long for a page."""
        return "\n".join(part for line in self.lines for part in wrapped(line, wide=WIDE))

    __str__ = __repr__


def words(lines: Iterable[str]) -> Lines:
    """Return lines as what is shown."""
    return Lines(tuple(lines))


@dataclass(frozen=True)
class Picture:
    """A picture as SVG, that is shown as PNG where the extra `pictures` is installed."""

    svg: str

    @property
    def alt(self) -> str:
        """Return what it shows, for who does not see it."""
        return ET.fromstring(self.svg).findtext(f"{{{NAMESPACE}}}title", "")  # noqa: S314  # ours

    def __repr__(self) -> str:
        """Return its title."""
        return f"picture: {self.alt}"

    def _repr_mimebundle_(self, **asked: object) -> dict[str, str | bytes]:
        del asked
        from diagrams.formats import png

        try:
            return {"text/plain": repr(self), "image/png": png(self.svg, SHARP)}
        except ImportError:
            return {"text/plain": repr(self), "image/svg+xml": self.svg}
