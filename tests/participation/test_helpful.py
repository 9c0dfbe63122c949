"""Marks that say a comment helped, and the one comment that moderators pin."""

import pytest

from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.core.db import db
from consult.core.errors import Forbidden, Refused
from consult.councils.models import Role
from consult.participation import queries, rules
from consult.participation.models import Helpful
from consult.proposals.models import Status
from tests.browser import HTMX
from tests.factories import a_comment, a_council, a_member, a_person, a_proposal
from tests.participation.letters import link_and_code


def address(comment):
    proposal = comment.proposal
    where = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}"
    return f"{where}/comments/{comment.id}"


def test_a_mark_counts_once_and_can_be_taken_back():
    comment, reader = a_comment(a_proposal()), a_person()

    rules.mark_helpful(reader, comment)
    rules.mark_helpful(reader, comment)
    assert comment.helpful == 1
    assert queries.is_helpful_to(reader, comment)
    rules.mark_helpful(a_person(), comment)
    rules.unmark_helpful(reader, comment)
    rules.unmark_helpful(reader, comment)

    assert comment.helpful == 1
    assert queries.recount() == []


def test_a_wrong_number_of_marks_is_noticed():
    comment = a_comment(a_proposal(), helpful=2)

    assert [one.what for one in queries.recount()] == [f"helpful {comment.id}"]


def test_nobody_marks_their_own_a_reply_or_what_is_hidden():
    own, hidden = a_comment(a_proposal()), a_comment(a_proposal())
    reply = a_comment(own.proposal, parent=own)
    rules.hide(hidden, "personal_data")

    for person, comment in ((own.author, own), (a_person(), reply), (a_person(), hidden)):
        with pytest.raises(Refused):
            rules.mark_helpful(person, comment)
    assert db.session.query(Helpful).count() == 0


@pytest.mark.parametrize("status", [Status.PAUSED, Status.CONSIDERING])
def test_nothing_is_marked_when_it_is_not_open(browser, status):
    comment = a_comment(a_proposal(status=status))
    browser.sign_in(a_person())

    assert browser.post(f"{address(comment)}/helpful", {"mark": "yes"}).status_code == 409


def test_the_button_is_swapped_by_itself_and_leads_back_without_script(browser):
    comment = a_comment(a_proposal())
    browser.sign_in(a_person())

    swapped = browser.post(f"{address(comment)}/helpful", {"mark": "yes"}, headers=HTMX)
    led = browser.post(f"{address(comment)}/helpful", {"mark": "yes"})

    assert "Marked as helpful" in swapped.words
    assert not swapped.select("html > head > title")
    assert led.status_code == 303
    assert led.location.endswith(f"#comment-{comment.id}")
    assert db.session.query(Helpful).count() == 1
    browser.post(f"{address(comment)}/helpful", {"mark": "no"})
    assert db.session.query(Helpful).count() == 0


@pytest.mark.parametrize("given", [{}, {"mark": "maybe"}, {"mark": "yes", "times": "9"}])
def test_a_forged_mark_is_refused(browser, given):
    comment = a_comment(a_proposal())
    browser.sign_in(a_person())

    assert browser.post(f"{address(comment)}/helpful", given).status_code == 422
    assert db.session.query(Helpful).count() == 0


def test_a_visitors_mark_counts_when_the_address_is_confirmed(browser):
    comment = a_comment(a_proposal())
    assert "Did this comment help you?" in browser.get(f"{address(comment)}/helpful").words
    assert browser.post(f"{address(comment)}/helpful", {"email": "nowhere"}).status_code == 422

    asked = browser.post(f"{address(comment)}/helpful", {"email": "reader@example.org"})
    assert asked.status_code == 303
    assert db.session.query(Helpful).count() == 0
    done = browser.post(link_and_code()[0])

    assert done.location.endswith(str(comment.id))
    assert db.session.query(Helpful).count() == 1
    assert queries.recount() == []


def test_another_proposals_comment_cannot_be_marked_here(browser):
    comment, elsewhere = a_comment(a_proposal()), a_comment(a_proposal())
    browser.sign_in(a_person())
    where = address(comment).replace(str(comment.id), str(elsewhere.id))

    assert browser.post(f"{where}/helpful", {"mark": "yes"}).status_code == 404


def test_moderators_pin_one_comment_and_take_the_pin_away(browser):
    proposal = a_proposal()
    first, second = a_comment(proposal), a_comment(proposal)
    browser.sign_in(a_member(proposal.council, Role.MODERATOR))
    assert "Pin this comment" in browser.get(address(first)).words

    for comment in (first, second, second):
        assert browser.post(f"{address(comment)}/pin").status_code == 303

    assert queries.pinned_comment(proposal) == second
    room = browser.get(address(second).rpartition("/")[0])
    assert room.words.count("Pinned by the moderators") == 1
    browser.post(f"{address(second)}/unpin")
    assert queries.pinned_comment(proposal) is None


def test_only_this_councils_moderators_pin_and_never_their_own():
    proposal = a_proposal()
    moderator = a_member(proposal.council, Role.MODERATOR)
    comment, own = a_comment(proposal), a_comment(proposal, moderator)
    others = [a_person(), a_member(proposal.council, Role.OFFICER)]
    others.append(a_member(a_council(), Role.MODERATOR))

    for person in others:
        with pytest.raises(Forbidden):
            rules.pin(person, comment)
    with pytest.raises(Refused):
        rules.pin(moderator, own)


def test_what_is_put_first_stands_in_the_record_once():
    comment = a_comment(a_proposal())
    moderator = a_member(comment.proposal.council, Role.MODERATOR)
    act = (rules.pin, rules.pin, rules.unpin, rules.unpin)

    for change in act:
        change(moderator, comment)

    facts = changelog.entries_after(0, [Fact.COMMENT_PINNED], 10)
    assert [fact.fields["pinned"] for fact in facts] == ["yes", "no"]
    assert {fact.fields["comment"] for fact in facts} == {str(comment.id)}


def test_residents_have_no_way_to_pin(browser):
    comment = a_comment(a_proposal())
    assert browser.post(f"{address(comment)}/pin").status_code == 303
    browser.sign_in(a_person())

    assert browser.post(f"{address(comment)}/pin").status_code == 404
    assert "Pin this comment" not in browser.get(address(comment)).words
    assert queries.pinned_comment(comment.proposal) is None


def test_what_is_hidden_is_not_pinned_any_more():
    comment = a_comment(a_proposal())
    rules.pin(a_member(comment.proposal.council, Role.MODERATOR), comment)

    rules.hide(comment, "personal_data")

    assert queries.pinned_comment(comment.proposal) is None
