from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.core import clock
from consult.core.db import db
from consult.core.errors import NotFound
from consult.embed.models import Openness
from consult.embed.oembed import bounded, place_of
from consult.proposals.models import Status
from tests.factories import a_council, a_proposal

BASE = "https://consult.example"


def page_of(app, proposal):
    base = app.config["BASE_URL"]
    return f"{base}/councils/{proposal.council.slug}/proposals/{proposal.slug}"


def ask(browser, url, more=""):
    return browser.get(f"/oembed?url={quote(url, safe='')}{more}")


def open_to_all(proposal):
    db.session.add(Openness(council_id=proposal.council.id, since=clock.now()))
    db.session.flush()


def test_a_link_where_only_proved_sites_may_show_it(app, browser):
    proposal = a_proposal(title="Warm <homes>")

    page = ask(browser, page_of(app, proposal))

    assert page.json["version"] == "1.0"
    assert page.json["type"] == "link"
    assert page.json["title"] == "Warm <homes>"
    assert "html" not in page.json
    assert page.headers["Access-Control-Allow-Origin"] == "*"
    assert "Set-Cookie" not in page.headers


def test_a_card_where_every_site_may_show_it(app, browser):
    proposal = a_proposal(title='Warm "homes"')
    open_to_all(proposal)

    page = ask(browser, page_of(app, proposal), "&maxwidth=300&maxheight=200")

    assert page.json["type"] == "rich"
    assert (page.json["width"], page.json["height"]) == (300, 200)
    assert "<iframe " in page.json["html"]
    assert 'title="Consultation: Warm &quot;homes&quot;"' in page.json["html"]


def test_a_card_speaks_welsh_where_the_council_does(app, browser):
    proposal = a_proposal(council=a_council(languages=["en", "cy"]))
    open_to_all(proposal)

    page = ask(browser, page_of(app, proposal))

    assert "lang=cy" in page.json["html"]
    assert 'title="Ymgynghoriad: ' in page.json["html"]


def test_the_same_as_xml(app, browser):
    proposal = a_proposal(title="Warm <homes>")
    open_to_all(proposal)

    page = ask(browser, page_of(app, proposal), "&format=xml")

    root = ET.fromstring(page.response.data)  # noqa: S314 - our own words
    assert root.tag == "oembed"
    assert root.findtext("title") == "Warm <homes>"
    assert root.findtext("type") == "rich"
    assert page.response.mimetype == "text/xml"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://evil.example/councils/a/proposals/b",
        "javascript:alert(1)",
        "http://[broken",
        "//localhost/councils/a/proposals/b",
        "x" * 5000,
    ],
)
def test_any_other_address_is_not_found(browser, url):
    assert ask(browser, url).status_code == 404


@pytest.mark.parametrize("status", [Status.DRAFT, Status.READY])
def test_what_is_not_public_is_not_found(app, browser, status):
    assert ask(browser, page_of(app, a_proposal(status))).status_code == 404


def test_another_format_is_not_known(app, browser):
    page = ask(browser, page_of(app, a_proposal()), "&format=yaml")

    assert page.status_code == 501


def test_a_proposals_page_tells_where_to_ask_and_what_to_show(app, browser):
    proposal = a_proposal(title="Warm homes")
    page = browser.get(f"/councils/{proposal.council.slug}/proposals/{proposal.slug}")

    where = page.one("link[type='application/json+oembed']")["href"]
    assert page.one("meta[property='og:title']")["content"] == "Warm homes"
    assert page.one("meta[property='og:url']")["content"] == page_of(app, proposal)
    assert page.one("link[rel=canonical]")["href"] == page_of(app, proposal)
    assert browser.get(where.removeprefix(app.config["BASE_URL"])).json["title"] == "Warm homes"


@given(st.text(max_size=200))
def test_no_address_breaks_the_reading(url):
    try:
        council, proposal = place_of(BASE + url, BASE)
    except NotFound:
        return
    assert council
    assert proposal


@given(st.text(max_size=8))
def test_a_size_is_within_its_bounds_whatever_is_asked(wanted):
    assert 120 <= bounded(wanted, 640, 120) <= 640
