"""The site in a browser: each kind of page for axe, by keyboard, on a telephone and on paper."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from unicodedata import normalize  # a font may join letters

import pytest
from pypdf import PdfReader

from tests import site as small
from tests.browsing import PHONE, Seen, tabbed_through, violations

CLAIM = "both-secured-or-both-ended"
KINDS = (
    *("index", "flows", f"flows/{small.FLOW}", "diagrams", "claims", f"claims/{small.FLOW}"),
    *(f"claims/{small.FLOW}/{CLAIM}", "statements", "statements/C1.6.2", "findings"),
    *("findings/nothing-is-saved", "handover", "handover/frozen", "glossary", "checking"),
)
NAV = 9
Look = Callable[..., Seen]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.written(tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_wrong_and_a_telephone_needs_no_scrolling_sideways(
    look: Look, folder: Path, kind: str
) -> None:
    file = folder / f"{kind}.html"
    assert violations(look().open(file)) == []
    page = look(PHONE).open(file)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_walked_by_keyboard_alone(look: Look, folder: Path, kind: str) -> None:
    page = look().open(folder / f"{kind}.html")
    stops = tabbed_through(page, 2000)
    assert stops[0] == "a: To the content"
    assert stops[2 : 2 + NAV] == [
        f"a: {name}"
        for name in (
            *("Start", "Flows", "Diagrams", "Claims", "Statements", "Findings", "Handover"),
            *("Glossary", "How to check"),
        )
    ]
    assert len(stops) == page.locator("a, [tabindex], summary").count()


def test_the_first_stop_leads_to_the_content(look: Look, folder: Path) -> None:
    page = look().open(folder / "index.html")
    page.keyboard.press("Tab")
    box = page.evaluate("document.activeElement.getBoundingClientRect().x")
    assert box >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("index.html#main")


def test_a_link_from_a_statement_leads_to_the_rule_and_marks_it(look: Look, folder: Path) -> None:
    page = look().open(folder / "statements" / "C1.6.2.html")
    page.locator(f"a[href*='flows/{small.FLOW}.html#']").first.click()
    assert page.locator("tr:target").count() == 1


def test_a_claim_leads_to_the_explorer_of_its_flow(look: Look, folder: Path) -> None:
    page = look().open(folder / f"claims/{small.FLOW}/{CLAIM}.html")
    page.get_by_text("Step through the runs").click()
    assert page.url.split("#")[0].endswith(f"explorer/{small.FLOW}.html")
    assert "Linked" in page.title()


@pytest.mark.parametrize("kind", KINDS)
def test_on_paper_nothing_is_cut(look: Look, folder: Path, kind: str) -> None:
    page = look((718, 1000)).open(folder / f"{kind}.html")  # A4 without its margins, in pixels
    page.emulate_media(media="print")
    wide = page.evaluate(
        "Math.max(...[...document.querySelectorAll('main, main *')]"
        ".map(one => one.getBoundingClientRect().right))"
    )
    assert wide <= 718 + 1
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {(round(one.mediabox.width), round(one.mediabox.height)) for one in paper.pages} == {
        (595, 842)
    }
    title = page.locator("h1").inner_text()
    assert title[:20] in " ".join(normalize("NFKC", paper.pages[0].extract_text() or "").split())
