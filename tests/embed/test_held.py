"""What a check finds in words that are sent from a frame."""

import pytest

from consult.core.db import db
from consult.participation.models import Comment, Pending
from tests.embed.steps import FRAMED, address, first_step, get_pass, second_step
from tests.factories import a_person

PHONE = "Ring me on 01632 960417 about the boiler."
DESPAIR = "I am going to kill myself if this goes on."


def sent_as(browser, proposal, **given):
    person = a_person()
    token = get_pass(browser, proposal, person)
    words = {"stance": "oppose", "person": token} | given
    return browser.post(address(proposal, "comment"), words, headers=FRAMED)


def test_private_details_are_asked_about_before_an_address(browser, proposal):
    sent = {"stance": "oppose", "body": PHONE}

    page = browser.post(address(proposal, "comment"), sent, headers=FRAMED)

    assert page.status_code == 422
    assert page.one(".private mark").text == "01632 960417"
    assert db.session.query(Pending).count() == 0


def test_what_was_chosen_is_carried_to_the_second_step(browser, proposal):
    given = {"stance": "oppose", "body": PHONE, "private": "remove"}

    hidden = first_step(browser, proposal, "comment", given)
    second_step(browser, proposal, hidden, "comment")

    waits = db.session.query(Pending).one()
    assert waits.payload["body"] == "Ring me on [phone number removed] about the boiler."


def test_a_visitor_who_may_be_in_danger_reads_where_help_is(browser, proposal):
    hidden = first_step(browser, proposal, "comment", {"stance": "oppose", "body": DESPAIR})

    page = second_step(browser, proposal, hidden, "comment")

    assert "116 123" in page.one(".help-now").text


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"body": PHONE, "private": "keep"}, "published, with private details covered"),
        ({"body": DESPAIR}, "A moderator looks at your comment first"),
    ],
)
def test_whoever_is_signed_in_is_told_what_happens_to_their_words(browser, proposal, given, told):
    page = sent_as(browser, proposal, **given)

    assert told in page.words
    assert "960417" not in db.session.query(Comment).one().body
    assert bool(page.select(".help-now")) is (given["body"] == DESPAIR)
