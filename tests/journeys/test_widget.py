"""A resident reads, votes and comments on the council's own page, which is another site."""

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.journeys.conftest import CHROMIUM
from tests.journeys.hosts import Host, allow, host
from tests.journeys.visit import RULES, Visit
from tests.server import Server

COUNCIL = "kelderby"
OPEN = "safeguarding-hub-attendance"
OURS = f"/councils/{COUNCIL}/proposals/{OPEN}"
PARTY = "--test-third-party-cookie-phaseout"


@pytest.fixture(scope="module")
def strict(chromium: Browser) -> Iterator[Browser]:
    """A browser that gives no cookie to a frame of another site."""
    browser = chromium.browser_type.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking", PARTY]
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
def reader(strict: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page of another site in a browser of its own."""
    contexts = []

    def open_page(address: str, *, script: bool = True, width: int = 1280) -> Page:
        context = strict.new_context(
            java_script_enabled=script, viewport={"width": width, "height": 900}, locale="en-GB"
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def snippet(server: Server, view: str = "vote", loader: str = "/embed/v1/loader.js") -> str:
    ours = server.address
    return (
        f'<a data-consult="{ours}/embed/{COUNCIL}/{OPEN}" data-view="{view}" data-theme="council"'
        f' href="{ours}{OURS}">Give your view: the safeguarding hub</a>'
        f'<script async src="{ours}{loader}"></script>'
    )


def plain(server: Server, view: str = "vote", more: str = "") -> str:
    ours = server.address
    return (
        f'<iframe src="{ours}/embed/{COUNCIL}/{OPEN}?view={view}" title="Consultation" width="100%"'
        f' height="700" {more}></iframe><p><a href="{ours}{OURS}">Give your view</a></p>'
    )


def frame(page: Page, place: int = 0) -> FrameLocator:
    return page.frame_locator("iframe").nth(place)


def letter_link(visit: Visit, to: str, about: str, button: str) -> None:
    letter = visit.letter(to, about)
    visit.press(letter.locator("a[href*='/confirm/link/']"))
    visit.click(button)


@pytest.mark.parametrize("width", [1280, 320])
def test_a_stranger_votes_on_the_councils_page(
    server: Server, council_site: Host, reader: Callable[..., Page], visit: Visit, width: int
) -> None:
    email = f"framed{width}@example.org"
    page = reader(council_site.page("/", snippet(server)), width=width)
    inside = frame(page)

    inside.get_by_role("button", name="Send my view").click()
    inside.get_by_text("There is a problem").wait_for()
    inside.get_by_label("Oppose").check()
    inside.get_by_role("button", name="Send my view").click()
    inside.get_by_label("Your e-mail address").fill(email)
    inside.get_by_role("button", name="Send me the e-mail").click()
    inside.get_by_text("Check your e-mail").wait_for()

    assert page.context.cookies() == []
    letter_link(visit, email, "Confirm your view", "Yes, count my view")
    visit.sees("Oppose")


def test_a_stranger_comments_and_takes_another_back(
    server: Server, council_site: Host, reader: Callable[..., Page], visit: Visit
) -> None:
    page = reader(council_site.page("/", snippet(server, "comments")))
    inside = frame(page)

    for email in ("kept@example.org", "undone@example.org"):
        inside.get_by_text("Write a comment").click()
        inside.get_by_label("Support", exact=True).check()
        inside.get_by_label("Your comment").fill(f"From our own library page, {email[:4]}.")
        inside.get_by_role("button", name="Send my comment").click()
        inside.get_by_label("Your e-mail address").fill(email)
        inside.get_by_role("button", name="Send me the e-mail").click()
        inside.get_by_text("Check your e-mail").wait_for()
        if email.startswith("undone"):
            inside.get_by_role("button", name="Undo").click()
            inside.get_by_text("Taken back").wait_for()
        else:
            inside.get_by_role("link", name="Back").click()

    letter_link(visit, "kept@example.org", "Confirm your comment", "Yes, publish my comment")
    visit.sees("From our own library page, kept.")


def test_without_script_the_link_is_there_and_the_plain_frame_works(
    server: Server, council_site: Host, reader: Callable[..., Page]
) -> None:
    page = reader(council_site.page("/", snippet(server)), script=False)
    assert page.locator("iframe").count() == 0
    assert page.get_by_role("link", name="Give your view").get_attribute("href") == (
        server.address + OURS
    )

    page.goto(council_site.page("/plain", plain(server)))
    inside = frame(page)
    inside.get_by_label("Support", exact=True).check()
    inside.get_by_role("button", name="Send my view").click()

    inside.get_by_text("One more step").wait_for()


def test_several_widgets_size_themselves_and_none_sets_a_cookie_or_asks_elsewhere(
    server: Server, council_site: Host, reader: Callable[..., Page]
) -> None:
    views = ("card", "vote", "comments", "results", "changelog", "button")
    asked: list[str] = []
    page = reader(council_site.page("/", "nothing yet"))
    page.on("request", lambda request: asked.append(request.url))

    page.goto(council_site.page("/all", "".join(snippet(server, view) for view in views)))
    for place in range(len(views)):
        page.locator("iframe").nth(place).scroll_into_view_if_needed()
        frame(page, place).locator("main").wait_for()
    expect(page.locator("iframe").nth(0)).not_to_have_attribute("height", "320")

    for place in range(len(views)):
        inside = frame(page, place).locator("main")
        expect(page.locator("iframe").nth(place)).to_have_attribute("height", re.compile(r"\d+"))
        height = int(page.locator("iframe").nth(place).get_attribute("height") or 0)
        box = inside.evaluate("each => Math.ceil(each.getBoundingClientRect().height)")
        assert height == max(120, box), views[place]
    titles = page.locator("iframe").evaluate_all("all => all.map(each => each.title)")
    assert all(title.startswith("Consultation: ") for title in titles)
    assert page.context.cookies() == []
    assert {url.split("/")[2] for url in asked} == {
        server.address.split("/")[2],
        council_site.origin.split("/")[2],
    }


def test_a_site_that_is_not_on_the_list_shows_nothing_of_it(
    server: Server, council_site: Host, reader: Callable[..., Page]
) -> None:
    with host("localhost") as stranger:
        page = reader(stranger.page("/", plain(server)))
        page.wait_for_timeout(500)
        hidden = "opacity:0;position:absolute;top:0;left:0"
        page.goto(stranger.page("/trap", plain(server, more=f'style="{hidden}"')))
        page.mouse.click(200, 200)
        page.wait_for_timeout(500)

        assert all(server.address not in each.url for each in page.frames)
        assert page.get_by_role("link", name="Give your view").count() == 1


def test_where_the_frame_is_refused_the_link_stays_with_a_word_of_why(
    server: Server, reader: Callable[..., Page]
) -> None:
    with host("localhost") as stranger:
        page = reader(stranger.page("/", snippet(server)))
        page.get_by_text("It could not be shown on this page.").wait_for(timeout=20_000)

        assert page.locator("iframe").count() == 0
        assert page.get_by_role("link", name="Give your view").count() == 1


@pytest.mark.parametrize(
    "policy",
    [
        "default-src 'self'; script-src {ours}; frame-src {ours}",
        "default-src 'none'; script-src {ours}; frame-src {ours}; style-src 'none'",
    ],
)
def test_the_documented_lines_are_enough_for_a_strict_policy(
    server: Server, council_site: Host, reader: Callable[..., Page], policy: str
) -> None:
    said = policy.replace("{ours}", server.address)
    address = council_site.page("/", snippet(server), Content_Security_Policy=said)
    page = reader(address)

    frame(page).get_by_role("button", name="Send my view").wait_for()
    expect(page.locator("iframe")).not_to_have_attribute("height", "320")


def test_a_page_that_takes_its_frame_everything_still_shows_something(
    server: Server, council_site: Host, reader: Callable[..., Page]
) -> None:
    page = reader(council_site.page("/", plain(server, more="sandbox=''")))

    frame(page).get_by_role("heading", name="Helping the safeguarding hub").wait_for()


def test_messages_of_the_wrong_shape_or_origin_change_nothing(
    server: Server, council_site: Host, reader: Callable[..., Page]
) -> None:
    page = reader(council_site.page("/", snippet(server)))
    frame(page).locator("main").wait_for()
    expect(page.locator("iframe")).not_to_have_attribute("height", "320")
    before = page.locator("iframe").get_attribute("height")

    page.evaluate(
        """() => {
          const said = {type: "consult:height", v: 1, id: "consult-1", height: 5000};
          window.postMessage(said, "*");
          window.dispatchEvent(new MessageEvent("message", {data: said, origin: "https://evil"}));
        }"""
    )
    for bad in ("'5000'", "{type: 'consult:height', v: 2, height: 5000}", "null", "{height: 1e9}"):
        inside = page.frames[1]
        inside.evaluate(f"() => window.parent.postMessage({bad}, '*')")
    page.wait_for_timeout(300)

    assert page.locator("iframe").get_attribute("height") == before


def test_the_keyboard_goes_through_the_frame_and_out_of_it(
    server: Server, council_site: Host, reader: Callable[..., Page]
) -> None:
    page = reader(council_site.page("/", snippet(server)))
    frame(page).get_by_role("button", name="Send my view").wait_for()

    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Skip this consultation"
    seen = []
    for _step in range(30):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("() => document.activeElement.tagName + document.activeElement.id")
        )
        if seen[-1] == "Aend":
            break

    assert "IFRAME" in seen[0]
    assert seen[-1] == "Aend"


@pytest.mark.parametrize("theme", ["council", "plain", "dark", "contrast"])
@pytest.mark.parametrize("view", ["card", "vote", "comments", "results", "changelog", "button"])
def test_every_view_in_every_look_is_accessible_and_fits_a_narrow_column(
    server: Server, council_site: Host, reader: Callable[..., Page], view: str, theme: str
) -> None:
    where = f"{server.address}/embed/{COUNCIL}/{OPEN}?view={view}&theme={theme}"
    page = reader(f"{where}&host={council_site.origin}", width=320)

    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})

    rules = {broken["id"] for broken in found.response["violations"]} - {"page-has-heading-one"}
    assert rules == set(), found.generate_report()
    wider = "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
    assert page.evaluate(wider) <= 0


@pytest.mark.parametrize(("view", "most"), [("card", 15_000), ("vote", 40_000)])
def test_a_first_visit_costs_few_bytes(
    server: Server, council_site: Host, reader: Callable[..., Page], view: str, most: int
) -> None:
    page = reader(council_site.page("/", "nothing yet"))
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    got: list[float] = []
    client.on("Network.loadingFinished", lambda told: got.append(told["encodedDataLength"]))

    page.goto(f"{server.address}/embed/{COUNCIL}/{OPEN}?view={view}&host={council_site.origin}")
    page.wait_for_load_state("networkidle")

    assert 2_000 < sum(got) <= most
