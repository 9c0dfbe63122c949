import pytest

from consult.accounts.models import Verification
from consult.analysis.models import Disposition, Outcome
from consult.core.db import db
from consult.notifications import rules as notifications
from consult.participation import rules
from consult.participation.models import Stance, Vote
from consult.proposals.models import Status
from consult.site.views import people
from tests.factories import a_comment, a_person, a_proposal

MINE = "/account/contributions"


@pytest.fixture
def me(browser):
    person = a_person()
    browser.sign_in(person)
    return person


def a_vote(voter, proposal):
    db.session.add(
        Vote(
            proposal=proposal,
            voter=voter,
            stance=Stance.OPPOSE,
            level=Verification.EMAIL_VERIFIED,
            version_number=1,
        )
    )
    db.session.flush()


def an_outcome(comment):
    db.session.add(
        Outcome(
            comment=comment,
            disposition=Disposition.CHANGED,
            given_by_id=comment.proposal.author_id,
        )
    )
    db.session.flush()


def test_a_vote_says_on_which_version_it_was_and_can_be_changed_while_open(browser, me):
    proposal = a_proposal()
    a_vote(me, proposal)
    proposal.version_number = 2

    page = browser.get(MINE)

    assert "On version 1" in page.words
    assert "The text has changed since" in page.words
    assert "Change it or take it back" in page.words


def test_a_vote_on_what_is_closed_cannot_be_changed(browser, me):
    a_vote(me, a_proposal(Status.CLOSED))

    assert "Change it" not in browser.get(MINE).words


def test_what_came_of_a_comment_is_told_once_decided_and_not_before(browser, me):
    open_, decided = a_proposal(Status.CONSIDERING), a_proposal(Status.DECIDED)
    an_outcome(a_comment(open_, author=me))

    assert "What came of it:" not in browser.get(MINE).words

    an_outcome(a_comment(decided, author=me))
    assert "What came of it: Changed" in browser.get(MINE).words


def test_a_hidden_comment_leads_to_why(browser, me):
    comment = a_comment(a_proposal(), author=me, body="Secret words")
    rules.hide(comment, "off_topic")

    page = browser.get(MINE)

    assert "Hidden" in page.words
    assert "See why" in page.words
    assert "Secret words" not in page.text


def test_replies_of_others_are_shown_and_hidden_ones_are_not(browser, me):
    mine = a_comment(a_proposal(hides_results=True), author=me)
    a_comment(mine.proposal, parent=mine, body="A kind answer")
    a_comment(mine.proposal, parent=mine, author=me, body="My own answer")
    rules.hide(a_comment(mine.proposal, parent=mine, body="A rude answer"), "off_topic")

    page = browser.get(MINE)
    replies = page.one("section[aria-labelledby=replies-h]").text

    assert "A kind answer" in replies
    assert "My own answer" not in replies
    assert "A rude answer" not in page.text
    assert not [stance for stance in Stance if stance.label in replies]


def test_nothing_of_anybody_else_is_there(browser, me):
    a_comment(a_proposal(), body="Words of a stranger")

    assert "stranger" not in browser.get(MINE).text


def test_what_is_followed_can_be_stopped_from_here(browser, me):
    proposal = a_proposal()
    notifications.follow(me, proposal)
    form = browser.get(MINE).one("#follows form")

    after = browser.follow(browser.post(form["action"], {"back": "contributions"}))

    assert after.select("#follows form") == []


def test_it_pages_and_asks_the_database_little(browser, me, at_most):
    for _each in range(22):
        proposal = a_proposal()
        a_vote(me, proposal)
        a_comment(proposal, author=me)

    with at_most(12):
        page = browser.get(MINE)

    assert len(page.select("#votes li")) == 20
    further = [link["href"] for link in page.select(".more a")]
    assert len(further) == 2
    assert len(browser.get(further[0].partition("#")[0]).select("#votes li")) == 2
    assert browser.get(f"{MINE}?votes=nonsense").status_code == 404


class Own:
    def __init__(self, person):
        self.person = person

    def __html__(self):
        return f'<p id="own">{self.person.pseudonym}</p>'


def test_other_features_add_their_own_panel(browser, me, monkeypatch):
    monkeypatch.setattr(people, "FURTHER", (Own,))

    assert browser.get(MINE).one("#own").text == me.pseudonym


def test_an_account_leads_to_where_one_lives(browser, me):
    home = a_proposal().council

    page = browser.get("/account")

    assert page.one(f"main a[href='/councils/{home.slug}/about-you']")
