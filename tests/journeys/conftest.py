"""Stories in a real browser against the real server and worker, on the demo's councils."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.visit import Visit
from tests.server import Server

CHROMIUM = "/usr/bin/chromium"
# All others come before; a decision ends the round that other stories need.
ORDER = {"test_pages.py": 1, "test_prepare.py": 2, "test_open.py": 3, "test_take_part.py": 4}
ORDER |= {"test_items.py": 4, "test_read.py": 4, "test_where_you_live.py": 4}
ORDER |= {"test_for_me.py": 2, "test_drafts.py": 4, "test_mine.py": 4}
ORDER |= {"test_moderate.py": 5, "test_decide.py": 6}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One server serves all stories, so one process tells them, those that change most last."""
    items.sort(key=lambda item: ORDER.get(Path(str(item.fspath)).name, 0))
    for item in items:
        if "journeys" in Path(str(item.fspath)).parts:
            item.add_marker(pytest.mark.xdist_group("journeys"))
            item.add_marker(pytest.mark.either)


@pytest.fixture(autouse=True)
def database() -> None:
    """The server has its own."""


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with tempfile.TemporaryDirectory(prefix="consult-journeys-") as folder:
        running = Server(Path(folder)).start()
        try:
            yield running
        finally:
            running.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def script(request: pytest.FixtureRequest) -> bool:
    """Whether the browser runs scripts; a story that takes this is told both ways."""
    return bool(request.param)


@pytest.fixture(params=[1280, 320], ids=["wide", "narrow"])
def width(request: pytest.FixtureRequest) -> int:
    """How wide the window is; a story that takes this is told at both widths."""
    return int(request.param)


@pytest.fixture
def visitor(
    request: pytest.FixtureRequest, server: Server, chromium: Browser
) -> Iterator[Callable[..., Visit]]:
    """Open browsers for the people of a story, each with `visitor()`.

    Script and width follow the fixtures `script` and `width` where the story takes them.
    """
    told = request.node.callspec.params if hasattr(request.node, "callspec") else {}
    opened: list[Visit] = []

    def open_browser(**given: Any) -> Visit:
        settings: dict[str, Any] = {"script": told.get("script", True)}
        settings |= {"width": told.get("width", 1280)} | given
        context = chromium.new_context(
            base_url=server.address,
            java_script_enabled=settings["script"],
            viewport={"width": settings["width"], "height": 900},
            locale="en-GB",
            timezone_id="Europe/London",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        page: Page = context.new_page()
        opened.append(Visit(page, server.address, script=settings["script"]))
        return opened[-1]

    yield open_browser
    for visit in opened:
        try:
            visit.check_quiet()
        finally:
            visit.page.context.close()


@pytest.fixture
def visit(visitor: Callable[..., Visit]) -> Visit:
    """One visitor."""
    return visitor()
