import re

import pytest

from consult.core import clock as core_clock
from consult.core.db import db
from consult.core.mail import deliver
from consult.jobs.models import Mail
from consult.notifications import queries, rules
from consult.notifications.models import Follow
from consult.participation.models import Visibility
from consult.proposals.models import Status
from tests.browser import HTMX
from tests.factories import a_comment, a_person, a_proposal
from tests.notifications.test_rules import a_decision, a_phase, a_vote, an_edit, mails
from tests.participation.letters import link_and_code


def address(proposal, end=""):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}{end}"


def stop_link(mail):
    return re.search(r"/unfollow/\S+", mail.text).group()


def test_taking_part_follows_by_itself_until_one_says_no():
    proposal = a_proposal()
    voter, author = a_vote(proposal), a_comment(proposal).author

    rules.unfollow(voter, proposal)

    assert queries.followers(proposal) == [author]
    assert queries.is_following(author, proposal)
    assert not queries.is_following(voter, proposal)
    rules.follow(voter, proposal)
    assert queries.is_following(voter, proposal)


def test_whoever_took_everything_back_or_left_is_no_follower():
    proposal = a_proposal()
    a_comment(proposal, visibility=Visibility.DELETED)
    a_vote(proposal, voter=a_person(disabled_at=core_clock.now()))

    assert queries.followers(proposal) == []


def test_following_twice_is_following_once():
    proposal, person = a_proposal(), a_person()

    rules.follow(person, proposal)
    rules.follow(person, proposal)

    assert db.session.query(Follow).count() == 1
    assert [one.id for one in queries.followed_by(person)] == [proposal.id]


@pytest.mark.parametrize("fact", [an_edit, a_decision, lambda p: a_phase(p, Status.WITHDRAWN)])
def test_a_follower_who_did_not_take_part_is_told_once_and_one_who_stopped_never(fact):
    proposal = a_proposal()
    follower, gone = a_person(), a_vote(proposal)
    rules.follow(follower, proposal)
    rules.unfollow(gone, proposal)
    fact(proposal)

    rules.read_facts()
    rules.read_facts()

    (mail,) = mails()
    assert mail.to == follower.email
    assert mail.unsubscribe
    assert mail.unsubscribe in mail.text


def test_a_commenter_who_also_follows_gets_the_one_mail_about_their_comment():
    proposal = a_proposal(Status.DECIDED)
    comment = a_comment(proposal)
    rules.follow(comment.author, proposal)
    a_decision(proposal)

    rules.read_facts()

    assert [mail.subject.partition(":")[0] for mail in mails()] == ["What came of your comment"]


def test_a_link_in_the_mail_stops_it_without_signing_in(browser):
    proposal = a_proposal()
    voter = a_vote(proposal)
    an_edit(proposal)
    rules.read_facts()
    link = stop_link(mails()[0])

    shown = browser.get(link)
    assert queries.is_following(voter, proposal)
    done = browser.post(link, {"List-Unsubscribe": "One-Click"})

    assert shown.one("form")["action"] == link
    assert done.status_code == 200
    assert not queries.is_following(voter, proposal)
    assert browser.post(link).status_code == 200


@pytest.mark.parametrize("token", ["x", "W10.abc", "a.b.c"])
def test_a_link_that_we_did_not_sign_is_not_found(browser, token):
    assert browser.get(f"/unfollow/{token}").status_code == 404
    assert browser.post(f"/unfollow/{token}").status_code == 404


def test_somebody_signed_in_follows_and_stops_with_one_press(browser):
    proposal, person = a_proposal(), a_person()
    browser.sign_in(person)

    panel = browser.post(address(proposal, "/follow"), headers=HTMX)
    page = browser.post(address(proposal, "/follow"))

    assert "You follow this proposal" in panel.words
    assert page.location.endswith("#follow")
    assert queries.is_following(person, proposal)
    away = browser.post(address(proposal, "/unfollow"), {"back": "contributions"})
    assert away.location == "/account/contributions#follows"
    assert not queries.is_following(person, proposal)


def test_a_visitor_follows_by_confirming_an_address(browser):
    proposal = a_proposal()

    wrong = browser.post(address(proposal, "/follow"), {"email": "nobody"})
    sent = browser.post(address(proposal, "/follow"), {"email": "new@example.org"})

    assert wrong.status_code == 422
    assert wrong.one("#follow-email")["value"] == "nobody"
    assert sent.status_code == 303
    assert queries.followers(proposal) == []
    assert "asked for mail about" in db.session.query(Mail).one().text
    browser.post(link_and_code()[0])
    assert [one.email for one in queries.followers(proposal)] == ["new@example.org"]


def test_another_councils_proposal_cannot_be_followed_from_here(browser):
    proposal, other = a_proposal(), a_proposal()
    browser.sign_in(a_person())
    crossed = f"/councils/{other.council.slug}/proposals/{proposal.slug}"

    assert browser.post(f"{crossed}/follow").status_code == 404
    assert browser.post(f"{crossed}/unfollow").status_code == 404


def test_a_mail_names_the_way_to_stop_in_its_head(app, monkeypatch):
    sent = []
    monkeypatch.setitem(app.config, "SMTP_URL", "smtp://localhost")
    monkeypatch.setattr("consult.core.mail._send", lambda _url, message: sent.append(message))

    deliver("a@example.org", "S", "T", "<1@x>", "https://x.example/unfollow/t")
    deliver("a@example.org", "S", "T", "<2@x>")

    assert sent[0]["List-Unsubscribe"] == "<https://x.example/unfollow/t>"
    assert sent[0]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent[1]["List-Unsubscribe"] is None
