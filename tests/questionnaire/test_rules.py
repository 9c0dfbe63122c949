import threading

import pytest

from consult.core.db import db, writing
from consult.core.errors import Invalid, Refused
from consult.participation.models import Pending
from consult.participation.rules import move_levels
from consult.proposals.models import Proposal, Status
from consult.questionnaire import queries, rules
from consult.questionnaire.kinds import Kind
from consult.questionnaire.models import Answer, Response
from consult.questionnaire.rules import Wording
from tests.factories import a_person, a_proposal, a_residence
from tests.questionnaire.questions import a_question, keys


def _given(question, value):
    return {str(question.id): value}


def _tally(proposal, verified=False):
    (table,) = queries.tables(proposal, verified=verified)
    return table


def test_answers_count_with_the_receipt_of_one_response():
    proposal = a_proposal()
    question = a_question(proposal)
    yes = keys(question)[0]

    sent = rules.respond(a_person(), proposal, _given(question, yes))

    assert len(sent.receipt) == 14
    assert _tally(proposal).cells == {yes: 1}
    assert _tally(proposal).answered == 1
    assert queries.recount() == []


def test_answering_again_takes_the_place_of_the_first_answer():
    proposal, person = a_proposal(), a_person()
    question = a_question(proposal)
    yes, no, _some = keys(question)

    first = rules.respond(person, proposal, _given(question, yes))
    again = rules.respond(person, proposal, _given(question, no))

    assert again.receipt == first.receipt
    assert _tally(proposal).cells == {yes: 0, no: 1}
    assert queries.response_count(proposal).all == 1
    assert queries.recount() == []


def test_whoever_is_verified_meanwhile_counts_as_verified():
    proposal, person = a_proposal(), a_person()
    question = a_question(proposal)
    yes = keys(question)[0]
    rules.respond(person, proposal, _given(question, yes))
    a_residence(person, proposal.council)

    rules.respond(person, proposal, _given(question, yes))

    assert _tally(proposal, verified=True).cells == {yes: 1}
    assert queries.response_count(proposal) == queries.Counted(1, 1)
    assert queries.recount() == []


def test_answers_move_to_the_level_at_which_the_council_knows_somebody_now():
    proposal, person = a_proposal(), a_person()
    question = a_question(proposal)
    yes = keys(question)[0]
    rules.respond(person, proposal, _given(question, yes))
    a_residence(person, proposal.council)

    move_levels(person, proposal.council)

    assert _tally(proposal, verified=True).cells == {yes: 1}
    assert queries.response_count(proposal) == queries.Counted(1, 1)
    assert queries.recount() == []


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_counts_and_counts_back(kind):
    proposal, person = a_proposal(), a_person()
    question = a_question(proposal, kind)
    options, rows = keys(question) or ["a", "b"], question.shape.row_keys
    first, second = {
        Kind.CHOICE: (options[:1], options[1:2]),
        Kind.CHOICES: ([options[:2]], [options[1:]]),
        Kind.SCALE: ([2], [5]),
        Kind.SHORT_TEXT: (["One"], ["Two"]),
        Kind.LONG_TEXT: (["One"], ["Two"]),
        Kind.MATRIX: (
            [dict.fromkeys(rows, options[0])],
            [dict.fromkeys(rows, options[1])],
        ),
        Kind.RANKING: ([options], [options[::-1]]),
    }[kind]

    rules.respond(person, proposal, _given(question, first[0]))
    rules.respond(a_person(), proposal, _given(question, second[0]))
    rules.respond(person, proposal, _given(question, second[0]))

    assert queries.recount() == []
    assert _tally(proposal).answered == 2


def test_what_is_required_must_be_answered():
    proposal = a_proposal()
    question = a_question(proposal, is_required=True)
    other = a_question(proposal, Kind.SHORT_TEXT)

    with pytest.raises(Invalid):
        rules.respond(a_person(), proposal, _given(other, "Words"))

    assert db.session.query(Response).count() == 0
    assert queries.recount() == []
    assert rules.missing([question, other], {}) == [question]


def test_an_answer_to_nothing_is_not_sent():
    proposal = a_proposal()
    a_question(proposal)

    with pytest.raises(Invalid, match="at least one"):
        rules.respond(a_person(), proposal, {})


@pytest.mark.parametrize("status", [Status.PAUSED, Status.CLOSED, Status.CONSIDERING])
def test_nothing_is_taken_when_it_is_not_open(status):
    proposal = a_proposal()
    question = a_question(proposal)
    proposal.status = status

    with pytest.raises(Refused):
        rules.respond(a_person(), proposal, _given(question, keys(question)[0]))
    with pytest.raises(Refused):
        rules.save_answer(a_person(), question, keys(question)[0])
    with pytest.raises(Refused):
        rules.hold_response("a@example.org", proposal, _given(question, keys(question)[0]))


def test_questions_freeze_with_the_first_answer():
    proposal, officer = a_proposal(), a_person()
    question = a_question(proposal)
    rules.respond(a_person(), proposal, _given(question, keys(question)[0]))
    wording = Wording(Kind.SHORT_TEXT, "Something else?")

    for refused in (
        lambda: rules.add_question(officer, proposal, wording),
        lambda: rules.change_question(officer, question, wording),
        lambda: rules.move_question(officer, question, True),
        lambda: rules.delete_question(officer, question),
    ):
        with pytest.raises(Refused, match="Somebody has answered"):
            refused()


def test_a_retired_question_keeps_its_answers_and_is_not_asked():
    proposal, person = a_proposal(), a_person()
    old, kept = a_question(proposal, is_required=True), a_question(proposal, Kind.SHORT_TEXT)
    yes = keys(old)[0]
    rules.respond(person, proposal, {str(old.id): yes, str(kept.id): "Words"})

    rules.retire_question(a_person(), old)
    rules.respond(person, proposal, {str(kept.id): "Other words"})

    assert queries.asked(proposal) == [kept]
    assert queries.tables(proposal)[0].cells == {yes: 1}
    assert queries.recount() == []


def test_questions_change_places():
    proposal = a_proposal(Status.DRAFT)
    one, two, three = (a_question(proposal, words=words) for words in ("1?", "2?", "3?"))

    rules.move_question(a_person(), three, True)
    rules.move_question(a_person(), one, True)
    rules.move_question(a_person(), one, False)

    assert queries.asked(proposal) == [three, one, two]


@pytest.mark.parametrize(
    ("field", "wording"),
    [
        ("words", Wording(Kind.SHORT_TEXT, "  ")),
        ("words", Wording(Kind.SHORT_TEXT, "x" * 301)),
        ("options", Wording(Kind.CHOICE, "Which?", options=("One",))),
        ("options", Wording(Kind.CHOICE, "Which?", options=("One", "One"))),
        ("options", Wording(Kind.RANKING, "Which?", options=tuple(map(str, range(11))))),
        ("rows", Wording(Kind.MATRIX, "Which?", options=("One", "Two"))),
        ("low_words", Wording(Kind.SCALE, "How much?")),
        ("high", Wording(Kind.SCALE, "How much?", high=11)),
        ("is_protected", Wording(Kind.SHORT_TEXT, "Who?", is_protected=True)),
        (
            "is_required",
            Wording(Kind.CHOICE, "Who?", options=("A", "B"), is_required=True, is_protected=True),
        ),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_beside_its_field(field, wording):
    with pytest.raises(Invalid) as refused:
        rules.add_question(a_person(), a_proposal(Status.DRAFT), wording)

    assert refused.value.field == field


def test_a_draft_counts_for_nothing_until_it_is_sent_and_then_once():
    proposal, person = a_proposal(), a_person()
    question = a_question(proposal)
    rules.save_answer(person, question, keys(question)[0])
    before = queries.response_count(proposal).all

    first = rules.send_draft(person, proposal)
    again = rules.send_draft(person, proposal)

    assert before == 0
    assert first is again
    assert queries.response_count(proposal).all == 1
    assert queries.draft_of(person, proposal) is None


def test_a_visitors_answers_wait_and_the_same_twice_wait_once():
    proposal = a_proposal()
    question = a_question(proposal)
    given = _given(question, keys(question)[0])

    one = rules.hold_response("a@example.org", proposal, given)
    two = rules.hold_response("a@example.org", proposal, given)

    assert one is two
    assert db.session.query(Pending).count() == 1
    assert db.session.query(Answer).count() == 0


@pytest.mark.rows
def test_answers_sent_at_the_same_moment_are_one_response(rows):
    with rows.app_context(), writing():
        proposal, person = a_proposal(), a_person()
        question = a_question(proposal)
        given = _given(question, keys(question)[0])
        ids = proposal.id, person.id

    def send():
        with rows.app_context(), writing():
            found = db.session.get(Proposal, ids[0])
            rules.respond(db.session.get(type(person), ids[1]), found, given)

    threads = [threading.Thread(target=send) for _each in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with rows.app_context():
        assert db.session.query(Response).count() == 1
        assert queries.response_count(db.session.get(Proposal, ids[0])).all == 1
        assert queries.recount() == []


def test_while_results_are_hidden_there_are_none():
    proposal = a_proposal(hides_results=True)
    question = a_question(proposal)
    rules.respond(a_person(), proposal, _given(question, keys(question)[0]))

    assert queries.tables(proposal) is None
