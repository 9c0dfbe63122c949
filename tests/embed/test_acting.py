import pytest
from sqlalchemy import func, select

from consult.core import clock as moments
from consult.core.db import db
from consult.embed.models import Sighting, Spent
from consult.embed.rules import forget_spent
from consult.participation import queries
from consult.participation.models import Pending, Stance
from tests.embed.sites import HOST
from tests.embed.steps import FRAMED, VOTE, address, first_step, second_step, waiting
from tests.factories import a_person
from tests.participation.letters import link_and_code, mails


@pytest.mark.parametrize("act", ["vote", "comment"])
def test_a_choice_then_an_address_then_the_mailed_link_counts(browser, proposal, act):
    hidden = first_step(browser, proposal, act)
    assert waiting() == 0

    sent = second_step(browser, proposal, hidden, act)
    assert "We have sent a message to" in sent.words
    assert "ann@example.org" not in sent.text
    assert "Set-Cookie" not in sent.headers
    assert sent.headers["Cache-Control"] == "no-store"
    assert queries.vote_count(proposal) + queries.comment_count(proposal) == 0
    link, _code = link_and_code()
    browser.post(link)

    assert queries.vote_count(proposal) + queries.comment_count(proposal) == 1
    used = db.session.scalars(select(Sighting)).one()
    assert (used.origin, used.used, used.seen) == (HOST, 1, 0)


def test_a_frame_never_acts_on_the_cookie_of_somebody_signed_in(browser, proposal):
    browser.sign_in(a_person())

    page = browser.post(address(proposal, "vote"), VOTE, headers=FRAMED)

    assert "Send me the e-mail" in page.words
    assert queries.vote_count(proposal) == 0


def test_no_other_form_can_be_sent_from_a_frame(browser, proposal):
    browser.sign_in(a_person())
    here = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/vote"

    page = browser.post(here, VOTE, headers=FRAMED)

    assert page.status_code == 400
    assert queries.vote_count(proposal) == 0


def test_a_form_sent_twice_is_held_once(browser, proposal):
    hidden = first_step(browser, proposal)

    second_step(browser, proposal, hidden)
    again = second_step(browser, proposal, hidden)

    assert again.status_code == 409
    assert "This was sent before" in again.words
    assert waiting() == 1
    assert len(mails()) == 1


def test_a_wrong_address_keeps_the_choice_and_the_pass(browser, proposal):
    hidden = first_step(browser, proposal)

    wrong = second_step(browser, proposal, hidden, email="nobody")
    empty = second_step(browser, proposal, hidden, email="")
    right = second_step(browser, proposal, hidden)

    assert wrong.status_code == empty.status_code == 422
    assert wrong.one("input[name=email]")["value"] == "nobody"
    assert wrong.one("input[name=stance]")["value"] == "support"
    assert "Enter your e-mail address." in empty.words
    assert right.status_code == 200


def test_no_choice_is_asked_for_again(browser, proposal):
    page = browser.post(address(proposal, "vote"), {"reason": ""}, headers=FRAMED)

    assert page.status_code == 422
    assert "Choose what you think of this change." in page.words


def test_an_empty_comment_is_asked_for_again(browser, proposal):
    page = browser.post(address(proposal, "comment"), {"stance": "oppose"}, headers=FRAMED)

    assert page.status_code == 422
    assert "Write your comment." in page.words
    assert page.one("input[value=oppose]").get("checked") is not None


def undo_of(page):
    return {"token": page.one("form input[name=token]")["value"]}


def test_what_was_sent_can_be_taken_back_for_a_minute(browser, proposal, clock):
    clock.at(moments.now())
    sent = second_step(browser, proposal, first_step(browser, proposal))
    link, _code = link_and_code()

    page = browser.post(address(proposal, "undo"), undo_of(sent), headers=FRAMED)

    assert "Taken back" in page.words
    assert waiting() == 0
    assert browser.post(link).status_code == 404
    assert queries.vote_count(proposal) == 0


def test_after_a_minute_it_can_no_longer_be_taken_back_here(browser, proposal, clock):
    clock.at(moments.now())
    sent = second_step(browser, proposal, first_step(browser, proposal))

    clock.forward(seconds=62)
    page = browser.post(address(proposal, "undo"), undo_of(sent), headers=FRAMED)

    assert page.status_code == 409
    assert waiting() == 1


def test_what_was_confirmed_is_not_taken_back_from_the_frame(browser, proposal):
    sent = second_step(browser, proposal, first_step(browser, proposal))
    link, _code = link_and_code()
    browser.post(link)

    page = browser.post(address(proposal, "undo"), undo_of(sent), headers=FRAMED)

    assert page.status_code == 409
    assert queries.vote_count(proposal) == 1


def test_nobody_takes_back_or_learns_what_waits_for_somebody_elses_address(browser, proposal):
    first = second_step(browser, proposal, first_step(browser, proposal))

    same = second_step(browser, proposal, first_step(browser, proposal))
    undone = browser.post(address(proposal, "undo"), undo_of(same), headers=FRAMED)

    assert same.words == first.words
    assert len(undo_of(same)["token"]) > 100
    assert "Taken back" in undone.words
    assert waiting() == 1


def test_used_passes_are_forgotten_once_they_would_have_ended(browser, proposal, clock):
    clock.at(moments.now())
    second_step(browser, proposal, first_step(browser, proposal))
    forget_spent()
    assert db.session.scalar(select(func.count()).select_from(Spent)) == 1

    clock.forward(minutes=61)
    forget_spent()

    assert db.session.scalar(select(func.count()).select_from(Spent)) == 0


def test_words_in_a_comment_are_only_words(browser, proposal):
    hidden = first_step(
        browser, proposal, "comment", {"stance": "oppose", "body": '"><script>alert(1)</script>'}
    )

    assert hidden["body"] == '"><script>alert(1)</script>'
    assert Stance(hidden["stance"]) is Stance.OPPOSE


@pytest.mark.usefixtures("limits")
def test_whoever_sends_too_often_is_told_so_in_the_frame(browser, proposal):
    for _n in range(60):
        browser.post(address(proposal, "vote"), VOTE, headers=FRAMED)

    page = browser.post(address(proposal, "vote"), VOTE, headers=FRAMED)

    assert page.status_code == 429
    assert "Try again in a few minutes." in page.words
    assert int(page.headers["Retry-After"]) > 0
    assert HOST in page.headers["Content-Security-Policy"]


def test_a_reason_goes_along_with_a_visitors_vote(browser, proposal):
    hidden = first_step(browser, proposal, given=VOTE | {"reason": "It would help my mum"})

    second_step(browser, proposal, hidden)

    assert db.session.scalars(select(Pending)).one().payload["reason"] == "It would help my mum"


def test_a_reason_that_is_too_long_is_said_beside_it(browser, proposal):
    page = browser.post(address(proposal, "vote"), VOTE | {"reason": "a" * 1001}, headers=FRAMED)

    assert page.status_code == 422
    assert "1,000 characters or fewer" in page.one("#reason-error").text
    assert page.one("textarea[name=reason]").text == "a" * 1001
