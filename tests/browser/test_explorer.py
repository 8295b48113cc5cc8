"""The explorer as its reader has it: by mouse, by keyboard, by a reader of the screen, on paper."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browsing import DESK, PHONE, Seen, in_focus, tabbed_through, violations
from tests.explorer_shown import first_lines, possible, run

LARGEST = 2_000_000
VIEWS = ("picture", "machines", "sequence", "claims", "whatif")


def test_it_is_one_small_file_that_may_load_nothing(page: Page, css: Path) -> None:
    assert css.stat().st_size < LARGEST
    assert "default-src 'none'" in page.content()
    assert not page.locator("[src], link[href]:not([href='data:,'])").count()


def test_a_step_that_is_taken_is_told_and_lit(page: Page) -> None:
    was = len(possible(page))
    assert page.locator("#possible-head").inner_text().startswith(f"Possible here ({was})")
    page.click("#possible button:has-text('Nominate the CSS')")
    assert first_lines(run(page)) == ["Start", "The CRS nominates the CSS"]
    assert page.locator("#machine, #panel select").first.input_value() != ""
    assert page.locator(".drawing g.now text").text_content() == "Nominated"
    assert page.locator("#said").inner_text().startswith("Step 1 of 1: The CRS nominates the CSS")


def test_what_was_unfolded_stays_so_from_step_to_step(page: Page) -> None:
    duties = page.locator("details.duties")
    duties.locator("summary").click()
    page.keyboard.press("1")
    assert run(page)[1:]
    assert duties.get_attribute("open") == ""
    assert in_focus(page).startswith("summary: Duties in force here")


def test_what_is_lit_is_where_it_is_and_was(page: Page) -> None:
    page.click("#possible button:has-text('Nominate the CSS')")
    page.keyboard.press("1")
    page.evaluate(
        "session.machine = session.world.machines.findIndex("
        "({ called }) => called === 'CSS entry'), show()"
    )
    now, was = page.locator(".drawing g.now"), page.locator(".drawing g.was")
    assert was.locator("text").all_text_contents() == ["Outside"]
    assert now.locator("text").all_text_contents() == ["Nominated"]
    can = page.locator(".rules tr.can td:nth-child(2)").all_inner_texts()
    here = [text.lower() for text in first_lines(possible(page))]
    assert can
    assert all(text.split("\n")[0].lower() in here for text in can)


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_axe_finds_nothing_in_any_view(
    look: Callable[..., Seen], file: Path, size: tuple[int, int]
) -> None:
    page = look(size).open(file)
    page.select_option("#runs", index=1)
    page.keyboard.press("ArrowRight")
    for view in VIEWS:
        page.click(f"#tab-{view}")
        assert violations(page) == [], view
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], view
    page.click("#help")
    assert violations(page) == []


def test_it_is_walked_by_keyboard_alone(page: Page) -> None:
    page.keyboard.press("ArrowDown")
    assert in_focus(page).startswith("button: 1")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    assert len(run(page)) == 2
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("live")
    page.keyboard.press("Escape")
    page.keyboard.press("w")
    assert page.evaluate("document.activeElement.id") == "impossible-head"
    page.keyboard.press("Home")
    assert page.locator("#run .here").inner_text().startswith("0")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()


def test_tab_comes_to_all_there_is_and_round(page: Page) -> None:
    page.keyboard.press("1")
    stops = tabbed_through(page)
    for wanted in ("Copy link", "Print", "Keys"):
        assert any(wanted in stop for stop in stops)
    assert sum(stop.startswith("tab:") for stop in stops) == 1
    assert any(stop.startswith("tabpanel:") for stop in stops)
    assert any("1" in stop for stop in stops if stop.startswith("button: 1"))


def test_arrows_go_along_the_tabs(page: Page) -> None:
    page.focus("#tab-picture")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "tab-machines"
    assert page.locator("[role=tab][aria-selected=true]").inner_text() == "All machines"


def test_single_keys_can_be_switched_off(page: Page) -> None:
    page.click("#help")
    page.uncheck("#single")
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    assert len(run(page)) == 1


def test_it_prints_on_one_page(page: Page) -> None:
    page.select_option("#runs", index=1)
    page.keyboard.press("End")
    for view in VIEWS:
        page.click(f"#tab-{view}")
        paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        assert len(paper.pages) == 1, view
        assert "Run so far" in paper.pages[0].extract_text()


def test_a_long_run_prints_on_one_page_in_every_view(look: Callable[..., Seen], css: Path) -> None:
    page = look().open(css)
    page.evaluate("""() => {
      for (const n of range(30)) {
        const possible = session.world.possible(session.state());
        session.take(possible[(7 * n) % possible.length]);
      }
      session.change({ off: ["send the message"] });
      show();
    }""")
    for view in (*VIEWS, "beside"):
        page.click(f"#tab-{view}")
        paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        assert len(paper.pages) == 1, view
        text = " ".join((paper.pages[0].extract_text() or "").split())
        assert "This state is at" in text
        if view == "sequence":
            steps = page.evaluate("session.at")
            assert f"Steps {steps - 7} to {steps}; those before are in the page." in text


def test_a_text_is_as_wide_in_another_font(page: Page) -> None:
    widths = """(font) => [...document.querySelectorAll(".drawing text")].map((text) => {
      text.style.fontFamily = font;
      return text.getComputedTextLength();
    })"""
    usual = page.evaluate(widths, "")
    assert len(usual) > 10
    assert page.evaluate(widths, "monospace") == usual


def test_with_the_script_wrong_the_harness_says_so(browser: Browser, file: Path) -> None:
    wrong = file.with_name("wrong.html")
    wrong.write_text(file.read_text().replace("begin();\n", "begin(); nowhere();\n"))
    seen = Seen(browser)
    seen.open(wrong)
    assert seen.trouble == ["error: nowhere is not defined"]
    seen.page.close()
