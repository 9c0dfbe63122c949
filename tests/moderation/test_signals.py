from datetime import timedelta

import pytest

from consult.core import clock
from consult.core.db import db
from consult.core.errors import NotFound
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.bursts import RUSH
from consult.moderation.models import Act, Found, Pattern, Reason, Signal, SignalLook
from consult.moderation.rules import Order
from consult.participation import rules as participation
from consult.participation.models import Stance
from tests.factories import a_comment, a_council, a_member, a_person, a_proposal

SAME = "Keep our health records out of this. A nurse was told, and nobody else."


def shared_text(number=3):
    proposal = a_proposal()
    first = a_comment(proposal, body=SAME)
    for _each in range(number - 1):
        a_comment(proposal, body=SAME.upper())
    return proposal, first


def board(proposal):
    return queries.signals(proposal.council).items


def a_moderator(proposal, *roles):
    return a_member(proposal.council, *(roles or (Role.MODERATOR,)))


def later_on(proposal, days=10):
    return clock.at(proposal.opens_at + timedelta(days=days))


def test_the_same_words_from_three_people_become_one_question():
    proposal, first = shared_text()

    assert rules.notice(proposal) == 1
    assert rules.notice(proposal) == 0

    (signal,) = board(proposal)
    assert (signal.pattern, signal.people) == (Pattern.SAME_WORDS, 3)
    assert signal.comment is first


def test_a_question_grows_with_the_people_who_share_the_text():
    proposal, _first = shared_text()
    rules.notice(proposal)
    a_comment(proposal, body=SAME)

    rules.notice(proposal)

    assert [signal.people for signal in board(proposal)] == [4]


def test_nothing_happens_to_anybody_by_itself():
    proposal, first = shared_text()
    before = (first.body, first.visibility, first.same_as_id)

    rules.notice(proposal)

    assert (first.body, first.visibility, first.same_as_id) == before
    assert queries.queue(proposal.council).items == []


def test_many_people_at_once_are_a_question_once_and_not_on_the_opening_day():
    proposal = a_proposal()
    with clock.at(proposal.opens_at + timedelta(hours=5)):
        for _each in range(RUSH):
            participation.cast_vote(a_person(), proposal, Stance.OPPOSE)
        assert rules.notice(proposal) == 0
    with later_on(proposal):
        for _each in range(RUSH):
            participation.cast_vote(a_person(), proposal, Stance.OPPOSE)
        assert rules.notice(proposal) == 1
        assert rules.notice(proposal) == 0

    (signal,) = board(proposal)
    assert (signal.pattern, signal.people, signal.comment_id) == (Pattern.VOTES, RUSH, None)


def test_one_busy_commenter_is_no_rush():
    proposal, author = a_proposal(), a_person()
    with later_on(proposal):
        for number in range(RUSH + 5):
            a_comment(proposal, author=author, body=f"{number}: {SAME}")

        assert rules.notice(proposal) == 0


def test_what_a_moderator_hid_is_no_longer_counted():
    proposal, first = shared_text()
    rules.act(a_moderator(proposal), first, Order(Act.HIDE, Reason.HATE))

    assert rules.notice(proposal) == 0


def test_what_was_found_is_kept_and_can_be_opened_again():
    proposal, _first = shared_text()
    rules.notice(proposal)
    (signal,), moderator = board(proposal), a_moderator(proposal)

    for _twice in range(2):
        rules.look(moderator, signal, Found.NOTHING, "A leaflet of theirs.")
    rules.look(moderator, signal, Found.OPEN)

    looks = queries.looks_at([signal])[signal.id]
    assert [one.found for one in looks] == [Found.OPEN, Found.NOTHING]
    assert signal.state is Found.OPEN


def test_another_council_s_question_is_none():
    proposal, _first = shared_text()
    rules.notice(proposal)
    (signal,), other = board(proposal), a_council()

    with pytest.raises(NotFound):
        queries.signal_in(other, signal.id)


def test_questions_are_forgotten_after_a_year_with_what_was_found():
    proposal, _first = shared_text()
    rules.notice(proposal)
    (signal,) = board(proposal)
    rules.look(a_moderator(proposal), signal, Found.NOTHING)

    with clock.at(clock.now() + timedelta(days=366)):
        assert rules.forget_signals() == 1

    assert db.session.query(Signal).count() == db.session.query(SignalLook).count() == 0


# The board


def test_an_empty_board_says_what_is_looked_for(browser):
    council = a_council()
    browser.sign_in(a_member(council, Role.MODERATOR))

    assert "No pattern has been noticed" in browser.get(f"/desk/{council.slug}/queue/signals").words


def test_the_board_asks_offers_an_explanation_and_shows_no_address(browser, at_most):
    proposal, first = shared_text()
    rules.notice(proposal)
    browser.sign_in(a_moderator(proposal))

    with at_most(12):
        page = browser.get(f"/desk/{proposal.council.slug}/queue/signals")

    assert "Why did 3 people use the same words?" in page.words
    assert "A neighbour, a group or a newsletter may have shared this text." in page.words
    main = page.one("#queue").text
    assert first.author.email not in main
    assert "@" not in main


def test_a_moderator_says_what_they_found_and_readers_cannot(browser):
    proposal, _first = shared_text()
    rules.notice(proposal)
    (signal,) = board(proposal)
    there = f"/desk/{proposal.council.slug}/queue/signals"
    browser.sign_in(a_moderator(proposal, Role.ANALYST))
    assert browser.post(f"{there}/{signal.id}", {"found": "nothing"}).status_code == 403
    browser.sign_in(a_moderator(proposal))
    assert browser.post(f"{there}/{signal.id}", {"found": "guilty"}).status_code == 422

    done = browser.post(f"{there}/{signal.id}", {"found": "looking", "note": "Asked the group."})

    page = browser.follow(done)
    assert "Being looked into" in page.words
    assert "Asked the group." in page.words


def test_the_worker_looks_at_open_proposals_only():
    proposal, _first = shared_text()
    with clock.at(proposal.closes_at + timedelta(minutes=1)):
        assert rules.notice_all() == 0
    assert rules.notice_all() == 1
