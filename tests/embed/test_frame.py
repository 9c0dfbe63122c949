from datetime import timedelta

import pytest
from sqlalchemy import select

from consult.accounts.models import Verification
from consult.core import clock as moments
from consult.core.db import db
from consult.embed.looks import Theme, View
from consult.embed.models import Openness, Sighting
from consult.participation import rules
from consult.participation.models import Stance
from consult.proposals.models import Status
from tests.browser import HTMX
from tests.embed.sites import HOST, a_site
from tests.factories import a_comment, a_council, a_person, a_proposal


def address(proposal, **args):
    query = "&".join(f"{name}={value}" for name, value in args.items())
    return f"/embed/{proposal.council.slug}/{proposal.slug}?{query}"


def ancestors_of(page):
    return page.headers["Content-Security-Policy"].partition("frame-ancestors ")[2]


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("theme", Theme)
def test_every_view_stands_in_every_theme(browser, at_most, view, theme):
    proposal = a_proposal(title="Warm homes")
    a_comment(proposal, body="Sensible to me")
    a_site(proposal.council)

    with at_most(12):
        page = browser.get(address(proposal, view=view.value, theme=theme.value, host=HOST))

    assert page.status_code == 200
    assert "Warm homes" in page.words
    assert f'class="theme-{theme.value}"' in page.text
    assert "Set-Cookie" not in page.headers


@pytest.mark.parametrize("view", View)
def test_whoever_asks_for_a_fragment_is_given_the_whole_frame(browser, view):
    page = browser.get(address(a_proposal(title="Warm homes"), view=view.value), headers=HTMX)

    assert page.status_code == 200
    assert "</html>" in page.text


@pytest.mark.parametrize("view", View)
def test_a_view_asks_for_as_much_whatever_the_number_of_comments(browser, at_most, view):
    proposal = a_proposal()
    for n in range(30):
        a_comment(proposal, body=f"Comment number {n}", helpful=n)
    a_site(proposal.council)

    with at_most(12):
        assert browser.get(address(proposal, view=view.value)).status_code == 200


def test_only_proved_sites_may_frame_it(browser):
    proposal = a_proposal()
    a_site(proposal.council, "https://www.one.example")
    a_site(proposal.council, "https://www.two.example", is_proved=False)
    a_site(a_council(), "https://www.other.example")

    page = browser.get(address(proposal, view="vote"))

    assert ancestors_of(page) == "'self' https://www.one.example"
    assert "X-Frame-Options" not in page.headers
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert page.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_without_a_proved_site_nobody_else_may_frame_it(browser):
    page = browser.get(address(a_proposal(), view="vote", host=HOST))

    assert ancestors_of(page) == "'self'"
    assert "Send my view" not in page.words
    assert "Give your view" in page.words


def test_no_other_page_may_be_framed(browser):
    proposal = a_proposal()
    a_site(proposal.council)

    page = browser.get(f"/councils/{proposal.council.slug}/proposals/{proposal.slug}")

    assert ancestors_of(page) == "'none'"
    assert page.headers["X-Frame-Options"] == "DENY"


def test_where_every_site_may_show_it_an_unproved_one_may_only_read(browser):
    proposal = a_proposal()
    a_site(proposal.council)
    db.session.add(Openness(council_id=proposal.council.id, since=moments.now()))
    db.session.flush()

    stranger = browser.get(address(proposal, view="vote", host="https://blog.example"))
    silent = browser.get(address(proposal, view="vote"))
    known = browser.get(address(proposal, view="vote", host=HOST))

    assert "https:" in ancestors_of(stranger)
    assert "Send my view" not in stranger.words
    assert "Send my view" not in silent.words
    assert "Send my view" in known.words
    assert ancestors_of(known) == f"'self' {HOST}"


def test_hidden_results_stay_hidden(browser):
    proposal = a_proposal(hides_results=True)
    for n in range(3):
        rules.cast_vote(a_person(), proposal, Stance.OPPOSE if n else Stance.SUPPORT)
    a_comment(proposal, stance=Stance.OPPOSE, body="No thank you")

    pages = [browser.get(address(proposal, view=view.value)) for view in View]

    for page in pages:
        assert 'class="bar"' not in page.text
        assert "Oppose 2" not in page.words
    assert "3 people so far" in browser.get(address(proposal, view="vote")).words
    assert "No thank you" in browser.get(address(proposal, view="comments")).words
    assert "· Oppose" not in browser.get(address(proposal, view="comments")).words


def test_results_name_every_stance_with_its_number(browser):
    proposal = a_proposal()
    rules.cast_vote(a_person(verification=Verification.EMAIL_VERIFIED), proposal, Stance.SUPPORT)

    page = browser.get(address(proposal, view="results"))

    assert "1 person so far" in page.words
    assert page.one("svg.bar title").text == "Views so far"


@pytest.mark.parametrize("status", [Status.DRAFT, Status.INTERNAL_REVIEW])
def test_what_is_not_public_is_not_here_and_says_so_in_the_frame(browser, status):
    proposal = a_proposal(status)
    a_site(proposal.council)

    page = browser.get(address(proposal, view="card"))

    assert page.status_code == 404
    assert "This consultation is not here" in page.words
    assert ancestors_of(page) == f"'self' {HOST}"


def test_an_unknown_council_is_framed_by_nobody(browser):
    page = browser.get("/embed/nowhere/nothing?view=card")

    assert page.status_code == 404
    assert ancestors_of(page) == "'none'"


def test_a_closed_round_has_no_form(browser, clock):
    proposal = a_proposal()
    a_site(proposal.council)
    clock.at(proposal.closes_at + timedelta(seconds=1))

    page = browser.get(address(proposal, view="vote", host=HOST))

    assert "Send my view" not in page.words
    assert "Read the results" in page.words


def test_a_frame_is_the_same_for_somebody_signed_in(browser, another_browser):
    proposal, person = a_proposal(), a_person()
    a_site(proposal.council)
    rules.cast_vote(person, proposal, Stance.SUPPORT)
    where = address(proposal, view="vote", host=HOST)

    known = another_browser().sign_in(person).get(where)

    assert known.text == browser.get(where).text


def test_a_preview_cannot_send(browser):
    page = browser.get(address(a_proposal(), view="vote", preview="yes"))

    assert "This is a preview" in page.words
    assert page.one("button[disabled]").text == "Send my view"


def test_being_seen_is_counted_for_proved_sites_by_day_and_nothing_else(browser):
    proposal = a_proposal()
    a_site(proposal.council)
    here = f"/embed/{proposal.council.slug}/{proposal.slug}/seen"

    for host in (HOST, HOST, "https://evil.example", ""):
        assert browser.post(f"{here}?view=card&host={host}").status_code == 204

    rows = db.session.scalars(select(Sighting)).all()
    assert [(row.origin, row.view, row.seen, row.used) for row in rows] == [(HOST, "card", 2, 0)]


def test_the_loader_is_small_kept_for_an_hour_and_usable_from_any_site(browser):
    script = browser.get("/embed/v1/loader.js", headers={"Accept-Encoding": "gzip"})
    again = browser.get(
        "/embed/v1/loader.js",
        headers={"Accept-Encoding": "gzip", "If-None-Match": script.headers["ETag"]},
    )

    assert len(script.response.data) <= 2048
    assert script.headers["Cache-Control"] == "public, max-age=3600"
    assert script.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert script.headers["Access-Control-Allow-Origin"] == "*"
    assert again.status_code == 304
