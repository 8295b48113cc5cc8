"""The explorer as its reader has it: by mouse, by keyboard, by a reader of the screen, on paper."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from model.walk import Walk
from switchproof.deciding.decide import loaded
from tests.browsing import DESK, PHONE, Seen, in_focus, tabbed_through, violations
from tests.explored import written

LARGEST = 2_000_000
VIEWS = ("picture", "machines", "sequence", "claims", "whatif")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written("handover", tmp_path_factory.mktemp("explorer"), runs=True)


@pytest.fixture
def page(look: Callable[..., Seen], file: Path) -> Page:
    return look().open(file)


@pytest.fixture(scope="module")
def css(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written("css", tmp_path_factory.mktemp("explorer"), beside="current")


def run(page: Page) -> list[str]:
    return page.locator("#run li > button > span:last-child").all_inner_texts()


def possible(page: Page) -> list[str]:
    return page.locator("#possible button > span:last-child").all_inner_texts()


def settled(page: Page) -> None:
    """Wait until it was looked for how near things are; the page lets nobody evaluate text."""
    for _ in range(600):
        if page.evaluate("nearest.ended"):
            return
        page.wait_for_timeout(50)
    raise AssertionError("it does not come to an end")


def first_lines(texts: list[str]) -> list[str]:
    return [text.split("\n")[0] for text in texts]


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


def test_why_not_says_each_condition_and_how_near(page: Page) -> None:
    said = page.locator(".reasons > li:has(> b:text-is('The CSS goes live'))")
    assert "fails:" in page.locator(".reasons .bad").first.inner_text()
    page.locator("#impossible summary").click()
    page.evaluate("show(), next.draw(nearest)")
    assert "CSS entry is 'outside', not 'tested'" in said.inner_text()
    settled(page)
    assert "CSS entry is 'outside', not 'tested'" in said.inner_text()
    near = page.locator(".near").all_inner_texts()
    assert any(text.startswith("Possible after") for text in near)


def test_what_was_unfolded_stays_so_from_step_to_step(page: Page) -> None:
    duties = page.locator("details.duties")
    duties.locator("summary").click()
    page.keyboard.press("1")
    assert run(page)[1:]
    assert duties.get_attribute("open") == ""
    assert in_focus(page).startswith("summary: Duties in force here")


def test_what_is_shown_to_be_near_is_so(page: Page) -> None:
    settled(page)
    paths = page.evaluate("""() => [...nearest.found].map(([number, path]) => [
      session.data.events[session.world.moves[number].event].name,
      path.map((move) => session.data.events[move.event].name)])""")
    assert len(paths) > 5
    for event, path in paths:
        walk = Walk(loaded("handover").flow)
        for step in path:
            walk.take(step)
        assert walk.can(event)


def test_a_run_forks_and_both_are_kept(page: Page) -> None:
    page.keyboard.press("1")
    page.keyboard.press("1")
    longer = run(page)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("2")
    assert run(page)[:2] == longer[:2]
    assert run(page)[2] != longer[2]
    page.click("#forks button")
    assert run(page) == longer


def test_a_state_is_shared_by_its_address(
    look: Callable[..., Seen], page: Page, file: Path
) -> None:
    for key in ("2", "1", "3", "ArrowLeft"):
        page.keyboard.press(key)
    page.click("#tab-sequence")
    state = "() => [session.state(), session.at, session.moves.length, session.view]"
    there = look().open(file, page.evaluate("location.hash"))
    assert there.evaluate(state) == page.evaluate(state)
    assert there.locator("#notice").is_hidden()


def test_an_address_of_another_model_is_said(look: Callable[..., Seen], file: Path) -> None:
    page = look().open(file, "#handover@00000000/-/1/-/zzz.yyy/2/0/picture")
    assert page.locator("#notice").inner_text() == (
        "This address was made with another version of the model (00000000; this is "
        f"{page.evaluate('PAGE.model')}). Its step 1 is of an event that is not here."
    )


def test_a_run_that_breaks_a_claim_is_stepped_through(page: Page) -> None:
    page.select_option("#runs", index=1)
    assert page.locator("#changed").inner_text().startswith("What if: variant")
    page.keyboard.press("End")
    claim = page.evaluate("PAGE.runs.find((run) => run.breaks).claim")
    assert f"✗ {claim}" in page.locator("#claims").inner_text()
    page.click("#tab-sequence")
    drawn = page.locator(".drawing:not(.paper) circle").count()
    assert drawn == len(run(page)) - 1


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


def test_a_run_that_was_loaded_is_said_until_it_is_left(page: Page) -> None:
    page.select_option("#runs", index=1)
    run = page.evaluate("PAGE.runs.find((run) => run.breaks)")
    said = page.locator("#loaded").inner_text()
    assert said.startswith(f"A run that breaks {run['claim']}: ")
    assert loaded("handover").claim(run["claim"]).sentence in said
    assert f"It has {len(run['moves'])} steps" in said
    page.keyboard.press("End")
    assert page.locator("#loaded").is_visible()
    page.keyboard.press("1")
    assert page.locator("#loaded").is_hidden()


def test_how_a_run_goes_on_for_ever_is_said(page: Page) -> None:
    rounds = page.evaluate("PAGE.runs.map(({ round, moves }) => [round, moves.length])")
    told = {
        kind: n
        for n, (back, length) in enumerate(rounds)
        for kind in [(back is None, back == length)]
    }
    for (is_finite, is_quiet), number in told.items():
        page.select_option("#runs", value=str(number))
        said = page.locator("#loaded").inner_text()
        assert ("for ever" in said) == (not is_finite and not is_quiet)
        assert ("Then nothing happens any more." in said) == is_quiet
    assert len(told) > 1


def test_a_wider_font_is_written_smaller(page: Page) -> None:
    page.evaluate("document.documentElement.style.fontFamily = 'monospace', show()")
    wide = page.evaluate("document.querySelector('.drawing g.node text').getComputedTextLength()")
    page.evaluate("document.documentElement.style.fontFamily = '', show()")
    usual = page.evaluate("document.querySelector('.drawing g.node text').getComputedTextLength()")
    assert wide < usual


def test_with_the_script_wrong_the_harness_says_so(browser: Browser, file: Path) -> None:
    wrong = file.with_name("wrong.html")
    wrong.write_text(file.read_text().replace("begin();\n", "begin(); nowhere();\n"))
    seen = Seen(browser)
    seen.open(wrong)
    assert seen.trouble == ["error: nowhere is not defined"]
    seen.page.close()
