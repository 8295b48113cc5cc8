"""Contact sheets: every picture of a folder as large as it is printed, in colour and in grey.

`python -m tests.drawing.sheets out sheets` reads the SVG files of `out` and writes A3 sheets, two
columns of 160 mm each, to be looked at before a picture is kept.
"""

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from xml.etree import ElementTree as ET

from diagrams import palette
from diagrams.formats import png
from diagrams.laid import size

WIDE, HIGH = 1190.6, 841.9  # A3 across, in points
EDGE, CAPTION, ZOOM = 24.0, 12.0, 1.6
COLUMNS = (EDGE, WIDE / 2 + EDGE)
GREY = (
    '<filter id="grey" color-interpolation-filters="sRGB">'
    '<feColorMatrix type="saturate" values="0"/></filter>'
)
Placed = tuple[float, float, Path]


def sheets(files: list[Path]) -> Iterator[list[Placed]]:
    """Yield sheets, each as where its pictures stand."""
    sheet: list[Placed] = []
    column, down = 0, EDGE
    for file in files:
        high = size(file.read_text(encoding="utf-8"))[1] + 2 * CAPTION
        if sheet and down + high > HIGH - EDGE:
            column, down = column + 1, EDGE
        if column == len(COLUMNS):
            yield sheet
            sheet, column = [], 0
        sheet.append((COLUMNS[column], down, file))
        down += high
    if sheet:
        yield sheet


def svg_of(sheet: list[Placed], *, grey: bool) -> str:
    """Return a sheet as the text of an SVG file."""
    filtered = ' filter="url(#grey)"' if grey else ""
    inside = "".join(map(_placed, sheet))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{HIGH}">'
        f"{GREY}<g{filtered}>{inside}</g></svg>"
    )


def _placed(one: Placed) -> str:
    left, top, file = one
    root = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314  # our own
    wide, high = size(ET.tostring(root, encoding="unicode"))
    for key, value in (("x", left), ("y", top + CAPTION), ("width", wide), ("height", high)):
        root.set(key, str(value))
    name = f'<text x="{left}" y="{top + 8}" font-size="7" fill="#69727B" font-family="Arimo">'
    frame = f'<rect x="{left}" y="{top + CAPTION}" width="{palette.WIDTH}" height="{high}"'
    frame += ' fill="none" stroke="#EEF1F3"/>'
    return f"{name}{escape(file.name)}</text>{frame}{ET.tostring(root, encoding='unicode')}"


def main(source: Path, target: Path) -> None:
    """Write the sheets, and say which."""
    target.mkdir(parents=True, exist_ok=True)
    files = sorted(source.glob("*.svg"), key=lambda file: file.stem)
    for number, sheet in enumerate(sheets(files), 1):
        for grey in (False, True):
            path = target / f"{number:02}{'-grey' if grey else ''}.png"
            path.write_bytes(png(svg_of(sheet, grey=grey), ZOOM))
            print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
