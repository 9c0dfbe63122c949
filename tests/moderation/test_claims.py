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


def a_case():
    comment = a_comment(a_proposal())
    rules.report(None, comment, Reason.HATE, None, "k" * 64)
    council = comment.proposal.council
    return comment, a_member(council, Role.MODERATOR), a_member(council, Role.MODERATOR)


def desk_of(comment):
    return f"/desk/{comment.proposal.council.slug}/queue/{comment.id}"


def test_of_two_moderators_one_has_it_until_it_lapses():
    comment, first, second = a_case()
    rules.claim(first, comment)

    with pytest.raises(Refused):
        rules.claim(second, comment)
    with pytest.raises(Refused):
        rules.act(second, comment, HIDE)
    assert comment.visibility is Visibility.SHOWN

    with clock.at(clock.now() + timedelta(minutes=15)):
        rules.claim(second, comment)
        with pytest.raises(Refused):
            rules.act(first, comment, HIDE)


def test_taking_it_again_begins_the_time_again():
    comment, first, second = a_case()
    rules.claim(first, comment)

    with clock.at(clock.now() + timedelta(minutes=10)):
        rules.claim(first, comment)
    with clock.at(clock.now() + timedelta(minutes=20)), pytest.raises(Refused):
        rules.claim(second, comment)


def test_what_is_let_go_is_free_and_only_its_holder_lets_it_go():
    comment, first, second = a_case()
    rules.claim(first, comment)

    rules.let_go(second, comment)
    assert queries.taken_by_another(second, comment) is not None

    rules.let_go(first, comment)
    rules.claim(second, comment)
    assert queries.open_case(comment, CaseKind.REPORTED).holder_id == second.id


def test_whoever_may_not_decide_may_not_take_it_either():
    comment, first, _ = a_case()
    comment.author_id = first.id
    db.session.flush()

    with pytest.raises(Refused):
        rules.claim(first, comment)


def test_where_nothing_waits_there_is_nothing_to_take():
    comment, first, _ = a_case()
    rules.act(first, comment, HIDE)

    with pytest.raises(Refused):
        rules.claim(first, comment)


def test_the_page_says_who_has_it(browser, at_most):
    comment, first, second = a_case()
    browser.sign_in(first)
    address = desk_of(comment)
    assert "Nobody has this" in browser.get(address).words

    answer = browser.post(f"{desk_of(comment)}/claim")

    assert answer.status_code == 303
    with at_most(12):
        page = browser.get(address)
    assert "You have this for 15 more minutes" in page.words
    assert "you have it" in page.words

    browser.sign_in(second)
    page = browser.get(desk_of(comment))
    assert f"{first.real_name or first.public_name} has this" in page.words
    assert page.select("input[name=act]") == []
    assert browser.post(f"{desk_of(comment)}/claim").status_code == 409
    assert browser.post(desk_of(comment), {"act": "hide", "reason": "hate"}).status_code == 409
    assert browser.post(f"{desk_of(comment)}/let-go").status_code == 303

    browser.sign_in(first)
    assert browser.post(f"{desk_of(comment)}/let-go").status_code == 303
    browser.sign_in(second)
    sent = {"act": "hide", "reason": "hate"}
    assert browser.post(desk_of(comment), sent).status_code == 303
    assert db.session.get(Comment, comment.id).visibility is Visibility.HIDDEN
