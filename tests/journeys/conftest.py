"""Stories in a real browser against the real server and worker, on the demo's councils."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from ipaddress import IPv4Address
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.databases import Databases, path_of
from tests.journeys.hosts import COUNCIL, Host, allow, host
from tests.journeys.visit import Visit
from tests.server import Server

# The one without windows of its own opens pages in half the time.
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
WITHOUT_COOKIES = "--test-third-party-cookie-phaseout"  # none for a frame of another site
LINES = map(IPv4Address, count(int(IPv4Address("10.0.0.1"))))  # everybody has their own
# All others come before; a decision ends the round that other stories need.
ORDER = {"test_pages.py": 1, "test_prepare.py": 2, "test_open.py": 3, "test_take_part.py": 4}
ORDER |= {"test_items.py": 4, "test_read.py": 4, "test_where_you_live.py": 4}
ORDER |= {"test_for_me.py": 2, "test_drafts.py": 4, "test_mine.py": 4}
ORDER |= {"test_widget.py": 4, "test_widget_sites.py": 4, "test_generators.py": 4}
ORDER |= {
    "test_suggest.py": 4,
    "test_welsh.py": 4,
    "test_appeal.py": 5,
    "test_private.py": 5,
    "test_legal.py": 5,
    "test_workbench.py": 6,
    "test_parts.py": 5,
    "test_moderate.py": 5,
    "test_people.py": 5,
    "test_decide.py": 7,
}


# This is told on a screen and a telephone, with script and without; the others in two of the four
# ways, so that a run stays short: axe looks at the narrow page, and the wide one does without.
EVERY_WAY = {"test_take_part.py"}
TWO_WAYS = ({"script": True, "width": 320}, {"script": False, "width": 1280})
# Two servers, each with the demo's stories of its own, so that two processes share the work.
FIRST = EVERY_WAY | {"test_pages.py", "test_open.py", "test_prepare.py"}
FIRST |= {"test_moderate.py", "test_decide.py"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A server serves many stories, so one process tells them, those that change most last."""
    left = [item for item in items if not _is_told(item)]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if _is_told(item)]
    items.sort(key=lambda item: ORDER.get(Path(str(item.fspath)).name, 0))
    for item in items:
        path = Path(str(item.fspath))
        if "journeys" in path.parts:
            group = "journeys" if path.name in FIRST else "further journeys"
            item.add_marker(pytest.mark.xdist_group(group))
            item.add_marker(pytest.mark.either)


def _is_told(item: pytest.Item) -> bool:
    path = Path(str(item.fspath))
    given = item.callspec.params if hasattr(item, "callspec") else {}
    if "journeys" not in path.parts or path.name in EVERY_WAY or len(given) < 2:
        return True
    ways = {name: given[name] for name in ("script", "width") if name in given}
    return len(ways) < 2 or ways in TWO_WAYS


@pytest.fixture(autouse=True)
def database() -> None:
    """The server has its own."""


@pytest.fixture(scope="session")
def server(databases: Databases) -> Iterator[Server]:
    with tempfile.TemporaryDirectory(prefix="consult-journeys-") as folder:
        data = Path(folder) / "var"
        data.mkdir()
        shutil.copyfile(path_of(databases.told()), data / "consult.sqlite3")
        running = Server(Path(folder), PROXY_HOPS="1").start()
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
            extra_http_headers={"X-Forwarded-For": str(next(LINES))},
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


@pytest.fixture(scope="session")
def strict(chromium: Browser) -> Iterator[Browser]:
    """A browser that gives no cookie to a frame of another site."""
    browser = chromium.browser_type.launch(
        executable_path=CHROMIUM,
        args=["--no-sandbox", "--disable-background-networking", WITHOUT_COOKIES],
    )
    yield browser
    browser.close()


@pytest.fixture
def council_site(server: Server) -> Iterator[Host]:
    """The council's own site, which may show widgets."""
    with host() as site:
        allow(server.folder, COUNCIL, site.origin)
        yield site


@pytest.fixture
def reader(strict: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Open a page of another site in a browser of its own."""
    contexts = []

    def open_page(address: str, *, script: bool = True, width: int = 1280) -> Page:
        context = strict.new_context(
            base_url=server.address,
            java_script_enabled=script,
            viewport={"width": width, "height": 900},
            locale="en-GB",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
