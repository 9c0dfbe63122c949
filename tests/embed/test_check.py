import socket
from datetime import timedelta

import pytest

from consult.core import clock as core_clock
from consult.core.db import db
from consult.councils.models import Role
from consult.embed import queries, rules
from consult.embed.models import Openness, Proof, Sighting
from consult.embed.snippet import SANDBOX
from consult.embed.troubles import Looked, Trouble
from consult.proposals.models import Status
from tests.browser import HTMX
from tests.embed.sites import HOST, a_site
from tests.factories import a_council, a_member, a_proposal

PAGE = "https://new.example/libraries?x=1#widget"


@pytest.fixture
def here(proposal):
    return f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/embed"


@pytest.fixture
def desk(browser, proposal):
    """An officer's browser."""
    return browser.sign_in(a_member(proposal.council, Role.OFFICER))


def ask(desk, here, page, **more):
    return desk.post(f"{here}/check", {"page": page}, **more)


def said(page):
    return page.one(".d-check").text


def test_the_share_page_has_a_place_to_ask(desk, here):
    page = desk.get(here)

    form = page.one(f"form[action='{here}/check']")
    assert form["hx-post"] == f"{here}/check"
    assert page.select(".d-check") == []


def test_a_site_that_is_not_on_the_list_is_added_with_one_button(desk, here, proposal):
    found = ask(desk, here, PAGE)

    assert found.status_code == 200
    assert "https://new.example This site is not on your list." in said(found)
    assert found.one("#page")["value"] == PAGE
    add = found.one(f"form[action='{here}/sites'] input[name=origin]")
    desk.post(f"{here}/sites", {"origin": add["value"]})

    assert "https://new.example" in {site.origin for site in queries.sites(proposal.council)}


def test_without_the_frame_of_the_page_the_answer_is_one_panel(desk, here):
    panel = ask(desk, here, PAGE, headers=HTMX)

    assert panel.one("#check")
    assert panel.select("h1") == []
    assert "not on your list" in said(panel)


def test_nobody_goes_to_the_page_that_was_typed(desk, here, monkeypatch):
    def gone(*_given, **_more):
        raise AssertionError("somebody went there")

    for name in ("getaddrinfo", "create_connection", "socket"):
        monkeypatch.setattr(socket, name, gone)
    monkeypatch.setattr("consult.embed.proof.look", gone)

    for page in (PAGE, f"{HOST}/page", "http://internal.example:9200/"):
        assert ask(desk, here, page).status_code == 200


@pytest.mark.parametrize(
    "typed",
    ["", "our page", "http://192.0.2.7/", "https://a b/", "file:///x", "https://x.example/" * 200],
)
def test_what_is_no_address_is_kept_and_said_beside_the_field(typed, desk, here):
    page = ask(desk, here, typed)

    assert page.status_code == 422
    assert page.one("#page-error").text.startswith("Error:")
    assert page.one("#page")["value"] == typed
    assert page.select(".d-check") == []


def test_a_proved_site_hears_which_lines_its_page_needs(desk, here, app):
    page = ask(desk, here, f"{HOST}/have-your-say")

    base = app.config["BASE_URL"]
    assert "This site may show it." in said(page)
    assert f"frame-src {base}; script-src {base};" in said(page)
    assert f'sandbox="{SANDBOX}"' in said(page)


def test_a_waiting_site_is_told_what_stood_in_the_way_and_where_its_line_is(desk, here, proposal):
    site = a_site(proposal.council, "https://new.example", is_proved=False)
    rules.note_check(site.id, Looked(by_file=Trouble.NOT_TEXT))

    page = ask(desk, here, PAGE)

    assert "not proved yet" in said(page)
    assert "not plain text" in said(page)
    assert page.one(".d-check a")["href"] == f"{here}#site-{site.id}"


def test_a_lapsed_site_is_told_from_one_that_was_never_proved(desk, here, proposal):
    site = a_site(proposal.council, "https://new.example")
    rules.note_check(site.id, Looked(by_file=Trouble.MISSING))

    lapsed = ask(desk, here, PAGE)
    rules.note_check(site.id, Looked(found_by=Proof.DNS))
    again = ask(desk, here, PAGE)

    assert "its line was gone" in said(lapsed)
    assert "This site may show it." in said(again)


def test_a_site_that_was_taken_off_is_told_from_one_that_never_stood_there(desk, here, proposal):
    today = core_clock.local(core_clock.now()).date() - timedelta(days=3)
    other = a_proposal(council=proposal.council)
    theirs = a_proposal()
    for where, origin in ((other, "https://new.example"), (theirs, "https://theirs.example")):
        db.session.add(
            Sighting(proposal_id=where.id, origin=origin, view="vote", day=today, seen=1, used=0)
        )

    assert "was taken off your list" in said(ask(desk, here, PAGE))
    assert "was taken off" not in said(ask(desk, here, "https://theirs.example/"))


def test_the_nearest_site_of_the_list_is_named(desk, here, proposal):
    [site] = queries.sites(proposal.council)

    page = ask(desk, here, "https://thornmere.example/page")

    assert "starts with www and the other does not" in said(page)
    assert page.one(".d-check a").text == HOST
    assert page.one(".d-check a")["href"] == f"{here}#site-{site.id}"


def test_where_every_site_may_show_it_a_stranger_hears_that_it_is_to_read(desk, here, proposal):
    db.session.add(Openness(council_id=proposal.council.id, since=core_clock.now()))

    assert "to read only" in said(ask(desk, here, PAGE))


def test_another_councils_list_says_nothing_here(desk, here):
    a_site(a_council(), "https://new.example")

    assert "This site is not on your list." in said(ask(desk, here, PAGE))


@pytest.mark.parametrize("status", [Status.DRAFT, Status.INTERNAL_REVIEW])
def test_of_a_proposal_that_is_not_public_it_says_so(browser, status):
    hidden = a_proposal(status)
    a_site(hidden.council)
    browser.sign_in(a_member(hidden.council, Role.OFFICER))
    here = f"/desk/{hidden.council.slug}/proposals/{hidden.slug}"

    page = ask(browser, f"{here}/embed", f"{HOST}/page")

    assert "Residents cannot see this proposal yet" in said(page)
    assert page.select(f"form[action='{here}/embed/sites']") == []
    assert page.select(f"main > p a[href='{here}']")


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.ANALYST])
def test_other_staff_may_ask_but_not_add(role, browser, here, proposal):
    page = ask(browser.sign_in(a_member(proposal.council, role)), here, PAGE)

    assert "This site is not on your list." in said(page)
    assert page.select("form[action$='/sites']") == []


def test_what_was_typed_is_only_words(desk, here):
    page = ask(desk, here, 'https://new.example/"><script>alert(1)</script>')

    assert "<script>alert" not in page.text
    assert said(page).startswith("https://new.example This site is not")


def test_it_asks_little_however_long_the_list_is(desk, here, proposal, at_most):
    for number in range(40):
        a_site(proposal.council, f"https://s{number}.example", is_proved=number % 2 == 0)

    with at_most(12):
        ask(desk, here, PAGE)


def test_it_has_a_page_of_its_own(desk, here):
    page = desk.get(f"{here}/check")

    assert page.one("h1").text == "A page that does not show it"
    assert page.one(f"a[href='{here}']")
