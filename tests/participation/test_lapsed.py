"""Words outlive the session in which they were typed."""

import pytest

from consult.accounts.models import Session
from consult.core import clock as core_clock
from consult.core.db import db
from consult.participation import rules
from consult.participation.models import Comment, Stance
from consult.proposals.models import Status
from tests.browser import HTMX
from tests.factories import a_comment, a_person, a_proposal

WORDS = "Words that took me an hour, and <more>."


def address(proposal, end=""):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}{end}"


def lapse(browser):
    """End the session behind the cookie."""
    db.session.query(Session).update({"expires_at": core_clock.now()})
    db.session.flush()
    return browser


def test_a_comment_sent_after_the_session_lapsed_comes_back_with_two_ways_on(browser):
    proposal = a_proposal()
    lapse(browser.sign_in(a_person()))

    page = browser.post(address(proposal, "/comments"), {"stance": "oppose", "body": WORDS})

    assert page.status_code == 422
    assert page.one("textarea[name=body]").text == WORDS
    assert page.one("#comment-email")
    assert "You were signed out" in page.words
    assert db.session.query(Comment).count() == 0

    sent = {"stance": "oppose", "body": WORDS, "email": "me@example.org"}
    assert browser.post(address(proposal, "/comments"), sent).status_code == 303


@pytest.mark.parametrize(
    ("room", "field", "more"),
    [("/parts/title", "body", {}), ("/suggestions/title", "words", {"column": ""})],
)
def test_what_is_said_of_a_part_comes_back_as_well(browser, room, field, more):
    proposal = a_proposal()
    lapse(browser.sign_in(a_person()))
    sent = {"stance": "oppose", field: "Some short words.", "read": "1", **more}

    page = browser.post(address(proposal, room), sent)

    assert page.status_code == 422
    assert page.one(f"textarea[name={field}]").text == "Some short words."
    assert "You were signed out" in page.words
    assert db.session.query(Comment).count() == 0


def test_a_vote_sent_after_the_session_lapsed_asks_for_an_address_and_keeps_the_reason(browser):
    proposal = a_proposal()
    lapse(browser.sign_in(a_person()))
    sent = {"stance": "oppose", "reason": WORDS}

    page = browser.post(address(proposal, "/vote"), sent)

    assert page.one("input[name=reason]")["value"] == WORDS
    assert page.one("input[name=csrf_token]")["value"]
    again = browser.post(address(proposal, "/vote"), sent | {"email": "me@example.org"})
    assert again.status_code == 303


def test_an_edit_sent_after_the_session_lapsed_is_kept_until_one_signed_in(
    browser, another_browser
):
    author = a_person()
    comment = a_comment(a_proposal(), author=author)
    there = address(comment.proposal, f"/comments/{comment.id}/edit")
    lapse(browser.sign_in(author))

    page = browser.post(there, {"body": WORDS})

    assert page.status_code == 403
    assert page.one("textarea#kept").text == WORDS
    form = page.one("#signed-out form")
    assert form["action"] == there
    assert another_browser().sign_in(author).post(there, {"body": WORDS}).status_code == 303
    assert comment.body == WORDS


def test_a_button_without_words_leads_to_signing_in_as_before(browser):
    page = browser.post(address(a_proposal(), "/vote/withdraw"))

    assert page.status_code == 303
    assert page.location.startswith("/account/sign-in")


@pytest.mark.parametrize("htmx", [False, True])
def test_a_form_of_an_earlier_session_is_handed_back_with_a_button(browser, htmx):
    proposal, person = a_proposal(), a_person()
    browser.sign_in(person)
    sent = {"stance": "oppose", "body": WORDS, "csrf_token": "of another session"}
    headers = HTMX if htmx else {}

    page = browser.post(address(proposal, "/comments"), sent, headers=headers)

    assert page.status_code == 400
    assert page.one("textarea#kept").text == WORDS
    assert page.headers["Cache-Control"] == "no-store"
    form = page.one("form[action$='/comments']")
    token = page.one("form[action$='/comments'] input[name=csrf_token]")["value"]
    again = browser.post(form["action"], sent | {"csrf_token": token})
    assert again.status_code == 303
    assert db.session.query(Comment).one().body == WORDS


def test_words_that_another_site_sends_are_not_shown(browser):
    browser.sign_in(a_person())

    page = browser.post(
        address(a_proposal(), "/comments"),
        {"stance": "oppose", "body": WORDS},
        headers={"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"},
    )

    assert page.status_code == 400
    assert page.select("form[action$='/comments']") == []


@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize("htmx", [False, True])
def test_the_reason_of_a_vote_that_comes_too_late_is_handed_back(browser, signed_in, htmx):
    proposal = a_proposal(Status.CLOSED)
    if signed_in:
        browser.sign_in(a_person())

    page = browser.post(
        address(proposal, "/vote"),
        {"stance": "oppose", "reason": WORDS},
        headers=HTMX if htmx else {},
    )

    assert page.status_code == 409
    assert page.one("textarea#kept").text == WORDS


def test_an_address_or_a_choice_is_not_shown_among_the_words(browser):
    proposal = a_proposal(Status.CLOSED)

    page = browser.post(
        address(proposal, "/vote"), {"stance": "support_with_changes", "email": "me@example.org"}
    )

    assert page.status_code == 409
    assert page.select("textarea#kept") == []


def test_who_may_not_edit_gets_their_own_words_back_and_no_others(browser):
    comment = a_comment(a_proposal(), body="The secret of somebody else")
    rules.hide(comment, "off_topic")
    browser.sign_in(a_person())

    page = browser.post(address(comment.proposal, f"/comments/{comment.id}/edit"), {"body": WORDS})

    assert page.status_code == 404
    assert "secret" not in page.text
    assert Stance.OPPOSE.label not in page.one("main").text
