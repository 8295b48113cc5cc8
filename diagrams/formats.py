"""From a picture's SVG to PNG and PDF, as large as it is printed, in one font on every machine.

The font comes with the extra `pictures`, as wide as the Arial that everything is laid out for;
fonts of the system are not looked at, so that bytes are the same everywhere.
"""

import re
from collections.abc import Callable, Mapping
from typing import Literal
from xml.etree import ElementTree as ET

from diagrams import palette
from diagrams.canvas import NAMESPACE

DOTS = 300 / 72  # in a point, as for print
PAGE = """\
#set document(title: sys.inputs.title, date: none)
#set page(width: {}pt, height: {}pt, margin: 0pt)
#image(bytes(sys.inputs.picture), format: "svg", width: 100%, alt: sys.inputs.about)
"""


def png(svg: str, dots: float = DOTS) -> bytes:
    """Return a picture as PNG; ImportError is raised without the extra."""
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=re.sub(
            r'(<svg[^>]*?width="[\d.]+)pt("[^>]*?height="[\d.]+)pt"', r'\1\2"', svg, count=1
        ),
        skip_system_fonts=True,
        font_dirs=[_fonts()],
        sans_serif_family="Arimo",
        background=palette.WHITE,
        zoom=dots,
    )


def pdf(svg: str) -> bytes:
    """Return a picture as PDF with its title and description; ImportError without the extra."""
    root = ET.fromstring(svg)  # noqa: S314  # our own
    *_, wide, high = root.attrib["viewBox"].split()
    title, about = (root.findtext(f"{{{NAMESPACE}}}{tag}", "") for tag in ("title", "desc"))
    inputs = {"picture": svg, "title": title, "about": about}
    return typeset(PAGE.format(wide, high), inputs)


def typeset(source: str, inputs: Mapping[str, str], *standards: Literal["ua-1"]) -> bytes:
    """Return what Typst sets as PDF, by no font and no clock of the system.

    What the standards do not allow Typst refuses. ImportError is raised without the extra.
    """
    import typst

    made: bytes = typst.compile(
        source.encode(),
        format="pdf",
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[_fonts()]),
        sys_inputs=dict(inputs),
        timestamp=0,
        pdf_standards=list(standards),
    )
    return made


def _fonts() -> str:
    import fontpkg_arimo

    return str(fontpkg_arimo.ROOT / "files")


FORMATS: Mapping[str, Callable[[str], str | bytes]] = {"svg": str, "png": png, "pdf": pdf}
