from datetime import timedelta

import pytest

from consult.core import clock
from consult.core.db import db
from consult.core.errors import Refused
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import Act, CaseKind, Reason
from consult.participation.models import Comment, Visibility
from tests.factories import a_comment, a_member, a_proposal

HIDE = rules.Order(act=Act.HIDE, reason=Reason.HATE)


def a_case(proposal=None):
    comment = a_comment(proposal or a_proposal(), body="Some words")
    rules.report(None, comment, Reason.HATE, None, "k" * 64)
    return comment


def a_moderator(comment):
    return a_member(comment.proposal.council, Role.MODERATOR)


@pytest.mark.parametrize("order", [HIDE, rules.Order(act=Act.KEEP)])
def test_what_is_undone_waits_again_and_no_fact_is_lost(order):
    comment = a_case()
    moderator = a_moderator(comment)
    done = rules.act(moderator, comment, order)

    rules.undo(moderator, done)

    assert (comment.visibility, comment.body) == (Visibility.SHOWN, "Some words")
    case = queries.open_case(comment, CaseKind.REPORTED)
    assert case.holder_id == moderator.id
    assert len(queries.open_reports(comment)) == 1
    assert done in queries.actions_on(comment)


def test_undoing_a_hide_twice_undoes_it_once():
    comment = a_case()
    moderator = a_moderator(comment)
    done = rules.act(moderator, comment, HIDE)

    rules.undo(moderator, done)
    rules.undo(moderator, done)

    assert [one.act for one in queries.actions_on(comment)] == [Act.RESTORE, Act.HIDE]


def test_nobody_undoes_what_another_decided_nor_after_five_minutes():
    comment = a_case()
    moderator = a_moderator(comment)
    done = rules.act(moderator, comment, HIDE)

    with pytest.raises(Refused):
        rules.undo(a_moderator(comment), done)
    with clock.at(clock.now() + timedelta(minutes=6)), pytest.raises(Refused):
        rules.undo(moderator, done)
    assert comment.visibility is Visibility.HIDDEN


def test_after_a_decision_the_next_comment_appears_with_a_way_back(browser):
    first = a_case()
    second = a_case(first.proposal)
    desk = f"/desk/{first.proposal.council.slug}/queue"
    first_id, second_id = first.id, second.id
    browser.sign_in(a_moderator(first))

    answer = browser.post(f"{desk}/{first_id}", {"act": "hide", "reason": "hate"})
    page = browser.follow(answer)

    assert page.one("a.d-q__item")["href"] == f"{desk}/{second_id}"
    assert "The next one is below" in page.words
    back = browser.post(page.one(".d-done form")["action"])
    assert back.headers["Location"].endswith(f"{desk}/{first_id}")
    assert db.session.get(Comment, first_id).visibility is Visibility.SHOWN


def test_a_made_up_address_claims_nothing(browser):
    comment = a_case()
    browser.sign_in(a_moderator(comment))
    desk = f"/desk/{comment.proposal.council.slug}/queue"

    assert browser.get(f"{desk}/{comment.id}?done=burn&of=1&action=2").select(".d-done") == []
    assert "Take it" in browser.get(f"{desk}/keys").words
