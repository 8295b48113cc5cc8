"""Pictures in a page: each with what it shows in words, and as a link to itself."""

import re
from html import unescape

from switchproof.dossier.site.html import Html, Inside, boxed, e

TITLE, DESC = (
    re.compile(rf'<{tag} id="{tag}">(.*?)</{tag}>', re.DOTALL) for tag in ("title", "desc")
)
SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
PIXELS = 96 / 72  # of a screen, in a point


def title(svg: str) -> str:
    """Return the title of a picture."""
    return _said(svg, TITLE)


def about(svg: str) -> str:
    """Return what a picture says it shows."""
    return _said(svg, DESC)


def _said(svg: str, part: re.Pattern[str]) -> str:
    found = part.search(svg)
    return unescape(found[1]) if found else ""


def figure(place: str, svg: str, shows: str, caption: Inside = None) -> Html:
    """Return a picture as large as it is printed; where the page is narrower its box scrolls."""
    found = SIZE.search(svg)
    assert found is not None
    wide, high = (str(round(float(one) * PIXELS)) for one in found.groups())
    image = e("img", src=place, alt=shows, width=wide, height=high)
    return e(
        "figure",
        boxed(title(svg), e("a", image, href=place)),
        e("figcaption", caption) if caption else None,
    )
