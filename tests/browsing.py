"""A real browser for tests: where it is found, how it is started, and what a page did in it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
NONE_FOUND = f"no browser: none of {', '.join(NAMES)} is on the PATH; make test-browser says how"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK = (1280, 800)
PHONE = (390, 844)


def found() -> str | None:
    """Return the path of a browser that is installed, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def started(path: str) -> Iterator[Browser]:
    """Run one browser for as long as the block lasts."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class Seen:
    """A page in the browser, with all that it asked for from elsewhere and all that went wrong."""

    def __init__(self, browser: Browser, size: tuple[int, int] = DESK) -> None:
        self.page: Page = browser.new_page(viewport={"width": size[0], "height": size[1]})
        self.trouble: list[str] = []
        self.page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        self.page.on(
            "console",
            lambda said: (
                self.trouble.append(f"{said.type}: {said.text}")
                if said.type in {"error", "warning"}
                else None
            ),
        )
        self.page.on(
            "request",
            lambda asked: (
                None
                if asked.url.startswith(("file:", "data:", "blob:"))
                else self.trouble.append(f"asked for {asked.url}")
            ),
        )

    def open(self, file: Path, fragment: str = "") -> Page:
        """Load a file from the disk, at a part of it or at the state that the fragment names."""
        self.page.goto(file.resolve().as_uri() + fragment)
        return self.page


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong with a page as it is shown now, each rule with its places."""
    options = {"preload": False}  # a style sheet cannot be fetched from a page opened as a file
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{one['id']} ({one['impact']}): {', '.join(str(at['target'][0]) for at in one['nodes'])}"
        for one in found
    ]


def in_focus(page: Page) -> str:
    """Return what has the focus, as a reader of the screen would name it: its role and its name."""
    return str(page.evaluate(IN_FOCUS))


IN_FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return "";
  const name = at.getAttribute("aria-label") || at.innerText || at.value || at.id || "";
  return (at.getAttribute("role") || at.tagName.toLowerCase()) + ": " + name.trim().split("\\n")[0];
}"""


def tabbed_through(page: Page, most: int = 500) -> list[str]:
    """Press Tab from the top of a page until it comes round; return what had the focus then."""
    page.evaluate("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }")
    seen: list[str] = []
    first = None
    for _ in range(most):
        page.keyboard.press("Tab")
        mark = page.evaluate(MARKED)
        if mark is None or mark == first:
            return seen
        first = first or mark
        seen.append(in_focus(page))
    raise AssertionError(f"Tab does not come round within {most} stops; last: {seen[-3:]}")


MARKED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  window.tabStops ??= new Map();
  if (!window.tabStops.has(at)) window.tabStops.set(at, window.tabStops.size + 1);
  return window.tabStops.get(at);
}"""
