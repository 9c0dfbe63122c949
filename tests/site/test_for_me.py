from types import SimpleNamespace

import pytest

from consult.core import logs
from consult.proposals.models import Status
from tests.factories import a_proposal
from tests.proposals.examples import a_content

TENANTS = {
    "id": "a1",
    "label": "Rent arrears",
    "sent_by": "c1",
    "received_by": "t1",
    "about": ["social_tenants"],
}
SICK = {
    "id": "a2",
    "label": "Heart condition",
    "sent_by": "t1",
    "received_by": "c1",
    "about": ["patients"],
}


@pytest.fixture
def proposal():
    content = a_content(
        title="Cold homes",
        data_subjects=["social_tenants", "patients"],
        data_items=[TENANTS, SICK],
        not_decided_yet=["Who is told first"],
    )
    return a_proposal(content=content)


def address(proposal, asked=""):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/for-me{asked}"


def test_nothing_is_said_about_anybody_before_they_tick_a_box(browser, proposal):
    page = browser.get(address(proposal))

    assert page.status_code == 200
    assert page.select("#answer") == []
    assert len(page.select("input[name=i]")) > 20


def test_a_tenant_sees_the_items_about_tenants_and_who_gets_them(browser, proposal):
    page = browser.get(address(proposal, "?i=council_rent"))

    assert "You are one of the people this is about" in page.words
    assert [item.text for item in page.select(".items__label")] == ["Rent arrears"]
    assert "Vale Trust" in page.one(".for-me__path").text
    assert "Heart condition" not in page.words
    assert "object" in page.words
    assert "Who is told first" in page.words
    assert page.one("#i-council_rent").get("checked") is not None


def test_somebody_else_learns_that_it_is_not_about_them(browser, proposal):
    page = browser.get(address(proposal, "?i=visit"))

    assert "You are not one of the people this is about" in page.words
    assert "Rent arrears" not in page.words


def test_a_link_says_the_same_however_often_a_word_stands_in_it(browser, proposal):
    once = browser.get(address(proposal, "?i=patient&i=council_rent"))
    twice = browser.get(address(proposal, "?i=council_rent&i=patient&i=patient"))

    assert once.words == twice.words


@pytest.mark.parametrize("asked", ["?i=nobody", "?i=", "?i=COUNCIL_RENT", "?i=patient&i=%C3%A9"])
def test_a_word_that_nobody_offered_is_not_found(browser, proposal, asked):
    assert browser.get(address(proposal, asked)).status_code == 404


def test_what_somebody_ticks_is_kept_nowhere(browser, proposal, monkeypatch):
    lines = []
    monkeypatch.setattr(
        logs, "log", SimpleNamespace(info=lambda event, **facts: lines.append(facts))
    )

    page = browser.get(address(proposal, "?i=victim&i=disabled"))

    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in page.headers
    assert [line["endpoint"] for line in lines] == ["site.for_me"]
    assert "victim" not in repr(lines)
    assert "disabled" not in repr(lines)


def test_a_proposal_that_is_not_public_yet_is_not_found(browser):
    assert browser.get(address(a_proposal(Status.DRAFT))).status_code == 404


def test_it_asks_the_database_little(browser, proposal, at_most):
    with at_most(12):
        browser.get(address(proposal, "?i=patient"))


def test_the_proposal_leads_there_from_what_you_can_do(browser, proposal):
    page = browser.get(address(proposal).removesuffix("/for-me"))

    assert [link for link in page.select("a") if link.get("href") == address(proposal)]
