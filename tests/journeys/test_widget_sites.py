"""Widgets on whatever site: strict ones, hostile ones, many on one page, without a cookie."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from consult.core.assets import integrity, named
from tests.journeys.hosts import COUNCIL, OPEN, Host, frame, host, plain, snippet
from tests.journeys.visit import RULES
from tests.server import Server


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


def test_a_pinned_loader_works_and_a_changed_one_is_refused(
    server: Server, council_site: Host, reader: Callable[..., Page]
) -> None:
    src = f"/static/{named()['loader.js']}"
    pasted = snippet(server, "card", src)
    right = f'crossorigin="anonymous" integrity="{integrity("loader.js")}" src='
    wrong = f'crossorigin="anonymous" integrity="{integrity("site.js")}" src='

    page = reader(council_site.page("/right", pasted.replace("src=", right)))
    frame(page).locator("main").wait_for()
    page.goto(council_site.page("/wrong", pasted.replace("src=", wrong)))
    page.wait_for_timeout(300)

    assert page.locator("iframe").count() == 0
    assert page.get_by_role("link", name="Give your view").count() == 1


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


@pytest.mark.parametrize("theme", ["council", "plain", "dark", "contrast"])
@pytest.mark.parametrize(
    "view", ["card", "vote", "items", "comments", "results", "changelog", "button"]
)
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
