"""What the page of `switchproof explore` shows, as its reader finds it."""

from playwright.sync_api import Page


def run(page: Page) -> list[str]:
    """Return the steps of the run so far, with what stands under each."""
    return page.locator("#run li > button > span:last-child").all_inner_texts()


def possible(page: Page) -> list[str]:
    """Return what is possible here, with what stands under each."""
    return page.locator("#possible button > span:last-child").all_inner_texts()


def settled(page: Page) -> None:
    """Wait until it was looked for how near things are; the page lets nobody evaluate text."""
    for _ in range(600):
        if page.evaluate("nearest.ended"):
            return
        page.wait_for_timeout(50)
    raise AssertionError("it does not come to an end")


def first_lines(texts: list[str]) -> list[str]:
    """Return the first line of each text."""
    return [text.split("\n")[0] for text in texts]
