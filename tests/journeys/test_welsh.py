"""A resident reads, votes and comments in Welsh on the council's own page."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from consult.embed.looks import View
from tests.journeys.hosts import COUNCIL, OPEN, Host, frame, plain, snippet
from tests.journeys.visit import RULES, WIDER, Visit
from tests.server import Server

SEND = "Anfon fy marn"


def look_over(page: Page, *, script: bool = True) -> None:
    """It says that it is Welsh, fits, and axe has nothing to name in it."""
    inside = page.frames[-1]
    assert inside.locator("html").get_attribute("lang") == "cy"
    assert inside.evaluate(WIDER) <= 0
    if script:  # without scripts axe cannot look for itself; the markup is the same
        found = Axe().run(inside, options={"runOnly": RULES, "resultTypes": ["violations"]})
        rules = {broken["id"] for broken in found.response["violations"]}
        assert rules <= {"page-has-heading-one"}, found.generate_report()


def test_a_resident_votes_in_welsh(
    server: Server,
    council_site: Host,
    reader: Callable[..., Page],
    visit: Visit,
    script: bool,
) -> None:
    email = f"cymraeg-{script}@example.org".lower()
    put = snippet(server) if script else plain(server, "vote&lang=cy")
    page = reader(council_site.page("/cy", put, lang="cy"), script=script, width=320)
    inside = frame(page)

    inside.get_by_role("button", name=SEND).click()
    inside.get_by_text("Mae problem wedi codi").wait_for()
    look_over(page, script=script)
    inside.get_by_role("radio", name="Gwrthwynebu").check()
    inside.get_by_role("button", name=SEND).click()
    inside.get_by_label("Eich cyfeiriad e-bost").wait_for()
    look_over(page, script=script)
    inside.get_by_label("Eich cyfeiriad e-bost").fill(email)
    inside.get_by_role("button", name="Anfon yr e-bost ataf").click()
    inside.get_by_text("Edrychwch ar eich e-bost").wait_for()
    look_over(page, script=script)

    assert page.context.cookies() == []
    letter = visit.letter(email, "Cadarnhewch eich barn")
    assert "Agorwch y ddolen hon" in letter.inner_text()
    visit.press(letter.locator("a[href*='/confirm/link/']"))
    visit.click("Yes, count my view")
    visit.sees("Oppose")


def test_every_view_is_accessible_in_welsh_and_fits_a_narrow_column(
    server: Server, council_site: Host, reader: Callable[..., Page]
) -> None:
    where = f"{server.address}/embed/{COUNCIL}/{OPEN}?lang=cy&host={council_site.origin}&view="
    page = reader(f"{where}card", width=320)

    for view in View:
        page.goto(f"{where}{view.value}")
        look_over(page)


@pytest.mark.parametrize("said", ["cy", "cy-GB"])
def test_a_frame_speaks_the_language_of_the_page_unless_told_otherwise(
    server: Server, council_site: Host, reader: Callable[..., Page], said: str
) -> None:
    told = snippet(server).replace("data-view", 'data-lang="en" data-view')
    page = reader(council_site.page("/cy", snippet(server, "comments") + told, lang=said))

    frame(page, 0).get_by_text("Ysgrifennu sylw").click()
    frame(page, 0).get_by_role("button", name="Anfon fy sylw").wait_for()
    frame(page, 1).get_by_role("button", name="Send my view").wait_for()

    titles = [each.get_attribute("title") or "" for each in page.locator("iframe").all()]
    assert [title.partition(":")[0] for title in titles] == ["Ymgynghoriad", "Consultation"]
    assert page.get_by_text("Neidio heibio’r ymgynghoriad hwn").count() == 1
