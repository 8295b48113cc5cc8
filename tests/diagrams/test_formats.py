import re
import sys
from pathlib import Path

import pytest

from diagrams.draw import pictures_of_duties
from diagrams.formats import DOTS, FORMATS, pdf, png
from model.flows import flow
from switchproof.draw.options import FORMATS as ASKED
from tests.switchproof.test_cli import Said, one_line, said

__all__ = ["said"]
SVG = dict(pictures_of_duties(flow("current")))["current-duties.svg"]
SIZE = tuple(float(n) for n in re.findall(r'(?:width|height)="([\d.]+)pt"', SVG)[:2])


def test_a_png_is_as_large_as_print_asks_and_the_same_each_time() -> None:
    made = png(SVG)
    assert made.startswith(b"\x89PNG")
    wide, high = (int.from_bytes(made[start : start + 4], "big") for start in (16, 20))
    assert (wide, high) == pytest.approx([side * DOTS for side in SIZE], abs=DOTS)
    assert png(SVG) == made


def test_a_pdf_has_the_size_of_the_picture_its_title_and_one_font() -> None:
    made = pdf(SVG)
    assert made.startswith(b"%PDF")
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", made)
    assert box is not None
    assert [float(n) for n in box.groups()] == pytest.approx(SIZE, abs=0.01)
    assert b"/Title" in made
    assert set(re.findall(rb"/FontName\s*/\w+\+(\w+)", made)) == {b"Arimo"}
    assert pdf(SVG) == made


def test_what_may_be_asked_is_what_can_be_made() -> None:
    assert tuple(FORMATS) == ASKED


@pytest.mark.parametrize("ending", ["png", "pdf"])
def test_pictures_are_drawn_as_asked_and_tables_stay(
    said: Said, tmp_path: Path, ending: str
) -> None:
    status, out, _ = said("draw", "linked", "--format", ending, "--out", str(tmp_path))
    assert status == 0
    assert {Path(line).suffix for line in out.splitlines()} == {f".{ending}", ".md"}
    assert (tmp_path / f"linked-leg.{ending}").read_bytes()[:4] in (b"%PDF", b"\x89PNG")


@pytest.mark.parametrize("missing", ["typst", "fontpkg_arimo"])
def test_a_format_whose_library_is_not_there_is_refused_in_one_line(
    said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    status, out, err = said("draw", "linked", "--format", "pdf", "--out", str(tmp_path / "new"))
    assert (status, out, (tmp_path / "new").exists()) == (2, "", False)
    assert f"needs the extra 'pictures' ({missing} is not installed)" in one_line(err)
