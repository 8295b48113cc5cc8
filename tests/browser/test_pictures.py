"""Whatever font a reader has: no text of a picture grows out of the room that it was given."""

from collections.abc import Callable
from pathlib import Path

from diagrams.draw import pictures
from model.flows import flow
from tests.browsing import Seen

OTHER_FONT = "<style>text { font-family: monospace !important }</style>"
MANY, NEAR = 300, 2.0  # points; italics lean out of their width
WIDTHS = """() => [...document.querySelectorAll("svg text")]
    .map(text => [text.textContent, text.getBBox().width])"""
FREE = """() => document.querySelectorAll("svg text")
    .forEach(text => text.removeAttribute("textLength"))"""
HELD = """() => [...document.querySelectorAll("svg text")]
    .map(text => Number(text.getAttribute("textLength")))"""


def test_another_font_leaves_every_text_as_wide_as_it_was_laid_out(
    look: Callable[..., Seen], tmp_path: Path
) -> None:
    drawn = [text for name, text in pictures(flow("css")) if name.endswith(".svg")]
    file = tmp_path / "pictures.html"
    page_of_all = (
        f"<!doctype html><html lang=en><title>Pictures</title>{OTHER_FONT}{''.join(drawn)}"
    )
    file.write_text(page_of_all, encoding="utf-8")
    page = look().open(file)

    held = page.evaluate(HELD)
    assert len(held) > MANY
    assert not _grown(page.evaluate(WIDTHS), held)
    page.evaluate(FREE)
    assert len(_grown(page.evaluate(WIDTHS), held)) > MANY  # so it is the hold that does it


def _grown(seen: list[tuple[str, float]], held: list[float]) -> list[str]:
    """Return the texts that are wider than they were laid out."""
    both = zip(seen, held, strict=True)
    return [words for (words, wide), room in both if wide > room + NEAR]
