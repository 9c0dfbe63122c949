import pytest

from consult.core.db import db
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import Reason
from consult.moderation.rules import Measure
from consult.participation.models import Limit
from tests.factories import a_comment, a_council, a_member
from tests.moderation.cases import a_case
from tests.moderation.test_views import desk_of

ASKED = {"per_day": "0", "days": "7", "reason": "hate", "explanation": ""}


def author_of(comment):
    return f"{desk_of(comment)}/author"


def the_limit():
    return db.session.query(Limit).one()


def test_one_moderator_proposes_and_another_finds_it_and_agrees(browser):
    moderator, comment = a_case()
    second = a_member(comment.proposal.council, Role.MODERATOR)
    council, here = comment.proposal.council.slug, author_of(comment)

    browser.sign_in(moderator)
    mine = browser.follow(browser.post(here, ASKED))
    browser.sign_in(second)
    listed = browser.get(f"/desk/{council}/queue/people")
    theirs = browser.get(here)
    browser.post(f"{here}/confirm")

    assert "Another moderator has to agree" in mine.words
    assert "Agree: suspend" not in mine.words
    assert "waits for a second moderator" in listed.words
    assert "Agree: suspend" in theirs.words
    assert the_limit().holds


def test_the_proposer_cannot_agree(browser):
    moderator, comment = a_case()
    browser.sign_in(moderator)
    browser.post(author_of(comment), ASKED)

    answer = browser.post(f"{author_of(comment)}/confirm")

    assert answer.status_code == 409
    assert the_limit().waits


def test_what_is_missing_is_said_beside_the_field_and_nothing_is_stored(browser):
    moderator, comment = a_case()
    browser.sign_in(moderator)

    answer = browser.post(author_of(comment), ASKED | {"reason": "", "explanation": "Kept words"})

    assert answer.status_code == 422
    assert "Choose the reason" in answer.words
    assert "Kept words" in answer.text
    assert db.session.query(Limit).count() == 0


def test_a_limit_can_be_ended_from_its_page(browser):
    moderator, comment = a_case()
    rules.restrict(moderator, comment, Measure(1, 7, Reason.HATE))
    browser.sign_in(moderator)

    before = browser.get(author_of(comment))
    browser.post(f"{author_of(comment)}/lift")

    assert "Limited to 1 a day" in before.words
    assert not the_limit().holds


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.MODERATOR])
def test_only_moderators_reach_the_page(browser, role):
    _, comment = a_case()
    browser.sign_in(a_member(comment.proposal.council, role))

    assert browser.get(author_of(comment)).status_code == 403
    assert browser.post(author_of(comment), ASKED).status_code == 403


def test_moderators_of_another_council_find_nothing(browser):
    _, comment = a_case()
    elsewhere = a_council()
    browser.sign_in(a_member(elsewhere, Role.MODERATOR))

    assert browser.get(author_of(comment)).status_code == 404
    assert browser.post(f"/desk/{elsewhere.slug}/queue/{comment.id}/author").status_code == 404


def test_the_list_costs_the_same_however_long(browser, at_most):
    moderator, comment = a_case()
    for _ in range(20):
        rules.restrict(moderator, a_comment(comment.proposal), Measure(1, 7, Reason.HATE))
    browser.sign_in(moderator)

    with at_most(12):
        page = browser.get(f"/desk/{comment.proposal.council.slug}/queue/people")

    assert len(page.select("#limits li")) == 20
