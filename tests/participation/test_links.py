"""How many links a comment may have."""

from datetime import timedelta

import pytest

from consult.core import clock as core_clock
from consult.core import forms
from consult.core.errors import Invalid
from consult.participation import rules
from consult.participation.models import Stance
from tests.factories import a_comment, a_person, a_proposal

ONE = "See https://example.org/1 for that."
LINKS = " ".join(f"https://example.org/{number}" for number in range(5))


@pytest.fixture
def proposal():
    return a_proposal()


def established():
    return a_person(created_at=core_clock.now() - timedelta(days=2))


def say(author, proposal, body):
    return rules.post_comment(author, proposal, Stance.UNSURE, body)


def test_a_new_account_may_put_one_link(proposal):
    author = a_person()

    assert "<a " in say(author, proposal, ONE).html
    with pytest.raises(Invalid, match="first day"):
        say(author, proposal, LINKS)


def test_an_older_account_may_put_five(proposal):
    assert say(established(), proposal, LINKS).html.count("<a ") == 5
    with pytest.raises(Invalid, match="at most 5"):
        say(established(), proposal, f"{LINKS} {ONE}")


def test_a_visitor_is_told_before_any_mail(proposal, browser):
    there = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/comments"

    page = browser.post(there, {"stance": "unsure", "body": LINKS, "email": "ada@example.org"})

    assert page.status_code == 422
    assert "Keep the best one." in page.words
    assert "https://example.org/4" in page.one("textarea").text


def test_a_field_that_people_do_not_see_asks_once_more_and_loses_nothing(proposal, browser):
    there = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/comments"
    typed = {"stance": "oppose", "body": "Please do not.", "email": "ada@example.org"}

    asked = browser.post(there, {**typed, "leave_empty": "http://buy.example"})
    again = browser.post(there, typed)

    assert asked.status_code == 422
    assert "Please send it once more" in asked.words
    assert "Please do not." in asked.one("textarea").text
    assert not asked.one("input[name=leave_empty]").get("value")
    assert again.status_code == 303


@pytest.mark.parametrize("form", ["comments", "comment", "part", "report", "legal", "complain"])
def test_every_public_form_for_words_has_the_field(proposal, browser, form):
    comment = a_comment(proposal)
    here = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}"
    places = {
        "comments": f"{here}/comments",
        "comment": f"{here}/comments/{comment.id}",
        "part": f"{here}/parts/plain_summary",
        "report": f"{here}/comments/{comment.id}/report",
        "legal": f"{here}/comments/{comment.id}/claim",
        "complain": f"/councils/{proposal.council.slug}/complain",
    }

    page = browser.get(places[form])

    for field in page.select("input[name=leave_empty]"):
        assert field["tabindex"] == "-1"
        assert field["autocomplete"] == "off"
    assert page.select("input[name=leave_empty]"), page.status_code


def test_words_sent_as_soon_as_the_form_was_made_are_asked_for_once_more(
    proposal, browser, monkeypatch
):
    there = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/comments"
    typed = {"stance": "oppose", "body": "Please do not."}
    monkeypatch.setitem(browser.app.config, "QUICKEST_FORM", 3)
    browser.sign_in(a_person())

    monkeypatch.setattr(forms, "token_age", lambda _token: 2)
    asked = browser.post(there, typed)
    again = browser.post(there, typed | {"sent_before": asked.one("[name=sent_before]")["value"]})
    monkeypatch.setattr(forms, "token_age", lambda _token: 3)
    later = browser.post(there, typed | {"body": "Or do it in another way."})

    assert asked.status_code == 422
    assert "That was very quick." in asked.words
    assert "Please do not." in asked.one("textarea").text
    assert again.status_code == later.status_code == 303
    assert not browser.get(there).select("[name=sent_before]")


def test_strangers_have_no_signed_time_and_are_never_too_quick(proposal, browser, monkeypatch):
    there = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/comments"
    monkeypatch.setitem(browser.app.config, "QUICKEST_FORM", 60)

    sent = browser.post(
        there, {"stance": "oppose", "body": "Please do not.", "email": "ada@example.org"}
    )

    assert sent.status_code == 303
