"""One browser for all tests of a run; every test here is marked `browser`."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import DESK, NONE_FOUND, Seen, found, started
from tests.explored import written


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = found()
    if path is None:
        pytest.skip(NONE_FOUND)
    with started(path) as running:
        yield running


@pytest.fixture
def look(browser: Browser) -> Iterator[Callable[..., Seen]]:
    """Open pages; at the end none of them has failed, or asked for anything from elsewhere."""
    opened: list[Seen] = []

    def new(size: tuple[int, int] = DESK) -> Seen:
        opened.append(Seen(browser, size))
        return opened[-1]

    yield new
    trouble = [line for seen in opened for line in seen.trouble]
    for seen in opened:
        seen.page.close()
    assert not trouble


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of a small flow, with its runs."""
    return written("handover", tmp_path_factory.mktemp("explorer"), runs=True)


@pytest.fixture(scope="session")
def css(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of a large flow beside another, without runs."""
    return written("css", tmp_path_factory.mktemp("explorer"), beside="current")


@pytest.fixture
def page(look: Callable[..., Seen], file: Path) -> Page:
    return look().open(file)
