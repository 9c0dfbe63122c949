from datetime import UTC, date, datetime, timedelta

import pytest

from consult.core import clock as now
from consult.core.errors import Forbidden, Invalid, Refused
from consult.councils.models import Role
from consult.participation import queries, rules
from consult.participation.models import Stance, Visibility
from consult.proposals.models import Status
from tests.factories import a_council, a_member, a_person, a_proposal
from tests.participation.letters import mails

pytestmark = pytest.mark.either
MONDAY = datetime(2026, 12, 14, 9, tzinfo=UTC)


def asked(proposal, body="Who reads it?", author=None, **given):
    author = author or a_person()
    return rules.post_comment(author, proposal, Stance.QUESTION, body, **given)


def an_officer(proposal):
    return a_member(proposal.council, Role.OFFICER)


def test_a_question_is_promised_an_answer_and_other_comments_are_not(clock):
    clock.at(MONDAY)
    proposal = a_proposal()

    question = asked(proposal)
    view = rules.post_comment(a_person(), proposal, Stance.OPPOSE, "No.")

    assert question.answer_due_on == date(2026, 12, 30)  # over Christmas and its bank holidays
    assert view.answer_due_on is None


def test_the_day_stays_when_the_question_or_the_promise_is_changed(clock):
    clock.at(MONDAY)
    proposal = a_proposal()
    question = asked(proposal)
    was = question.answer_due_on

    proposal.council.answer_days = 3
    clock.forward(days=1)
    rules.edit_comment(question.author, question, "Who will read it?")

    assert question.answer_due_on == was
    assert asked(proposal, "And why?").answer_due_on == date(2026, 12, 18)


def test_an_answer_is_public_and_whoever_asked_gets_one_mail():
    proposal = a_proposal()
    question, officer = asked(proposal), an_officer(proposal)

    answer = rules.answer_question(officer, question, "Two nurses do.")
    again = rules.answer_question(officer, question, "Two nurses do.")
    rules.answer_question(officer, question, "And a doctor.")

    assert again.id == answer.id
    assert answer.is_official
    assert (question.answered_at, question.answer_id) == (answer.created_at, answer.id)
    assert [mail.to for mail in mails()] == [question.author.email]
    assert f"{question.id}#comment-{answer.id}" in mails()[0].text
    assert "Two nurses" not in mails()[0].text
    assert queries.recount() == []


def test_an_official_reply_in_the_thread_answers_whatever_stance_the_comment_has():
    proposal = a_proposal()
    view = rules.post_comment(a_person(), proposal, Stance.OPPOSE, "No.")

    reply = rules.post_comment(
        an_officer(proposal), proposal, Stance.UNSURE, "We hear you.", view, is_official=True
    )

    assert (view.answered_at, view.answer_id) == (reply.created_at, reply.id)
    assert mails() == []
    assert queries.question_counts(proposal).all == 0


def test_a_neighbours_reply_is_no_answer():
    proposal = a_proposal()
    question = asked(proposal)

    rules.post_comment(a_person(), proposal, Stance.UNSURE, "I wonder too.", question)

    assert question.awaits_answer


def test_a_question_in_a_reply_is_answered_beside_it():
    proposal = a_proposal()
    top, officer = asked(proposal), an_officer(proposal)
    first = asked(proposal, "And who else?", parent=top)
    second = asked(proposal, "And for how long?", parent=top)

    one = rules.answer_question(officer, first, "Nobody.")
    other = rules.answer_question(officer, second, "Nobody.")

    assert one.id != other.id
    assert {one.parent_id, other.parent_id} == {top.id}
    assert (first.answer_id, second.answer_id) == (one.id, other.id)
    assert top.awaits_answer
    assert queries.recount() == []


@pytest.mark.parametrize("undo", ["hide", "delete"])
def test_an_answer_that_goes_leaves_the_question_waiting(undo):
    proposal = a_proposal()
    question, officer = asked(proposal), an_officer(proposal)
    answer = rules.answer_question(officer, question, "Two nurses do.")

    if undo == "hide":
        rules.hide(answer, "off_topic")
    else:
        rules.delete_comment(officer, answer)

    assert (question.answered_at, question.answer_id) == (None, None)
    assert question.awaits_answer
    assert queries.recount() == []


def test_an_answer_shown_again_counts_from_when_it_was_given(clock):
    proposal = a_proposal()
    question = asked(proposal)
    answer = rules.answer_question(an_officer(proposal), question, "Two nurses do.")
    rules.hide(answer, "off_topic")
    clock.forward(days=2)

    rules.show(answer, "Two nurses do.")

    assert question.answered_at == answer.created_at
    assert len(mails()) == 1


def test_a_question_taken_back_is_promised_nothing():
    proposal = a_proposal()
    question = asked(proposal)
    rules.answer_question(an_officer(proposal), question, "Two nurses do.")

    rules.delete_comment(question.author, question)

    assert (question.answer_due_on, question.answered_at, question.answer_id) == (None,) * 3
    assert queries.question_counts(proposal).all == 0
    assert queries.recount() == []


def test_a_promise_outlives_the_round():
    proposal = a_proposal()
    question = asked(proposal)
    proposal.status, proposal.closes_at = Status.CLOSED, now.now() - timedelta(days=1)

    rules.answer_question(an_officer(proposal), question, "Two nurses do.")

    assert question.answered_at is not None


def test_a_withdrawn_proposal_owes_no_answers(clock):
    proposal = a_proposal()
    question = asked(proposal)
    proposal.status = Status.WITHDRAWN
    clock.forward(days=40)

    with pytest.raises(Refused, match="withdrew"):
        rules.answer_question(an_officer(proposal), question, "Two nurses do.")
    assert not question.awaits_answer
    assert question.days_overdue == 0
    assert queries.question_counts(proposal).all == 0
    assert queries.open_questions(proposal.council).items == []


@pytest.mark.parametrize("gone", [Visibility.HIDDEN, Visibility.DELETED])
def test_a_question_that_is_gone_is_not_answered(gone):
    proposal = a_proposal()
    question = asked(proposal)
    question.visibility = gone

    with pytest.raises(Refused, match="no longer shown"):
        rules.answer_question(an_officer(proposal), question, "Two nurses do.")


def test_only_those_who_speak_for_the_council_answer():
    proposal = a_proposal()
    question = asked(proposal)
    analyst, stranger = a_member(proposal.council, Role.ANALYST), a_member(a_council())

    for person in (analyst, stranger, a_person()):
        with pytest.raises(Forbidden):
            rules.answer_question(person, question, "I know.")
    with pytest.raises(Invalid):
        rules.answer_question(an_officer(proposal), question, "  ")
    assert question.awaits_answer


def test_it_is_late_the_day_after_the_promised_day(clock):
    clock.at(MONDAY)
    proposal = a_proposal(closes_at=MONDAY + timedelta(days=60))
    question = asked(proposal)

    clock.at(datetime(2026, 12, 30, 23, tzinfo=UTC))
    in_time = (question.days_overdue, queries.question_counts(proposal).overdue)
    clock.at(datetime(2027, 1, 2, 9, tzinfo=UTC))

    assert in_time == (0, 0)
    assert question.days_overdue == 3
    assert queries.question_counts(proposal).overdue == 1
    assert [one.id for one in queries.overdue_questions(proposal.council).items] == [question.id]
