"""What people typed stays theirs when it cannot be taken, and asking twice is answered alike."""

import pytest

from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.core.db import db
from consult.participation import queries, rules
from consult.participation.models import Comment, Stance, Tally, Visibility
from consult.participation.tasks import close_tallies
from consult.proposals.models import Status
from tests.factories import a_comment, a_person, a_proposal
from tests.participation.letters import link_and_code

WORDS = "Words that took me an hour"


def address(proposal):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}"


@pytest.mark.parametrize("status", [Status.PAUSED, Status.CLOSED, Status.WITHDRAWN])
@pytest.mark.parametrize("reply", [False, True])
def test_a_comment_that_comes_too_late_is_handed_back(browser, status, reply):
    proposal = a_proposal(status=status)
    place = f"/comments/{a_comment(proposal).id}/replies" if reply else "/comments"
    browser.sign_in(a_person())

    page = browser.post(address(proposal) + place, {"stance": "oppose", "body": WORDS})

    assert page.status_code == 409
    assert WORDS in page.one("textarea#kept").text
    assert page.one(".govuk-error-summary")
    assert db.session.query(Comment).count() == reply


def test_a_reply_to_what_was_hidden_meanwhile_is_handed_back(browser):
    parent = a_comment(a_proposal())
    rules.hide(parent, "off_topic")
    browser.sign_in(a_person())

    page = browser.post(
        f"{address(parent.proposal)}/comments/{parent.id}/replies",
        {"stance": "oppose", "body": WORDS},
    )

    assert page.status_code == 409
    assert WORDS in page.one("textarea#kept").text
    assert "no longer shown" in page.words


def test_an_edit_of_what_a_moderator_changed_is_handed_back(browser):
    author = a_person()
    comment = a_comment(a_proposal(), author=author)
    rules.redact(comment, "Ring [phone number removed]")
    browser.sign_in(author)

    page = browser.post(f"{address(comment.proposal)}/comments/{comment.id}/edit", {"body": WORDS})

    assert page.status_code == 409
    assert WORDS in page.one("textarea").text
    assert comment.body == "Ring [phone number removed]"


def test_deleting_twice_is_answered_alike(browser):
    author = a_person()
    comment = a_comment(a_proposal(), author=author)
    browser.sign_in(author)
    here = f"{address(comment.proposal)}/comments/{comment.id}/delete"

    answers = [browser.post(here) for _twice in range(2)]

    assert [page.status_code for page in answers] == [303, 303]
    assert answers[0].location == answers[1].location
    assert db.session.get(Comment, comment.id).visibility is Visibility.DELETED
    assert queries.recount() == []


def test_nobody_learns_of_anothers_deleted_comment(browser):
    author = a_person()
    comment = a_comment(a_proposal(), author=author)
    rules.delete_comment(author, comment)
    here = f"{address(comment.proposal)}/comments/{comment.id}"
    browser.sign_in(a_person())

    assert browser.post(f"{here}/delete").status_code == 404
    assert browser.get(here).status_code == 404


def test_a_link_says_what_it_would_count_and_what_it_replaces(browser):
    rules.hold_vote("someone@example.org", a_proposal(), Stance.UNSURE, None)

    page = browser.get(link_and_code()[0])

    assert "Not sure" in page.words
    assert "takes its place" in page.words


def test_a_link_that_nobody_knows_says_what_to_do(browser):
    page = browser.get("/confirm/link/" + "x" * 43)

    assert page.status_code == 404
    assert "Give your view again" in page.words


def test_the_count_at_the_close_counts_votes_and_sets_counters_right(clock):
    proposal = a_proposal()
    for _vote in range(2):
        rules.cast_vote(a_person(), proposal, Stance.SUPPORT)
    db.session.query(Tally).update({"votes": 7})
    clock.at(proposal.closes_at)

    close_tallies()

    (fact,) = changelog.entries_after(0, [Fact.TALLY_CLOSED])
    assert str(fact.fields["total"]) == "2"
    assert queries.recount() == []
