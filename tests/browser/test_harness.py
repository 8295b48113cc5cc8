"""What tests of pages rest on notices what it is there to notice."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from tests.browsing import Seen, tabbed_through, violations

GOOD = """<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>
<button>One</button><a href="#x" id="x">Two</a></main></html>"""


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "page.html"
    file.write_text(text)
    return file


def test_a_good_page_has_no_violation_and_its_stops_come_in_order(
    look: Callable[..., Seen], tmp_path: Path
) -> None:
    page = look().open(written(tmp_path, GOOD))
    assert violations(page) == []
    assert tabbed_through(page) == ["button: One", "a: Two"]


def test_a_picture_without_words_is_noticed(look: Callable[..., Seen], tmp_path: Path) -> None:
    bad = GOOD.replace("<button>", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><button>')
    page = look().open(written(tmp_path, bad))
    assert any(one.startswith("image-alt (critical): img") for one in violations(page))


def test_what_a_page_asks_for_from_elsewhere_is_noticed(browser: Browser, tmp_path: Path) -> None:
    bad = GOOD.replace("<main>", '<script src="http://127.0.0.1:9/x.js"></script><main>')
    seen = Seen(browser)
    seen.open(written(tmp_path, bad))
    assert "asked for http://127.0.0.1:9/x.js" in seen.trouble
    seen.page.close()


def test_an_error_in_a_page_is_noticed(browser: Browser, tmp_path: Path) -> None:
    bad = GOOD.replace("<main>", "<script>nothing.here()</script><main>")
    seen = Seen(browser)
    seen.open(written(tmp_path, bad))
    assert seen.trouble == ["error: nothing is not defined"]
    seen.page.close()
