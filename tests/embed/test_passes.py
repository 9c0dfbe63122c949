from datetime import timedelta

from sqlalchemy import select

from consult.core import clock as moments
from consult.core.db import db
from consult.embed.models import Openness, Site
from tests.embed.sites import HOST, a_site
from tests.embed.steps import COMMENT, FRAMED, VOTE, address, first_step, second_step, waiting
from tests.factories import a_proposal


def tampered(hidden):
    token = hidden["token"]
    other = "A" if token[4] != "A" else "B"
    return hidden | {"token": token[:4] + other + token[5:]}


def test_a_changed_pass_is_refused(browser, proposal):
    hidden = first_step(browser, proposal)

    page = second_step(browser, proposal, tampered(hidden))

    assert page.status_code == 409
    assert "Nothing was sent" in page.words
    assert waiting() == 0


def test_a_missing_pass_is_refused(browser, proposal):
    page = second_step(browser, proposal, VOTE)

    assert page.status_code == 409
    assert waiting() == 0


def test_a_pass_ends_after_half_an_hour(browser, proposal, clock):
    clock.at(moments.now())
    hidden = first_step(browser, proposal)

    clock.forward(minutes=31)
    page = second_step(browser, proposal, hidden)

    assert page.status_code == 409
    assert "open for too long" in page.words
    assert waiting() == 0


def test_a_pass_is_good_for_its_own_proposal_only(browser, proposal):
    other = a_proposal(council=proposal.council)
    hidden = first_step(browser, proposal)

    page = second_step(browser, other, hidden)

    assert page.status_code == 409
    assert waiting() == 0


def test_a_pass_is_good_for_its_own_act_only(browser, proposal):
    hidden = first_step(browser, proposal)

    page = second_step(browser, proposal, COMMENT | {"token": hidden["token"]}, "comment")

    assert page.status_code == 409
    assert waiting() == 0


def test_a_pass_is_good_for_its_own_site_only(browser, proposal):
    a_site(proposal.council, "https://libraries.thornmere.example")
    hidden = first_step(browser, proposal)

    page = second_step(browser, proposal, hidden, host="https://libraries.thornmere.example")

    assert page.status_code == 409
    assert waiting() == 0


def test_a_site_that_is_not_on_the_list_cannot_send(browser, proposal):
    page = browser.post(address(proposal, "vote", "https://evil.example"), VOTE, headers=FRAMED)

    assert page.status_code == 409
    assert "You cannot take part on this site" in page.words


def test_a_site_that_was_taken_off_the_list_cannot_send_any_more(browser, proposal):
    hidden = first_step(browser, proposal)
    db.session.delete(db.session.scalars(select(Site)).one())
    db.session.flush()

    page = second_step(browser, proposal, hidden)

    assert page.status_code == 409
    assert waiting() == 0


def test_where_every_site_may_show_it_a_frame_without_a_site_cannot_send(browser, proposal):
    db.session.add(Openness(council_id=proposal.council.id, since=moments.now()))
    db.session.flush()

    page = browser.post(address(proposal, "vote", ""), VOTE, headers=FRAMED)

    assert page.status_code == 409


def test_a_closed_round_takes_nothing(browser, proposal, clock):
    hidden = first_step(browser, proposal)
    clock.at(proposal.closes_at + timedelta(seconds=1))

    page = second_step(browser, proposal, hidden)

    assert page.status_code == 409
    assert waiting() == 0


def test_a_frame_of_an_unknown_origin_is_told_so_and_sends_nothing(browser, proposal):
    sandboxed = {"Origin": "null", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "iframe"}

    page = browser.post(address(proposal, "vote"), VOTE, headers=sandboxed)

    assert page.status_code == 400
    assert "That did not work" in page.words
    assert HOST in page.headers["Content-Security-Policy"]
