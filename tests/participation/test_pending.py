from datetime import timedelta

import pytest

from consult.accounts import queries as accounts
from consult.core.clock import now
from consult.core.db import db
from consult.participation import queries
from consult.participation.models import Comment, Pending
from tests.factories import a_comment, a_person, a_proposal
from tests.participation.letters import link_and_code, mails, wrong


def address(proposal):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}"


def send_vote(browser, proposal, stance="support", email="ann@example.org"):
    given = {"stance": stance, "reason": "", "email": email}
    return browser.post(f"{address(proposal)}/vote", given)


def test_a_visitors_vote_counts_only_once_its_link_is_confirmed(browser):
    proposal = a_proposal()
    sent = send_vote(browser, proposal)
    assert sent.status_code == 303
    assert queries.vote_count(proposal) == 0
    link, _code = link_and_code()
    shown = browser.get(link)
    assert shown.headers["Cache-Control"] == "no-store"
    assert queries.vote_count(proposal) == 0

    first = browser.post(link)
    again = browser.post(link)

    assert first.status_code == again.status_code == 303
    assert first.location == again.location
    assert queries.vote_count(proposal) == 1
    assert queries.recount() == []


def test_a_code_confirms_as_well(browser):
    proposal = a_proposal()
    page = send_vote(browser, proposal)
    assert browser.follow(page).headers["Cache-Control"] == "no-store"

    assert browser.post(page.location, {"code": link_and_code()[1]}).status_code == 303
    assert queries.vote_count(proposal) == 1


def test_five_wrong_codes_are_the_end_of_code_and_link(browser):
    proposal = a_proposal()
    where = send_vote(browser, proposal).location
    link, code = link_and_code()
    for _ in range(5):
        assert browser.post(where, {"code": wrong(code)}).status_code == 303

    assert browser.post(where, {"code": code}).status_code == 409
    assert browser.post(link).status_code == 409
    assert queries.vote_count(proposal) == 0


def test_a_link_is_good_for_a_day(browser, clock):
    proposal = a_proposal()
    send_vote(browser, proposal)
    clock.forward(days=1)

    assert browser.post(link_and_code()[0]).status_code == 409
    assert queries.vote_count(proposal) == 0


def test_what_is_confirmed_after_the_close_is_not_counted(browser, clock):
    proposal = a_proposal(closes_at=now() + timedelta(hours=2))
    send_vote(browser, proposal)
    clock.forward(hours=2)

    assert browser.post(link_and_code()[0]).status_code == 409
    assert queries.vote_count(proposal) == 0


def test_the_same_form_twice_is_held_once_and_mailed_once(browser):
    proposal = a_proposal()

    assert send_vote(browser, proposal).location == send_vote(browser, proposal).location
    assert db.session.query(Pending).count() == 1
    assert len(mails()) == 1


def test_a_visitors_comment_appears_when_confirmed_and_twice_leads_to_the_same_place(browser):
    proposal = a_proposal()
    given = {"stance": "oppose", "body": "Please share less.", "email": "ann@example.org"}
    browser.post(f"{address(proposal)}/comments", given)
    assert db.session.query(Comment).count() == 0
    link, _code = link_and_code()

    first, again = browser.post(link), browser.post(link)

    assert first.location == again.location
    assert db.session.query(Comment).count() == 1
    assert queries.comment_count(proposal) == 1


def test_what_nobody_confirmed_is_forgotten_with_its_address(browser, clock):
    from consult.participation.tasks import forget_expired

    send_vote(browser, a_proposal())
    clock.forward(days=1, seconds=1)

    forget_expired()

    assert db.session.query(Pending).count() == 0


@pytest.mark.parametrize("email", ["", "ann", "ann@", "a@b@c"])
def test_an_address_that_is_none_is_refused_beside_its_field(browser, email):
    page = send_vote(browser, a_proposal(), email=email)

    assert page.status_code == 422
    assert page.one("input[name=stance]")["value"] == "support"
    assert db.session.query(Pending).count() == 0


def test_an_unknown_link_is_not_found(browser):
    assert browser.get("/confirm/link/nonsense").status_code == 404
    assert browser.post("/confirm/link/nonsense").status_code == 404


def test_confirming_ends_the_session_that_the_browser_held(browser, another_browser):
    before = a_person()
    browser.sign_in(before)
    send_vote(another_browser(), a_proposal(), email="ann@example.org")

    assert browser.post(link_and_code()[0]).status_code == 303

    assert accounts.live_sessions(before) == []


def test_all_forms_together_send_no_more_mail_to_one_address_than_one_of_them(browser, limits):
    proposal, to = a_proposal(), {"email": "ann@example.org"}
    said = a_comment(proposal)
    ways = (
        ("/vote", {"stance": "support", "reason": ""}),
        ("/comments", {"stance": "oppose", "body": "Words"}),
        ("/follow", {}),
        (f"/comments/{said.id}/helpful", {}),
    )

    for _turn in range(3):
        for end, given in ways:
            browser.post(address(proposal) + end, given | to)
    page = browser.post(f"{address(a_proposal())}/follow", to)

    assert page.status_code == 429
    assert len(mails()) <= 10


def test_mail_to_one_address_is_limited_by_the_day(browser, limits, monkeypatch):
    moment = 1_000_000.0
    monkeypatch.setattr("consult.core.limits.time.time", lambda: moment)
    monkeypatch.setattr("limits.strategies.time.time", lambda: moment, raising=False)
    for _turn in range(50):
        moment += 301
        send_vote(browser, a_proposal(), email="ann@example.org")

    assert len(mails()) == 40
